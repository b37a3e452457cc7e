import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../shared/content/language';
import type { PracticeEntry } from '../../shared/couple/practice/practice';
import { emptyPractice } from '../../shared/couple/practice/practice';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import { emptyRecord } from '../../shared/couple/record';
import { forAll } from '../../shared/couple/summary/sections';
import { type Item, summarySchema } from '../../shared/couple/summary/summary';
import type { Version } from '../../shared/couple/summary/version';
import { dateAfter } from '../../shared/room/calendar-day';
import { sides } from '../../shared/room/wall';
import { anEntry } from '../practice-kit';
import { allYes, aSource, summaryOf } from '../summary-kit';

await loadLanguage('en');

const felt = (score: number, moment: 'before' | 'after'): Noting => ({
  kind: 'measure',
  content: { moment, item: 'felt-security', name: '', score },
});
const bids = (noticed: number, answered: number): Noting => ({ kind: 'bids', content: { noticed, answered } });
const timeout = (kept: boolean): Noting => ({ kind: 'timeout', content: { kept, note: '' } });

const entries: readonly PracticeEntry[] = [
  ...sides.flatMap((side) => [
    anEntry(felt(4, 'before'), side, { id: `f1${side}`, on: '2026-03-06', reader: 'partner' }),
    anEntry(felt(side === 'A' ? 7 : 8, 'after'), side, { id: `f2${side}`, on: '2026-03-08', reader: 'partner' }),
    anEntry(bids(5, 3), side, { id: `b${side}`, on: '2026-03-07', reader: 'partner' }),
  ]),
  anEntry(timeout(true), 'joint', { id: 't1', on: '2026-03-05' }),
  anEntry(timeout(false), 'joint', { id: 't2', on: '2026-03-07' }),
];

function charted(noted: readonly PracticeEntry[], version: Version): readonly Item[] {
  const practice = { ...emptyPractice('c1'), entries: noted };
  const { summary } = summaryOf(aSource({ ...emptyRecord('c1'), consents: [...allYes] }, { practice }), version);
  expect(summarySchema.parse(summary)).toEqual(summary);
  const section = summary?.sections.find(({ id }) => id === 'charts');
  return section?.groups.flatMap(({ items }) => items) ?? [];
}

describe('the charts of a couple', () => {
  it('are each of one partner, or of what is joint, and never of both against each other', () => {
    const items = charted(entries, 'joint');
    expect(items.map(({ id, about }) => [id, about])).toEqual([
      ['timeouts', null],
      ['felt-security-A', 'Ada'],
      ['bids-A', 'Ada'],
      ['felt-security-B', 'Bo'],
      ['bids-B', 'Bo'],
    ]);
    for (const { id, parts } of items)
      for (const part of parts)
        if (part.kind === 'chart') expect(part.points).toHaveLength(id.startsWith('bids') ? 1 : 2);
  });

  it('say what they show in a sentence, and hold every figure for who does not see them', () => {
    const [timeouts, security] = charted(entries, 'A');
    expect(timeouts?.parts).toMatchObject([
      {
        kind: 'chart',
        sentence: 'Back when we said: 1 of 2.',
        form: 'steps',
        figures: {
          rows: [
            ['March 5, 2026', 'back when we said'],
            ['March 7, 2026', 'not this time'],
          ],
        },
      },
    ]);
    expect(security?.parts).toMatchObject([
      {
        kind: 'chart',
        sentence: 'From 4 of 10 on March 6, 2026 to 7.',
        form: 'line',
        most: 10,
        figures: {
          rows: [
            ['March 6, 2026', 'before', '4'],
            ['March 8, 2026', 'after', '7'],
          ],
        },
      },
      { kind: 'paragraph', text: expect.stringContaining('not validated') },
    ]);
  });

  it('say of what was noted once all that there is to say of it', () => {
    const noted = anEntry({ kind: 'timeout', content: { kept: true, note: 'We walked to the lake' } }, 'joint', {
      on: '2026-03-05',
    });
    const { summary } = summaryOf(
      aSource(
        { ...emptyRecord('c1'), consents: [...allYes] },
        { practice: { ...emptyPractice('c1'), entries: [noted] } },
      ),
      'joint',
    );
    const items = summary?.sections.flatMap(({ groups }) => groups.flatMap((group) => group.items)) ?? [];
    expect(items.filter(({ id }) => !forAll.has(id)).map(({ parts }) => parts)).toMatchObject([
      [
        { kind: 'chart', sentence: 'March 5, 2026: back when we said.' },
        { kind: 'paragraph', text: 'March 5, 2026: We walked to the lake.' },
      ],
    ]);
  });

  it.each([
    [28, null],
    [29, 'The picture shows the last 28 of 29 days.'],
    [61, 'The picture shows the last 28 of 61 days.'],
  ])('of %i days say that only the last are drawn where some are not', (count, says) => {
    const days = Array.from({ length: count }, (_, n) =>
      anEntry(bids(3, 2), 'A', { id: `d${n}`, reader: 'partner', on: dateAfter('2026-01-01', n) }),
    );
    const [item] = charted(days, 'A');
    expect(item?.parts[0]).toMatchObject({
      kind: 'chart',
      newest: says === null ? null : { count: 28, says },
      figures: { rows: { length: count } },
    });
  });

  it('hold marks that differ by their form, each named', () => {
    for (const { parts } of charted(entries, 'B'))
      for (const part of parts) {
        if (part.kind !== 'chart') continue;
        const drawn = new Set(part.points.flatMap(({ marks }) => marks.map(({ mark }) => mark)));
        expect([...drawn].sort()).toEqual(part.legend.map(({ mark }) => mark).sort());
      }
  });

  it('of one partner stand in no copy of the other that they did not share them with', () => {
    const own = entries.map((entry) => (entry.owner === 'A' ? { ...entry, reader: 'facilitator' as const } : entry));
    expect(charted(own, 'A').map(({ id }) => id)).toContain('bids-A');
    for (const version of ['joint', 'B'] as const)
      expect(charted(own, version).map(({ id }) => id)).toEqual(['timeouts', 'felt-security-B', 'bids-B']);
  });
});
