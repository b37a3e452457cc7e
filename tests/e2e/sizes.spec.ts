import type { Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { settled, tooWide } from './pages/screen-facts';

const sizes = [
  [1000, 640],
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [2560, 1440],
] as const;

const couples = Array.from({ length: 30 }, (_, n) => `Person${n} & Partner${n}`).join('\n');

/** What of these is longer than its place. */
const clipped = (page: Page, what: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((it) => it.checkVisibility() && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1)
        .map((it) => (it instanceof HTMLInputElement ? it.value : it.textContent) ?? ''),
    what,
  );

const words = 'main :is(button, label, h1, h2, p)';
/** Of the fields those that stand in rows; a long line of the help card scrolls in its own. */
const whole = { Home: words, Prepare: `${words}, main li input`, Couples: words, Settings: words } as const;
const screens = ['Home', 'Prepare', 'Couples', 'Settings'] as const;

/** The height of the smallest words of a screen, in pixels. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('main *')]
        .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => (node.nodeValue ?? '').trim() !== ''))
        .map((it) => Number.parseFloat(getComputedStyle(it).fontSize)),
    ),
  );

test('every screen but Run is whole in every window, and grow with a large one', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '3840x2160', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, page } = desk;
  await home.startRetreat({ program: 'One whole day', name: 'A day by the harbour, with all of us', couples });
  const seen = new Map<string, number>();
  for (const [width, height] of sizes) {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => {
        const desktop = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
        desktop?.setContentBounds({ x: 1290, y: 40, ...size });
      },
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    for (const screen of screens) {
      await desk.goTo(screen);
      await settled(page);
      await page.screenshot({ path: `test-output/sizes/${screen} ${width}x${height}.png` });
      expect(await tooWide(page), `${screen} at ${width}x${height}`).toEqual([]);
      expect(await clipped(page, whole[screen]), `${screen} at ${width}x${height}`).toEqual([]);
      seen.set(`${screen} ${width}`, await smallest(page));
    }
  }
  for (const screen of screens)
    expect(seen.get(`${screen} 2560`) ?? 0).toBeGreaterThanOrEqual(1.2 * (seen.get(`${screen} 1280`) ?? 0));
});
