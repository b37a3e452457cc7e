import type { Item, Part, Section, Summary } from '../../shared/couple/summary/summary';
import { aboutBeside } from './about-files';
import type { Maker } from './maker';
import { escaped } from './markdown-text';
import { summaryOf } from './summary-of';

type Blocks = readonly string[];

/** A block of these words; none where nothing would be seen. */
const block = (text: string, around: (words: string) => string = (words) => words): Blocks => {
  const words = escaped(text);
  return words === '' ? [] : [around(words)];
};

const heading = (level: number, text: string): Blocks => block(text, (words) => `${'#'.repeat(level)} ${words}`);

const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;

const tableBlocks = ({ head, rows }: Pick<Extract<Part, { kind: 'table' }>, 'head' | 'rows'>): Blocks => [
  [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n'),
];

function partBlocks(part: Part): Blocks {
  switch (part.kind) {
    case 'paragraph':
      return block(part.text);
    case 'list': {
      const lines = part.items.flatMap((item) => block(item, (words) => `- ${words}`));
      return lines.length === 0 ? [] : [lines.join('\n')];
    }
    case 'chart':
      return [...block(part.sentence), ...tableBlocks(part.figures)];
    case 'table':
      return tableBlocks(part);
  }
}

const itemBlocks = (level: number, { title, about, parts }: Item): Blocks => [
  ...heading(level, title),
  ...(about === null ? [] : block(about, (words) => `*${words}*`)),
  ...parts.flatMap(partBlocks),
];

const sectionBlocks = ({ title, intro, groups }: Section): Blocks => [
  ...heading(2, title),
  ...(intro === null ? [] : block(intro)),
  ...groups.flatMap((group) => [
    ...(group.title === null ? [] : heading(3, group.title)),
    ...group.items.flatMap((item) => itemBlocks(group.title === null ? 3 : 4, item)),
  ]),
];

/** The summary as Markdown. Whatever stands in it is text: no link, no HTML, no heading but the summary's own. */
export const markdownOf = ({ title, lines, sections, closing }: Summary): string =>
  [
    ...heading(1, title),
    ...lines.flatMap((line) => block(line)),
    ...sections.flatMap(sectionBlocks),
    ...closing.flatMap((line) => block(line)),
  ]
    .join('\n\n')
    .concat('\n');

/** Text that any editor reads. */
export const markdown: Maker = (at) => {
  const summary = summaryOf(at);
  return {
    from: summary,
    bytes: () => Promise.resolve(new TextEncoder().encode(markdownOf(summary))),
    beside: [aboutBeside(at)],
  };
};
