import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { covered, tooWide } from './pages/screen-facts';

const factor = (app: App): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
    return Math.round((window?.webContents.getZoomFactor() ?? 0) * 100) / 100;
  });

/** Presses a key with Ctrl as the keyboard hands it to the console's window. */
const withControl = (app: App, keyCode: string): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }, key) => {
    const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
    window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] });
  }, keyCode);

test('Ctrl and =, -, 0 and the number pad make everything larger and smaller, also after the next start', async ({
  launch,
  userData,
}) => {
  const first = await launch({ userData });
  const { page } = await consoleOf(first);
  const wide = await page.evaluate(() => innerWidth);
  for (const [key, zoom] of [
    ['=', 1.1],
    ['numadd', 1.25],
    ['-', 1.1],
    ['numsub', 1],
    ['Plus', 1.1],
    ['num0', 1],
    ['=', 1.1],
    ['=', 1.25],
    ['=', 1.5],
  ] as const) {
    await withControl(first, key);
    await expect.poll(() => factor(first), key).toBe(zoom);
  }
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(Math.ceil(wide / 1.5));
  await first.electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await first.close();

  const again = await launch({ userData });
  await consoleOf(again);
  await expect.poll(() => factor(again)).toBe(1.5);
  again.expectProblem(/Crashing because hung/);
  // Of the page that comes after one that died as well.
  const loaded = again.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
        window?.webContents.once('did-finish-load', () => resolve());
        window?.webContents.forcefullyCrashRenderer();
      }),
  );
  await loaded;
  await expect.poll(() => factor(again)).toBe(1.5);
});

/** Which of the parts are not to be seen whole, and what stands beside the window. */
const outOfSight = async (page: Page, parts: Readonly<Record<string, Locator>>): Promise<string[]> => [
  ...(await covered(parts)),
  ...(await tooWide(page)),
];

/** The buttons that lead whose words are cut. */
const cutWords = (page: Page): Promise<string[]> =>
  page
    .getByRole('main')
    .locator('fieldset button span')
    .evaluateAll((elements) =>
      elements.filter((it) => it.scrollWidth > it.clientWidth && it.clientWidth > 1).map((it) => it.textContent ?? ''),
    );

/** The display a window of this width fills, if it fills one. */
const fills = { 1000: null, 1024: '1024x768', 1920: '1920x1080' } as const;

for (const [width, height, zoom] of [
  [1024, 768, 0.8],
  [1024, 768, 1.25],
  [1024, 768, 1.5],
  [1024, 768, 2],
  [1000, 640, 1.5],
  [1000, 640, 2],
  [1920, 1080, 2],
] as const) {
  test(`${width}x${height} at ${zoom * 100} %: nothing overlaps, and what leads stays in sight`, async ({
    launch,
    displays,
    userData,
  }) => {
    const mode = fills[width];
    displays.reset(mode ?? '1280x800');
    const place = { x: 0, y: 0, width, height, maximized: mode !== null, zoom };
    writeFileSync(join(userData, 'console-window.json'), JSON.stringify(place));
    const app = await launch({ userData });
    const desk = await consoleOf(app);
    const { page, home, run, couples } = desk;
    await expect(home.demo).toBeVisible();
    await expect.poll(() => outOfSight(page, {}), 'Home').toEqual([]);
    await home.demo.click();
    await run.lead('Next').click();
    await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    const leads = {
      'the time': run.timer.getByRole('timer'),
      Pause: run.lead('Pause'),
      Next: run.lead('Next'),
      Hold: run.control('Hold'),
      Blank: run.control('Blank'),
    };
    await expect.poll(() => outOfSight(page, leads), 'Run').toEqual([]);
    expect(await cutWords(page), 'Run').toEqual([]);
    for (const pane of [run.couples, run.message, run.steps]) {
      await pane.scrollIntoViewIfNeeded();
      await expect.poll(() => outOfSight(page, leads), 'Run, scrolled').toEqual([]);
    }
    for (const screen of ['Prepare', 'Couples', 'Settings'] as const) {
      await desk.goTo(screen);
      await expect.poll(() => outOfSight(page, {}), screen).toEqual([]);
    }
    await desk.goTo('Couples');
    await couples.part('Today').click();
    await expect.poll(() => outOfSight(page, {}), 'Today').toEqual([]);
  });
}
