import { describe, expect, it } from 'vitest';
import { storyOf } from '../../renderer/console/couples/story';
import type { ConsentAct } from '../../shared/couple/consent';
import { evening } from '../make';

const dayMs = 86_400_000;
const act = (n: number, patch: Partial<ConsentAct> = {}): ConsentAct => ({
  id: `e${n}`,
  retreat: 'r1',
  at: evening + n,
  device: 'd1',
  side: 'A',
  scope: 'record',
  given: true,
  ...patch,
});

describe('what happened to a couple', () => {
  it('tells a yes that was taken back and said again on one day in the order it was said', () => {
    const acts = [
      act(1),
      act(2, { scope: 'measures' }),
      act(3, { given: false }),
      act(5, { side: 'B' }),
      act(4),
      act(6, { scope: 'export' }),
    ];
    expect(storyOf({ acts, answers: [], clauses: [], retreats: [] })[0]?.days[0]?.happened).toEqual([
      { what: 'gave', side: 'A', scopes: ['record', 'measures'] },
      { what: 'took-back', side: 'A', scopes: ['record'] },
      { what: 'gave', side: 'A', scopes: ['record', 'export'] },
      { what: 'gave', side: 'B', scopes: ['record'] },
    ]);
  });

  it('is told retreat by retreat and day by day, the last first, one line for what belongs together', () => {
    const acts = [
      act(1),
      act(2, { scope: 'measures' }),
      act(3, { side: 'B' }),
      act(4, { side: 'B', given: false, at: evening + dayMs }),
      act(5, { retreat: 'r2', at: evening + 30 * dayMs }),
    ];
    const retreats = [
      { id: 'r2', title: 'Autumn', date: '2026-04-06' },
      { id: 'r1', title: 'Spring', date: '2026-03-07' },
    ];
    expect(storyOf({ acts, answers: [], clauses: [], retreats })).toEqual([
      {
        retreat: 'r2',
        known: { title: 'Autumn', date: '2026-04-06' },
        days: [{ on: '2026-04-06', happened: [{ what: 'gave', side: 'A', scopes: ['record'] }] }],
      },
      {
        retreat: 'r1',
        known: { title: 'Spring', date: '2026-03-07' },
        days: [
          { on: '2026-03-08', happened: [{ what: 'took-back', side: 'B', scopes: ['record'] }] },
          {
            on: '2026-03-07',
            happened: [
              { what: 'gave', side: 'A', scopes: ['record', 'measures'] },
              { what: 'gave', side: 'B', scopes: ['record'] },
            ],
          },
        ],
      },
    ]);
  });

  it('names a retreat where nothing was kept, and one that this library does not know', () => {
    const retreats = [{ id: 'r2', title: 'Autumn', date: '2026-04-06' }];
    const parts = storyOf({ acts: [act(1)], answers: [], clauses: [], retreats });
    expect(parts.map(({ retreat, known, days }) => [retreat, known?.title, days.length])).toEqual([
      ['r2', 'Autumn', 0],
      ['r1', undefined, 1],
    ]);
  });
});
