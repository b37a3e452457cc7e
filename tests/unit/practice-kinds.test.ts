import { describe, expect, it, test } from 'vitest';
import { loadLanguage } from '../../shared/content/language';
import { practiceSpeechOf } from '../../shared/content/practice-speech';
import { translator } from '../../shared/content/translator';
import {
  type Noting,
  type PracticeContentOf,
  practiceKindNames,
  practiceKindOf,
  practiceKinds,
} from '../../shared/couple/practice/practice-kinds';
import { notingSchema, practiceEntrySchema } from '../../shared/couple/practice/practice-schema';
import { anEntry, journal, scale } from '../practice-kit';

await loadLanguage('en');
const speech = practiceSpeechOf(translator('en'));

const reads = (noting: Noting): readonly string[] => practiceKindOf(noting).reads(noting.content, speech);

const examples: readonly (readonly [Noting, readonly string[]])[] = [
  [
    { kind: 'journal', content: { ...practiceKinds.journal.blank, trigger: 'A late answer', intensity: 7 } },
    ['What set it off: A late answer.', 'As strong as 7 of 10.'],
  ],
  [
    journal('A door closed.'),
    ['What set it off: A door closed.', 'In the body: chest and heat.', 'My move was to pull back.'],
  ],
  [
    {
      kind: 'repair',
      content: {
        hurt: 'The joke',
        part: 'I said it',
        matters: 'It was our evening',
        received: 'not-yet',
        need: 'a night',
      },
    },
    [
      'What hurt: The joke.',
      'My part in it: I said it.',
      'Why it matters: It was our evening.',
      'Not yet, I need a night.',
    ],
  ],
  [{ kind: 'bids', content: { noticed: 5, answered: 3 } }, ['Bids noticed: 5, answered: 3.']],
  [{ kind: 'wish', content: { what: 'ear', text: '' } }, ['What I wish for: an ear.']],
  [{ kind: 'goal', content: { text: 'Walk on Sundays', by: '2026-04-05' } }, ['Walk on Sundays.', 'By April 5, 2026.']],
  [{ kind: 'pledge', content: { text: 'I call first' } }, ['I call first.']],
  [{ kind: 'win', content: { text: 'We laughed!' } }, ['We laughed!']],
  [{ kind: 'slip', content: { text: 'I left', kind: 'I came back' } }, ['I left.', 'A kind response: I came back.']],
  [
    { kind: 'check-in', content: { ...practiceKinds['check-in'].blank, conflict: 'the bins' } },
    ['Conflict: the bins.'],
  ],
  [
    { kind: 'own-check-in', content: { ...practiceKinds['own-check-in'].blank, outsiders: 'my sister' } },
    ['Others: my sister.'],
  ],
  [
    { kind: 'review', content: { works: 'mornings', adjust: '', win: '', slip: 'phones' } },
    ['What works: mornings.', 'A slip: phones.'],
  ],
  [{ kind: 'timeout', content: { kept: true, note: '' } }, ['Back when they said.']],
  [
    { kind: 'measure', content: { moment: 'after', item: 'felt-security', name: '', score: 8 } },
    ['felt security, after: 8 of 10.'],
  ],
  [scale(41), ['A scale of theirs, before: 41.']],
];

test.each(examples)('%o reads as %o', (noting, said) => expect(reads(noting)).toEqual(said));

describe('a disclosure', () => {
  const whole: PracticeContentOf<'disclosure'> = {
    trigger: 'you turn away.',
    body: ['throat'],
    impulse: 'ask three times',
    earlyPattern: 'waiting at a window',
  };

  it('reads as one sentence about oneself that asks nobody to fix it', () => {
    expect(reads({ kind: 'disclosure', content: whole })).toEqual([
      'When you turn away, I feel it in throat, I want to ask three times, it goes back to waiting at a window, and I am not asking you to fix it.',
    ]);
  });

  it('ends like that whatever was left out', () => {
    for (const left of ['trigger', 'body', 'impulse', 'earlyPattern'] as const) {
      const { [left]: blank } = practiceKinds.disclosure.blank;
      const [sentence, ...more] = reads({ kind: 'disclosure', content: { ...whole, [left]: blank } });
      expect(more).toEqual([]);
      expect(sentence).toMatch(/not asking you to fix it\.$/);
      expect(sentence).not.toMatch(/, ,|\.,|\{\{/);
    }
    expect(reads({ kind: 'disclosure', content: practiceKinds.disclosure.blank })).toEqual([
      'I am not asking you to fix it.',
    ]);
  });
});

describe('what is noted', () => {
  it('holds something', () => {
    // A count of none, a wish by its name and a timeout kept or not say all there is to say.
    const whole = ['bids', 'wish', 'timeout'];
    const nothing = practiceKindNames.filter(
      (kind) => practiceKindOf({ kind }).forbids(practiceKinds[kind].blank) === 'nothing-noted',
    );
    expect(nothing).toEqual(practiceKindNames.filter((kind) => !whole.includes(kind)));
  });

  it.each([
    [11, 'score-out-of-range'],
    [-1, 'score-out-of-range'],
    [7.5, 'score-out-of-range'],
    [0, null],
    [10, null],
  ])('scores our own items from 0 to 10: %s', (score, code) => {
    const content = { moment: 'before', item: 'heard', name: '', score } as const;
    expect(practiceKinds.measure.forbids(content)).toBe(code);
  });

  it('scores another scale by any number, under its name', () => {
    expect(practiceKindOf(scale(-3.5)).forbids(scale(-3.5).content)).toBeNull();
    expect(practiceKindOf(scale(40, '')).forbids(scale(40, '').content)).toBe('scale-unnamed');
  });

  it('needs the measures where anything is scored, and the record for all else (S8)', () => {
    const needs = (noting: Noting) => practiceKindOf(noting).scopes(noting.content);
    expect([needs(journal('x')), needs(journal('x', 4)), needs(scale(4))]).toEqual([
      ['record'],
      ['record', 'measures'],
      ['measures'],
    ]);
  });
});

describe('a timeout (S17)', () => {
  it('has no field that could name who called it', () => {
    const entry = anEntry({ kind: 'timeout', content: { kept: false, note: '' } }, 'joint');
    expect(practiceEntrySchema.parse(entry)).toEqual(entry);
    expect(Object.keys(practiceKinds.timeout.fields)).toEqual(['kept', 'note']);
    // Nobody's: neither of A nor of B, whoever brings it.
    for (const owner of ['A', 'B'] as const)
      expect(practiceEntrySchema.safeParse({ ...entry, owner }).success).toBe(false);
    for (const more of [{ calledBy: 'A' }, { by: 'B' }, { side: 'A' }]) {
      expect(practiceEntrySchema.safeParse({ ...entry, ...more }).success).toBe(false);
      const content = { ...entry.content, ...more };
      expect(notingSchema.safeParse({ kind: 'timeout', content }).success).toBe(false);
    }
  });
});
