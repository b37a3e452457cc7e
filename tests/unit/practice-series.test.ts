import { describe, expect, test } from 'vitest';
import { measureColumns, measuresOf } from '../../renderer/console/couples/practice/measure-columns';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import type { PracticeEntryView } from '../../shared/couple/practice/practice-view';
import { seriesOf } from '../../shared/couple/practice/series';

let count = 0;

function noted(
  owner: PracticeEntryView['owner'],
  on: string,
  noting: Noting,
  patch: Partial<PracticeEntryView> = {},
): PracticeEntryView {
  count += 1;
  const standing = { id: `entry-${count}`, retreat: 'lantern', at: count, owner, on, reader: null, closed: null };
  return { ...standing, ...noting, ...patch } as PracticeEntryView;
}

type Moment = 'before' | 'after' | 'follow-up';
const measure = (
  moment: Moment,
  score: number,
  item: 'felt-security' | 'heard' | 'other' = 'felt-security',
  name = '',
): Noting => ({ kind: 'measure', content: { moment, item, name, score } });
const bids = (noticed: number, answered: number): Noting => ({ kind: 'bids', content: { noticed, answered } });
const timeout = (kept: boolean): Noting => ({ kind: 'timeout', content: { kept, note: '' } });
const repair = (received: 'received' | 'not-yet'): Noting => ({
  kind: 'repair',
  content: { hurt: 'the door', part: 'I left', matters: 'us', received, need: '' },
});

describe('what the charts are drawn from', () => {
  test('felt security by day, and on one day before comes before after', () => {
    const { feltSecurity } = seriesOf([
      noted('A', '2026-03-08', measure('after', 7)),
      noted('A', '2026-04-08', measure('follow-up', 8)),
      noted('A', '2026-03-08', measure('before', 4)),
      noted('A', '2026-02-01', measure('after', 0)),
      noted('A', '2026-03-08', measure('before', 9, 'heard')),
      noted('B', '2026-03-08', measure('before', 6)),
    ]);
    expect(feltSecurity.A.map(({ on, moment, score }) => [on, moment, score])).toEqual([
      ['2026-02-01', 'after', 0],
      ['2026-03-08', 'before', 4],
      ['2026-03-08', 'after', 7],
      ['2026-04-08', 'follow-up', 8],
    ]);
    expect(feltSecurity.B.map(({ score }) => score)).toEqual([6]);
  });

  test('bids by day; of one day counted twice the sum, and each partner’s alone', () => {
    const series = seriesOf([
      noted('A', '2026-03-09', bids(5, 4)),
      noted('A', '2026-03-08', bids(3, 1)),
      noted('A', '2026-03-09', bids(1, 2)),
      noted('B', '2026-03-08', bids(9, 9)),
    ]);
    expect(series.bids).toEqual({
      A: [
        { on: '2026-03-08', noticed: 3, answered: 1 },
        { on: '2026-03-09', noticed: 6, answered: 6 },
      ],
      B: [{ on: '2026-03-08', noticed: 9, answered: 9 }],
    });
  });

  test('timeouts and repairs one by one, in the order of their days', () => {
    const { timeouts, repairs } = seriesOf([
      noted('joint', '2026-03-10', timeout(false)),
      noted('joint', '2026-03-08', timeout(true)),
      noted('joint', '2026-03-09', repair('not-yet')),
      noted('joint', '2026-03-09', repair('received')),
    ]);
    expect(timeouts.map(({ on, well }) => [on, well])).toEqual([
      ['2026-03-08', true],
      ['2026-03-10', false],
    ]);
    expect(repairs.map(({ well }) => well)).toEqual([false, true]);
  });

  test('nothing of what is kept private or withheld', () => {
    const shut = (owner: 'A' | 'joint', noting: Noting, closed: 'only-i' | 'withheld') =>
      noted(owner, '2026-03-08', noting, { content: null, closed });
    expect(
      seriesOf([
        shut('A', measure('before', 3), 'only-i'),
        shut('A', bids(2, 1), 'withheld'),
        shut('joint', timeout(true), 'withheld'),
        shut('joint', repair('received'), 'withheld'),
      ]),
    ).toEqual({ feltSecurity: { A: [], B: [] }, bids: { A: [], B: [] }, timeouts: [], repairs: [] });
  });
});

describe('the sheet of measures', () => {
  const columns = (entries: readonly PracticeEntryView[], retreat: string | null) =>
    measureColumns({ measures: measuresOf(entries, 'A'), retreat, today: '2026-03-20' });
  const heads = (entries: readonly PracticeEntryView[], retreat: string | null) =>
    columns(entries, retreat).map(({ on, moment, open }) => `${on} ${moment}${open ? ' open' : ''}`);

  test('offers all three to begin with, and nothing where nothing can be noted', () => {
    expect(heads([], 'lantern')).toEqual([
      '2026-03-20 before open',
      '2026-03-20 after open',
      '2026-03-20 follow-up open',
    ]);
    expect(heads([], null)).toEqual([]);
  });

  test('a column for each time they were taken, and those of another retreat only to be read', () => {
    const entries = [
      noted('A', '2026-03-08', measure('before', 4)),
      noted('A', '2026-03-08', measure('before', 5, 'heard')),
      noted('A', '2025-03-08', measure('before', 2), { retreat: 'earlier' }),
      noted('B', '2026-03-01', measure('after', 2)),
    ];
    expect(heads(entries, 'lantern')).toEqual([
      '2025-03-08 before',
      '2026-03-08 before open',
      '2026-03-20 after open',
      '2026-03-20 follow-up open',
    ]);
    expect(columns(entries, 'lantern')[1]?.measures).toHaveLength(2);
  });

  test('another follow-up has a column of its own, and of many the last six are shown', () => {
    const entries = [1, 2, 3, 4, 5, 6, 7].map((n) => noted('A', `2026-03-0${n}`, measure('follow-up', n)));
    expect(heads(entries, null)).toEqual([2, 3, 4, 5, 6, 7].map((n) => `2026-03-0${n} follow-up`));
    expect(heads(entries.slice(0, 2), 'lantern').at(-1)).toBe('2026-03-20 follow-up open');
  });
});
