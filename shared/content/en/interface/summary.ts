/** What a couple takes home, on paper and in files. */
export const summary = {
  title: 'What we take home',
  forBoth: 'For {{names}}',
  forOne: 'For {{name}} alone',
  madeOn: 'Made on {{date}}',
  foot: 'Educational, not therapy',
  draft: 'A draft: not agreed yet',
  scale: '{{points}} of 10',
  keepsOne: '{{name}} keeps one answer to themselves. It is not in these pages.',
  keepsMore: '{{name}} keeps {{count}} answers to themselves. They are not in these pages.',
  when: 'When',
  what: 'What',
  review: 'Look at it again: {{what}}',
  day30: 'Thirty days on: what held, and what wants a change?',
  day60: 'Sixty days on: what held, and what wants a change?',
  aheadTable: 'Days to come',
  helpWhenTitle: 'More help than a page can give',
  helpLinesTitle: 'Someone to call, day and night',
  helpLine: '{{name}}: {{number}}. {{note}}',
  educational:
    'These pages are educational. They are not therapy, and nothing in them is a diagnosis or a judgement of either of you.',
  helpWhen: {
    years: 'The same pattern has gone on for years, however hard you both tried.',
    rage: 'There is rage, shutting down for days, or thoughts of harming oneself.',
    crisis: 'An affair has come to light, or one of you thinks of leaving.',
    trauma: 'Something from the past keeps coming back and is too heavy for two.',
  },
  /** A line for someone to call that holds one of these is for one person alone, and in no copy for both (S20). */
  aloneWords: [
    'violence',
    'violent',
    'abuse',
    'abused',
    'assault',
    'shelter',
    'refuge',
    'battered',
    'stalking',
    'afraid',
  ],
  /** What stands in a calendar, that others may see too. */
  calendar: {
    days: {
      'daily-check-in': {
        title: 'Daily check-in',
        about: 'A minute or more each. Whoever listens, only listens.',
      },
      'weekly-review': {
        title: 'Weekly review',
        about: 'What works, and what wants a change?',
      },
      'clause-review': {
        title: 'Look at an agreement again',
        about: 'Read it aloud. Keep it, change it, or let it go, together.',
      },
      plan: {
        title: 'Look at our plan',
        about: 'How is it going? Make it smaller if it is too much.',
      },
      day30: {
        title: 'Thirty days on',
        about: 'What held, and what wants a change?',
      },
      day60: {
        title: 'Sixty days on',
        about: 'What held, and what wants a change?',
      },
    },
    /** By which the time in what a couple wrote is heard: 9 pm, 9:30 after dinner. */
    halves: {
      am: ['am', 'a.m.', 'in the morning'],
      pm: ['pm', 'p.m.', 'in the afternoon', 'in the evening', 'at night', 'tonight'],
      morning: ['morning', 'mornings', 'breakfast', 'dawn', 'noon'],
      evening: [
        'afternoon',
        'afternoons',
        'evening',
        'evenings',
        'night',
        'nights',
        'tonight',
        'tea',
        'dinner',
        'supper',
        'bed',
        'bedtime',
        'work',
      ],
    },
  },
  sections: {
    card: { title: 'Our card', intro: 'Cut it out, and keep it where both of you find it.' },
    agreed: {
      title: 'What we agreed',
      intro: 'Both of us said yes to these words. Either may ask to look at them again.',
    },
    drafts: { title: 'Not agreed yet', intro: 'Drafts. None of them binds anyone until both say yes.' },
    rituals: { title: 'Our rituals', intro: null },
    plans: { title: 'Our plans for storms and slips', intro: null },
    practised: { title: 'What we practised', intro: null },
    own: { title: 'My own pages', intro: 'Only in this copy.' },
    ahead: { title: 'The next sixty days', intro: null },
    help: { title: 'When to seek help', intro: null },
  },
};
