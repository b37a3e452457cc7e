import type { Answer } from '../../couple/answer';
import { isAt } from '../../couple/answer-rules';
import { isWithheld } from '../../couple/audience';
import { answerAt, type CoupleRecord } from '../../couple/record';
import type { Refusal } from '../protocol/refusal-code';
import { withoutSheet } from '../state/drafts';
import type { Session } from '../state/session';
import { withoutCommands } from '../state/undo-lists';
import type { Command } from './commands';
import { type Rules, refuse } from './context';
import { withMoves } from './moved';
import { needsAttendance, needsConsent, needsNothingUnderway } from './record-rules';
import { coupleOf } from './roster-rules';

type MoveCommand = Extract<Command, { type: 'record/move' }>;

interface Sheet {
  readonly from: CoupleRecord;
  readonly to: CoupleRecord;
  /** What the facilitator may take along. */
  readonly answers: readonly Answer[];
  /** What is kept from the facilitator stays where its owner wrote it. */
  readonly stays: readonly Answer[];
}

function sheetOf(session: Session, { id, to, retreat, exercise, owner }: MoveCommand): Sheet | null {
  const [from, target] = [session.records[id]?.record, session.records[to]?.record];
  if (from === undefined || target === undefined) return null;
  const written = from.answers.filter(
    (answer) =>
      answer.retreat === retreat && answer.exercise === exercise && (owner === undefined || answer.owner === owner),
  );
  const isKept = (answer: Answer): boolean => answer.reader === 'only-i' || isWithheld(from, answer);
  return {
    from,
    to: target,
    answers: written.filter((answer) => !isKept(answer)),
    stays: written.filter(isKept),
  };
}

/** Why the couple these words are to go to cannot take them as they are: a consent of theirs is missing, or something stands there. */
function refusedThere(session: Session, { to }: MoveCommand, sheet: Sheet): Refusal | null {
  const seat = coupleOf(session, to)?.seat ?? 0;
  for (const answer of sheet.answers) {
    const missing = needsConsent(session, sheet.to, answer, answer.value.kind);
    if (missing?.code === 'joint-consent-missing') return refuse('move-joint-consent-missing', { seat });
    if (missing !== null) return refuse('move-consent-missing', { seat, ...missing.values });
  }
  const there = sheet.answers.flatMap((answer) => answerAt(sheet.to, answer)?.asked ?? []);
  return there.length === 0 ? null : refuse('move-over-words', { seat, asked: [...new Set(there)].join(' · ') });
}

/** Its mark goes along with the whole of a sheet, where the other couple has none. */
function marksOf({ retreat, exercise, owner }: MoveCommand, { from, to, stays }: Sheet): readonly string[] {
  if (owner !== undefined || stays.length > 0) return [];
  const here = (mark: CoupleRecord['marks'][number]): boolean =>
    mark.retreat === retreat && mark.exercise === exercise && mark.mark === 'done';
  const isMarked = to.marks.some((mark) => mark.retreat === retreat && mark.exercise === exercise);
  return isMarked ? [] : from.marks.filter(here).map(({ id }) => id);
}

/** What was typed into the wrong couple goes to the right one. */
export const moveRules: Rules<MoveCommand['type']> = {
  'record/move': {
    refuse: (session, command) => {
      const { id, to, retreat } = command;
      if (id === to) return refuse('same-couple');
      const refused =
        needsAttendance(session, id, retreat) ??
        needsAttendance(session, to, retreat) ??
        needsNothingUnderway(session, id, to);
      const sheet = sheetOf(session, command);
      if (refused !== null || sheet === null) return refused;
      if (sheet.answers.length === 0) return refuse(sheet.stays.length === 0 ? 'nothing-written' : 'kept-private');
      return refusedThere(session, command, sheet);
    },
    apply: (session, command, context) => {
      const sheet = sheetOf(session, command);
      if (sheet === null) return session;
      const { id: from, to, retreat, exercise } = command;
      const marks = marksOf(command, sheet);
      const entries = [...sheet.answers.map(({ id }) => id), ...marks];
      const moved = withMoves(session, [{ document: 'record', from, to, entries, readers: 'anew' }], context);
      // What takes an edit of them back holds words, and would write them where they no longer are.
      const isOfThem = (edit: Command): boolean =>
        (edit.type === 'record/answer' && sheet.answers.some((answer) => isAt(edit, answer))) ||
        (edit.type === 'record/mark' && marks.length > 0 && edit.retreat === retreat && edit.exercise === exercise);
      const undoLists = [from, to].reduce(
        (lists, id) => withoutCommands(lists, { document: 'record', id }, isOfThem),
        moved.undoLists,
      );
      return { ...moved, undoLists, drafts: withoutSheet(moved.drafts, from, retreat, exercise) };
    },
  },
};
