import type { AnswerPlace, AnswerValue } from '../../couple/answer';
import { fits, isAt, isEmpty, isSide, needs, ownersOf } from '../../couple/answer-rules';
import { isWithheld } from '../../couple/audience';
import { mayWrite, withConsent } from '../../couple/consent';
import {
  answerAt,
  archivedAt,
  type CoupleRecord,
  type HadReader,
  markOf,
  withAnswer,
  withMark,
  withReader,
  withReaderHad,
} from '../../couple/record';
import type { CaptureField } from '../../exercise/fields';
import { partnersOf } from '../../retreat/retreat';
import type { Side } from '../../room/wall';
import { couplesOf } from '../documents/underway';
import type { Refusal } from '../protocol/refusal-code';
import { withoutHalf, withoutWordsOf } from '../state/drafts';
import { neededCharters, neededRecords, type OpenRecord, type Session, type ShownRecords } from '../state/session';
import type { Book } from './book';
import type { Command } from './commands';
import { type Context, never, type Rules, refuse } from './context';
import { needsOpen, waitingWith } from './open-documents';

/**
 * What takes an edit of an answer back also knows who might read it, and since when. No page can say that: of a command that comes in
 * its schema leaves nothing but what any page may say.
 */
type AnswerEdit = Extract<Command, { type: 'record/answer' }> & { readonly had?: HadReader };

type RecordCommand = Exclude<
  Extract<Command, { type: `record/${string}` | `records/${string}` }>,
  { type: 'record/move' | 'record/delete' }
>;

/** The record of a couple, if it is open and may be written to. */
export const needsRecord = (session: Session, id: string): Refusal | null => needsOpen(session.records[id]);

/** Why no words may leave these couples' documents just now, or null: what is on its way is on the disk first. */
export const needsNothingUnderway = ({ underway }: Session, ...couples: readonly string[]): Refusal | null =>
  underway.flatMap(couplesOf).some((couple) => couples.includes(couple)) ? refuse('still-moving') : null;

/** A retreat writes to the couples on its roster; of another one only what is there already is changed. */
export function needsAttendance(session: Session, id: string, retreat: string): Refusal | null {
  const refused = needsRecord(session, id);
  if (refused !== null) return refused;
  if (session.retreat?.id === retreat) {
    return session.retreat.couples.some((couple) => couple.id === id) ? null : refuse('no-such-couple');
  }
  const record = session.records[id]?.record;
  const entries = record === undefined ? [] : [...record.consents, ...record.answers];
  return entries.some((entry) => entry.retreat === retreat) ? null : refuse('no-such-retreat');
}

export const fieldOf = (
  book: Book,
  { exercise, field }: Pick<AnswerPlace, 'exercise' | 'field'>,
): CaptureField | undefined => book.exercise(exercise)?.capture.find(({ id }) => id === field);

/** Whether this partner comes to the retreat that is open: of a couple of one the other is nobody, whose yes is nobody's. */
export function comes(session: Session, id: string, side: Side): boolean {
  const couple = session.retreat?.couples.find((one) => one.id === id);
  return couple === undefined || partnersOf(couple).includes(side);
}

/** S8: which consent is missing for this to be written, as a reason. */
export function needsConsent(
  session: Session,
  record: CoupleRecord,
  place: Pick<AnswerPlace, 'retreat' | 'owner'>,
  kind: AnswerValue['kind'],
): Refusal | null {
  const here = session.retreat?.id === place.retreat;
  const missing = needs(place.owner, kind).filter(
    ({ side, scope }) =>
      !mayWrite(record.consents, place.retreat, side, scope) || (here && !comes(session, record.id, side)),
  );
  const [first] = missing;
  if (first === undefined) return null;
  return place.owner === 'joint' ? refuse('joint-consent-missing') : refuse('consent-missing', { side: first.side });
}

export const withRecord = (session: Session, id: string, change: (record: CoupleRecord) => CoupleRecord): Session => {
  const open = session.records[id];
  if (open === undefined) return session;
  const record = change(open.record);
  if (record === open.record) return session;
  return {
    ...session,
    records: { ...session.records, [id]: { ...open, record } },
    unsavedRecords: waitingWith(session.unsavedRecords, id),
  };
};

export const stampOf = ({ id, now, device }: Context) => ({ id, at: now.wall, device });

/** The session without the documents of couples that nothing shows any more: they leave memory. */
export function kept(session: Session): Session {
  const needed = neededRecords(session);
  const written = neededCharters(session);
  const records = Object.entries(session.records).filter(([id]) => needed.has(id));
  const charters = Object.entries(session.charters).filter(([id]) => written.has(id));
  const practices = Object.entries(session.practices).filter(([id]) => written.has(id));
  return {
    ...session,
    records: Object.fromEntries(records),
    charters: Object.fromEntries(charters),
    practices: Object.fromEntries(practices),
  };
}

const showing = (session: Session, shownRecords: ShownRecords): Session => kept({ ...session, shownRecords });

/** The session with a record that was read, unless it is no longer shown, or is there already: what is in memory is newer. */
export function withRecordRead(session: Session, { record, closed }: OpenRecord): Session {
  if (session.records[record.id] !== undefined || !neededRecords(session).has(record.id)) return session;
  return { ...session, records: { ...session.records, [record.id]: { record, closed } } };
}

