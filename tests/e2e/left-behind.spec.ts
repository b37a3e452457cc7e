import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { App } from '../rig/app';
import { makeUserFolder } from '../rig/stage';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { sessionOf } from './pages/handover-page';
import { allSaidYesAndWrote } from './pages/take-home-page';

/** In every name and every answer; nothing else in the app holds it. */
const mark = 'Zqx9word';

const everywhere = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) => join(parentPath, name));

/** Where a couple's words may be: the library, and the folder that files go to. */
const belongs = (userData: string, path: string): boolean =>
  [join(userData, 'library'), join(userData, 'home', 'Holdfast')].some((folder) => path.startsWith(folder));

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // A folder, a socket, or gone since it was listed.
    return Buffer.alloc(0);
  }
}

/** What holds the mark by its name or its bytes, or is a page that was made: its words are compressed. */
const holdsWords = (path: string): boolean => {
  const bytes = bytesOf(path);
  const found = [path, bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')];
  return found.some((text) => text.toLowerCase().includes(mark.toLowerCase())) || bytes.includes('%PDF-');
};

/** What is where it does not belong. */
const leftBehind = (userData: string, temp: string): string[] =>
  [...everywhere(userData).filter((path) => !belongs(userData, path)), ...everywhere(temp)]
    .filter(holdsWords)
    .map((path) => relative(userData, path));

async function chooseAll(app: App): Promise<{ readonly make: (phrases: boolean) => Promise<void> }> {
  const desk = await consoleOf(app);
  const { page } = desk;
  await desk.goTo('Couples');
  await page.getByRole('tab', { name: 'Take home' }).click();
  const formats = page.getByRole('group', { name: 'Formats' }).getByRole('checkbox');
  for (const format of await formats.all()) await format.check();
  return {
    make: async (phrases) => {
      await page.getByRole('checkbox', { name: /with a pass-phrase/ }).setChecked(phrases);
      await page.getByRole('button', { name: /^Make \d+ files$/ }).click();
    },
  };
}

const made = async (app: App): Promise<number> =>
  (await sessionOf(app)).takeHome.batch?.copies.filter(({ state }) => state === 'made').length ?? 0;

test('after files of every format, a print and kill -9 in the middle, no couple’s word is in any temporary folder or cache', async ({
  launch,
  userData,
}) => {
  const temp = makeUserFolder();
  const env = { TMPDIR: temp, CUPS_SERVER: 'localhost:1' };
  const app = await launch({ userData, env });
  const { page, home, prepare } = await consoleOf(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${mark}a & ${mark}b` });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await allSaidYesAndWrote(app, page, `${mark}, Sundays after tea`);
  const files = async (): Promise<number> => (await sessionOf(app)).takeHome.batch?.copies.length ?? 0;

  await test.step('while the app runs, once all is made and something was printed', async () => {
    const { make } = await chooseAll(app);
    await make(true);
    await expect
      .poll(async () => (await files()) > 10 && (await made(app)) === (await files()), { timeout: 60_000 })
      .toBe(true);
    await page.getByRole('button', { name: 'I wrote them down: put them away' }).click();
    await page.getByRole('button', { name: 'Print 3 copies …' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'knows of no printer' })).toBeVisible({ timeout: 30_000 });
    // It is looked at where there is something to be found.
    expect(everywhere(join(userData, 'library')).some(holdsWords)).toBe(true);
    expect(everywhere(join(userData, 'home', 'Holdfast')).some(holdsWords)).toBe(true);
    expect(everywhere(userData).length).toBeGreaterThan(10);
    const planted = [join(temp, 'planted'), join(userData, 'home', 'planted')];
    for (const path of planted) writeFileSync(path, Buffer.from(`.${mark}`, 'utf16le').subarray(1));
    expect(leftBehind(userData, temp)).toHaveLength(2);
    for (const path of planted) rmSync(path);
    expect(leftBehind(userData, temp)).toEqual([]);
  });

  await test.step('killed while the next ones are made', async () => {
    const { make } = await chooseAll(app);
    await make(false);
    await expect.poll(() => made(app), { timeout: 30_000 }).toBeGreaterThan(0);
    await app.kill9();
    expect(leftBehind(userData, temp)).toEqual([]);
    // As Chromium leaves it where there is a printer, and the process dies before that has all of it.
    writeFileSync(join(userData, 'printing', '.org.chromium.Chromium.5wSXrk'), mark);
    expect(leftBehind(userData, temp)).toHaveLength(1);
  });

  await test.step('started anew, with nothing half made either', async () => {
    const again = await launch({ userData, env });
    await chooseAll(again);
    const place = join(userData, 'home', 'Holdfast');
    expect(existsSync(place)).toBe(true);
    await expect.poll(() => everywhere(place).filter((path) => path.endsWith('.tmp')), { timeout: 30_000 }).toEqual([]);
    expect(leftBehind(userData, temp)).toEqual([]);
    await again.close();
    expect(leftBehind(userData, temp)).toEqual([]);
  });
});
