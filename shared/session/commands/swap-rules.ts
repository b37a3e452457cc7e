import { lapsedCharter, lapsedRecord, swappedCharter, swappedPractice, swappedRecord } from '../../couple/swap';
import { swappedCouple, withCouple } from '../../retreat/retreat';
import { withoutFieldsOf, withoutWordsOf } from '../state/drafts';
import { withRetreat } from '../state/open-retreat';
import type { Session } from '../state/session';
import { withoutCommands, withoutCouple } from '../state/undo-lists';
import { needsCharter, withCharter } from './charter-rules';
import type { Command } from './commands';
import { type Rules, refuse } from './context';
import { needsPractice, withPractice } from './practice-rules';
import { needsNothingUnderway, needsRecord, withRecord } from './record-rules';
import { needsCouple } from './roster-rules';

type SwapCommand = Extract<Command, { type: 'couple/swap' }>;

/** Whether one of the two wrote something at this retreat, under their own name, that nobody else may read. */
const keepsPrivate = ({ retreat, records, practices }: Session, id: string): boolean =>
  [...(records[id]?.record.answers ?? []), ...(practices[id]?.practice.entries ?? [])].some(
    (entry) => entry.reader === 'only-i' && entry.retreat === retreat?.id,
  );

/**
 * A and B change places. `both`: all that is theirs goes with them, and the same two people have said the same yes. `names`: the words stay
 * with A and B, so it is no longer sure who of the two said yes at this retreat: that lapses, and is asked anew. What was said at another
 * retreat was said under that one's names.
 */
export const swapRules: Rules<SwapCommand['type']> = {
  'couple/swap': {
    refuse: (session, command) => {
      const { id, what } = command;
      const refused =
        needsCouple(session, command) ??
        needsRecord(session, id) ??
        needsCharter(session, id) ??
        needsPractice(session, id) ??
        needsNothingUnderway(session, id);
      if (refused !== null) return refused;
      // It would be handed to the other one.
      return what === 'names' && keepsPrivate(session, id) ? refuse('swap-kept-private') : null;
    },
    apply: (session, { id, what }, context) => {
      const { retreat } = session;
      if (retreat === null) return session;
      const at = context.now.wall;
      const isHere = (edit: Command): boolean =>
        edit.type === 'roster/attendance' && edit.couples.some((couple) => couple.id === id);
      const named = withRetreat(session, (open) => withCouple(open, id, swappedCouple));
      const recorded = withRecord(named, id, (record) =>
        what === 'both' ? swappedRecord(record) : lapsedRecord(record, retreat.id, at),
      );
      const practised = withPractice(recorded, id, (practice) =>
        what === 'both' ? swappedPractice(practice) : practice,
      );
      const swapped = withCharter(practised, id, (charter) =>
        what === 'both' ? swappedCharter(charter) : lapsedCharter(charter, retreat.id, at),
      );
      return {
        ...swapped,
        // What takes an earlier edit back speaks of the A and the B of before.
        undoLists: withoutCommands(
          withoutCouple(swapped.undoLists, id),
          { document: 'retreat', id: retreat.id },
          isHere,
        ),
        // Whose they are to be, half typed, nobody can say any more.
        drafts: withoutWordsOf(withoutFieldsOf(swapped.drafts, id), id),
        underway: [
          ...swapped.underway,
          { kind: 'swap', id: context.id, couple: id, retreat: retreat.id, what, at, noted: null },
        ],
      };
    },
  },
};
