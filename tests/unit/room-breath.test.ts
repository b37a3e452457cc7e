import { describe, expect, it } from 'vitest';
import { breathFrames, untilTurn } from '../../renderer/room/breath';

const pacer = { kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 } as const;
const sizes = (motion: 'full' | 'reduced') =>
  breathFrames(pacer, motion).map(({ transform }) => Number(/\((.*)\)/.exec(transform)?.[1]));

describe('the breath', () => {
  it('grows for the breath in, shrinks for the breath out, and never holds (S24)', () => {
    for (const motion of ['full', 'reduced'] as const) {
      const all = sizes(motion);
      const top = all.indexOf(Math.max(...all));
      expect(top / (all.length - 1)).toBeCloseTo(0.4, 1);
      all.slice(1).forEach((size, n) => {
        if (n < top - 1) expect(size).toBeGreaterThan(all[n] ?? 0);
        if (n > top) expect(size).toBeLessThan(all[n] ?? 0);
      });
    }
  });

  it('begins where it ends, so that breaths join', () => {
    expect(sizes('full')[0]).toBe(sizes('full').at(-1));
    expect(sizes('reduced')[0]).toBe(0);
    expect(sizes('reduced').at(-1)).toBe(0);
  });

  it('turns at the end of each breath in and out', () => {
    expect(untilTurn(pacer, 0)).toBe(4000);
    expect(untilTurn(pacer, 3999)).toBe(1);
    expect(untilTurn(pacer, 4000)).toBe(6000);
    expect(untilTurn(pacer, 10_000)).toBe(4000);
    expect(untilTurn(pacer, 12_500)).toBe(1500);
  });
});
