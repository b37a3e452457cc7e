import { mostCouples } from '../../retreat/retreat-constants';
import { oneLine } from '../../room/one-line';
import { folded } from './names-in';

/** More couples are not asked about at once; more are not in a preview. */
export const mostPairs = 2 * mostCouples;

/** A name as names are compared: no case, no accents, no space too many. */
const comparable = (name: string): string => folded(oneLine(name));

/** Two names whichever comes first; null where there is none. */
export const pairOf = (A: string, B: string): string | null => {
  const names = [A, B].map(comparable);
  return names.join('') === '' ? null : names.sort().join('\n');
};

/** The same, and null where only one of them is there: one name alone says nothing about who came with whom. */
export const bothOf = (A: string, B: string): string | null =>
  [A, B].some((name) => comparable(name) === '') ? null : pairOf(A, B);

interface Names {
  readonly A: string;
  readonly B: string;
}

/** Whether two people are written in the other order than they were before. Of two who have one name nobody can tell. */
export const isTurned = (now: Names, before: Names): boolean =>
  comparable(now.A) !== comparable(now.B) && comparable(now.A) === comparable(before.B);

/** The names as they are written now, each on the side it was on before: A and B stay who they were. */
export const onOldSides = <C extends Names>(now: C, before: Names): C =>
  isTurned(now, before) ? { ...now, A: now.B, B: now.A } : now;
