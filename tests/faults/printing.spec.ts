import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestHooks } from '../../electron/app/test-hooks';
import { consoleOf } from '../e2e/pages/console-page';
import { sessionOf } from '../e2e/pages/handover-page';
import { allSaidYesAndWrote } from '../e2e/pages/take-home-page';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';

/** What is kept in the main process of pages that were stopped. */
interface Stopped {
  readonly stoppedPages: number[];
}

/** From now on the process of each page that becomes a PDF is stopped once it is loaded, so many times; nothing it does goes on. */
const stopPages = (app: App, times: number): Promise<void> =>
  app.electron.evaluate(({ app: electron }, most) => {
    const stoppedPages: number[] = [];
    Object.assign(globalThis, { stoppedPages });
    electron.on('browser-window-created', (_, { webContents }) => {
      webContents.on('did-finish-load', () => {
        if (!webContents.getURL().startsWith('print:') || stoppedPages.length === most) return;
        const pid = webContents.getOSProcessId();
        process.kill(pid, 'SIGSTOP');
        stoppedPages.push(pid);
      });
    });
  }, times);

const stopped = (app: App): Promise<number[]> =>
  app.electron.evaluate(() => (globalThis as unknown as Stopped).stoppedPages);

const thirtySecondsLater = (app: App): Promise<void> =>
  app.electron.evaluate(() => {
    (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.advance(30_000);
  });

/** Whether a process is there and no corpse. */
function lives(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test('a page that hangs while it becomes a PDF is given up after thirty seconds, twice; that file fails alone', async ({
  launch,
}) => {
  const app = await launch();
  const { page, home, prepare } = await consoleOf(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await allSaidYesAndWrote(app, page, 'Sundays after tea');
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'Take home' }).click();
  await stopPages(app, 2);
  await page.getByRole('button', { name: 'Make 3 files' }).click();
  for (const times of [1, 2]) {
    await expect.poll(async () => (await stopped(app)).length, { timeout: 30_000 }).toBe(times);
    await thirtySecondsLater(app);
  }
  await expect(page.getByRole('status').filter({ hasText: '2 files are in the folder' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('list', { name: 'The files' }).first()).toContainText('it was not drawn in time');
  const { batch } = (await sessionOf(app)).takeHome;
  expect(batch?.copies.map(({ state, fault }) => fault ?? state)).toEqual(['page', 'made', 'made']);
  const files = readdirSync(join(batch?.place ?? '', batch?.folder ?? '', 'seat-01'));
  expect(files.sort()).toEqual(['seat-01-A.pdf', 'seat-01-B.pdf']);
  const hung = await stopped(app);
  await expect.poll(() => hung.filter(lives), { timeout: 30_000 }).toEqual([]);
});
