import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RoomView } from '../../shared/room/room-view';
import {
  fullHelp,
  longDays,
  longestViews,
  longPlans,
  longTitles,
  oldHelp,
  programPlans,
  wholeHelp,
} from '../rig/gallery/longest';
import { type Gallery, openGallery, type Size } from '../rig/gallery/open-gallery';
import { expect, long, test as rig } from '../rig/test';
import { linesOnWall, type WallLine } from './pages/screen-facts';

const leastText = 1 / 20;
const safeEdge = 0.06;
/** Fractions of a pixel that layout may round away. */
const roundingPx = 0.5;
/** From the smallest wall that is set for to the largest, which takes longest to draw. */
const sizes: readonly Size[] = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  ...(long ? [{ width: 3840, height: 2160 }] : []),
];
const pictures = fileURLToPath(new URL('../../test-output/gallery-pictures', import.meta.url));

const test = rig.extend<object, { readonly gallery: Gallery }>({
  gallery: [
    async ({ displays }, use) => {
      mkdirSync(pictures, { recursive: true });
      const gallery = await openGallery(displays.name);
      await use(gallery);
      await gallery.close();
    },
    { scope: 'worker' },
  ],
});

const tooSmall = (lines: readonly WallLine[], { height }: Size): WallLine[] =>
  lines.filter(({ fontSize }) => fontSize < height * leastText - roundingPx);

const cutOff = (lines: readonly WallLine[], { width, height }: Size): WallLine[] =>
  lines.filter(
    ({ left, top, right, bottom }) =>
      left < width * safeEdge - roundingPx ||
      right > width * (1 - safeEdge) + roundingPx ||
      top < height * safeEdge - roundingPx ||
      bottom > height * (1 - safeEdge) + roundingPx,
  );

