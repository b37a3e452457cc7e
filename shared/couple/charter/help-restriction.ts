import type { HelpWords } from '../../exercise/help-words';

/** How many other words may stand between two sets of a row, by the sign between them. */
const gaps: Readonly<Record<string, number>> = { ' ': 7, '~': 3, '+': 1 };

interface Span {
  readonly from: number;
  /** The word after its last. */
  readonly to: number;
}

type Row = readonly { readonly set: string; readonly gap: number }[];
/** Where the phrases of each set stand in a sentence. */
type Heard = ReadonlyMap<string, readonly Span[]>;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ`´]/gu, "'")
    .toLowerCase();

const sentencesOf = (text: string): string[] => text.split(/[.!?;:\n]+/u).filter((part) => part.trim() !== '');
const wordsOf = (sentence: string): string[] => folded(sentence).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];

const fits = (word: string | undefined, pattern: string): boolean =>
  word !== undefined && (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

/** Finds where the phrases of a set stand in the words of a sentence. */
function finderOf(phrases: readonly string[]): (words: readonly string[]) => readonly Span[] {
  const rows = phrases.map((phrase) => phrase.split(' '));
  return (words) =>
    words.flatMap((_, from) =>
      rows
        .filter((row) => row.every((part, at) => fits(words[from + at], part)))
        .map((row) => ({ from, to: from + row.length })),
    );
}

/** "talk people", "never~hinder", "no+need" */
const rowOf = (row: string): Row =>
  [...` ${row}`.matchAll(/([ ~+])(\w+)/g)].map(([, sign = ' ', set = '']) => ({ set, gap: gaps[sign] ?? 0 }));
const patternOf = (pattern: string): readonly Row[] => pattern.split(', ').map(rowOf);

/** Every way a row lies in a sentence, as the spans of its sets. */
const matchesOf = (row: Row, heard: Heard): readonly (readonly Span[])[] =>
  row.reduce<readonly (readonly Span[])[]>((found, { set, gap }, at) => {
    const here = heard.get(set) ?? [];
    if (at === 0) return here.map((span) => [span]);
    return found.flatMap((match) => {
      const last = match.at(-1)?.to ?? 0;
      return here.filter(({ from }) => from >= last && from - last <= gap).map((span) => [...match, span]);
    });
  }, []);

const wholeOf = (match: readonly Span[]): Span => ({ from: match[0]?.from ?? 0, to: match.at(-1)?.to ?? 0 });
const covers = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

export type HelpRestriction = (text: string, closed?: boolean) => readonly string[];

/**
 * What in a text may keep somebody from help, medical care, emergency contact, or those they talk to in need (S21): the sentences it was
 * found in, none where there are none. It hears the words of one language and takes them at their face: it warns a person, and judges
 * nobody. `closed`: the text stands where even to name help is to keep somebody from it.
 */
export function helpRestriction(rules: HelpWords): HelpRestriction {
  const finders = Object.entries(rules.sets).map(([set, phrases]) => [set, finderOf(phrases)] as const);
  const restricts = rules.restricts.map(patternOf);
  const named = rules.named.map(patternOf);
  const welcomes = rules.welcomes.map(patternOf);
  const allows = rules.allows.map(rowOf);

  const everywhere = (sentence: string): Heard => {
    const words = wordsOf(sentence);
    return new Map(finders.map(([set, find]) => [set, find(words)]));
  };

  /** What is left to be heard of a sentence beside what is allowed. */
  function beside(all: Heard): Heard {
    const negations = all.get(rules.negation) ?? [];
    const allowed = allows
      .flatMap((row) => matchesOf(row, all))
      .filter((match) =>
        negations.every(({ from }) => !covers(wholeOf(match), from) || match.some((span) => covers(span, from))),
      )
      .map(wholeOf);
    const isHeard = ({ from, to }: Span): boolean => allowed.every((span) => to <= span.from || from >= span.to);
    return new Map([...all].map(([set, spans]) => [set, spans.filter(isHeard)]));
  }

  const holds = (patterns: readonly (readonly Row[])[], heard: Heard): boolean =>
    patterns.some((rows) => rows.every((row) => matchesOf(row, heard).length > 0));

  return (text, closed = false) =>
    sentencesOf(text)
      .filter((sentence) => {
        const all = everywhere(sentence);
        const heard = beside(all);
        return holds(restricts, heard) || (holds(named, heard) && (closed || !holds(welcomes, all)));
      })
      .map((sentence) => sentence.trim());
}

/** The words of a language are made ready to be heard once. */
const listening = new WeakMap<HelpWords, HelpRestriction>();
export function helpRestrictionIn(words: HelpWords): HelpRestriction {
  const known = listening.get(words) ?? helpRestriction(words);
  listening.set(words, known);
  return known;
}
