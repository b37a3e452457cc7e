import { type Rules, refuse } from './context';
import { practiceOfferFor, refuseNoting, withNoted } from './practice-noted';
import { needsAttendance } from './record-rules';

/** What an exercise left to be noted is noted by one action: nobody types a thing twice. */
export const noteRules: Rules<'practice/note'> = {
  'practice/note': {
    refuse: (session, { id: couple, retreat, captured }, { book }) =>
      needsAttendance(session, couple, retreat) ??
      (session.retreat?.id !== retreat ? refuse('no-such-retreat') : null) ??
      refuseNoting(session, { couple, retreat }, practiceOfferFor(session, { couple, retreat }, captured, book)),
    apply: (session, { id: couple, retreat, captured }, context) => {
      const offer = practiceOfferFor(session, { couple, retreat }, captured, context.book);
      return offer === null ? session : withNoted(session, { couple, retreat }, offer, context);
    },
    inverse: (_, { id }, context) => ({ type: 'practice/remove', id, entry: context.id }),
    edits: ({ id }) => ({ document: 'practice', id }),
  },
};
