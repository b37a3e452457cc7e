import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { dateOf } from '../../shared/retreat/schedule';
import { dateAfter } from '../../shared/room/calendar-day';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { openPhone, type Phone } from '../rig/phone';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { sessionOf } from './pages/handover-page';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

const today = dateOf(Date.now());
/** A retreat of nine days ago, one couple at it, who said yes to all of it and wrote a line together. */
const firstDay = dateAfter(today, -9);

async function atHome(app: App, page: Page): Promise<{ readonly id: string; readonly retreat: string }> {
  await ask(page, {
    type: 'retreat/create',
    program: 'evening',
    title: 'Lantern evening',
    date: firstDay,
    couples: [{ A: 'Adalind', B: 'Borchert' }],
  });
  const { retreat } = await sessionOf(app);
  const of = { id: retreat?.couples[0]?.id ?? '', retreat: retreat?.id ?? '' };
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'Take home' }).click();
  const yes = (['A', 'B'] as const).flatMap((side) =>
    (['record', 'measures', 'export'] as const).map(
      (scope): Command => ({ type: 'record/consent', ...of, side, scope, given: true }),
    ),
  );
  // It is read first.
  await expect(() => ask(page, ...yes)).toPass();
  const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
  await ask(page, { type: 'record/answer', ...of, ...plan, value: { kind: 'long-text', text: 'Sundays after tea' } });
  return of;
}

/** The pages of A and of B, as they were made. */
async function makePages(app: App, page: Page): Promise<readonly [string, string]> {
  await page.getByRole('checkbox', { name: 'PDF to print' }).uncheck();
  await page.getByRole('checkbox', { name: 'Page to fill in at home and send back' }).check();
  await page.getByRole('button', { name: 'Make 2 files' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 files are in the folder' })).toBeVisible({
    timeout: 30_000,
  });
  const { batch } = (await sessionOf(app)).takeHome;
  const folder = join(batch?.place ?? '', batch?.folder ?? '', 'seat-01');
  expect(readdirSync(folder).sort()).toEqual(['seat-01-A.html', 'seat-01-B.html']);
  return [join(folder, 'seat-01-A.html'), join(folder, 'seat-01-B.html')];
}

/** Goes there by the Tab key alone. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [0] });
}

/** A folder that whoever runs the app may read. */
function aPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-answers-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Presses Done, and keeps the file that makes. */
async function answersOf({ page }: Phone): Promise<string> {
  const file = join(aPlace(), 'answers.json');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await (await download).saveAs(file);
  chmodSync(file, 0o644);
  return file;
}

