import { z } from 'zod';
import { answerSchema } from '../../couple/answer';
import { type AnswerView, answersFor } from '../../couple/audience';
import { consentActSchema, type Standing, standingOf } from '../../couple/consent';
import { type Handed, handedSchema } from '../../couple/handed';
import { type Progress, progressOf } from '../../couple/progress';
import { archivedAt, type CoupleRecord, marks } from '../../couple/record';
import { type Scope, scopes } from '../../exercise/fields';
import { partnersOf } from '../../retreat/retreat';
import { type Side, sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { OpenRecord, Session } from '../state/session';

/** A couple as the whole room is looked at: what was consented to, and how each exercise stands; no word of what anyone wrote. */
export interface SheetView {
  readonly closed: OpenRecord['closed'];
  /** As they stand at the retreat that is open. */
  readonly consents: Readonly<Record<Side, Readonly<Record<Scope, Standing>>>>;
  /** By exercise; those of which there is nothing are left out. */
  readonly progress: Readonly<Record<string, Progress>>;
}

/** A couple's record as the facilitator may know it. */
export interface RecordView {
  readonly sheet: SheetView;
  readonly answers: readonly AnswerView[];
  /** The history of its consents, oldest first. */
  readonly acts: CoupleRecord['consents'];
  /** What was handed out, oldest first. */
  readonly handed: readonly Handed[];
  /** When the couple was put out of the list of all couples, epoch milliseconds; null while it is in it. */
  readonly archivedAt: number | null;
}

/** What a record is looked at beside: where the retreat, the book and who is there stay the same, so does what is seen. */
interface Beside {
  readonly retreat: string;
  readonly book: Book;
  readonly partners: readonly Side[];
}

function besideOf({ retreat }: Session, book: Book, id: string): Beside {
  const couple = retreat?.couples.find((one) => one.id === id);
  return { retreat: retreat?.id ?? '', book, partners: couple === undefined ? sides : partnersOf(couple) };
}

function sheetOf({ record, closed }: OpenRecord, { retreat, book, partners }: Beside): SheetView {
  const standing = (side: Side) =>
    Object.fromEntries(scopes.map((scope) => [scope, standingOf(record.consents, retreat, side, scope)])) as Record<
      Scope,
      Standing
    >;
  const here = [...record.marks, ...record.answers].filter((entry) => entry.retreat === retreat);
  const progress = [...new Set(here.map(({ exercise }) => exercise))].map(
    (exercise) =>
      [exercise, progressOf(record, retreat, exercise, book.exercise(exercise)?.capture ?? [], partners)] as const,
  );
  return {
    closed,
    consents: { A: standing('A'), B: standing('B') },
    progress: Object.fromEntries(progress.filter((one): one is [string, Progress] => one[1] !== null)),
  };
}

/** Each record is looked at once while it and what it is looked at beside stay the same: what has not changed is the same object. */
function perRecord<V>(look: (open: OpenRecord, beside: Beside) => V) {
  const known = new WeakMap<OpenRecord, Beside & { readonly view: V }>();
  return (open: OpenRecord, beside: Beside): V => {
    const before = known.get(open);
    const { retreat, book, partners } = beside;
    if (before?.retreat === retreat && before.book === book && before.partners.join() === partners.join()) {
      return before.view;
    }
    const view = look(open, beside);
    known.set(open, { ...beside, view });
    return view;
  };
}

const sheet = perRecord(sheetOf);
const whole = perRecord(
  (open, beside): RecordView => ({
    sheet: sheet(open, beside),
    answers: answersFor(open.record, 'facilitator'),
    acts: open.record.consents,
    handed: open.record.handed,
    archivedAt: archivedAt(open.record),
  }),
);

function shown<V>(
  session: Session,
  book: Book,
  ids: readonly string[],
  look: (open: OpenRecord, beside: Beside) => V,
): Readonly<Record<string, V>> {
  const there = ids.flatMap((id) => {
    const open = session.records[id];
    return open === undefined ? [] : [[id, look(open, besideOf(session, book, id))] as const];
  });
  return Object.fromEntries(there);
}

/** The couples' sheets that the console shows, by couple id. */
export const sheetsView = (session: Session, book: Book): Readonly<Record<string, SheetView>> =>
  shown(session, book, session.shownRecords.sheets, sheet);

/** The records that the console has open, by couple id. */
export const recordsView = (session: Session, book: Book): Readonly<Record<string, RecordView>> =>
  shown(session, book, session.shownRecords.whole, whole);

const moment = z.number().nullable();
const standingSchema = z.strictObject({ givenAt: moment, earlierAt: moment, withdrawnAt: moment });
const standingsSchema = z.strictObject({ record: standingSchema, measures: standingSchema, export: standingSchema });

export const sheetViewSchema: z.ZodType<SheetView> = z.strictObject({
  closed: z.enum(['newer', 'unread']).nullable(),
  consents: z.strictObject(
    Object.fromEntries(sides.map((side) => [side, standingsSchema])) as Record<Side, typeof standingsSchema>,
  ),
  progress: z.record(z.string(), z.enum([...marks, 'in-progress'])),
});

const answerViewSchema: z.ZodType<AnswerView> = z.strictObject({
  ...answerSchema.omit({ asks: true, device: true, value: true }).shape,
  value: answerSchema.shape.value.nullable(),
  closed: z.enum(['only-i', 'withheld']).nullable(),
});

export const recordViewSchema: z.ZodType<RecordView> = z.strictObject({
  sheet: sheetViewSchema,
  answers: z.array(answerViewSchema),
  acts: z.array(consentActSchema),
  handed: z.array(handedSchema),
  archivedAt: moment,
});
