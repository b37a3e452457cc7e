import { sides } from '../../room/wall';
import { type Consents, isWithdrawn } from '../consent';
import type { Removed } from '../entry';
import { type Clause, isDue, lacksOf } from './clause';
import type { ClauseKindName } from './clause-kinds';
import { partsAmong, withoutParts } from './clause-parts';
import type { Writing } from './writing';

/** A couple's own governance, as clauses. */
export interface Charter {
  /** The couple's. */
  readonly id: string;
  readonly clauses: readonly Clause[];
  /** What is being written: one wording of each clause at the most, and one new clause. */
  readonly writings: readonly Writing[];
  /** Of what was removed, marks without words. */
  readonly removed: readonly Removed[];
}

export const emptyCharter = (id: string): Charter => ({ id, clauses: [], writings: [], removed: [] });

/**
 * The charter without these clauses and what is being written of them, and without these wordings and things said of the others: of each a
 * mark without words stays.
 */
export const withoutClauses = (charter: Charter, ids: ReadonlySet<string>, at: number): Charter => ({
  ...charter,
  clauses: charter.clauses.flatMap((clause) => (ids.has(clause.id) ? [] : (withoutParts(clause, ids) ?? []))),
  writings: charter.writings.filter(({ id, clause }) => !ids.has(id) && !(clause !== null && ids.has(clause))),
  removed: [
    ...charter.removed,
    ...[...charter.clauses, ...charter.writings].filter(({ id }) => ids.has(id)).map(({ id }) => ({ id, at })),
    ...charter.clauses
      .flatMap((clause) => (ids.has(clause.id) ? [] : partsAmong(clause, ids)))
      .map((id) => ({ id, at })),
  ],
});

/** The charter without a word. */
export const withoutWords = (charter: Charter, at: number): Charter =>
  withoutClauses(charter, new Set([...charter.clauses, ...charter.writings].map(({ id }) => id)), at);

export const holdsNothing = ({ clauses, writings }: Charter): boolean => clauses.length === 0 && writings.length === 0;

/** What is being written of a clause, or of a new one. */
export const writingOf = ({ writings }: Charter, clause: string | null): Writing | undefined =>
  writings.find((writing) => writing.clause === clause);

export const clauseIn = ({ clauses }: Charter, id: string): Clause | undefined =>
  clauses.find((clause) => clause.id === id);

/** A charter is joint: once either partner has withdrawn, nobody is shown a word of it, and nothing of it is in force (S8). */
export const isCharterWithheld = (consents: Consents): boolean =>
  sides.some((side) => isWithdrawn(consents, side, 'record'));

/** Both partners consented to what the clause says now, all else it needs is there, and neither has withdrawn. */
export const isInForce = ({ clauses }: Charter, clause: Clause, consents: Consents): boolean =>
  !isCharterWithheld(consents) && lacksOf(clause, clauses).length === 0;

/** A clause that is to be looked at again, by its kind, and the day from which on. */
export interface Review {
  readonly clause: ClauseKindName;
  readonly on: string;
}

/** Every review that is set, the first one first: of each its kind and its day, and no word. */
export const reviewsOf = ({ clauses }: Charter): readonly Review[] =>
  clauses
    .flatMap(({ kind, review: { on } }) => (on === null ? [] : [{ clause: kind, on }]))
    .sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));

/** The clauses to look at again by this day, whether in force or not; the longest due first. */
export const dueOn = ({ clauses }: Charter, today: string): readonly Clause[] =>
  clauses
    .flatMap((clause) => (isDue(clause.review.on, today) ? [{ clause, on: clause.review.on ?? '' }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ clause }) => clause);
