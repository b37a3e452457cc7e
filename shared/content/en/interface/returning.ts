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
  joinLabel: 'They may have been here before',
  joinAt: 'Two of these names were at {{retreats}}, with a record of their own.',
  joinTurned: 'A and B were the other way round then. Let A and B change places first, with all that is theirs.',
  join: 'These are the same couple…',
  joinTitle: 'Continue the record of then for {{couple}}?',
  joinText: 'Say yes only if they told you so: two others may have the same names. They were at {{retreats}}.',
  joinGoes: 'What was written here goes into the record of then, each yes and agreement with it.',
  joinNote: 'Your private note of now follows the note of then.',
  joinUndo: 'Undo does not take it back: parting them does.',
  joinYes: 'Yes, continue it',
  joinNo: 'No, they are others',
};
