import type { Clause } from './clause';

type Ids = ReadonlySet<string>;

const partsOf = (clause: Clause) => [...clause.wordings, ...clause.ticks, ...clause.consents, ...clause.confirmations];

const only = (clause: Clause, stays: (part: { readonly id: string }) => boolean): Clause =>
  ({
    ...clause,
    wordings: clause.wordings.filter(stays),
    ticks: clause.ticks.filter(stays),
    consents: clause.consents.filter(stays),
    confirmations: clause.confirmations.filter(stays),
  }) as Clause;

/** Which of these are wordings of the clause or were said to it. */
export const partsAmong = (clause: Clause, ids: Ids): readonly string[] =>
  partsOf(clause).flatMap(({ id }) => (ids.has(id) ? [id] : []));

/** The clause without these wordings, and without these things said to it; null where no wording is left. */
export function withoutParts(clause: Clause, ids: Ids): Clause | null {
  if (partsAmong(clause, ids).length === 0) return clause;
  const left = only(clause, ({ id }) => !ids.has(id));
  const last = left.wordings.at(-1);
  if (last === undefined) return null;
  // A clause was written last when its last wording was.
  return left.wordings.length === clause.wordings.length ? left : { ...left, at: last.at, device: last.device };
}

/**
 * These wordings of a clause as one of its own, with what was said to them; null where none of them is its. It comes from where its first
 * wording does, and takes that one's id, as every clause has. What was said to another wording comes with nothing: those words stay where
 * they are, and nobody says yes to words they are not shown.
 */
export function clauseOf(clause: Clause, ids: Ids): Clause | null {
  const [first] = clause.wordings.filter(({ id }) => ids.has(id));
  if (first === undefined) return null;
  const { id, retreat, at, device } = first;
  const parts = only(clause, (part) => ids.has(part.id));
  const worded = new Set(parts.wordings.map((wording) => wording.id));
  const saidToThem = <A extends { readonly wording: string }>(acts: readonly A[]): readonly A[] =>
    acts.filter(({ wording }) => worded.has(wording));
  return {
    ...parts,
    id,
    retreat,
    at,
    device,
    captured: null,
    ticks: saidToThem(parts.ticks),
    consents: saidToThem(parts.consents),
    confirmations: saidToThem(parts.confirmations),
    review: { on: null, at, device },
  } as Clause;
}
