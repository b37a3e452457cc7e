import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcs, emptied, ringSteps, stepMs, untilNextStep } from '../../renderer/room/ring-steps';
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

  it('has moved a step when it said it would, at about the pace it was asked for', () => {
    fc.assert(
      fc.property(timers, steps, fc.double({ min: 0, max: 0.999, noNaN: true }), (timer: Timer, count, share) => {
        const length = read(timer, begun, aNow(0)).lengthMs ?? 0;
        const every = stepMs(length, count);
        expect(every / Math.max(50, length / count)).toBeGreaterThan(0.66);
        expect(every / Math.max(50, length / count)).toBeLessThan(1.5);
        const at = Math.floor(length * share);
        const before = read(timer, begun, aNow(at));
        const wait = untilNextStep(before, count) ?? 0;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThan(every + 0.01);
        const after = read(timer, begun, aNow(at + wait + 0.01));
        const finest = ringSteps(1000, 1080);
        expect(emptied(after.left, finest)).toBeGreaterThanOrEqual(emptied(before.left, finest));
        const steps = (after.remainingMs ?? Number.NaN) / every;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.001);
      }),
    );
  });

  it('moves whenever a second is full, or every few seconds when one is: never a little before or after', () => {
    for (const [seconds, moves, every] of [
      [240, 814, 1000 / 3],
      [60, 814, 1000 / 14],
      [20, 814, 50],
      [1200, 814, 1000],
      [3600, 814, 4000],
      [240, 300, 1000],
    ] as const) {
      expect(stepMs(seconds * 1000, moves)).toBe(every);
    }
  });

  it('stands still when it waits, when it is over, and when it has no end', () => {
    const minute: Timer = { kind: 'single', seconds: 60 };
    expect(untilNextStep(read(minute, freshRun, aNow(0)), 900)).toBeNull();
    expect(untilNextStep(read(minute, { ...begun, pausedAt: aNow(9).live }, aNow(20)), 900)).toBeNull();
    expect(untilNextStep(read(minute, begun, aNow(60_000)), 900)).toBeNull();
    expect(untilNextStep(read({ kind: 'count-up' }, begun, aNow(60_000)), 900)).toBeNull();
  });

  it('is drawn in two arcs that leave no gap, of which the one that moves is short', () => {
    /** Where an arc begins and ends, in degrees from the top. */
    const ends = (path: string): [number, number] => {
      const [, x1, y1, , x2, y2] = /^M(\S+) (\S+)A46.7 46.7 0 ([01]) 1 (\S+) (\S+)$/.exec(path) ?? [];
      const angle = (x?: string, y?: string): number => (Math.atan2(Number(x), -Number(y)) * 180) / Math.PI;
      return [angle(x1, y1), angle(x2, y2)];
    };
    const clockwise = (from: number, to: number): number => (to - from + 720) % 360;
    const close = (a: number, b: number): boolean => Math.abs(clockwise(a, b + 180) - 180) < 0.01;
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 359.999, noNaN: true }), (degrees) => {
        const { tip, rest, gone } = arcs(degrees);
        const [from, to] = ends(tip);
        expect(close(from + gone / (46.7 * (Math.PI / 180)), degrees)).toBe(true);
        expect(clockwise(degrees, to)).toBeLessThan(15.6);
        expect(clockwise(from, to)).toBeLessThan(15.6);
        const [begin, end] = ends(rest);
        if (rest !== '') expect(clockwise(begin, to)).toBeCloseTo(0.5, 1);
        expect(close(rest === '' ? to : end, 0)).toBe(true);
      }),
    );
    expect(arcs(360)).toMatchObject({ tip: '', rest: '' });
    // Full, its two ends reach under each other as well.
    expect(ends(arcs(0).tip)[0]).toBeCloseTo(-0.5, 2);
  });

  it('lays out nothing for most of its steps: the paths stay, and less of one is drawn', () => {
    const steps = Array.from({ length: 600 }, (_, n) => arcs((n * 360) / 600));
    expect(new Set(steps.map(({ tip, rest }) => tip + rest)).size).toBeLessThanOrEqual(25);
    expect(new Set(steps.map(({ tip, gone }) => `${tip} ${gone}`)).size).toBe(600);
  });
});
