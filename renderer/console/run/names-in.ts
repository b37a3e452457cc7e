import type { RosterEntry } from '../../../shared/retreat/retreat';
import { sides } from '../../../shared/room/wall';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const words = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * The first name from the roster that a message to the room contains, or null. Whole words, whatever the case or the
 * accents; parts of one letter are left out, because they are nearly always something else.
 */
export function nameIn(text: string, couples: readonly RosterEntry[]): string | null {
  const said = new Set(words(text));
  for (const couple of couples) {
    for (const side of sides) {
      const { name } = couple[side];
      if (words(name).some((part) => part.length > 1 && said.has(part))) return name;
    }
  }
  return null;
}

/** Couples whose seat or names begin with what is looked for, or contain it. */
export function findCouples(couples: readonly RosterEntry[], wanted: string): readonly RosterEntry[] {
  const looked = folded(wanted.trim());
  if (looked === '') return couples;
  if (/^\d+$/.test(looked)) return couples.filter(({ seat }) => String(seat).startsWith(looked));
  return couples.filter((couple) => sides.some((side) => folded(couple[side].name).includes(looked)));
}
