import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../shared/couple/summary/formats';
import { timeLeft } from '../../shared/session/state/time-left';

const [format] = formatNames;
const made = (tookMs: number) => ({ format, state: 'made', tookMs }) as const;
const waits = { format, state: 'waits', tookMs: null } as const;

describe('the time a batch still needs', () => {
  it('is not said before three files are made', () => {
    expect(timeLeft([made(10), made(10), waits])).toBeNull();
    expect(timeLeft([made(10), made(10), made(10), waits])).toBe(10);
  });

  it('is what most took for each that is left, whatever one of them took', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.nat(600_000), fc.nat(90), (usual, odd, left) => {
        const copies = [made(usual), made(odd), made(usual), ...Array.from({ length: left }, () => waits)];
        expect(timeLeft(copies)).toBe(left * usual);
      }),
    );
  });

  it('goes by files of the same format where there are some', () => {
    const other = formatNames.at(-1) ?? format;
    expect(other).not.toBe(format);
    expect(
      timeLeft([
        made(100),
        made(100),
        made(100),
        { format: other, state: 'made', tookMs: 1 },
        { ...waits, format: other },
      ]),
    ).toBe(1);
  });
});
