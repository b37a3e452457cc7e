import type { ListWords } from '../../../shared/content/content-types';
import { oneLine } from '../../../shared/room/one-line';
import { oneOf } from './one-of';

/** What is in doubt about how a line was read. */
export const readDoubts = ['no-names', 'more-names', 'shared-name', 'left-out', 'odd-name'] as const;
export type ReadDoubt = (typeof readDoubts)[number];

export interface Names {
  readonly A: string;
  readonly B: string;
  readonly doubts: readonly ReadDoubt[];
}

/** Signs that part two names, the surest first; a line is parted at the first kind it holds. */
const signs = [/[&＆﹠]/u, /[+＋]/u, /[/／\\]/u, /[|｜]/u, /[;；]/u, /\p{Extended_Pictographic}\uFE0F?/u] as const;
/** A dash and the like part names where they stand apart; in "Jean-Luc" it is part of one. */
const dash = /(?<=\s)[-‐‑‒–―−×·•~=>](?=\s)|\s?—\s?/u;
const commas = /[,，、､]/u;
const mails = /(?:mailto:)?<?[^\s<>,;"@]{1,64}@[^\s<>,;"@]{1,255}>?|https?:\/\/\S+/giu;
const phones = /\+?\(?\d[\d\s().\-/]{5,}\d/gu;
const quotes = /^["“”„«»']+|["“”„«»']+$/gu;
const asides = /\s*[([（][^)\]）]*[)\]）]/gu;

export const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** A text without the addresses and numbers that stand beside a name, and the commas that parted them from it. */
export const withoutContacts = (text: string): string => {
  const bare = text
    .replace(mails, ' ')
    .replace(phones, (found) => (found.replace(/\D/gu, '').length >= 7 ? ' ' : found));
  return bare === text ? text : bare.replace(/([,;])(?:\s*[,;])+/gu, '$1').replace(/[,;\s]+$/u, '');
};

/** Reads names out of texts, by the words of a list. */
export function nameReader(words: ListWords) {
  // In lower case or all in capitals: "Ada E Lee" has an initial, and "Ada AND Bo" is shouted.
  const loud = words.and.map((word) => word.toUpperCase()).filter((word) => word.length > 1);
  const and = new RegExp(`\\s+${oneOf([...words.and, ...loud])}\\s+`, 'u');
  const { person: people, ones, twos } = words.columns;
  const label = new RegExp(`^(?:${oneOf([...people, ...ones, ...twos])}\\s*){1,3}[:：=]\\s*`, 'iu');
  const title = new RegExp(`^${oneOf(words.titles)}(?:\\.\\s*|\\s+|$)`, 'iu');
  const family = new RegExp(
    `^${oneOf(words.article)}\\s+\\S+$|\\s${oneOf(words.family)}$|^(?:${oneOf(words.article)}\\s+)?${oneOf(words.family)}\\s`,
    'iu',
  );
  const unknown = new RegExp(`^${oneOf(words.unknown)}$`, 'iu');

  /** The sign or word that parts a text in two names; null where there is none. */
  const partedBy = (text: string): RegExp | null =>
    [...signs, and, dash].find((sign) => text.split(sign).filter(hasLetters).length > 1 || sign.test(text)) ?? null;

  /** One name as it is kept; `rest` is what stood beside it, and is left out. */
  function person(text: string): { readonly name: string; readonly titled: boolean; readonly left: boolean } {
    const bare = oneLine(text).replace(quotes, '').replace(label, '').trim();
    const aside = bare.match(asides) ?? [];
    const [last = '', ...firsts] = bare
      .replace(asides, '')
      .split(commas)
      .map((part) => part.trim())
      .filter(Boolean);
    let name = [...firsts, last].join(' ');
    let titled = false;
    while (title.test(name)) {
      titled = true;
      name = name.replace(title, '').trim();
    }
    const none = !hasLetters(name) || unknown.test(name) || family.test(name);
    // Pronouns in brackets are no name, and nothing that is missed.
    const left = firsts.length > 1 || aside.some((found) => !found.includes('/'));
    return { name: none ? '' : name, titled: titled || family.test(name), left };
  }

  const odd = (name: string): boolean =>
    /[\p{N}@:;/|+&=]/u.test(name) || dash.test(name) || and.test(` ${name} `) || name.split(' ').length > 5;

  /** Two names that stand apart already. */
  function twoNames(first: string, second: string, more: readonly string[] = []): Names {
    const [commaA, commaB] = [first, second].map((part) => commas.test(part.trim()));
    // "Ada & Bo, vegetarian": behind one comma alone stands a remark.
    const told = commaB && !commaA ? (second.split(commas)[0] ?? '') : second;
    const [a, b] = [person(first), person(told)];
    // "Mr. & Mrs. Lee", "The Harpers": people, and no names.
    if ((a.titled && a.name === '') || (b.titled && b.name === '')) return { A: '', B: '', doubts: ['no-names'] };
    const doubts: ReadDoubt[] = [];
    // "Lee, Ada & Bo" is how a directory writes two people of one name.
    const shared = commaA && !commaB && b.name !== '' && !b.name.includes(' ');
    const B = shared ? `${b.name} ${oneLine(first).split(commas)[0]?.trim() ?? ''}` : b.name;
    if (shared) doubts.push('shared-name');
    if (commaA !== commaB && !shared) doubts.push('left-out');
    if (more.length > 0) doubts.push('more-names');
    if (a.left || b.left) doubts.push('left-out');
    if (a.titled !== b.titled || (a.titled && !a.name.includes(' ') && !b.name.includes(' '))) doubts.push('odd-name');
    const names = { A: a.name, B: [B, ...more].filter(Boolean).join(words.between) };
    if (odd(names.A) || (odd(names.B) && more.length === 0)) doubts.push('odd-name');
    return { ...names, doubts: [...new Set(doubts)] };
  }

  /** The names of one couple in a text: "Ada & Bo", "Lee, Ada / Kim, Bo", "Ada and Bo", or one name alone. */
  function coupleIn(text: string): Names {
    const clean = withoutContacts(text).replace(/^[\s,;]+|[\s,;]+$/gu, '');
    const masked = clean.replace(asides, (found) => found.replace(/./gu, '\u0001'));
    const sign = partedBy(masked) ?? (commas.test(masked) ? commas : null);
    if (sign === null) {
      const { name, left } = person(clean);
      if (name === '') return { A: '', B: '', doubts: ['no-names'] };
      return {
        A: name,
        B: '',
        doubts: [left ? ['left-out' as const] : [], odd(name) ? ['odd-name' as const] : []].flat(),
      };
    }
    const [first = '', second = '', ...more] = cutAlong(clean, masked, sign).filter((part) => part.trim() !== '');
    return twoNames(first, second, more.map((part) => person(part).name).filter(Boolean));
  }

  /** Every couple in a text: mostly one, several in "Ada & Bo, Cleo & Dara". */
  function couplesIn(text: string): Names[] {
    const parts = withoutContacts(text).split(/[,;，；]/u);
    const several = parts.length > 1 && parts.every((part) => partedBy(part) !== null);
    return several ? parts.map(coupleIn) : [coupleIn(text)];
  }

  return { couplesIn, twoNames, isParted: (text: string) => partedBy(text.replace(asides, '')) !== null };
}

/** A text cut where its twin, in which some of it is masked, holds a sign. */
function cutAlong(text: string, twin: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const found of twin.matchAll(new RegExp(sign, `g${sign.flags}`))) {
    parts.push(text.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}
