import { useTranslation } from 'react-i18next';
import { aloneIn, type RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { useView } from '../mirror/hooks';

interface Pair {
  readonly seat: string;
  /** Both names, that of one who came alone, or the seat while names are hidden. */
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
  const alone = aloneIn(couple);
  const named = alone === null ? t('shell:pair', { A: nameOf('A'), B: nameOf('B') }) : couple[alone].name;
  return { seat, pair: discreet ? seat : named, nameOf };
}
