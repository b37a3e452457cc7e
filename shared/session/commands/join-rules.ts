import { unarchived } from '../../couple/record';
import { withCouple } from '../../retreat/retreat';
import { isTurned } from '../policy/pair';
import type { Refusal } from '../protocol/refusal-code';
import { withoutDraftsOf } from '../state/drafts';
import { withRetreat } from '../state/open-retreat';
import type { Session } from '../state/session';
import { withoutCouple } from '../state/undo-lists';
import { needsCharter } from './charter-rules';
import type { Command } from './commands';
import { type Rules, refuse } from './context';
import { withMoves } from './moved';
import { movesOf, needsRest } from './part-rules';
import { needsPractice } from './practice-rules';
import { needsNothingUnderway, needsRecord, stampOf, withoutRecords, withRecord } from './record-rules';
import { needsReturning } from './returning';
import { coupleOf, needsCouple } from './roster-rules';

type JoinCommand = Extract<Command, { type: 'roster/join' }>;

/** Something of theirs is of another retreat: they are a couple of their own already. */
function isOlder({ retreat, records, charters, practices }: Session, id: string): boolean {
  const record = records[id]?.record;
  const entries = [
    ...(record === undefined ? [] : [...record.consents, ...record.answers, ...record.marks, ...record.handed]),
    ...(charters[id]?.charter.clauses ?? []),
    ...(practices[id]?.practice.entries ?? []),
    ...(practices[id]?.practice.pages ?? []),
  ];
  return entries.some((entry) => entry.retreat !== retreat?.id);
}

/** Why the two cannot go on with the record they are said to have: only one that was found by both their names, each on their own side. */
function needsOldCouple(session: Session, { id, was }: JoinCommand): Refusal | null {
  const couple = coupleOf(session, id);
  if (couple === undefined || session.retreat === null) return refuse('no-such-couple');
  const now = { A: couple.A.name, B: couple.B.name };
  const refused = needsReturning(session, [{ ...now, was }], session.retreat.couples);
  if (refused !== null) return refused;
  if (isOlder(session, id)) return refuse('not-returning');
  const before = session.returning.find((one) => one.id === was);
  return before !== undefined && isTurned(now, before) ? refuse('join-turned') : null;
}

/** Two who sat down as a new couple go on with the record of the couple they were before: what parting undoes. */
export const joinRules: Rules<JoinCommand['type']> = {
  'roster/join': {
    refuse: (session, command) =>
      needsCouple(session, command) ??
      needsRecord(session, command.id) ??
      needsCharter(session, command.id) ??
      needsPractice(session, command.id) ??
      needsNothingUnderway(session, command.id, command.was) ??
      needsRest(session, command.id) ??
      needsOldCouple(session, command),
    // There is no way back by undo: parting takes it back.
    apply: (session, { id: from, was: to }, context) => {
      const { at, device } = stampOf(context);
      const seat = { retreat: session.retreat?.id ?? '', from, to };
      const rest = { joins: true, back: [{ couple: to, at, device }] };
      const moved = withMoves(session, movesOf(session, from, to), context, seat, rest);
      const back = withRecord(moved, to, (record) => unarchived(record, { at, device }));
      // What is noted of the two comes back with the older note, from the disk.
      const { [from]: _, [to]: __, ...notes } = back.notes;
      const undoLists = withoutCouple(withoutCouple(back.undoLists, from), to);
      const drafts = withoutDraftsOf(back.drafts, from);
      const seated = withRetreat({ ...back, notes, undoLists, drafts }, (retreat) =>
        withCouple(retreat, from, (couple) => ({ ...couple, id: to })),
      );
      return withoutRecords(seated, [from]);
    },
  },
};
