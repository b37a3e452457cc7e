import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../electron/export/markdown';
import { escaped } from '../../electron/export/markdown-text';
import type { Part, Summary } from '../../shared/couple/summary/summary';
import { oneLine } from '../../shared/room/one-line';
import { attacks, hostile } from '../hostile';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

const parse = (text: string): Nodes =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

const inside = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(inside) : [])];
const textOf = (node: Nodes): string =>
  inside(node)
    .flatMap((one) => (one.type === 'text' ? [one.value] : []))
    .join('');

const tokensIn = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token) => [token, ...('tokens' in token && token.tokens ? tokensIn(token.tokens) : [])]);

/** What is all a parser may find in text. */
const plain: ReadonlySet<string> = new Set(['paragraph', 'text', 'escape']);
/** And in a summary. */
const known: ReadonlySet<string> = new Set([
  ...plain,
  ...['root', 'heading', 'emphasis', 'list', 'listItem', 'table', 'tableRow', 'tableCell'],
]);

function isText(text: string): void {
  const written = escaped(text);
  const read = parse(written);
  expect(inside(read).filter(({ type }) => type !== 'root' && !plain.has(type))).toEqual([]);
  expect(textOf(read)).toBe(oneLine(text));
  expect(tokensIn(Lexer.lex(written)).filter(({ type }) => !plain.has(type))).toEqual([]);
}

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: hostile }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(hostile, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: hostile,
    head: fc.tuple(hostile, hostile).map((cells) => [...cells]),
    rows: fc.array(
      fc.tuple(hostile, hostile).map((cells) => [...cells]),
      { maxLength: 3 },
    ),
  }),
);
const orNull = fc.option(hostile);
const summaries: fc.Arbitrary<Summary> = fc.record({
  language: fc.constant('en'),
  version: fc.constant('joint' as const),
  title: hostile,
  lines: fc.array(hostile, { maxLength: 2 }),
  sections: fc.array(
    fc.record({
      id: fc.constant('agreed' as const),
      title: hostile,
      intro: orNull,
      groups: fc.array(
        fc.record({
          title: orNull,
          items: fc.array(
            fc.record({ id: fc.string(), title: hostile, about: orNull, parts: fc.array(part, { maxLength: 3 }) }),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  closing: fc.array(hostile, { maxLength: 2 }),
  foot: hostile,
});

const partTexts = (one: Part): readonly string[] => {
  switch (one.kind) {
    case 'paragraph':
      return [one.text];
    case 'list':
      return one.items;
    case 'chart':
      return [one.sentence];
    case 'table':
      return [...one.head, ...one.rows.flat()];
  }
};
/** All that is said, in the order it is read. */
const said = ({ title, lines, sections, closing }: Summary): string =>
  [
    title,
    ...lines,
    ...sections.flatMap((section) => [
      section.title,
      section.intro ?? '',
      ...section.groups.flatMap((group) => [
        group.title ?? '',
        ...group.items.flatMap((item) => [item.title, item.about ?? '', ...item.parts.flatMap(partTexts)]),
      ]),
    ]),
    ...closing,
  ]
    .map(oneLine)
    .join('');

describe('a summary as Markdown', () => {
  it.each(attacks.map((attack) => [attack.slice(0, 40), attack] as const))('takes %j as text', (_, attack) =>
    isText(attack),
  );

  it('takes anything as text', () => {
    fc.assert(fc.property(hostile, isText), { numRuns: 500 });
  });

  it('says all that the summary says, in its order, and holds nothing but what a summary is made of', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const written = markdownOf(summary);
        const read = parse(written);
        expect(inside(read).filter(({ type }) => !known.has(type))).toEqual([]);
        expect(textOf(read)).toBe(said(summary));
        const kinds = tokensIn(Lexer.lex(written)).map(({ type }) => type);
        expect(
          kinds.filter((type) =>
            ['html', 'link', 'image', 'code', 'codespan', 'blockquote', 'hr', 'def'].includes(type),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('has a heading for each title, below that of what it stands in', () => {
    const summary: Summary = {
      language: 'en',
      version: 'joint',
      title: 'What we take home',
      lines: ['For Ada and Bo'],
      sections: [
        {
          id: 'agreed',
          title: 'What we agreed',
          intro: 'Both said yes.',
          groups: [
            {
              title: null,
              items: [{ id: 'a', title: 'Signal', about: 'A draft', parts: [{ kind: 'paragraph', text: 'Red.' }] }],
            },
            {
              title: 'An evening',
              items: [
                {
                  id: 'b',
                  title: 'Days',
                  about: null,
                  parts: [{ kind: 'table', caption: 'Days', head: ['When', 'What'], rows: [['7 March', 'a | b']] }],
                },
              ],
            },
          ],
        },
      ],
      closing: ['Educational.'],
      foot: 'Educational',
    };
    expect(markdownOf(summary)).toBe(
      [
        '# What we take home',
        'For Ada and Bo',
        '## What we agreed',
        'Both said yes.',
        '### Signal',
        '*A draft*',
        'Red.',
        '### An evening',
        '#### Days',
        '| When | What |\n| --- | --- |\n| 7 March | a \\| b |',
        'Educational.\n',
      ].join('\n\n'),
    );
  });
});
