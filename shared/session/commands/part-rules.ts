import type { Move } from '../../couple/moving';
import { writtenAt } from '../../couple/parting';
import { withCouple } from '../../retreat/retreat';
import type { Refusal } from '../protocol/refusal-code';
import { withoutDraftsOf } from '../state/drafts';
import { withRetreat } from '../state/open-retreat';
import { notesToSave, type Session } from '../state/session';
import { withoutCouple } from '../state/undo-lists';
import { needsCharter } from './charter-rules';
import type { Command } from './commands';
import { type Rules, refuse } from './context';
import { coupleIdOf } from './make-retreat';
import { withMoves } from './moved';
import { needsPractice } from './practice-rules';
import { needsNothingUnderway, needsRecord } from './record-rules';
import { needsCouple } from './roster-rules';

type PartCommand = Extract<Command, { type: 'roster/part' }>;

/** What is not yet where it can be parted from: a letter of it would be lost. */
export function needsRest(session: Session, id: string): Refusal | null {
  if (notesToSave(session).includes(id)) return refuse('still-moving');
  const writings = session.charters[id]?.charter.writings ?? [];
  return writings.some(({ retreat }) => retreat === session.retreat?.id) ? refuse('clause-being-written') : null;
}

/**
 * What the two at this seat wrote at this retreat, by their entries. A consent taken back here was theirs, and goes with them: the couple
 * of then took nothing back. An agreement of then has again the wording it had, and what was said to it then: who reworded it or said yes
 * to it here was somebody else, and nothing is in force that its own couple did not agree to. What was worded here goes along, with what
 * was said to that wording; a yes to words of then goes to nobody, for the two who said it shall not be shown them.
 */
export function movesOf({ records, charters, practices, retreat }: Session, from: string, to: string): readonly Move[] {
  const [record, charter, practice] = [records[from]?.record, charters[from]?.charter, practices[from]?.practice];
  if (retreat === null || record === undefined || charter === undefined || practice === undefined) return [];
  const move = { from, to, readers: 'kept' } as const;
  return [
    { ...move, document: 'record', entries: [...writtenAt.record(record, retreat.id)] },
    { ...move, document: 'practice', entries: [...writtenAt.practice(practice, retreat.id)] },
    { ...move, document: 'charter', entries: [...writtenAt.charter(charter, retreat.id)] },
  ];
}

/** Two who were taken for a couple of an earlier retreat become a couple of their own. */
export const partRules: Rules<PartCommand['type']> = {
  'roster/part': {
    refuse: (session, command) =>
      needsCouple(session, command) ??
      needsRecord(session, command.id) ??
      needsCharter(session, command.id) ??
      needsPractice(session, command.id) ??
      needsNothingUnderway(session, command.id) ??
      needsRest(session, command.id),
    // There is no way back by undo: what takes an edit of either back would mix up again what was parted.
    apply: (session, { id: from }, context) => {
      const retreat = session.retreat?.id ?? '';
      const to = coupleIdOf(context.id, 0);
      const moved = withMoves(session, movesOf(session, from, to), context, { retreat, from, to });
      const { [from]: _, ...notes } = moved.notes;
      const undoLists = withoutCouple(moved.undoLists, from);
      const drafts = withoutDraftsOf(moved.drafts, from);
      return withRetreat({ ...moved, notes, undoLists, drafts }, (at) =>
        withCouple(at, from, (couple) => ({ ...couple, id: to })),
      );
    },
  },
};
