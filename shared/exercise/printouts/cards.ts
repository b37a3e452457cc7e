import type { HelpLine } from '../../room/room-view';
import type { Leaf } from './pages';
import type { Headed, PrintoutWords } from './printout-words';

const card = (id: string, title: string, line: string, items: readonly Headed[]): Leaf => ({
  title,
  lines: [line],
  sections: [
    {
      id,
      title: '',
      intro: null,
      groups: [
        {
          title: null,
          items: items.map((item, at) => ({
            id: `${id}-${at}`,
            title: item.title,
            about: null,
            parts: item.text === '' ? [] : [{ kind: 'paragraph', text: item.text }],
          })),
        },
      ],
    },
  ],
  closing: [],
});

/** Cards for the wall, one a page: what holds for everybody, what a signal means, and who helps (S20: all lines, for all at once). */
export const cardLeaves = ({ say, rules, signals }: PrintoutWords, helpLines: readonly HelpLine[]): Leaf[] => [
  card('rules', say('rulesTitle'), say('rulesLine'), rules),
  card('signals', say('signalsTitle'), say('signalsLine'), signals),
  card(
    'help',
    say('helpTitle'),
    say('helpLine'),
    helpLines.map(({ name, number, note }) => ({ title: number, text: note === '' ? name : `${name}. ${note}` })),
  ),
];