/** Lines that stand on one another, as a word too long for its column does. */
function crossing(lines: readonly WallLine[]): string[] {
  const slack = 2;
  return lines.flatMap((one, n) =>
    lines
      .slice(n + 1)
      .filter(
        (other) =>
          one.left < other.right - slack &&
          other.left < one.right - slack &&
          one.top < other.bottom - one.fontSize / 4 &&
          other.top < one.bottom - one.fontSize / 4,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

/** Hangs a view at every size, in paper for looking at all sizes and in dusk for a picture of it, and hands on what stands there. */
async function atEverySize(
  gallery: Gallery,
  name: string,
  look: (seen: {
    readonly fits: boolean;
    readonly lines: WallLine[];
    readonly size: Size;
    readonly at: string;
  }) => void,
): Promise<void> {
  for (const size of sizes) {
    const at = `${name} at ${size.width}x${size.height}`;
    for (const palette of ['dusk', 'paper'] as const) {
      if (palette === 'dusk' && process.env.HOLDFAST_PICTURES === undefined) continue;
      const fits = await gallery.hang(name, palette, size);
      if (process.env.HOLDFAST_PICTURES !== undefined) {
        await gallery.page.screenshot({ path: join(pictures, `${name} ${size.width}x${size.height} ${palette}.png`) });
      }
      if (palette === 'paper') look({ fits, lines: await linesOnWall(gallery.page), size, at });
    }
  }
}

/** Days that are never windowed, at any size. */
const wholeDays: readonly string[] = ['plan-evening', 'plan-evening-12h', 'plan-halfday'];

function of(name: string): RoomView {
  const view = longestViews[name];
  if (view === undefined) throw new Error(`no view ${name}`);
  return view;
}

const helpLines = ({ cover }: RoomView) => (cover.kind === 'help' ? cover.lines : []);

/** What must stand on the wall, word for word. */
function wanted(name: string): string[] {
  const { scene, cover } = of(name);
  const lines = helpLines(of(name)).flatMap((line) => [line.name, line.number, line.note]);
  const rows = scene.kind === 'plan' && wholeDays.includes(name) ? scene.rows : [];
  const title = 'title' in scene && cover.kind === 'none' ? [scene.title] : [];
  return [...title, ...lines, ...rows.flatMap((row) => [row.at, row.title])].filter((text) => text !== '');
}

for (const name of Object.keys({ ...longTitles, ...longPlans, ...programPlans, ...wholeHelp })) {
  test(`stands whole on every wall: ${name}`, async ({ gallery }) => {
    await atEverySize(gallery, name, ({ fits, lines, size, at }) => {
      expect.soft(fits, at).toBe(true);
      expect.soft(tooSmall(lines, size), `${at}: too small`).toEqual([]);
      expect.soft(cutOff(lines, size), `${at}: cut off`).toEqual([]);
      expect.soft(crossing(lines), `${at}: crossing`).toEqual([]);
      const texts = new Set(lines.map(({ text }) => text));
      expect
        .soft(
          wanted(name).filter((text) => !texts.has(text)),
          `${at}: missing`,
        )
        .toEqual([]);
    });
  });
}

for (const [name, turns] of Object.entries(longDays)) {
  test(`every item of the day is on one of its pictures: ${name}`, async ({ gallery }) => {
    const { scene } = longestViews[turns[0] ?? ''] as RoomView;
    const count = scene.kind === 'plan' ? scene.rows.length : 0;
    // The longest days on the smallest wall: it takes the most pictures.
    for (const size of sizes.slice(0, count > 30 ? 1 : 3)) {
      const seen = new Set<string>();
      let of = 1;
      for (let turned = 0; turned < of; turned += 1) {
        const at = `${turns[turned]} at ${size.width}x${size.height}`;
        expect.soft(await gallery.hang(turns[turned] ?? '', 'paper', size), at).toBe(true);
        of = Number((await gallery.page.locator('.wall-plan-count').textContent())?.split('/')[1] ?? 1);
        const lines = await linesOnWall(gallery.page);
        expect.soft(tooSmall(lines, size), `${at}: too small`).toEqual([]);
        expect.soft(cutOff(lines, size), `${at}: cut off`).toEqual([]);
        expect.soft(crossing(lines), `${at}: crossing`).toEqual([]);
        for (const row of await gallery.page.locator('.wall-plan-row:visible .wall-plan-at').allTextContents())
          seen.add(row);
      }
      expect.soft(of, `pictures of ${name}`).toBeLessThanOrEqual(turns.length);
      expect.soft([...seen].length, name).toBe(count);
    }
  });
}

for (const name of Object.keys({ ...fullHelp, ...oldHelp })) {
  test(`S22: no crisis line is ever cut off: ${name}`, async ({ gallery }) => {
    await atEverySize(gallery, name, ({ fits, lines, size, at }) => {
      const texts = new Set(lines.map(({ text }) => text));
      const missing = helpLines(of(name)).filter(({ name: who, number }) => !texts.has(who) || !texts.has(number));
      expect.soft(missing, `${at}: missing`).toEqual([]);
      expect.soft(cutOff(lines, size), `${at}: cut off`).toEqual([]);
      expect.soft(crossing(lines), `${at}: crossing`).toEqual([]);
      const small = tooSmall(lines, size);
      if (name in fullHelp) expect.soft(small, `${at}: too small`).toEqual([]);
      // What had to be left off is said: the card counts as not fitting.
      const notes = helpLines(of(name)).every(({ note }) => texts.has(note));
      expect.soft(fits, at).toBe(notes && small.length === 0);
    });
  });
}

for (const name of ['timeout-rehearsal', 'step-rehearsal', 'turn-rehearsal', 'turn-b-rehearsal']) {
  test(`the sign of a rehearsal stands with the text, and has air: ${name}`, async ({ gallery }) => {
    for (const size of sizes) {
      const at = `${name} at ${size.width}x${size.height}`;
      expect.soft(await gallery.hang(name, 'paper', size), at).toBe(true);
      const box = async (part: string) =>
        (await gallery.page.locator(part).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const [words, sign] = [await box('.wall-words > .wall-words-inner'), await box('.wall-rehearsal')];
      expect.soft(Math.abs(sign.x - words.x), at).toBeLessThanOrEqual(1);
      expect.soft(sign.y - words.y - words.height, at).toBeGreaterThanOrEqual(size.height * 0.035);
      expect.soft(cutOff(await linesOnWall(gallery.page), size), at).toEqual([]);
      if (process.env.HOLDFAST_PICTURES === undefined) continue;
      for (const palette of ['dusk', 'paper'] as const) {
        await gallery.hang(name, palette, size);
        const picture = `${name} ${size.width}x${size.height} ${palette}.png`;
        await gallery.page.screenshot({ path: join(pictures, picture) });
      }
    }
  });
}
