import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Command } from '../../shared/session/commands/commands';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { couplesTyped } from '../walk/couples';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

type Side = 'A' | 'B';

/** Seat 1 said yes to all of it and wrote, seat 2 wrote nothing, of seat 3 B said no yes to files; nobody else was asked. */
async function writeRecords(app: App, page: Page): Promise<void> {
  const { id: retreat, couples } = savedRetreat(app);
  const idAt = (seat: number): string => couples.find((couple) => couple.seat === seat)?.id ?? '';
  await ask(page, { type: 'records/show', sheets: [], whole: couples.map(({ id }) => id) });
  const yes = (seat: number, side: Side, scopes: readonly ('record' | 'measures' | 'export')[]): Command[] =>
    scopes.map((scope) => ({ type: 'record/consent', id: idAt(seat), retreat, side, scope, given: true }));
  const all = ['record', 'measures', 'export'] as const;
  const said = [
    ...([1, 2] as const).flatMap((seat) => [...yes(seat, 'A', all), ...yes(seat, 'B', all)]),
    ...yes(3, 'A', all),
    ...yes(3, 'B', ['record']),
  ];
  // They are read first.
  await expect(() => ask(page, ...said)).toPass();
  const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
  const value = { kind: 'long-text', text: 'Sundays after tea' } as const;
  await ask(page, { type: 'record/answer', id: idAt(1), retreat, ...plan, value });
}

const rowOf = (page: Page, seat: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^Seat ${seat},`) }) });

test('who can be given what follows the formats that are ticked, and is chosen of thirty by keyboard alone', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  const { keyboard } = page;
  await sizeConsole(app, page, { width: 1024, height: 768 });
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${couplesTyped(29)}\nRobin` });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await writeRecords(app, page);
  await keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'Take home' }).click();
  const among = page.getByRole('radiogroup', { name: 'Which couples' });
  const review = page.getByRole('region', { name: 'What it will be' });

  await test.step('as pages: one is ready, whose yes is missing is named, and who wrote nothing has nothing', async () => {
    await expect(among).toContainText('Ready 1');
    await expect(among).toContainText('No yes 28');
    await expect(among).toContainText('Nothing yet 2');
    await expect(rowOf(page, '2').getByText('nothing yet')).toHaveCount(3);
    await expect(rowOf(page, '3')).toContainText('no yes: Finn');
    await expect(rowOf(page, '4')).toContainText('no yes: both');
    await expect(rowOf(page, '30')).toContainText('came alone');
    await expect(page.getByRole('button', { name: 'Make 3 files' })).toBeEnabled();
    expect(await tooWide(page)).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('as days and a page to fill in too: who wrote nothing gets those', async () => {
    await page.getByRole('checkbox', { name: 'Calendar of the days to come' }).check();
    await page.getByRole('checkbox', { name: 'Page to fill in at home and send back' }).check();
    await expect(among).toContainText('Ready 3');
    await expect(among).toContainText('Nothing yet 0');
    await expect(rowOf(page, '2')).toContainText('no PDF');
    await expect(rowOf(page, '2').getByRole('checkbox', { checked: true })).toHaveCount(3);
    // Seat 1: three PDFs, a calendar for both, two pages; seat 2 the same without PDFs; seat 3: B's yes is missing, A gets both.
    await expect(page.getByRole('button', { name: 'Make 11 files' })).toBeEnabled();
  });

  await test.step('a seat is typed, Space chooses, the seat’s own cell all of the row, and Enter looks', async () => {
    await rowOf(page, '1')
      .getByRole('button', { name: /^Seat 1,/ })
      .focus();
    await keyboard.type('2');
    await expect(rowOf(page, '2').getByRole('checkbox').first()).toBeFocused();
    await keyboard.press('Space');
    await expect(rowOf(page, '2').getByRole('checkbox', { checked: true })).toHaveCount(2);
    await keyboard.press('Home');
    await keyboard.press('Space');
    await expect(rowOf(page, '2').getByRole('checkbox', { checked: true })).toHaveCount(0);
    await keyboard.press('Space');
    await expect(rowOf(page, '2').getByRole('checkbox', { checked: true })).toHaveCount(3);
    await keyboard.press('ArrowUp');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect(review).toContainText('For Bo');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await expect(review).toContainText('For Ada');
    await keyboard.press('Enter');
    await expect(review).toContainText('Look at a copy before it is made');
    await keyboard.type('28');
    await expect(
      rowOf(page, '28')
        .getByRole('button', { name: /A yes is missing/ })
        .first(),
    ).toBeFocused();
    await expect(
      rowOf(page, '28')
        .getByRole('button', { name: /A yes is missing/ })
        .first(),
    ).toBeInViewport({ ratio: 1 });
  });

  await test.step('what is chosen is what is made', async () => {
    await page.getByRole('button', { name: 'Make 11 files' }).click();
    const made = page.getByRole('status').filter({ hasText: /files are in the folder/ });
    await expect(made).toBeVisible({ timeout: 60_000 });
    await expect(made).toContainText('11 files');
  });

  await test.step('the list keeps its room once files are made, and while a copy is looked at', async () => {
    const inSight = () =>
      page.getByRole('grid').evaluate((grid) => {
        const bottom = grid.parentElement?.getBoundingClientRect().bottom ?? 0;
        const head = grid.querySelector('thead th')?.getBoundingClientRect().bottom ?? 0;
        return [...grid.querySelectorAll('tbody tr')].filter((row) => {
          const at = row.getBoundingClientRect();
          return at.top >= head - 1 && at.bottom <= bottom + 1;
        }).length;
      });
    expect(await inSight()).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Ada & Bo, Both: look at it' }).click();
    await expect(review).toContainText('For Ada and Bo');
    await expect(page.getByRole('button', { name: 'Show the folder' })).toHaveCount(0);
    expect(await inSight()).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Back to the files' }).click();
    await expect(page.getByRole('button', { name: 'Show the folder' })).toBeVisible();
    expect(await tooWide(page)).toEqual([]);
  });
});
