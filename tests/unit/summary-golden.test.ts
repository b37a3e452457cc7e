import { describe, expect, it } from 'vitest';
import { content } from '../../shared/content/en/content';
import { loadLanguage } from '../../shared/content/language';
import type { Consents } from '../../shared/couple/consent';
import { emptyPractice, type PracticeEntry } from '../../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import type { Source } from '../../shared/couple/summary/choose';
import type { Made, Part } from '../../shared/couple/summary/summary';
import { versions } from '../../shared/couple/summary/version';
import { sides } from '../../shared/room/wall';
import { aDevice } from '../make';
import { anEntry, journal, win } from '../practice-kit';
import { allYes, aSource, summaryOf, takenBack } from '../summary-kit';

await loadLanguage('en');

function wrote(consents: Consents): CoupleRecord {
  const plan = { retreat: 'r1', exercise: 'take-home-plan' } as const;
  const joint = withAnswer(
    emptyRecord('c1'),
    { ...plan, field: 'plan', owner: 'joint' },
    {
      value: { kind: 'long-text', text: 'Sundays after tea:\nhalf an hour.' },
      asked: 'Our plan',
      reader: 'facilitator',
    },
    { id: 'plan', at: 1, device: aDevice },
  );
  const each = sides.reduce(
    (record, owner, n) =>
      withAnswer(
        record,
        { ...plan, field: 'glad-that', owner },
        { value: { kind: 'text', text: `glad, says ${owner}` }, asked: 'I am glad that …', reader: 'facilitator' },
        { id: `glad-${owner}`, at: 2 + n, device: aDevice },
      ),
    joint,
  );
  return { ...each, consents: [...consents] };
}

const noted: readonly PracticeEntry[] = [
  ...sides.flatMap((side) => [
    anEntry(journal(`a door, to ${side}`, 6), side, { id: `j${side}`, reader: 'facilitator' }),
    anEntry({ kind: 'goal', content: { text: 'to say it early', by: '2026-05-01' } }, side, {
      id: `g${side}`,
      reader: 'partner',
    }),
    anEntry({ kind: 'bids', content: { noticed: 5, answered: 4 } }, side, { id: `b${side}`, reader: 'facilitator' }),
    anEntry({ kind: 'measure', content: { moment: 'after', item: 'felt-security', name: '', score: 7 } }, side, {
      id: `m${side}`,
      reader: 'partner',
    }),
    anEntry(journal(`kept by ${side}`), side, { id: `k${side}`, reader: 'only-i' }),
  ]),
  anEntry(win('we came back'), 'joint', { id: 'win' }),
  anEntry({ kind: 'timeout', content: { kept: true, note: '' } }, 'joint', { id: 'timeout' }),
];

const practised = { ...emptyPractice('c1'), entries: noted };
const { helpLines } = content;

/** Three made-up couples. */
const couples: Readonly<Record<string, Source>> = {
  full: aSource(wrote(allYes), { practice: practised, helpLines }),
  sparse: aSource(
    { ...emptyRecord('c1'), consents: [...allYes] },
    { practice: { ...emptyPractice('c1'), entries: noted.filter(({ id }) => id === 'win') }, helpLines },
  ),
  withdrew: aSource(wrote(takenBack(allYes, 'B', 'record')), { practice: practised, helpLines }),
};

function linesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'list':
      return part.items.map((item) => `- ${item}`);
    case 'chart':
      return [
        `[${part.form} to ${part.most}, ${part.unit}] ${part.sentence}`,
        ...part.points.map(
          ({ day, marks }) => `${day}: ${marks.map(({ mark, value }) => `${mark} ${value}`).join(', ')}`,
        ),
      ];
    case 'table':
      return [part.head, ...part.rows].map((row) => row.join(' | '));
  }
}

/** A summary as text: each of its words once, in the order in which they are read. */
function read({ summary, leftOut }: Made): string {
  const sections = (summary?.sections ?? []).flatMap(({ title, intro, groups }) => [
    `## ${title}`,
    ...(intro === null ? [] : [intro]),
    ...groups.flatMap((group) => [
      ...(group.title === null ? [] : [`### ${group.title}`]),
      ...group.items.flatMap((item) => [
        `#### ${item.title}${item.about === null ? '' : ` (${item.about})`}`,
        ...item.parts.flatMap(linesOf),
      ]),
    ]),
  ]);
  return [
    ...(summary === null ? ['nothing'] : [`# ${summary.title}`, ...summary.lines]),
    ...sections,
    ...(summary?.closing ?? []),
    ...leftOut.map((left) => `left out: ${Object.values(left).join(' ')}`),
  ].join('\n');
}

describe('what a made-up couple takes home', () => {
  it.each(Object.keys(couples))('%s: reads as it was set down, word for word', async (name) => {
    const source = couples[name];
    if (source === undefined) throw new Error('there is no such couple');
    const all = versions.map((version) => `=== ${version} ===\n${read(summaryOf(source, version))}\n`).join('\n');
    await expect(all).toMatchFileSnapshot(`summaries/${name}.txt`);
  });
});
