import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { useView } from '../mirror/hooks';
import { useCoupleLabel } from '../mirror/use-couple-label';

interface Who {
  /** Their names; nothing while they are hidden, or where there are none. */
  readonly namesOf: (couple: RosterEntry) => string;
  /** "Seat 4, Ada & Bo", or the seat alone while names are hidden. */
  readonly coupleOf: (couple: RosterEntry) => string;
  /** A partner's name; A or B while names are hidden or where there is none. */
  readonly nameOf: (couple: RosterEntry, side: Side) => string;
}

/** How people are called in Couples. */
export function useWho(): Who {
  const { t } = useTranslation('couples');
  const hidden = useView((view) => view.discreet);
  const labelOf = useCoupleLabel();
  const namesOf = useCallback(
    (couple: RosterEntry) => (hidden || (couple.A.name === '' && couple.B.name === '') ? '' : labelOf(couple)),
    [hidden, labelOf],
  );
  const coupleOf = useCallback(
    (couple: RosterEntry) =>
      namesOf(couple) === '' ? labelOf(couple) : t('who', { seat: couple.seat, couple: labelOf(couple) }),
    [t, namesOf, labelOf],
  );
  const nameOf = useCallback(
    (couple: RosterEntry, side: Side) => (hidden ? side : couple[side].name || side),
    [hidden],
  );
  return { namesOf, coupleOf, nameOf };
}
