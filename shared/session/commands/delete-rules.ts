import { practisedBy, withoutPractised } from '../../couple/practice/practice';
import { idsOf, withoutEntries } from '../../couple/record';
import { withoutWordsOf } from '../state/drafts';
import { withoutDocument } from '../state/undo-lists';
import { type Rules, refuse } from './context';
import { needsPractice, withPractice } from './practice-rules';
import { needsNothingUnderway, needsRecord, withRecord } from './record-rules';

/** A partner's own words, or measures alone, go on their word, the joint ones on that of either: what was answered, and what was practised (S8). */
export const deleteRules: Rules<'record/delete'> = {
  'record/delete': {
    refuse: (session, { id, owner, what }) => {
      const refused = needsRecord(session, id) ?? needsPractice(session, id) ?? needsNothingUnderway(session, id);
      const record = session.records[id]?.record;
      const practice = session.practices[id]?.practice;
      if (refused !== null || record === undefined || practice === undefined) return refused;
      return idsOf(record, owner, what).size + practisedBy(practice, owner, what).size === 0
        ? refuse('nothing-written')
        : null;
    },
    apply: (session, { id, owner, what }, { now }) => {
      const answers = withRecord(session, id, (record) => withoutEntries(record, idsOf(record, owner, what), now.wall));
      const deleted = withPractice(answers, id, (practice) =>
        withoutPractised(practice, practisedBy(practice, owner, what), now.wall),
      );
      // What takes an edit back holds words.
      const undoLists = (['record', 'practice'] as const).reduce(
        (lists, document) => withoutDocument(lists, { document, id }),
        deleted.undoLists,
      );
      return { ...deleted, undoLists, drafts: withoutWordsOf(deleted.drafts, id) };
    },
  },
};
