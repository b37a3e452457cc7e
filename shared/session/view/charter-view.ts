import { z } from 'zod';
import { captures } from '../../couple/charter/captures';
import { isCharterWithheld } from '../../couple/charter/charter';
import { type CharterView, type ClauseView, charterFor, type WritingView } from '../../couple/charter/charter-view';
import { carriers, sixTests } from '../../couple/charter/clause';
import { type ClauseKindName, clauseKindNames } from '../../couple/charter/clause-kinds';
import { sayingSchema } from '../../couple/charter/clause-schema';
import { restrictionsIn } from '../../couple/charter/edit-rule';
import { helpRestrictionIn } from '../../couple/charter/help-restriction';
import { offersOf } from '../../couple/charter/offers';
import { sayingIn } from '../../couple/charter/writing';
import { writtenSchema } from '../../couple/charter/writing-schema';
import type { CoupleRecord } from '../../couple/record';
import { type Side, sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { OpenCharter, OpenRecord, Session } from '../state/session';

/** What an exercise left for a clause that is not in the charter yet: its words are in the record, and come with one action. */
export interface OfferView {
  /** The capture it is made by. */
  readonly id: string;
  readonly exercise: string;
  readonly kind: ClauseKindName;
  /** There is something that both may read. */
  readonly ready: boolean;
  /** Who has answers there that they have not shared with the partner. */
  readonly askFirst: readonly Side[];
}

/** A wording as it is being written, and what in it may keep somebody from help (S21). */
export type CheckedWriting = WritingView & { readonly restricts: readonly string[] };

/** A couple's charter as the facilitator may know it. */
export interface OpenCharterView extends Omit<CharterView, 'writings'> {
  readonly writings: readonly CheckedWriting[];
  readonly closed: OpenRecord['closed'];
  /** Of the retreat that is open. */
  readonly offers: readonly OfferView[];
}

const exercisesThatMake = [...new Set(captures.map(({ exercise }) => exercise))];
const captureOf = new Map(captures.map((capture) => [capture.id, capture]));

function offers(record: CoupleRecord, { charter }: OpenCharter, retreat: string, book: Book): readonly OfferView[] {
  if (isCharterWithheld(record.consents)) return [];
  return exercisesThatMake.flatMap((id) => {
    const exercise = book.exercise(id);
    if (exercise === undefined) return [];
    return offersOf(exercise, retreat, record.answers, charter.clauses).flatMap((offer) => {
      const made = captureOf.get(offer.id);
      if (made === undefined) return [];
      const { kind } = made;
      return [{ id: offer.id, exercise: id, kind, ready: offer.saying !== null, askFirst: offer.askFirst }];
    });
  });
}

/** Half-written words are looked through once while they stay the same, whatever changes around them. */
const lookedThrough = new WeakMap<
  WritingView['written']['texts'],
  { readonly book: Book; readonly restricts: readonly string[] }
>();

function restrictsOf(written: WritingView['written'], book: Book): readonly string[] {
  const before = lookedThrough.get(written.texts);
  if (before?.book === book) return before.restricts;
  const restricts = restrictionsIn(sayingIn(written), (text, closed) =>
    helpRestrictionIn(book.helpWords)(text, closed),
  );
  lookedThrough.set(written.texts, { book, restricts });
  return restricts;
}

interface Looked {
  readonly record: CoupleRecord;
  readonly retreat: string;
  readonly book: Book;
  readonly view: OpenCharterView;
}

/** A charter is looked at once while all that shows in it stays the same: what has not changed is the same object. */
const looked = new WeakMap<OpenCharter, Looked>();

function look(open: OpenCharter, record: CoupleRecord, retreat: string, book: Book): OpenCharterView {
  const before = looked.get(open);
  if (before?.record === record && before.retreat === retreat && before.book === book) return before.view;
  const charter = charterFor(open.charter, record.consents, 'facilitator');
  const view = {
    ...charter,
    writings: charter.writings.map((writing) => ({ ...writing, restricts: restrictsOf(writing.written, book) })),
    closed: open.closed,
    offers: offers(record, open, retreat, book),
  };
  looked.set(open, { record, retreat, book, view });
  return view;
}

/** The charters of the couples whose record is open, by couple id. */
export function chartersView(session: Session, book: Book): Readonly<Record<string, OpenCharterView>> {
  const shown = session.shownRecords.whole.flatMap((id) => {
    const open = session.charters[id];
    const record = session.records[id];
    if (open === undefined || record === undefined) return [];
    return [[id, look(open, record.record, session.retreat?.id ?? '', book)] as const];
  });
  return Object.fromEntries(shown);
}

const text = z.string();
const bySide = <T extends z.ZodType>(schema: T) => z.strictObject({ A: schema, B: schema });

const wordingSchema = z.strictObject({ id: text, at: z.number(), saying: sayingSchema, carriedBy: z.enum(carriers) });

const lackSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(['missing', 'no-clock-time']), field: text }),
  z.strictObject({ code: z.enum(['timeout-too-short', 'timeout-too-long', 'check-in-too-short']) }),
  z.strictObject({ code: z.enum(['guards-nothing', 'guards-draft', 'with-facilitator']) }),
  z.strictObject({ code: z.literal('tests-open'), open: z.number(), of: z.number() }),
  z.strictObject({ code: z.enum(['waits-for', 'confirm-alone']), side: z.enum(sides) }),
]);

const consentsSchema = bySide(z.strictObject({ at: z.number(), paper: text.nullable() }).nullable());

const clauseViewSchema: z.ZodType<ClauseView> = z.strictObject({
  id: text,
  retreat: text,
  now: wordingSchema,
  earlier: z.array(wordingSchema.extend({ consents: consentsSchema })),
  inForce: z.boolean(),
  lacks: z.array(lackSchema),
  bound: z.boolean(),
  ticks: bySide(z.array(z.enum(sixTests)).nullable()),
  consents: consentsSchema,
  help: z.strictObject({ restricts: z.array(text), confirmed: bySide(text.nullable()) }).nullable(),
  review: text.nullable(),
});

const writingViewSchema: z.ZodType<CheckedWriting> = z.strictObject({
  clause: text.nullable(),
  written: writtenSchema,
  restricts: z.array(text),
});

export const charterViewSchema: z.ZodType<OpenCharterView> = z.strictObject({
  withheld: z.boolean(),
  clauses: z.array(clauseViewSchema),
  writings: z.array(writingViewSchema),
  closed: z.enum(['newer', 'unread']).nullable(),
  offers: z.array(
    z.strictObject({
      id: text,
      exercise: text,
      kind: z.enum(clauseKindNames),
      ready: z.boolean(),
      askFirst: z.array(z.enum(sides)),
    }),
  ),
});
