import { choose, type Source } from './choose';
import { plainLines } from './plain-lines';
import { sections } from './sections';
import type { SummaryWords } from './summary-words';

/**
 * What is said beside data, which has no place for it: that it is educational, when to seek help, and whom to call (S23). Both partners may
 * come to read it, so of those to call it names none who are for one alone (S20).
 */
export function aboutFiles(source: Source, words: SummaryWords): readonly string[] {
  const { readable } = choose(source, 'joint');
  const help = sections.help(readable, words).flatMap(({ items }) => items);
  return [
    words.say('aboutTitle'),
    '',
    words.say('aboutData'),
    words.say('aboutKept'),
    ...help.flatMap(({ title, parts }) => ['', title, ...parts.flatMap((part) => plainLines(part, '- '))]),
  ];
}
