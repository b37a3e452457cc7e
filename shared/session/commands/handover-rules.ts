import type { AnswerPlace } from '../../couple/answer';
import { fits, isAt, isEmpty, ownersOf } from '../../couple/answer-rules';
import { isWithheld } from '../../couple/audience';
import { wordingOf } from '../../couple/charter/clause';
import type { CharterEdit } from '../../couple/charter/edit-rule';
import { withConsent } from '../../couple/consent';
import { answerAt, markOf, withAnswer, withMark, withReader } from '../../couple/record';
import { dateOf } from '../../retreat/schedule';
import { withoutHalf, withoutWordsOf } from '../state/drafts';
import type { HandedTo } from '../state/handover';
import type { Session } from '../state/session';
import { withoutCommands } from '../state/undo-lists';
import { refuseCharterEdit, withCharterEdit } from './charter-rules';
import { type Context, type Rules, refuse } from './context';
import { type HandoverCommand, handed, inHands } from './handed';
import { ownCopyRules } from './own-copy-rules';
import { ownWords } from './own-words';
import { practiceWords, refuseNoting, withNoted } from './practice-noted';
import { withoutDialog } from './print-job-rules';
import { fieldOf, needsConsent, needsRecord, stampOf, withRecord } from './record-rules';

/** Where a field of theirs is kept; where they are asked nothing of an exercise there is no such field. */
const placeOf = (to: HandedTo, field: string): AnswerPlace => ({
  retreat: to.retreat,
  exercise: to.exercise ?? '',
  field,
  owner: to.side,
});

type Of<T> = Extract<HandoverCommand, { type: T }>;

/** What takes back an older edit of the same answer would write over its owner's words. */
const withoutEdits = (session: Session, id: string, place: AnswerPlace): Session => ({
  ...session,
  undoLists: withoutCommands(
    session.undoLists,
    { document: 'record', id },
    (command) => command.type === 'record/answer' && isAt(command, place),
  ),
});

/** The edit of the charter that a partner asks for: theirs, whatever their page says. */
const ticking = (to: HandedTo, { clause, wording, test, ticked }: Of<'handover/tick'>) =>
  ({ type: 'charter/tick', id: to.couple, retreat: to.retreat, side: to.side, clause, wording, test, ticked }) as const;
const agreeing = (to: HandedTo, { clause, wording, given }: Of<'handover/agree'>) =>
  ({
    type: 'charter/consent',
    id: to.couple,
    retreat: to.retreat,
    side: to.side,
    clause,
    wording,
    given,
    paper: null,
  }) as const;

/** What would take back an older word of the same partner about a clause would speak over them. */
const withoutSaid = (session: Session, { couple, side }: HandedTo, clause: string): Session => ({
  ...session,
  undoLists: withoutCommands(
    session.undoLists,
    { document: 'charter', id: couple },
    (command) =>
      (command.type === 'charter/tick' || command.type === 'charter/consent') &&
      command.clause === clause &&
      command.side === side,
  ),
});

/** The edit that makes a draft of what this partner was asked for, or null where there is nothing of theirs to ask for. */
function drafting(
  session: Session,
  { couple, retreat, side }: HandedTo,
  { captured }: Of<'handover/draft'>,
  { book }: Context,
): CharterEdit | null {
  const asked = ownWords(session, { couple, retreat, side }, book).find(({ id }) => id === captured);
  if (asked === undefined) return null;
  const { saying, review, clause } = asked;
  if (clause === null) return { type: 'charter/add', id: couple, retreat, saying, carriedBy: 'both', review, captured };
  const before = session.charters[couple]?.charter.clauses.find(({ id }) => id === clause);
  const carriedBy = before === undefined ? 'both' : wordingOf(before).carriedBy;
  return { type: 'charter/edit', id: couple, retreat, clause, saying, carriedBy };
}

/** What this partner was asked for that becomes an entry of practice, or null where there is nothing of theirs to ask for. */
const noting = (session: Session, to: HandedTo, { captured }: Of<'handover/draft'>, { book }: Context) =>
  practiceWords(session, to, book).find(({ id }) => id === captured) ?? null;

/**
 * What a partner does who has the laptop. None of it enters the console's undo, and the answers start at *only I* (S9). Couple, side and
 * exercise are the session's, never the page's.
 */
