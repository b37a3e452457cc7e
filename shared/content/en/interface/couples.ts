/** The place Couples: who consented to what, and how the day went for each. */
export const couples = {
  title: 'Couples',
  parts: { label: 'Parts of Couples', consent: 'Consent', today: 'Today' },
  none: 'No retreat is open',
  noneText: 'Open one on Home, or start one, and its couples are here.',
  noneAct: 'Go to Home',
  nobody: 'No couple is on the roster yet',
  nobodyText: 'Add the couples in Prepare. Their sheet is here then.',
  nobodyAct: 'Go to Prepare',
  seat: 'Seat',
  who: 'Seat {{seat}}, {{couple}}',
  alone: 'attends alone',
  noName: 'no name',
  /** Who has said yes to what. */
  consent: {
    sheet: 'Who has said yes to what',
    scope: { record: 'Record', measures: 'Measures', export: 'Export' },
    means: {
      record: 'Answers, agreements and practice may be kept',
      measures: 'Answers on a scale from 0 to 10 may be kept',
      export: 'Files may be made from what is kept',
    },
    count: '{{n}} of {{of}} have said yes to the record',
    keys: 'Arrows move, Space or X ticks and takes back, a seat number goes to its row, Tab leaves.',
    box: '{{who}}, {{scope}}: {{state}}',
    state: {
      none: 'not given',
      given: 'yes on {{date}}',
      earlier: 'yes on {{date}} at an earlier retreat, not asked here yet',
      withdrawn: 'taken back on {{date}}',
    },
    takeBack: 'Take back',
    takeBackOf: 'Take back {{who}}, {{scope}}',
    reading: 'The record is being read',
    closed: {
      newer: 'A newer Holdfast wrote this record. It is safe; update Holdfast here to change it.',
      unread: 'This record cannot be read just now. Nothing is written over it.',
    },
    withdrawn: {
      record:
        '{{name}} has taken back the record. Nothing new is written, {{name}}’s words and what is joint are shown nowhere, and no clause is in force. With a new yes they are back.',
      measures:
        '{{name}} has taken back the measures. Nothing new is measured, and what was measured is shown nowhere. With a new yes it is back.',
      export: '{{name}} has taken back the export. No file is made from what is kept.',
    },
    nothing: 'Nothing was written, so there is nothing to delete.',
    delete: 'Delete {{name}}’s words…',
    deleteJoint: 'Delete what is joint…',
    deleteTitle: 'Delete what {{name}} wrote?',
    deleteJointTitle: 'Delete what both wrote together?',
    deleteText_one:
      '{{count}} answer goes for good, from the record and from every older copy in this library. What was printed, saved elsewhere, or copied by another program is not reached. Consents and the marks of the day stay.',
    deleteText_other:
      '{{count}} answers go for good, from the record and from every older copy in this library. What was printed, saved elsewhere, or copied by another program is not reached. Consents and the marks of the day stay.',
    deleteYes: 'Delete for good',
    showHistory: 'Show the history',
    hideHistory: 'Hide the history',
    history: 'History of the consents',
    noHistory: 'Nothing was said yet.',
    gave: '{{who}}: yes to {{scope}}',
    tookBack: '{{who}}: took back {{scope}}',
    when: '{{date}}, {{time}}',
    elsewhere: 'at another retreat',
  },
  /** How the exercises of the day went, couple by couple. */
  today: {
    sheet: 'The exercises of today, couple by couple',
    cell: '{{who}}, {{exercise}}: {{mark}}',
    mark: { filled: 'done', hollow: 'not done yet', crossed: 'left out' },
    now: 'on stage now',
    keys: 'Arrows move, a seat number goes to its row, Enter opens the form.',
    noExercises: 'No exercise stands in this day',
    noExercisesText: 'Add one in Prepare. How it went for each couple is here then.',
  },
} as const;
