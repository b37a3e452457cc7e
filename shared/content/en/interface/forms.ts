/** What is said of the forms an exercise can be led in, wherever an item of the day stands. */
export const forms = {
  label: 'How {{title}} is led',
  takes: {
    full: 'In full: its steps take {{minutes}} min.',
    short: 'Short form, {{minutes}} min.',
    fitted: 'Every step shortened, {{minutes}} min in all.',
  },
  tooFew: {
    full: 'Its steps take {{minutes}} min.',
    short: 'Its short form takes {{minutes}} min.',
    fitted: 'Shortened as far as it goes: {{minutes}} min.',
  },
  tooFewForShort: 'Even its short form takes {{minutes}}.',
  offer: {
    full: 'In full, {{minutes}} min',
    short: 'Short form, {{minutes}} min',
    fitted: 'Shorten all steps to {{minutes}} min',
  },
  offerOf: {
    full: '{{title}}: in full, {{minutes}} min',
    short: '{{title}}: short form, {{minutes}} min',
    fitted: '{{title}}: shorten all steps to {{minutes}} min',
  },
} as const;
