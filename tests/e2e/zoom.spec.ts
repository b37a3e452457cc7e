import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

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
  expect(await factor(again)).toBe(1.5);
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
  expect(await factor(again)).toBe(1.5);
});