test('a page is filled in at home without a network, by the keyboard, and its answers come into the same charts, once', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page } = desk;
  await sizeConsole(app, page, { width: 1280, height: 800 });
  const couple = await atHome(app, page);
  const [pageOfA, pageOfB] = await makePages(app, page);
  const html = readFileSync(pageOfA, 'utf8');

  await test.step('it names nobody, and each partner has a code of their own that is on the disk', async () => {
    expect(html).not.toMatch(/Adalind|Borchert|Lantern|Sundays/);
    const { pages } = (await sessionOf(app)).practices[couple.id]?.practice ?? { pages: [] };
    expect(pages.map(({ side, retreat }) => [side, retreat])).toEqual([
      ['A', couple.retreat],
      ['B', couple.retreat],
    ]);
    const [a, b] = pages.map(({ id }) => id);
    expect(a).not.toBe(b);
    expect(html.split(a ?? '')).toHaveLength(2);
    expect(html).not.toContain(b ?? '');
    expect(readFileSync(pageOfB, 'utf8')).toContain(b ?? '');
  });

  const phone = await openPhone(pageOfA);
  const at = phone.page;
  const day = (n: number): string =>
    new Intl.DateTimeFormat('en', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${dateAfter(today, n)}T00:00:00Z`),
    );

  await test.step('it is read by its roles, at a phone’s width, and nothing is too wide', async () => {
    await expect(at.getByRole('heading', { level: 1 })).toHaveText('From the retreat, at home');
    await expect(at.getByRole('heading', { level: 2 })).toHaveText([
      'A week of bids',
      'A check-in',
      'Thirty days on',
      'Sixty days on',
      'Someone to call, day and night',
    ]);
    await expect(at.getByRole('spinbutton', { name: /^(Noticed|Answered), / })).toHaveCount(14);
    await expect(at.getByText('Who will read this: I and the facilitator.')).toBeVisible();
    for (const width of [320, 390, 1280]) {
      await at.setViewportSize({ width, height: 800 });
      expect(await at.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await at.setViewportSize({ width: 390, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await at.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: at }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });

  await test.step('nothing is sent while nothing is written, and what is wrong is led to', async () => {
    await at.getByRole('button', { name: 'Done' }).press('Enter');
    await expect(at.getByText('Nothing is written yet')).toBeVisible();
    const noticed = at.getByRole('spinbutton', { name: `Noticed, ${day(-6)}` });
    await noticed.fill('1.5');
    await at.getByRole('button', { name: 'Done' }).press('Enter');
    await expect(noticed).toBeFocused();
    await expect(at.getByRole('status').filter({ hasText: 'a whole number, please, from 0 to 999' })).toBeVisible();
    await noticed.fill('');
  });

  const file = await test.step('it is filled in with the keyboard alone', async () => {
    await at.getByRole('heading', { level: 1 }).click();
    for (const n of [-6, -5, -4]) {
      await tabTo(at, at.getByRole('spinbutton', { name: `Noticed, ${day(n)}` }));
      await at.keyboard.type(String(9 + n));
      await at.keyboard.press('Tab');
      await at.keyboard.type(String(7 + n));
    }
    await tabTo(at, at.getByRole('textbox', { name: /^Conflict/ }));
    await at.keyboard.type('The bins, <b>again</b>. 李');
    const safe = at.getByRole('group', { name: 'How safe does it feel to lean on each other?' }).first();
    await tabTo(at, safe.getByRole('radio', { name: 'No answer' }));
    // Round the end of the group, and on to the eighth.
    for (let n = 0; n < 9; n += 1) await at.keyboard.press('ArrowRight');
    await expect(safe.getByRole('radio', { name: '8', exact: true })).toBeChecked();
    return answersOf(phone);
  });

  await test.step('the file holds what was typed and a code, and the page asked nothing of any network', async () => {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/Adalind|Borchert|Lantern/);
    expect(JSON.parse(text).answers.map(({ ask: name }: { ask: string }) => name)).toEqual([
      'bids',
      'bids',
      'bids',
      'check-in',
      'day-30',
    ]);
    await expect(at.getByRole('status').filter({ hasText: 'is made, with 5 answers in it' })).toBeVisible();
    expect(phone.asked.filter((url) => url !== pathToFileURL(pageOfA).href && !url.startsWith('blob:'))).toEqual([]);
    expect(phone.faults).toEqual([]);
    // Nothing is kept unless it is asked for.
    expect(await at.evaluate(() => localStorage.length)).toBe(0);
  });

  await test.step('what is written is kept where that is asked for, and deleted where it is not any more', async () => {
    await at.getByRole('checkbox', { name: 'Keep what I write in this browser' }).check();
    await at.reload();
    await expect(at.getByRole('textbox', { name: /^Conflict/ })).toHaveValue('The bins, <b>again</b>. 李');
    await expect(at.getByRole('spinbutton', { name: `Noticed, ${day(-6)}` })).toHaveValue('3');
    await at.getByRole('checkbox', { name: 'Keep what I write in this browser' }).uncheck();
    expect(await at.evaluate(() => localStorage.length)).toBe(0);
    await at.reload();
    await expect(at.getByRole('textbox', { name: /^Conflict/ })).toHaveValue('');
    await phone.close();
  });

  const stranger = join(aPlace(), 'shopping.txt');
  writeFileSync(stranger, 'bread, milk');
  const bent = join(aPlace(), 'cut.json');
  writeFileSync(bent, readFileSync(file, 'utf8').slice(0, -40));
  const looked = page.getByRole('dialog', { name: 'Answers that came back' });
  const choose = async (...files: readonly string[]): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Answers that came back …' }).click();
    await (await chooser).setFiles([...files]);
    await expect(looked).toBeVisible();
  };

  await test.step('it is looked at: whose it is, what is in it, what is not one and why', async () => {
    await choose(file, stranger, bent, file);
    const files = looked.getByRole('list', { name: 'Files' }).locator(':scope > li');
    await expect(files).toHaveCount(4);
    // What wants a hand comes first.
    await expect(files.nth(0)).toContainText('No page of Holdfast made this file.');
    await expect(files.nth(1)).toContainText('It was damaged on its way.');
    await expect(files.nth(2)).toContainText('Adalind');
    await expect(files.nth(2)).toContainText('Bids noticed: 3, answered: 1. (new)');
    await expect(files.nth(2)).toContainText('Conflict: The bins, <b>again</b>. 李');
    await expect(files.nth(2)).toContainText('felt security, at follow-up: 8 of 10. (new)');
    await expect(files.nth(3)).toContainText('It lies here twice');
    await expect(looked).toContainText('3 files have nothing to take in.');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await looked.getByRole('button', { name: 'Put away' }).click();
    await expect(looked).toBeHidden();
    await choose(file, ...Array.from({ length: 20 }, () => stranger));
    await expect(files).toHaveCount(21);
    await expect(files.last()).not.toBeInViewport();
    await expect(looked.getByRole('button', { name: 'Take in 5 answers' })).toBeInViewport({ ratio: 1 });
  });

  await test.step('one click takes it in, and one takes it back', async () => {
    await looked.getByRole('button', { name: 'Take in 5 answers' }).click();
    await expect(page.getByRole('status').filter({ hasText: '5 answers are taken in' })).toBeVisible();
    await expect(looked).toBeHidden();
    await page.getByRole('button', { name: 'Take that back' }).click();
    await expect.poll(async () => (await sessionOf(app)).practices[couple.id]?.practice.entries.length).toBe(0);
    await choose(file);
    await looked.getByRole('button', { name: 'Take in 5 answers' }).click();
    await expect(looked).toBeHidden();
  });

  await test.step('it is taken in once, however often it comes, dropped on the window as well', async () => {
    const text = readFileSync(file, 'utf8');
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'answers.json', { type: 'application/json' }));
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('h1')?.dispatchEvent(drop);
    }, text);
    await expect(looked).toContainText('All of it is here already.');
    await expect(looked.getByRole('button', { name: /^Take in/ })).toBeDisabled();
    await looked.getByRole('button', { name: 'Put away' }).click();
    await expect(looked).toBeHidden();
  });

  await test.step('it stands in the charts of the couple', async () => {
    await page.getByRole('tab', { name: 'All couples' }).click();
    await page.getByRole('button', { name: /^Adalind & Borchert/ }).click();
    await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible();
    await expect(page.getByRole('figure', { name: /^Bids.*12 noticed, 6 answered, over 3 days/ })).toBeVisible();
    await expect(page.getByRole('figure', { name: /^Felt security.*8 of 10/ })).toBeVisible();
    await expect(page.getByText('The bins, <b>again</b>. 李')).toBeVisible();
  });
});
