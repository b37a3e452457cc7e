import type { Language } from './content-types';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** Marks a string so that it is plainly translated and still readable; {{values}} and {parts} stay as they are. */
export function pseudo(text: string): string {
  const marked = text
    .split(/(\{\{[^}]*\}\}|\{[^}]*\})/u)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeiouAEIOU]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  return `‹${marked}›`;
}

function mark<T>(value: T): T {
  if (typeof value === 'string') return pseudo(value) as T;
  if (Array.isArray(value)) return value.map(mark) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)])) as T;
  }
  return value;
}

/** Keys of content that are words for people; everything else (ids, kinds, codes) stays. */
const spoken: ReadonlySet<string> = new Set([
  'title',
  'purpose',
  'before',
  'watch',
  'tears',
  'safety',
  'ifShort',
  'name',
  'thought',
  'detail',
  'say',
  'note',
  'notes',
  'summary',
  'label',
  'low',
  'high',
  'options',
  'publicTitles',
  'between',
  'clock',
]);

function markSpoken<T>(value: T): T {
  if (Array.isArray(value)) return value.map(markSpoken) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, spoken.has(key) ? mark(inner) : markSpoken(inner)]),
  ) as T;
}

/** A language with every string of it marked. */
export const marked = ({ content, words }: Language): Language => ({
  content: markSpoken(content),
  words: mark(words),
});
