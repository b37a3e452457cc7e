import { describe, expect, it } from 'vitest';
import { type ZoomWish, zoomed, zooms, zoomWish } from '../../electron/windows/zoom';

const key = (key: string, code: string) => ({ key, code, control: true, meta: false, alt: false });

describe('the size of everything in the console', () => {
  it('goes up and down by steps, from 80 to 200 per cent, and not further', () => {
    const walk = (from: number, wish: ZoomWish): number[] => {
      const next = zoomed(from, wish);
      return next === from ? [] : [next, ...walk(next, wish)];
    };
    expect(walk(0.8, 'larger')).toEqual(zooms.slice(1));
    expect(walk(2, 'smaller')).toEqual([...zooms].reverse().slice(1));
    expect(zoomed(1.75, 'actual')).toBe(1);
    // As Chromium gives it back.
    expect(zoomed(1.2500000000000002, 'larger')).toBe(1.5);
    expect(zoomed(1.0999999999, 'larger')).toBe(1.25);
  });

  it.each([
    ['larger', key('=', 'Equal')],
    ['larger', key('+', 'Equal')],
    ['larger', key('+', 'NumpadAdd')],
    ['larger', key('+', 'Digit1')],
    ['smaller', key('-', 'Minus')],
    ['smaller', key('-', 'NumpadSubtract')],
    ['smaller', key('-', 'Digit6')],
    ['actual', key('0', 'Digit0')],
    ['actual', key('0', 'Numpad0')],
    ['actual', key('\u00e0', 'Digit0')],
  ] as const)('is made %s by Ctrl and %o', (wish, pressed) => {
    expect(zoomWish(pressed, false)).toBe(wish);
    expect(zoomWish({ ...pressed, control: false, meta: true }, true)).toBe(wish);
    expect(zoomWish({ ...pressed, control: false }, false)).toBe(null);
    expect(zoomWish({ ...pressed, alt: true }, false)).toBe(null);
  });
});
