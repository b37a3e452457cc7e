import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcs, emptied, ringSteps, untilNextStep } from '../../renderer/room/ring-steps';
import { freshRun, read, type Timer } from '../../shared/room/timer';
import { aNow } from '../make';

const steps = fc.integer({ min: 60, max: 1800 });
const timers = fc.record({
  kind: fc.constant('single' as const),
  seconds: fc.integer({ min: 5, max: 4 * 60 * 60 }),
});
const begun = { ...freshRun, startedAt: aNow(0).live };

describe('the ring', () => {
  it('steps once for each pixel of its edge, and no finer than a thousandth of the wall', () => {
    expect(ringSteps(500, 1080)).toBe(Math.round(Math.PI * 500));
    expect(ringSteps(1000, 2160)).toBe(ringSteps(500, 1080));
    expect(ringSteps(125, 270)).toBe(Math.round(Math.PI * 125));
  });

  it('is full at the start, and empty at zero and never before', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 1e-4, max: 1, noNaN: true }), (count, left) => {
        expect(emptied(1, count)).toBe(0);
        expect(emptied(0, count)).toBe(360);
        expect(emptied(left, count)).toBeLessThan(360);
      }),
    );
  });

  it('is never more than one step behind the time that is left', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (count, left) => {
        const behind = 360 * (1 - left) - emptied(left, count);
        expect(behind).toBeGreaterThan(-0.001);
        expect(behind).toBeLessThan(360 / count + 0.001);
      }),
    );
  });

  it('looks the same until the moment it says it will move, then has moved', () => {
    fc.assert(
      fc.property(timers, steps, fc.double({ min: 0, max: 0.999, noNaN: true }), (timer: Timer, count, share) => {
        const length = read(timer, begun, aNow(0)).lengthMs ?? 0;
        const at = Math.floor(length * share);
        const before = read(timer, begun, aNow(at));
        const wait = untilNextStep(before, count) ?? 0;
        // What rounding may cost, in milliseconds.
        const slack = 0.01 + (length * 3e-6) / count;
        const after = read(timer, begun, aNow(at + wait + slack));
        expect(emptied(after.left, count)).toBeGreaterThan(emptied(before.left, count));
        if (wait <= 50) return;
        const still = read(timer, begun, aNow(at + wait - slack));
        expect(emptied(still.left, count)).toBeCloseTo(emptied(before.left, count), 6);
      }),
    );
  });

  it('stands still when it waits, when it is over, and when it has no end', () => {
    const minute: Timer = { kind: 'single', seconds: 60 };
    expect(untilNextStep(read(minute, freshRun, aNow(0)), 900)).toBeNull();
    expect(untilNextStep(read(minute, { ...begun, pausedAt: aNow(9).live }, aNow(20)), 900)).toBeNull();
    expect(untilNextStep(read(minute, begun, aNow(60_000)), 900)).toBeNull();
    expect(untilNextStep(read({ kind: 'count-up' }, begun, aNow(60_000)), 900)).toBeNull();
  });

  it('is drawn in two arcs that leave no gap, of which the one that moves is short', () => {
    const angles = (path: string): number[] => {
      if (path === '') return [];
      const [, x1, y1, , x2, y2] = /^M(\S+) (\S+)A46.7 46.7 0 ([01]) 1 (\S+) (\S+)$/.exec(path) ?? [];
      return [
        [x1, y1],
        [x2, y2],
      ].map(([x, y]) => (Math.atan2(Number(x), -Number(y)) * 180) / Math.PI);
    };
    const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 359.99, noNaN: true }), (degrees) => {
        const { tip, rest } = arcs(degrees);
        const [from = Number.NaN, to = Number.NaN] = angles(tip);
        expect(apart(from, degrees)).toBeLessThan(0.01);
        const [begin = 0, end = 0] = rest === '' ? [0, 0] : angles(rest);
        const short = (to - from + 360) % 360;
        expect(short).toBeLessThan(15.6);
        expect((begin - from + 360) % 360).toBeLessThanOrEqual(rest === '' ? 15.01 : short + 0.01);
        expect(apart(end, 0)).toBeLessThan(0.01);
      }),
    );
    expect(arcs(360)).toEqual({ tip: '', rest: '' });
    // Full, its two ends reach under each other as well.
    expect(angles(arcs(0).tip)[0]).toBeCloseTo(-0.5, 2);
  });
});
