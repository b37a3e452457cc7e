import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../shared/couple/consent';
import { dayText } from '../kit/dates';
import { useLanguage } from '../mirror/use-language';

/** Nothing was ever said. */
export const nothing: Standing = { givenAt: null, earlierAt: null, withdrawnAt: null };

export type StandingKind = 'none' | 'given' | 'earlier' | 'withdrawn';

export function kindOf({ givenAt, earlierAt, withdrawnAt }: Standing): StandingKind {
  if (givenAt !== null) return 'given';
  if (withdrawnAt !== null) return 'withdrawn';
  return earlierAt === null ? 'none' : 'earlier';
}

/** When what stands was said, in epoch milliseconds; null while nothing was. */
export const momentOf = ({ givenAt, earlierAt, withdrawnAt }: Standing): number | null =>
  givenAt ?? withdrawnAt ?? earlierAt;

/** How a consent stands, as one says it: "yes on 3 March 2026 at an earlier retreat, not asked here yet". */
export function useStandingText(): (standing: Standing) => string {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  return useCallback(
    (standing) => {
      const at = momentOf(standing);
      return t(`consent.state.${kindOf(standing)}`, { date: at === null ? '' : dayText(at, language) });
    },
    [t, language],
  );
}
