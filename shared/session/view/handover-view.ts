import { z } from 'zod';
import { type Answer, answerValueSchema, readers } from '../../couple/answer';
import { needs } from '../../couple/answer-rules';
import { answersFor, isWithheld } from '../../couple/audience';
import { sixTests } from '../../couple/charter/clause';
import { mayWrite } from '../../couple/consent';
import {
  type AskedField,
  askedFor,
  type HandedPage,
  type HandoverView,
  type HandoverWords,
  handoverWordKeys,
} from '../../couple/handover-view';
import type { CoupleRecord } from '../../couple/record';
import { type CaptureField, type Scope, scopes } from '../../exercise/fields';
import type { Book } from '../commands/book';
import { ownWords } from '../commands/own-words';
import { practiceWords } from '../commands/practice-noted';
import type { HandedTo } from '../state/handover';
import type { Session } from '../state/session';
import { agreementsView, isJoint } from './agreements-view';
import { ownCopySchema, ownCopyView } from './own-copy-view';

/** The consent without which a field cannot be written to, or null. A field that asks for consent itself needs none. */
function missingFor(field: CaptureField, record: CoupleRecord, { side, retreat }: HandedTo): Scope | null {
  if (field.kind === 'consent') return null;
  const missing = needs(side, field.kind).find(({ scope }) => !mayWrite(record.consents, retreat, side, scope));
  return missing?.scope ?? null;
}

/** What this partner wrote themselves; of what they took back their consent for, nothing is shown here either. */
function ownAnswer(record: CoupleRecord, to: HandedTo, field: string): Pick<Answer, 'value' | 'reader'> | null {
  const own = answersFor(record, to.side).find(
    (answer) =>
      answer.owner === to.side &&
      answer.retreat === to.retreat &&
      answer.exercise === to.exercise &&
      answer.field === field,
  );
  if (own === undefined || own.value === null) return null;
  const { owner, value, reader } = own;
  return isWithheld(record, { owner, value }) ? null : { value, reader };
}

function fieldsFor(record: CoupleRecord, to: HandedTo, book: Book): readonly AskedField[] {
  const fields = (book.exercise(to.exercise ?? '')?.capture ?? []).filter(({ whose }) => whose === 'each');
  return fields.map((field, index) => {
    const own = ownAnswer(record, to, field.id);
    return {
      field,
      position: book.handover.position(index + 1, fields.length),
      value: own?.value ?? null,
      reader: own?.reader ?? null,
      missing: missingFor(field, record, to),
    };
  });
}

function pageOf(session: Session, to: HandedTo, book: Book): HandedPage | null {
  const open = session.records[to.couple];
  const couple = session.retreat?.couples.find(({ id }) => id === to.couple);
  const charter = session.charters[to.couple];
  const isRead = session.practices[to.couple] !== undefined;
  if (open === undefined || charter === undefined || couple === undefined || !isRead) return null;
  const { record } = open;
  const given = scopes.map((scope) => [scope, mayWrite(record.consents, to.retreat, to.side, scope)] as const);
  return {
    hello: book.handover.hello(couple[to.side].name),
    title: to.exercise === null ? book.handover.words.agreements : (book.exercise(to.exercise)?.title ?? ''),
    fields: fieldsFor(record, to, book),
    asked: [
      ...ownWords(session, to, book).map(({ id, kind, words }) => ({
        captured: id,
        into: 'agreement' as const,
        kind: book.handover.kind(kind),
        words,
      })),
      ...practiceWords(session, to, book).map(({ id, owner, noting, words }) => ({
        captured: id,
        into: owner === 'joint' ? ('joint' as const) : ('own' as const),
        kind: book.handover.practised(noting.kind),
        words,
      })),
    ],
    agreements: agreementsView(session, to, book),
    joint: isJoint(session, to),
    given: Object.fromEntries(given) as Record<Scope, boolean>,
    closed: (to.exercise === null ? charter : open).closed !== null,
    own: ownCopyView(session, book),
  };
}

/** What the page in a partner's hands is shown: what is theirs and of this exercise, and nothing else of any record (S9). */
export function handoverView(session: Session, book: Book): HandoverView {
  const { handover } = session;
  const words = { language: book.language, words: book.handover.words };
  if (handover?.kind !== 'open') return { ...words, state: handover?.kind === 'done' ? 'done' : 'locked', page: null };
  const page = pageOf(session, handover.to, book);
  return { ...words, state: page === null ? 'waiting' : 'open', page };
}

const text = z.string();
const base = { id: text, whose: z.literal('each'), label: text, optional: z.boolean() };
const fieldSchema: z.ZodType<CaptureField> = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.enum(['text', 'long-text', 'list', 'date', 'tally']) }),
  z.strictObject({ ...base, kind: z.literal('consent'), scopes: z.array(z.enum(scopes)) }),
  z.strictObject({ ...base, kind: z.literal('scale'), low: text, high: text }),
  z.strictObject({ ...base, kind: z.literal('choice'), options: z.array(text), several: z.boolean() }),
]);

const shape = <K extends string, T extends z.ZodType>(keys: readonly K[], of: T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, of])) as Record<K, T>);

export const handoverViewSchema: z.ZodType<HandoverView> = z.strictObject({
  language: text,
  words: shape(handoverWordKeys, text) satisfies z.ZodType<HandoverWords>,
  state: z.enum(['waiting', 'open', 'done', 'locked']),
  page: z
    .strictObject({
      hello: text,
      title: text,
      fields: z.array(
        z.strictObject({
          field: fieldSchema,
          position: text,
          value: answerValueSchema.nullable(),
          reader: z.enum(readers).nullable(),
          missing: z.enum(scopes).nullable(),
        }),
      ),
      asked: z.array(z.strictObject({ captured: text, into: z.enum(askedFor), kind: text, words: z.array(text) })),
      agreements: z.array(
        z.strictObject({
          clause: text,
          wording: text,
          kind: text,
          reads: z.array(text),
          changes: z.array(z.strictObject({ kind: z.enum(['kept', 'added', 'gone']), text })).nullable(),
          tests: z.array(z.strictObject({ test: z.enum(sixTests), label: text, ticked: z.boolean() })),
          given: z.boolean(),
          asks: z.boolean(),
          inForce: z.boolean(),
        }),
      ),
      joint: z.boolean(),
      given: shape(scopes, z.boolean()),
      closed: z.boolean(),
      own: ownCopySchema.nullable(),
    })
    .nullable(),
});
