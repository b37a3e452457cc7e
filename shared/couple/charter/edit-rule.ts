import type { z } from 'zod';
import { sides } from '../../room/wall';
import { type Consents, mayWrite } from '../consent';
import type { Stamp } from '../entry';
import { type Charter, clauseIn } from './charter';
import type { charterEditSchema } from './charter-edit-schema';
import { type Clause, wordingOf } from './clause';
import type { Forbidden } from './clause-kind';
import { kindOf, type Saying } from './clause-kinds';

export type CharterEdit = z.infer<typeof charterEditSchema>;
export type EditType = CharterEdit['type'];
export type EditOf<T extends EditType> = Extract<CharterEdit, { type: T }>;

/** Why an edit is not made. */
export type CharterRefusal =
  | Forbidden
  | 'joint-consent-missing'
  | 'charter-full'
  | 'no-such-clause'
  | 'other-kind'
  | 'no-such-guarded'
  | 'wording-changed'
  | 'clause-unfinished'
  | 'no-tests'
  | 'nothing-to-confirm'
  | 'said-already'
  | 'nothing-in-writing'
  | 'day-to-come'
  | 'day-before-wording';

/** What an edit meets besides the charter. */
export interface Around {
  readonly consents: Consents;
  /** The day it is, as 2026-03-07. */
  readonly today: string;
  /** The day of a moment (epoch milliseconds). */
  readonly dayOf: (at: number) => string;
  /** What in a text may keep somebody from help (S21); `closed`: where even to name help is to keep somebody from it. */
  readonly restricts: (text: string, closed: boolean) => readonly string[];
}

export interface EditRule<T extends EditType> {
  readonly refuse: (charter: Charter, edit: EditOf<T>, around: Around) => CharterRefusal | null;
  readonly apply: (charter: Charter, edit: EditOf<T>, stamp: Stamp, around: Around) => Charter;
  /**
   * The edit that takes it back, told of the charter before it; null where none may. No edit taken back brings back a consent: what was
   * said to a wording stays with it, and words that return are a wording of their own.
   */
  readonly inverse: (charter: Charter, edit: EditOf<T>, stamp: Stamp) => CharterEdit | null;
}

/** A charter is joint, and so is every word and every yes in it (S8). */
export const needsBoth = ({ consents }: Around, { retreat }: CharterEdit): CharterRefusal | null =>
  sides.every((side) => mayWrite(consents, retreat, side, 'record')) ? null : 'joint-consent-missing';

export const needsClause = (charter: Charter, id: string): CharterRefusal | null =>
  clauseIn(charter, id) === undefined ? 'no-such-clause' : null;

/** The clause, if what is said is said to its words of now; `ask` is only asked then. */
export function ofWording(
  charter: Charter,
  edit: { readonly clause: string; readonly wording: string | null },
  ask: (clause: Clause) => CharterRefusal | null,
): CharterRefusal | null {
  const clause = clauseIn(charter, edit.clause);
  if (clause === undefined) return 'no-such-clause';
  return wordingOf(clause).id === edit.wording ? ask(clause) : 'wording-changed';
}

/**
 * Nobody has said yes tomorrow, nor to a rewording before it was there. First words may stand on a sheet for days before somebody types
 * them in, so of those any day before will do.
 */
export const needsDay = (clause: Clause, day: string | null, { today, dayOf }: Around): CharterRefusal | null => {
  if (day === null) return null;
  const isReworded = clause.wordings.length > 1;
  return (
    when(day > today, 'day-to-come') ?? when(isReworded && day < dayOf(wordingOf(clause).at), 'day-before-wording')
  );
};

export const when = (wrong: boolean, code: CharterRefusal): CharterRefusal | null => (wrong ? code : null);

/** What in a clause may keep somebody from help (S21). */
export function restrictionsIn(saying: Saying, restricts: Around['restricts']): readonly string[] {
  const kind = kindOf(saying);
  const found = [
    ...kind.texts(saying.content).flatMap((text) => restricts(text, false)),
    ...kind.closed(saying.content).flatMap((text) => restricts(text, true)),
  ];
  return [...new Set(found)];
}
