import { useTranslation } from 'react-i18next';
import { type RefusalCode, refusalCodes } from '../../../shared/session/protocol/refusal-code';
import { savingReasons } from '../../../shared/session/protocol/saving-reason';
import { useView } from '../mirror/hooks';

/** Why the last change is not saved, in words. */
export function useSavingReason(): string {
  const { t } = useTranslation('notices');
  const code = useView(({ saving }) => saving.reason);
  return t(`saving.${savingReasons.find((reason) => reason === code) ?? 'unknown'}`);
}

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
  return t(`notice.${code === 'refused' ? 'unknown' : code}`, { ...values });
}
