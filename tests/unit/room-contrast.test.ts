import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../renderer/tokens.css', import.meta.url), 'utf8');

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function token(name: string, scheme: 'light' | 'dark' = 'light'): string {
  const value = new RegExp(`--hf-${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const colours = value.match(/#[0-9a-f]{6}/g) ?? [];
  const colour = scheme === 'dark' ? colours.at(-1) : colours[0];
  if (colour === undefined) throw new Error(`no colour ${name}`);
  return colour;
}

describe('the colours', () => {
  it.each(['paper', 'dusk'])('of the room read at 7:1 or better on %s', (palette) => {
    for (const ink of ['ink', 'soft', 'a', 'b']) {
      expect(contrast(token(`${palette}-${ink}`), token(`${palette}-ground`))).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(['light', 'dark'] as const)('of the %s console read at 4.5:1, and edges of controls at 3:1', (scheme) => {
    for (const ground of ['ground', 'raised', 'sunken']) {
      for (const ink of ['ink', 'soft', 'accent', 'a', 'b', 'good', 'warn', 'danger']) {
        const found = contrast(token(ink, scheme), token(ground, scheme));
        expect(found, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(token('edge', scheme), token(ground, scheme)), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(token('on-accent', scheme), token('accent', scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('warn', scheme), token('warn-wash', scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('danger', scheme), token('danger-wash', scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('ink', scheme), token('accent-wash', scheme))).toBeGreaterThanOrEqual(4.5);
  });
});
