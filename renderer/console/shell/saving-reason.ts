import { useTranslation } from 'react-i18next';
import { notices } from '../../../shared/content/en/interface/notices';
import { useView } from '../mirror/hooks';

type SavingCode = keyof typeof notices.saving;
const isSavingCode = (code: string): code is SavingCode => code in notices.saving;

/** Why the last change is not saved, in words. */
export function useSavingReason(): string {
  const { t } = useTranslation('notices');
  const code = useView(({ saving }) => saving.reason) ?? 'unknown';
  return t(`saving.${isSavingCode(code) ? code : 'unknown'}`);
}

type NoticeCode = keyof typeof notices.notice;
const isNoticeCode = (code: string): code is NoticeCode => code in notices.notice;

/** The standing notice in words, or null when there is none. */
export function useNotice(): string | null {
  const { t } = useTranslation('notices');
  const notice = useView((view) => view.notice);
  if (notice === null) return null;
  return t(`notice.${isNoticeCode(notice.code) ? notice.code : 'unknown'}`, { ...notice.values });
}
