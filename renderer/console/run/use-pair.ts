import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { useView } from '../mirror/hooks';

interface Pair {
  readonly seat: string;
  /** Both names, or the seat while names are hidden. */
  readonly pair: string;
  /** A partner's name; null while names are hidden. */
  readonly nameOf: (side: Side) => string | null;
}

/** How a couple is written on Run. */
export function usePair(couple: RosterEntry): Pair {
  const { t } = useTranslation(['run', 'shell']);
  const discreet = useView((view) => view.discreet);
  const nameOf = (side: Side) => (discreet ? null : couple[side].name || t('couples.noName'));
  const seat = t('couples.seat', { seat: couple.seat });
  return { seat, pair: discreet ? seat : t('shell:pair', { A: nameOf('A'), B: nameOf('B') }), nameOf };
}
