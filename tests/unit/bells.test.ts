import { describe, expect, it } from 'vitest';
import { bellsIn } from '../rig/bells';

const rate = 48_000;

/** Silence, and in it tones at these seconds: each grows for `attack` seconds and lasts for one. */
function recorded(seconds: number, tones: readonly { at: number; level: number; attack: number }[]): Float32Array {
  const samples = new Float32Array(seconds * rate);
  for (const { at, level, attack } of tones) {
    for (let n = 0; n < rate; n++) {
      const grown = Math.min(1, n / rate / attack);
      samples[at * rate + n] = level * grown * Math.sin((2 * Math.PI * 440 * n) / rate);
    }
  }
  return samples;
}

describe('what the rig hears', () => {
  it('hears nothing in silence', () => {
    expect(bellsIn(recorded(2, []), rate)).toEqual([]);
  });

  it('tells bells apart, and how loud and how sudden each is', () => {
    const [first, second, ...more] = bellsIn(
      recorded(6, [
        { at: 1, level: 0.8, attack: 0.05 },
        { at: 3, level: 0.4, attack: 0.001 },
      ]),
      rate,
    );
    expect(more).toEqual([]);
    expect(first?.at).toBeCloseTo(1, 1);
    expect(first?.seconds).toBeCloseTo(1, 1);
    expect(first?.peak).toBeCloseTo(0.8, 2);
    expect(first?.loudness).toBeCloseTo(0.8 / Math.SQRT2, 1);
    expect(first?.attack).toBeCloseTo(0.045, 2);
    expect(first?.onset).toBeLessThan(0.15);
    expect(second?.peak).toBeCloseTo(0.4, 2);
    expect(second?.onset).toBeCloseTo(0.4, 1);
  });

  it('does not call a bell over that still rings', () => {
    expect(bellsIn(recorded(2, [{ at: 1, level: 0.5, attack: 0.05 }]), rate)).toEqual([]);
  });
});
