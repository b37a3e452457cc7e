import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, wordDiff } from '../../shared/couple/charter/word-diff';

const marked = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ kept: text, gone: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('');

const only = (stretches: readonly Stretch[], ...kinds: readonly Stretch['kind'][]): string =>
  stretches
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

describe('what changed from one wording to the next', () => {
  it.each([
    ['nothing', 'We say good night.', 'We say good night.', 'We say good night.'],
    ['one word for another', 'We talk at nine.', 'We talk at eight.', 'We talk at [-nine-][+eight+].'],
    ['a word more', 'We talk.', 'We talk slowly.', 'We talk[+ slowly+].'],
    ['a word less', 'We never shout again.', 'We never shout.', 'We never shout[- again-].'],
    ['all of it', 'Phones away', 'Tea first', '[-Phones-][+Tea+] [-away-][+first+]'],
    ['a first wording', '', 'We rest.', '[+We rest.+]'],
    ['a mark', 'We rest.', 'We rest!', 'We rest[-.-][+!+]'],
    ['a word in a language without spaces', '毎晩話します', '毎朝話します', '[-毎晩-][+毎朝+]話します'],
  ])('%s', (_, before, after, told) => {
    expect(marked(before, after)).toBe(told);
  });

  const text = fc
    .array(fc.constantFrom('we', 'talk', 'never', ' ', ' ', '.', 'é', '🌿', 'tea', '話'), { maxLength: 30 })
    .map((parts) => parts.join(''));

  it('is both wordings, to the letter, and nothing else', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const told = wordDiff(before, after);
        expect(only(told, 'kept', 'gone')).toBe(before);
        expect(only(told, 'kept', 'added')).toBe(after);
        expect(told.every((stretch, at) => at === 0 || stretch.kind !== told[at - 1]?.kind)).toBe(true);
      }),
    );
  });

  it('keeps all there is to keep of the same words', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(only(wordDiff(same, same), 'added', 'gone')).toBe('');
      }),
    );
  });

  it('is told of two long and wholly different texts at once', () => {
    const long = (word: string): string => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
    const told = wordDiff(long('a'), long('b'));
    expect(only(told, 'kept', 'gone')).toBe(long('a'));
    expect(only(told, 'kept', 'added')).toBe(long('b'));
  });
});
