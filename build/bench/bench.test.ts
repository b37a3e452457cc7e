import { describe, expect, test } from 'vitest';
import { chart } from './chart';
import { median, quantile, slope } from './numbers';
import { readOptions } from './options';
import { limitRow, ratioRow, summary } from './row';

const measured = { figure: 'a -> b', unit: 'ms', ours: [30, 10, 20], floor: [10, 20, 10], floorIs: 'less' } as const;

describe('the numbers of the bench', () => {
  test('find what lies in the middle and near the end', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
    expect(median([])).toBeNaN();
  });

  test('find how fast something grows, whatever one odd sample says', () => {
    const points = Array.from({ length: 20 }, (_, x) => ({ x, y: x === 7 ? 500 : 2 * x + 100 }));
    expect(slope(points)).toBeCloseTo(2);
  });

  test('hold medians against medians, and tails against limits', () => {
    expect(ratioRow(measured, 2)).toMatchObject({ result: '2.00x', met: true });
    expect(ratioRow(measured, 1.9).met).toBe(false);
    expect(ratioRow({ ...measured, ours: [] }, 2).met).toBe(false);
    expect(limitRow(measured, 0.99, { ms: 30, says: 'a blink' })).toMatchObject({ goal: 'p99 <= a blink', met: true });
    expect(limitRow(measured, 0.99, { ms: 29, says: 'a blink' }).met).toBe(false);
    expect(summary([1, 1, 1])).toBe('1.00 (p95 1.00)');
  });
});

describe('the chart', () => {
  test('draws every measurement of both, and is well-formed', () => {
    const drawn = chart(ratioRow(measured, 2));
    expect(drawn.match(/<circle/g)).toHaveLength(6);
    expect(drawn).not.toContain('NaN');
    expect(drawn).toContain('a -&gt; b');
  });
});

describe('the options', () => {
  test('say how long a run is', () => {
    expect(readOptions([])).toMatchObject({ quick: false, packaged: false, minutes: 10 });
    expect(readOptions(['--packaged', '--quick']).minutes).toBeLessThan(10);
    expect(readOptions(['--only', 'save,next']).parts).toEqual(['next', 'save']);
  });

  test('refuse what is no part of the bench', () => {
    expect(() => readOptions(['--only', 'coffee'])).toThrow('The parts are');
    expect(() => readOptions(['--fast'])).toThrow('--fast');
  });
});
