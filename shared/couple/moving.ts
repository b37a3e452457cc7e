import { z } from 'zod';
import { idSchema } from '../room/id-schema';
import type { Charter } from './charter/charter';
import { emptyCharter, withoutClauses } from './charter/charter';
import { clauseOf } from './charter/clause-parts';
import type { Entry } from './entry';
import { emptyPractice, type Practice, type PracticeEntry, withoutPractised } from './practice/practice';
import { type CoupleRecord, emptyRecord, withoutEntries } from './record';

/** The documents of a couple out of which entries can be moved. */
export interface MovedBodies {
  readonly record: CoupleRecord;
  readonly charter: Charter;
  readonly practice: Practice;
}
export type MovedDocument = keyof MovedBodies;
const movedDocuments = ['record', 'charter', 'practice'] as const satisfies readonly MovedDocument[];

/**
 * Entries of one document on their way from one couple to another, by their ids: no word is in it. `anew`: whose words they are was a
 * mistake, so nobody was asked who may read them, and each starts at the narrowest that is true (S9). `kept`: the same people wrote them.
 */
export const moveSchema = z.strictObject({
  document: z.enum(movedDocuments),
  from: idSchema,
  to: idSchema,
  entries: z.array(idSchema),
  readers: z.enum(['kept', 'anew']),
});
export type Move = z.infer<typeof moveSchema>;

/** How entries leave and enter one kind of document. Both may be done again: what is there already comes once, what is gone stays gone. */
export interface Mover<Body> {
  readonly none: (couple: string) => Body;
  /** `to` with those entries of `from`, under their own ids. */
  readonly put: (to: Body, from: Body, move: Move) => Body;
  /** `from` without them: of each a mark without words stays. */
  readonly take: (from: Body, move: Move, at: number) => Body;
}

/** The entries of a list with those that come, each once. */
function withThose<E extends Pick<Entry, 'id'>>(
  there: readonly E[],
  from: readonly E[],
  ids: ReadonlySet<string>,
): E[] {
  const known = new Set(there.map(({ id }) => id));
  return [...there, ...from.filter(({ id }) => ids.has(id) && !known.has(id))];
}

/** Marks say what is gone: what comes back, as after a move to and fro, is not. */
const withoutMarks = <B extends MovedBodies[MovedDocument]>(body: B, ids: ReadonlySet<string>): B['removed'] =>
  body.removed.filter(({ id }) => !ids.has(id));

const byTime = <E extends Pick<Entry, 'at'>>(entries: readonly E[]): E[] => [...entries].sort((a, b) => a.at - b.at);

const record: Mover<CoupleRecord> = {
  none: emptyRecord,
  put: (to, from, { entries, readers }) => {
    const ids = new Set(entries);
    const asked = from.answers.map((answer) =>
      readers === 'kept' || answer.reader === null ? answer : { ...answer, reader: 'facilitator' as const, asks: [] },
    );
    return {
      ...to,
      consents: byTime(withThose(to.consents, from.consents, ids)),
      answers: withThose(to.answers, asked, ids),
      marks: withThose(to.marks, from.marks, ids),
      handed: byTime(withThose(to.handed, from.handed, ids)),
      removed: [...withoutMarks(to, ids)],
    };
  },
  take: (from, { entries }, at) => withoutEntries(from, new Set(entries), at),
};

const charter: Mover<Charter> = {
  none: emptyCharter,
  put: (to, from, { entries }) => {
    const ids = new Set(entries);
    // Wordings of a clause that stays come as a clause of their own.
    const worded = from.clauses.flatMap((clause) => (ids.has(clause.id) ? [] : (clauseOf(clause, ids) ?? [])));
    // What is being written of a clause goes along with it.
    const written = from.writings.filter(({ id, clause }) => ids.has(id) || (clause !== null && ids.has(clause)));
    return {
      ...to,
      clauses: withThose(to.clauses, [...from.clauses, ...worded], ids),
      writings: withThose(to.writings, written, new Set(written.map(({ id }) => id))),
      removed: withoutMarks(to, ids),
    };
  },
  take: (from, { entries }, at) => withoutClauses(from, new Set(entries), at),
};

const practice: Mover<Practice> = {
  none: emptyPractice,
  put: (to, from, { entries, readers }) => {
    const ids = new Set(entries);
    const asked = from.entries.map(
      (entry): PracticeEntry =>
        readers === 'kept' || entry.reader === null ? entry : { ...entry, reader: 'facilitator', asks: [] },
    );
    return {
      ...to,
      entries: withThose(to.entries, asked, ids),
      pages: withThose(to.pages, from.pages, ids),
      removed: withoutMarks(to, ids),
    };
  },
  take: (from, { entries }, at) => withoutPractised(from, new Set(entries), at),
};

export const movers: { readonly [D in MovedDocument]: Mover<MovedBodies[D]> } = {
  record,
  charter,
  practice,
};
