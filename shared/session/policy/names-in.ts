import type { RosterEntry } from '../../retreat/retreat';
import { sides } from '../../room/wall';

/** Letters whose mark is part of them, as they are typed where a keyboard has none. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Text as it is compared: no case, no accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łđðøħŧıßæœ]/gu, (letter) => plainLetters[letter] ?? letter);

/** Letters of scripts that set no space between words, or hang endings on a name, so that a name stands inside a run. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]';
const runs = new RegExp(`(?:(?=${unspaced})[\\p{L}\\p{N}])+`, 'gu');
const words = new RegExp(`(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** A part of one letter is nearly always something else. */
const telling = (part: string): boolean => [...part].length > 1;
/** From this length on a name is also heard with an s of possession hung on it ("Annas turn"). */
const possessed = 3;

/** Every name on a roster, as it was written. */
export const namesOf = (couples: readonly Pick<RosterEntry, 'A' | 'B'>[]): string[] =>
  couples.flatMap((couple) => sides.map((side) => couple[side].name));

/** What the words of a text may call someone, folded: each word, and without an s of possession. */
function callsOf(text: string, common: ReadonlySet<string>): Set<string> {
  return new Set(
    (text.normalize('NFC').match(words) ?? []).flatMap((word) => {
      const heard = folded(word);
      const lower = word === word.toLowerCase();
      const owner = heard.endsWith('s') && [...heard].length > possessed ? heard.slice(0, -1) : null;
      const named = lower && common.has(heard) ? [] : [heard];
      const owned = owner === null || common.has(heard) || (lower && common.has(owner)) ? [] : [owner];
      return [...named, ...owned];
    }),
  );
}

/**
 * The first of these names that texts for the room contain, or null: whole or in part, whatever the case or the accents.
 * Latin and other spaced letters count as whole words only ("Al" is not in "always"), and a common word of the language only where it
 * begins with a capital ("Will you rest?", not "We will rest"); where words stand without spaces between them (Chinese, Japanese, Thai …)
 * two letters of a name are enough.
 */
export function nameIn(
  texts: readonly string[],
  names: readonly string[],
  common: ReadonlySet<string> = new Set(),
): string | null {
  const text = texts.join('\n');
  const said = folded(text);
  const calls = callsOf(text, common);
  const found = names.find((name) => {
    const kept = folded(name);
    const run = (kept.match(runs) ?? []) as string[];
    // Family and given name are written with a space in a list, and without one in a sentence.
    return (
      [...run, run.join('')].some((part) => telling(part) && said.includes(part)) ||
      (kept.match(words) ?? []).some((part) => telling(part) && calls.has(part))
    );
  });
  return found ?? null;
}
