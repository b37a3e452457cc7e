import { describe, expect, it, test } from 'vitest';
import { helpWords } from '../../shared/content/en/help-words';
import { helpRestriction } from '../../shared/couple/charter/help-restriction';
import cases from './cases/help-restrictions.json';

const restricts = helpRestriction(helpWords);
const flagged = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => restricts(sentence).length > 0);

/**
 * `known`: the sentences the words were made by. `unseen`: sentences written after the words were done, which they were never mended by;
 * what of them is caught is what may be expected of the next sentence, so the figures stand here as they came out.
 */
const expected = {
  known: { restricts: 90, caught: 90, harmless: 90, flagged: 1 },
  unseen: { restricts: 30, caught: 20, harmless: 30, flagged: 5 },
};

describe('S21: a clause that restricts seeking help', () => {
  test.each(['known', 'unseen'] as const)('is caught, and a harmless one is not: %s sentences', (table) => {
    const { restricts: bad, harmless } = cases[table];
    expect({
      restricts: new Set(bad).size,
      caught: flagged(bad).length,
      harmless: new Set(harmless).size,
      flagged: flagged(harmless).length,
    }).toEqual(expected[table]);
  });

  it.each([
    ['in capitals', 'NEVER CALL A DOCTOR'],
    ['with another apostrophe', 'We don’t call the police'],
    ['with accents', 'Nó therapist'],
    ['in the second of three sentences', 'We are kind. No police. We rest.'],
  ])('is caught %s', (_, sentence) => {
    expect(restricts(sentence)).toHaveLength(1);
  });

  it('says which sentence it was found in', () => {
    expect(restricts('We are kind. No police, ever! We rest.')).toEqual(['No police, ever']);
  });

  it('finds help that is named where to name it is to keep somebody from it', () => {
    expect(restricts('seeing the doctor together')).toEqual([]);
    expect(restricts('seeing the doctor together', true)).toHaveLength(1);
    expect(restricts('weekend plans', true)).toEqual([]);
  });

  it.each(['', ' ', '🌿', '。。。', 'x'.repeat(20_000), 'no '.repeat(5_000), 'never call '.repeat(1_500)])(
    'takes any text, however odd or long (%#)',
    (text) => {
      expect(restricts(text).length).toBeLessThanOrEqual(1);
    },
  );
});
