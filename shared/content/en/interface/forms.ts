/** What is said of the forms an exercise can be led in, wherever an item of the day stands. */
export const forms = {
  label: 'How {{title}} is led',
  takes: {
    full: 'In full, {{minutes}} min',
    short: 'Short form, {{minutes}} min',
    fitted: 'All steps shortened to {{minutes}} min',
  },
  tooFew: {
    full: 'Steps take {{minutes}} min',
    short: 'Short form takes {{minutes}} min',
    fitted: 'Shortened as far as they go, steps take {{minutes}} min',
    /** Where the planned minutes are too few for the short form as well. */
    even: 'Steps take {{minutes}} min, even the short form {{short}}',
  },
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
