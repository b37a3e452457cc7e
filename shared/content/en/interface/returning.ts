/** A couple that was at an earlier retreat, on its page. */
export const returning = {
  label: 'The retreats they were at',
  count_one: 'At {{count}} retreat',
  count_other: 'At {{count}} retreats',
  part: 'These are not the same couple…',
  partTitle: 'Part {{couple}} from the couple of then?',
  partText:
    'Who sits at seat {{seat}} becomes a couple of their own, with a new record. The couple of then keeps its own.',
  partGoes:
    'What was written at {{retreat}} goes to the two who are here: their consents, answers, marks and practice, and the agreements that were worded here.',
  partStays:
    'All else stays with the couple of then. An agreement of theirs that was reworded or consented to here stands again as it was.',
  partNote:
    'Your private note is one text: it stays with the couple of then. Copy out of it first what is about these two.',
  partUndo: 'Undo does not join them again.',
  partYes: 'Part them',
};
