import type { RosterEntry } from '../../../shared/retreat/retreat';
import { sides } from '../../../shared/room/wall';
import { folded } from '../../../shared/session/policy/names-in';

/**
 * Couples of whom every word looked for is part of a name, or begins their seat's number. Names may come in any order, and with what
 * joins them ("bo & ada"); `seatWord` is how the language says "seat" before a number.
 */
export function findCouples(couples: readonly RosterEntry[], wanted: string, seatWord: string): readonly RosterEntry[] {
  const words = folded(wanted)
    .split(/[\s&+,/]+/u)
    .filter((word) => word !== '');
  const asked = words.length > 1 ? words.filter((word) => word !== folded(seatWord)) : words;
  return couples.filter(({ seat, ...couple }) =>
    asked.every((word) =>
      [String(seat).startsWith(word), ...sides.map((side) => folded(couple[side].name).includes(word))].includes(true),
    ),
  );
}
