import Papa from 'papaparse';
import { plainLines } from '../../shared/couple/summary/plain-lines';
import type { Summary } from '../../shared/couple/summary/summary';
import type { SummaryWords } from '../../shared/couple/summary/summary-words';
import { aboutBeside } from './about-files';
import type { Maker } from './maker';
import { summaryOf } from './summary-of';

/** What a program of tables would reckon with instead of show: it is told as text by a sign before it. */
const formulae = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;
/**
 * The same within a cell: a program that parts cells by semicolons takes no notice of the quotes in a line whose cells commas part, and begins
 * another cell after each of these.
 */
const within = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;
/** What turns the direction of text around it, and signs that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** The summary as a table: a line for each thing that is said, with the mark by which Excel knows its letters, and its ends of lines. */
export function csvOf({ sections, closing }: Summary, say: SummaryWords['say']): string {
  const head = [say('columnPart'), say('columnUnder'), say('columnWhat'), say('columnWhose'), say('columnSays')];
  const lines = sections.flatMap((section) =>
    section.groups.flatMap((group) =>
      group.items.flatMap(({ title, about, parts }) =>
        parts
          .flatMap((part) => plainLines(part))
          .map((line) => [section.title, group.title ?? '', title, about ?? '', line]),
      ),
    ),
  );
  const ends = closing.map((line) => ['', '', '', '', line]);
  const cells = [head, ...lines, ...ends].map((line) =>
    line.map((cell) => cell.replace(unseen, '').replace(within, "$1'")),
  );
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n', quotes: true, escapeFormulae: formulae })}\r\n`;
}

/** A table for a program of tables. */
export const csv: Maker = (at) => {
  const summary = summaryOf(at);
  const { say } = at.words;
  return {
    from: summary,
    bytes: () => Promise.resolve(new TextEncoder().encode(csvOf(summary, say))),
    beside: [aboutBeside(at)],
  };
};
