import { useTranslation } from 'react-i18next';
import { notices } from '../../../shared/content/en/interface/notices';
import type { NoticeCode } from '../../../shared/session/protocol/notice-code';
import { type RefusalCode, refusalCodes } from '../../../shared/session/protocol/refusal-code';
import { useView } from '../mirror/hooks';

type SavingCode = keyof typeof notices.saving;
const isSavingCode = (code: string): code is SavingCode => code in notices.saving;

/** Why the last change is not saved, in words. */
export function useSavingReason(): string {
  const { t } = useTranslation('notices');
  const code = useView(({ saving }) => saving.reason) ?? 'unknown';
  return t(`saving.${isSavingCode(code) ? code : 'unknown'}`);
}

/** A code without words does not compile. */
const worded: Readonly<Record<NoticeCode, string>> = notices.notice;
const isWorded = (code: string): code is NoticeCode => code in worded;
const refusalCode = (value: unknown): RefusalCode | undefined => refusalCodes.find((code) => code === value);

/** The standing notice in words, or null when there is none. */
export function useNotice(): string | null {
  const { t } = useTranslation(['notices', 'refusals']);
  const notice = useView((view) => view.notice);
  if (notice === null) return null;
  const { code, values } = notice;
  // What the native menu asked for has no answer of its own to show, so its refusal comes as a notice.
  const refused = code === 'refused' ? refusalCode(values.code) : undefined;
  if (refused !== undefined)
    return `${t(`refusals:${refused}.reason`, { ...values })}. ${t(`refusals:${refused}.next`, { ...values })}`;
  return t(`notice.${isWorded(code) ? code : 'unknown'}`, { ...values });
}
