import { z } from 'zod';
import { idSchema } from '../room/id-schema';
import type { Side } from '../room/wall';
import { type Answer, type AnswerPlace, type AnswerValue, answerSchema, type Reader } from './answer';
import { isAt, isEmpty, isSide, needs } from './answer-rules';
import { consentActSchema } from './consent';
import { deviceSchema, type Entry, entryLists, entrySchema, type Removed, removedSchema, type Stamp } from './entry';
import { type Handed, handedSchema } from './handed';

/** How an exercise went for a couple, said by the facilitator. Administrative: it says nothing about what anyone wrote, and no reason (S14). */
export const marks = ['done', 'passed', 'skipped', 'private-timeout'] as const;
export type Mark = (typeof marks)[number];

const markedSchema = entrySchema.extend({ exercise: idSchema, mark: z.enum(marks) });

/** The most entries of a sort that a record holds. */
const mostEntries = 200_000;

const sorts = ['consents', 'answers', 'marks', 'handed'] as const;

/** All of a record that has an id of its own, which it keeps wherever it goes. */
export const entriesIn = (record: Readonly<Record<(typeof sorts)[number], readonly Entry[]>>): readonly Entry[] =>
  sorts.flatMap((sort) => record[sort]);

export const recordLists = entryLists(
  {
    consents: mostEntries,
    answers: mostEntries,
    marks: mostEntries,
    handed: mostEntries,
    removed: mostEntries,
  },
  sorts,
);

/** A couple's record: what was consented to, answered and handed out, over every retreat it came to. */
export const recordSchema = z
  .strictObject({
    /** The couple's. */
    id: idSchema,
    consents: z.array(consentActSchema),
    answers: z.array(answerSchema),
    marks: z.array(markedSchema),
    handed: z.array(handedSchema),
    removed: z.array(removedSchema),
    /** Whether the couple is out of the list of all couples; null where nobody ever said. */
    archived: z.strictObject({ is: z.boolean(), at: z.number().int().nonnegative(), device: deviceSchema }).nullable(),
  })
  .refine(recordLists.together);
export type CoupleRecord = z.infer<typeof recordSchema>;

/** What its partners said: what couples take home is made of this and nothing else of a record. */
export type Said = Pick<CoupleRecord, 'consents' | 'answers'>;

export const emptyRecord = (id: string): CoupleRecord => ({
  id,
  consents: [],
  answers: [],
  marks: [],
  handed: [],
  removed: [],
  archived: null,
});

/** When the couple was put out of the list of all couples, epoch milliseconds; null while it is in it. */
export const archivedAt = ({ archived }: Pick<CoupleRecord, 'archived'>): number | null =>
  archived?.is === true ? archived.at : null;

/** The record of a couple that is back in the list of all couples. */
export const unarchived = (record: CoupleRecord, { at, device }: Pick<Stamp, 'at' | 'device'>): CoupleRecord =>
  archivedAt(record) === null ? record : { ...record, archived: { is: false, at, device } };

export const answerAt = (record: CoupleRecord, place: AnswerPlace): Answer | null =>
  record.answers.find((answer) => isAt(answer, place)) ?? null;

/** The record without these entries; of each a mark without words stays. */
export function withoutEntries(record: CoupleRecord, ids: ReadonlySet<string>, at: number): CoupleRecord {
  const gone = entriesIn(record).filter(({ id }) => ids.has(id));
  if (gone.length === 0) return record;
  const removed: Removed[] = gone.map(({ id }) => ({ id, at }));
  return {
    ...record,
    consents: record.consents.filter(({ id }) => !ids.has(id)),
    answers: record.answers.filter(({ id }) => !ids.has(id)),
    marks: record.marks.filter(({ id }) => !ids.has(id)),
    handed: record.handed.filter(({ id }) => !ids.has(id)),
    removed: [...record.removed, ...removed],
  };
}

/**
 * The record with what was answered there; an empty answer is removed. What is new is read by nobody beyond `reader` until its owner
 * widens it; what stands keeps its reader.
 */
export function withAnswer(
  record: CoupleRecord,
  place: AnswerPlace,
  said: { readonly value: AnswerValue | null; readonly asked: string; readonly reader: Reader },
  stamp: Omit<Stamp, 'retreat'>,
): CoupleRecord {
  const before = answerAt(record, place);
  if (said.value === null || isEmpty(said.value)) {
    return before === null ? record : withoutEntries(record, new Set([before.id]), stamp.at);
  }
  const { value, asked } = said;
  if (before !== null) {
    const after: Answer = { ...before, value, asked, at: stamp.at, device: stamp.device };
    return { ...record, answers: record.answers.map((answer) => (answer === before ? after : answer)) };
  }
  const reader = isSide(place.owner) ? said.reader : null;
  return { ...record, answers: [...record.answers, { ...stamp, ...place, value, asked, reader, asks: [] }] };
}

/** The record with another reader for an answer, as its owner asked on that day. */
export function withReader(record: CoupleRecord, id: string, reader: Reader, on: string, at: number): CoupleRecord {
  return {
    ...record,
    answers: record.answers.map((answer) =>
      answer.id === id ? { ...answer, reader, asks: [...answer.asks, { reader, on, at }] } : answer,
    ),
  };
}

/** Who might read an answer, and how its owner said so. */
export type HadReader = Pick<Answer, 'reader' | 'asks'>;

/**
 * The record with the reader that an answer had when it was emptied or typed over, now that it is back. What its owner has said since
 * about who may read it holds.
 */
export function withReaderHad(record: CoupleRecord, place: AnswerPlace, had: HadReader): CoupleRecord {
  const back = answerAt(record, place);
  if (back === null || back.asks.length > 0 || had.asks.length === 0) return record;
  const after: Answer = { ...back, reader: had.reader, asks: had.asks };
  return { ...record, answers: record.answers.map((answer) => (answer === back ? after : answer)) };
}

export const markOf = (record: CoupleRecord, retreat: string, exercise: string): Mark | null =>
  record.marks.find((one) => one.retreat === retreat && one.exercise === exercise)?.mark ?? null;

/** The record with this mark for an exercise, or with none. */
export function withMark(record: CoupleRecord, exercise: string, mark: Mark | null, stamp: Stamp): CoupleRecord {
  const before = record.marks.find((one) => one.retreat === stamp.retreat && one.exercise === exercise);
  if (mark === (before?.mark ?? null)) return record;
  if (mark === null) return before === undefined ? record : withoutEntries(record, new Set([before.id]), stamp.at);
  const after =
    before === undefined ? { ...stamp, exercise, mark } : { ...before, mark, at: stamp.at, device: stamp.device };
  return { ...record, marks: [...record.marks.filter((one) => one !== before), after] };
}

/** The record with one more file that was handed out. */
export const withHanded = (
  record: CoupleRecord,
  { format, version }: Pick<Handed, 'format' | 'version'>,
  stamp: Stamp,
): CoupleRecord => ({ ...record, handed: [...record.handed, { ...stamp, format, version }] });

/** What is deleted of a partner, or of what is joint: all of it, or what the consent to measures is for. */
export const deletables = ['all', 'measures'] as const;
export type Deletable = (typeof deletables)[number];

/** The ids of what may be deleted on the word of one partner (S8): their own answers, or by either of them the joint ones. */
export const idsOf = ({ answers }: CoupleRecord, owner: Side | 'joint', what: Deletable): ReadonlySet<string> =>
  new Set(
    answers
      .filter((answer) => answer.owner === owner)
      .filter(({ value }) => what === 'all' || needs(owner, value.kind).some(({ scope }) => scope === 'measures'))
      .map(({ id }) => id),
  );
