import { describe, expect, it } from 'vitest';
import { bellsIn } from '../rig/bells';

const rate = 48_000;

interface Tone {
  readonly at: number;
  readonly level: number;
  readonly attack: number;
}

/** Silence, and in it tones at these seconds: each grows for `attack` seconds and has died away after two. */
function recorded(seconds: number, tones: readonly Tone[]): Float32Array {
  const samples = new Float32Array(seconds * rate);
  for (const { at, level, attack } of tones) {
    for (let n = 0; n < 2 * rate && at * rate + n < samples.length; n++) {
      const grown = Math.min(1, n / rate / attack) * Math.exp((-4 * n) / rate);
      samples[at * rate + n] = (samples[at * rate + n] ?? 0) + level * grown * Math.sin((2 * Math.PI * 440 * n) / rate);
    }
  }
  return samples;
}

const gentle: Tone = { at: 1, level: 0.8, attack: 0.04 };

describe('what the rig hears', () => {
  it('hears nothing in silence', () => {
    expect(bellsIn(recorded(2, []), rate)).toEqual([]);
  });

  it('tells bells apart, and how loud and how sudden each is', () => {
    const [first, second, ...more] = bellsIn(recorded(8, [gentle, { at: 5, level: 0.4, attack: 0.001 }]), rate);
    expect(more).toEqual([]);
    expect(first?.at).toBeCloseTo(1, 2);
    expect(first?.seconds).toBeCloseTo(1.7, 0);
    expect(first?.peak).toBeGreaterThan(0.6);
    expect(first?.attack).toBeCloseTo(0.035, 2);
    expect(first?.onset).toBeLessThan(0.15);
    expect(second?.peak).toBeCloseTo(0.4, 1);
    expect(second?.onset).toBeCloseTo(0.4, 1);
  });

  it('counts a bell that is struck while another one rings', () => {
    expect(bellsIn(recorded(6, [gentle, { ...gentle, at: 1.6 }]), rate)).toHaveLength(2);
  });

  it('hears one bell where a busy machine left a gap', () => {
    const whole = recorded(6, [gentle]);
    const late = new Float32Array(whole.length);
    late.set(whole.subarray(0, 1.3 * rate));
    late.set(whole.subarray(1.3 * rate, 5 * rate), 2 * rate);
    expect(bellsIn(late, rate)).toMatchObject([{ whole: true }]);
  });

  it('says when the gap was where the bell is loudest', () => {
    const torn = recorded(4, [gentle]);
    torn.fill(0, 1.03 * rate, 1.04 * rate);
    expect(bellsIn(torn, rate)).toMatchObject([{ whole: false }]);
  });

  it('does not call a bell over that still rings', () => {
    expect(bellsIn(recorded(2, [gentle]), rate)).toEqual([]);
  });
});
