import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { useView } from './hooks';

type Couple = Pick<RosterEntry, 'A' | 'B' | 'seat'>;

/** How a couple is called on this console: by their names or, where there are none or they are hidden, by their seat. */
export function useCoupleLabel(): (couple: Couple) => string {
  const { t } = useTranslation('shell');
  const discreet = useView((view) => view.discreet);
  return useCallback(
    ({ A, B, seat }) => {
      const named = A.name !== '' && B.name !== '' ? t('pair', { A: A.name, B: B.name }) : A.name || B.name;
      return discreet || named === '' ? t('discreet.seat', { seat }) : named;
    },
    [discreet, t],
  );
}
