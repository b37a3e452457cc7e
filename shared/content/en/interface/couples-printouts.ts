/** What is printed for the room, before it is made. */
export const printouts = {
  choice: 'What is printed for the room',
  caption: 'Pages that can be made, and whether they are',
  forAll: 'For everyone',
  forLeader: 'For whoever leads',
  planned: 'Worksheets of this retreat',
  others: 'Worksheets of other exercises',
  name: {
    worksheet: 'Worksheet',
    booklet: 'All worksheets of this retreat, in one file',
    'consent-form': 'Consent form',
    cards: 'Cards for the wall',
    report: 'Retreat report: planned and actual, by seat',
  },
  look: '{{what}}: look at it',
  place: 'Each time a folder of its own in {{place}}. No couple is in these pages.',
  none: 'Look at a page before it is made',
  noneText: 'Press Look beside one. These pages are blank: no couple’s name or word is in them.',
};
