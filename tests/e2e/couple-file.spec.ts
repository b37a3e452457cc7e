import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

/** A couple of the open retreat that agreed on something, to be looked at again on that day. */
async function agreed(app: App, page: Page, seat: number, review: string): Promise<void> {
  const { id: retreat, couples } = savedRetreat(app);
  const id = couples.find((one) => one.seat === seat)?.id ?? '';
  const at = { id, retreat };
  const yes = sides.map((side): Command => ({ type: 'record/consent', ...at, side, scope: 'record', given: true }));
  const add: Command = {
    type: 'charter/add',
    ...at,
    saying: { kind: 'principle', content: { text: 'rest on Sundays' } },
    carriedBy: 'both',
    review,
    captured: null,
  };
  await ask(page, { type: 'records/show', sheets: [], whole: [id] });
  // Record and charter are read first.
  await expect(() => ask(page, ...yes)).toPass();
  await expect(() => ask(page, add)).toPass();
}

const longAgo = '2026-01-05';

test('what is due is said on Home, and leads to the couples that have something due, and to what it is', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Adalind & Borchert\nCleophas & Dara\nŁukasz & Zoë',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await agreed(app, page, 1, longAgo);
  await agreed(app, page, 2, '2026-02-01');
  await agreed(app, page, 3, '9998-01-01');
  await desk.goTo('Home');
  const due = page.getByRole('button', { name: '2 couples have something due' });
  await expect(due).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/Adalind|rest on Sundays/);
  await due.click();
  const all = page.getByRole('list', { name: 'All couples' });
  await expect(all.getByRole('listitem')).toHaveCount(2);
  await expect(all.getByRole('listitem').first()).toContainText('Adalind & Borchert');
  await expect(all.getByRole('listitem').first()).toContainText('Principle, to be looked at again since');
  await all.getByRole('button', { name: /^Adalind & Borchert/ }).click();
  await expect(page.getByRole('region', { name: 'Due' })).toContainText('Principle');
  const story = page.getByRole('region', { name: 'What happened' });
  await expect(story).toContainText('Lantern evening');
  await expect(story).toContainText('Adalind said yes to: Record');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page.getByText('All', { exact: true }).click();
  await page.getByRole('button', { name: /^Łukasz/ }).click();
  await expect(page.getByRole('region', { name: 'Next' })).toContainText('Principle');
  await expect(page.getByRole('region', { name: 'Due' })).toHaveCount(0);
});

test('a couple is archived, is out of the list, and comes back with one action', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Adalind & Borchert\nCleophas & Dara',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await agreed(app, page, 1, longAgo);
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  const line = page.getByRole('button', { name: /^Adalind & Borchert/ });
  await line.click();
  await page.getByRole('button', { name: 'This couple’s file' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('All of it is kept.')).toBeVisible();

  await page.getByRole('tab', { name: 'All couples' }).click();
  await expect(page.getByRole('button', { name: /^Cleophas/ })).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.getByText('Archived', { exact: true }).click();
  await line.click();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText('All of it is kept.')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Drafts' })).toContainText('rest on Sundays');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await expect(page.getByText('No couple is archived')).toBeVisible();
  await page.getByText('All', { exact: true }).click();
  await expect(line).toBeVisible();
});

test('a couple is deleted from its page, retreat open or not: what goes is listed, a yes is clear, and it is gone', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Adalind & Borchert\nCleophas & Dara',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await agreed(app, page, 1, longAgo);
  await desk.saved();
  await ask(page, { type: 'retreat/close' });
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  const line = page.getByRole('button', { name: /^Adalind & Borchert/ });
  await line.click();
  await page.getByRole('button', { name: 'This couple’s file' }).click();
  await page.getByRole('menuitem', { name: 'Delete everything…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Delete Adalind & Borchert/ });
  await expect(dialog).toContainText('1 agreement');
  await expect(dialog).toContainText('Lantern evening');
  await expect(dialog).toContainText('Not reached');
  const yes = dialog.getByRole('button', { name: 'Delete for good' });
  await expect(yes).toBeDisabled();
  // The safe answer has the focus: Enter deletes nothing.
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Adalind & Borchert' })).toBeVisible();

  await page.getByRole('button', { name: 'This couple’s file' }).click();
  await page.getByRole('menuitem', { name: 'Delete everything…' }).click();
  await dialog.getByRole('checkbox').check();
  await yes.click();
  await expect(page.getByText('Agreements: 1.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /Adalind/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Cleophas/ })).toBeVisible();
  await expect(line).toHaveCount(0);
  await expect.poll(() => savedRetreat(app).couples.map(({ A }) => A.name)).toEqual(['Cleophas']);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`what is due and what is archived keep nobody out, in ${theme.toLowerCase()}`, async ({ launch }) => {
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, home, prepare } = desk;
    const looksRight = async (where: string): Promise<void> => {
      for (const size of [
        { width: 1024, height: 768 },
        { width: 1280, height: 800 },
        { width: 1920, height: 1080 },
      ]) {
        await sizeConsole(app, page, size);
        expect(await tooWide(page), `${where} ${size.width}`).toEqual([]);
      }
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    };
    await desk.goTo('Settings');
    await page.getByRole('main').getByText(theme, { exact: true }).click();
    await desk.goTo('Home');
    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Adalind & Borchert' });
    await expect(prepare.name).toHaveValue('Lantern evening');
    await agreed(app, page, 1, longAgo);
    await desk.goTo('Home');
    const due = page.getByRole('button', { name: '1 couple has something due' });
    await expect(due).toBeVisible();
    await looksRight('home');
    await due.click();
    const line = page.getByRole('button', { name: /^Adalind & Borchert/ });
    await expect(line).toBeVisible();
    await looksRight('list');
    await line.click();
    await expect(page.getByRole('region', { name: 'Due' })).toBeVisible();
    await looksRight('page');
    await page.getByRole('button', { name: 'This couple’s file' }).click();
    await page.getByRole('menuitem', { name: 'Delete everything…' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 agreement');
    await expect(page.getByRole('menuitem', { includeHidden: true })).toHaveCount(0);
    await looksRight('deletion');
  });
}
