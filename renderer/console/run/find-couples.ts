import type { RosterEntry } from '../../../shared/retreat/retreat';
import { sides } from '../../../shared/room/wall';
import { folded } from '../../../shared/session/names-in';

/** Couples whose seat or names begin with what is looked for, or contain it. */
export function findCouples(couples: readonly RosterEntry[], wanted: string): readonly RosterEntry[] {
  const looked = folded(wanted.trim());
  if (looked === '') return couples;
  if (/^\d+$/.test(looked)) return couples.filter(({ seat }) => String(seat).startsWith(looked));
  return couples.filter((couple) => sides.some((side) => folded(couple[side].name).includes(looked)));
}
