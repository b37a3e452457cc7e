import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { coupleName } from '../kit/couple-name';
import { useView } from './hooks';

/** How a couple is called on this console: by their names or, where there are none or they are hidden, by their seat. */
export function useCoupleLabel(): (couple: Pick<RosterEntry, 'A' | 'B' | 'seat'>) => string {
  const { t } = useTranslation('shell');
  const discreet = useView((view) => view.discreet);
  return useCallback(
    (couple) => (discreet ? null : coupleName(couple)) ?? t('discreet.seat', { seat: couple.seat }),
    [discreet, t],
  );
}