/** Of couples that were removed nothing stays (S12). */
export function withoutRecords(session: Session, gone: readonly string[]): Session {
  const stays = (id: string): boolean => !gone.includes(id);
  const { sheets, whole } = session.shownRecords;
  return {
    ...showing(session, { sheets: sheets.filter(stays), whole: whole.filter(stays) }),
    unsavedRecords: session.unsavedRecords.filter(stays),
    unsavedCharters: session.unsavedCharters.filter(stays),
    unsavedPractices: session.unsavedPractices.filter(stays),
  };
}

/** What a couple consents to and answers. Only a record that is open is written to, and only what was consented to (S8). */
export const recordRules: Rules<RecordCommand['type']> = {
  'records/show': {
    refuse: never,
    apply: (session, { sheets, whole }) => showing(session, { sheets, whole }),
  },
  'record/consent': {
    refuse: (session, { id, retreat, side, given }) =>
      needsAttendance(session, id, retreat) ??
      (given && !comes(session, id, side) ? refuse('no-such-partner', { side }) : null),
    apply: (session, { id, retreat, side, scope, given }, context) => {
      const said = withRecord(session, id, (record) => {
        const consents = withConsent(record.consents, side, scope, given, { ...stampOf(context), retreat });
        return consents === record.consents ? record : { ...record, consents: [...consents] };
      });
      // What was half typed of somebody's words goes with their consent: nobody can say any more whose it was to be.
      return given || scope === 'export' ? said : { ...said, drafts: withoutWordsOf(said.drafts, id) };
    },
  },
  'record/answer': {
    refuse: (session, { id, value, ...place }, { book }) => {
      const refused = needsAttendance(session, id, place.retreat);
      const record = session.records[id]?.record;
      if (refused !== null || record === undefined) return refused;
      const before = answerAt(record, place);
      if (before?.reader === 'only-i') return refuse('kept-private');
      if (before !== null && isWithheld(record, before)) return needsConsent(session, record, place, before.value.kind);
      if (value === null || isEmpty(value)) return null;
      const field = fieldOf(book, place);
      if (field === undefined || !ownersOf(field.whose).includes(place.owner) || !fits(field, value)) {
        return refuse('no-such-field');
      }
      return needsConsent(session, record, place, value.kind);
    },
    apply: (session, command, context) => {
      const { id, value, type: _, had, ...place }: AnswerEdit = command;
      const said = withRecord(session, id, (record) => {
        const asked = fieldOf(context.book, place)?.label ?? answerAt(record, place)?.asked ?? '';
        // What a facilitator types they have read (S9).
        const written = withAnswer(record, place, { value, asked, reader: 'facilitator' }, stampOf(context));
        return had === undefined ? written : withReaderHad(written, place, had);
      });
      return { ...said, drafts: withoutHalf(said.drafts, id, place) };
    },
    inverse: (session, command) => {
      const { id, value: _, type, had: __, ...place }: AnswerEdit = command;
      const record = session.records[id]?.record;
      if (record === undefined) return null;
      const before = answerAt(record, place);
      const back: AnswerEdit = { type, id, ...place, value: before?.value ?? null };
      return before === null ? back : { ...back, had: { reader: before.reader, asks: before.asks } };
    },
    edits: ({ id }) => ({ document: 'record', id }),
    // The whole of what is typed into one answer is one edit.
    continues: (last, next) => last.type === 'record/answer' && isAt(last, next),
  },
  'record/mark': {
    refuse: (session, { id, retreat, exercise }, { book }) =>
      needsAttendance(session, id, retreat) ??
      (book.exercise(exercise) === undefined ? refuse('no-such-exercise') : null),
    apply: (session, { id, retreat, exercise, mark }, context) =>
      withRecord(session, id, (record) => withMark(record, exercise, mark, { ...stampOf(context), retreat })),
    inverse: (session, { type, id, retreat, exercise }) => {
      const record = session.records[id]?.record;
      return record === undefined ? null : { type, id, retreat, exercise, mark: markOf(record, retreat, exercise) };
    },
    edits: ({ id }) => ({ document: 'record', id }),
  },
  'record/archive': {
    refuse: (session, { id }) => needsRecord(session, id),
    apply: (session, { id, archived: is }, { now, device }) =>
      withRecord(session, id, (record) =>
        is === (archivedAt(record) !== null) ? record : { ...record, archived: { is, at: now.wall, device } },
      ),
    inverse: (session, { id, archived, type }) => {
      const record = session.records[id]?.record;
      return record === undefined || archived === (archivedAt(record) !== null)
        ? null
        : { type, id, archived: !archived };
    },
    edits: ({ id }) => ({ document: 'record', id }),
  },
  // There is no way back by undo: it would let somebody read again what its owner closed.
  'record/reader': {
    refuse: (session, { id, answer }) => {
      const refused = needsRecord(session, id);
      const record = session.records[id]?.record;
      if (refused !== null || record === undefined) return refused;
      const found = record.answers.find((one) => one.id === answer);
      if (found === undefined || !isSide(found.owner)) return refuse('no-such-field');
      if (found.reader === 'only-i') return refuse('kept-private');
      return isWithheld(record, found) ? needsConsent(session, record, found, found.value.kind) : null;
    },
    apply: (session, { id, answer, reader, on }, { now }) =>
      withRecord(session, id, (record) => withReader(record, answer, reader, on, now.wall)),
  },
};