export const handoverRules: Rules<HandoverCommand['type']> = {
  'handover/begin': {
    refuse: (session, { id, retreat, exercise }, { book }) => {
      if (session.handover !== null) return refuse('handed-over');
      if (!session.hasPin) return refuse('pin-missing');
      if (session.retreat?.id !== retreat) return refuse('no-such-retreat');
      if (!session.retreat.couples.some((couple) => couple.id === id)) return refuse('no-such-couple');
      if (exercise === null) return null;
      const capture = book.exercise(exercise)?.capture ?? [];
      return capture.some(({ whose }) => whose === 'each') ? null : refuse('nothing-to-hand-over');
    },
    // What the console showed goes with its page; it asks anew.
    apply: (session, { id, retreat, side, exercise }) =>
      inHands(
        {
          ...withoutDialog(session),
          shownRecords: { sheets: [], whole: [] },
          takeHome: { ...session.takeHome, shown: null, review: null },
        },
        { kind: 'opening', to: { couple: id, retreat, side, exercise } },
      ),
  },
  'handover/answer': handed<'handover/answer'>({
    refuse: (session, to, { field, value }, { book }) => {
      const refused = needsRecord(session, to.couple);
      const record = session.records[to.couple]?.record;
      if (refused !== null || record === undefined) return refused;
      const place = placeOf(to, field);
      const before = answerAt(record, place);
      if (before !== null && isWithheld(record, before)) return needsConsent(session, record, place, before.value.kind);
      if (value === null || isEmpty(value)) return null;
      const asked = fieldOf(book, place);
      if (asked === undefined || !ownersOf(asked.whose).includes(to.side) || !fits(asked, value)) {
        return refuse('no-such-field');
      }
      return needsConsent(session, record, place, value.kind);
    },
    apply: (session, to, { field, value }, context) => {
      const place = placeOf(to, field);
      const asked = fieldOf(context.book, place)?.label ?? '';
      const written = withRecord(session, to.couple, (record) =>
        withAnswer(record, place, { value, asked, reader: 'only-i' }, stampOf(context)),
      );
      const clear = withoutEdits(written, to.couple, place);
      return { ...clear, drafts: withoutHalf(clear.drafts, to.couple, place) };
    },
  }),
  'handover/reader': handed<'handover/reader'>({
    refuse: (session, to, { field }) => {
      const refused = needsRecord(session, to.couple);
      const record = session.records[to.couple]?.record;
      if (refused !== null || record === undefined) return refused;
      const place = placeOf(to, field);
      const found = answerAt(record, place);
      if (found === null) return refuse('nothing-written');
      return isWithheld(record, found) ? needsConsent(session, record, place, found.value.kind) : null;
    },
    apply: (session, to, { field, reader }, { now }) =>
      withRecord(session, to.couple, (record) => {
        const found = answerAt(record, placeOf(to, field));
        if (found === null || found.reader === reader) return record;
        return withReader(record, found.id, reader, dateOf(now.wall), now.wall);
      }),
  }),
  'handover/consent': handed<'handover/consent'>({
    refuse: (session, to) => needsRecord(session, to.couple),
    apply: (session, to, { scope, given }, context) => {
      const said = withRecord(session, to.couple, (record) => {
        const stamp = { ...stampOf(context), retreat: to.retreat };
        const consents = withConsent(record.consents, to.side, scope, given, stamp);
        return consents === record.consents ? record : { ...record, consents: [...consents] };
      });
      return given || scope === 'export' ? said : { ...said, drafts: withoutWordsOf(said.drafts, to.couple) };
    },
  }),
  'handover/tick': handed<'handover/tick'>({
    refuse: (session, to, command, context) => refuseCharterEdit(session, ticking(to, command), context),
    apply: (session, to, command, context) =>
      withoutSaid(withCharterEdit(session, ticking(to, command), context), to, command.clause),
  }),
  'handover/agree': handed<'handover/agree'>({
    refuse: (session, to, command, context) => refuseCharterEdit(session, agreeing(to, command), context),
    apply: (session, to, command, context) =>
      withoutSaid(withCharterEdit(session, agreeing(to, command), context), to, command.clause),
  }),
  'handover/draft': handed<'handover/draft'>({
    refuse: (session, to, command, context) => {
      const edit = drafting(session, to, command, context);
      if (edit !== null) return refuseCharterEdit(session, edit, context);
      return refuseNoting(session, to, noting(session, to, command, context));
    },
    apply: (session, to, command, context) => {
      const edit = drafting(session, to, command, context);
      if (edit !== null) return withCharterEdit(session, edit, context);
      const asked = noting(session, to, command, context);
      return asked === null ? session : withNoted(session, to, asked, context);
    },
  }),
  // A pass says nothing of who passed, and leaves alone what the couple has of this exercise already (S14).
  'handover/pass': handed<'handover/pass'>({
    refuse: (session, to) => needsRecord(session, to.couple),
    apply: (session, { couple, retreat, exercise }, _, context) => {
      if (exercise === null) return inHands(session, { kind: 'done' });
      const passed = withRecord(session, couple, (record) => {
        const begun = record.answers.some((answer) => answer.retreat === retreat && answer.exercise === exercise);
        if (begun || markOf(record, retreat, exercise) !== null) return record;
        return withMark(record, exercise, 'passed', { ...stampOf(context), retreat });
      });
      return inHands(passed, { kind: 'done' });
    },
  }),
  ...ownCopyRules,
  'handover/done': handed<'handover/done'>({
    refuse: () => null,
    apply: (session) => inHands(session, { kind: 'done' }),
  }),
};
