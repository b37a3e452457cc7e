import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Command } from '../../shared/session/commands/commands';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { ask } from './pages/ask';
import { consoleOf } from './pages/console-page';
import { settled, tooWide } from './pages/screen-facts';
import { sizeConsole } from './pages/window-facts';

const sizes = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** What a couple writes at its last retreat, by the console's own commands. */
async function writes(page: Page, names: string, text: string): Promise<void> {
  const { couples } = await page.evaluate(
    (wanted) => (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.findCouples({ text: wanted }),
    names,
  );
  const [{ id, retreats } = { id: '', retreats: [] }] = couples;
  const of = { id, retreat: retreats[0]?.id ?? '' };
  await ask(page, { type: 'records/show', sheets: [], whole: [id] });
  const yes: Command = { type: 'record/consent', ...of, side: 'A', scope: 'record', given: true };
  // It is read first.
  await expect(() => ask(page, yes)).toPass();
  const place = { exercise: 'right-to-pass', field: 'room-needs', owner: 'A' } as const;
  await ask(page, { type: 'record/answer', ...of, ...place, value: { kind: 'text', text } });
}

/** Nothing is cut at any size, and nobody is kept out in either theme. */
async function looksRight(app: App, page: Page, what: string): Promise<void> {
  for (const size of sizes) {
    await sizeConsole(app, page, size);
    await settled(page);
    await expect.poll(() => tooWide(page), `${what}, ${size.width}`).toEqual([]);
  }
  for (const theme of ['dark', 'light'] as const) {
    await ask(page, { type: 'settings/change', patch: { theme } });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      `${what}, ${theme}`,
    ).toEqual([]);
  }
}

test('two of thirty pasted couples were here before: one goes on with its record by a yes, and is parted again', async ({
  launch,
  displays,
}) => {
  displays.reset('1920x1080');
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  const table = page.getByRole('table', { name: 'What will be made' });
  const asked = table.getByRole('group');

  await test.step('a retreat in spring', async () => {
    await home.startRetreat({
      program: 'One evening',
      name: 'Spring by the lake',
      date: '2026-03-07',
      couples: 'Adalind & Borchert\nCleophas & Dara\nMette & Nils',
    });
    await expect(prepare.name).toHaveValue('Spring by the lake');
    await writes(page, 'adalind', 'A chair near the window');
    await prepare.close.click();
    await home.startRetreat({ program: 'One evening', name: 'Autumn on the hill', date: '2026-10-03' });
    await expect(prepare.name).toHaveValue('Autumn on the hill');
  });

  await test.step('names are pasted: who was here with the same partner is asked about, and the answer is no', async () => {
    const others = Array.from({ length: 27 }, (_, n) => `Given${n} & Other${n}`);
    await prepare.moreCouples.fill(['Mette & Olaf', 'borchert & ADALIND', 'Dara & Cleophas', ...others].join('\n'));
    await expect(table.getByRole('checkbox')).toHaveCount(30);
    await expect(asked).toHaveCount(2);
    await expect(prepare.couples).toContainText('2 couples may have been here before');
    await expect(asked.first()).toHaveAccessibleName(
      'They were at Spring by the lake (Sat, Mar 7, 2026): continue their record?',
    );
    for (const one of await asked.all())
      await expect(one.getByRole('radio', { name: 'No, a new record' })).toBeChecked();
    await expect(table).not.toContainText('chair near the window');
    await asked.first().getByRole('radio', { name: 'Yes, continue it' }).check();
    await expect(asked.first()).toContainText('Who was A stays A, and who was B stays B.');
    await looksRight(app, page, 'the preview');
    await prepare.addCouples.click();
    await expect(table).toHaveCount(0);
  });

  await test.step('its page shows both retreats; the other two began anew', async () => {
    await page.keyboard.press('Control+5');
    await page.getByRole('tab', { name: 'All couples' }).click();
    await page.getByRole('button', { name: /^Adalind & borchert|^ADALIND & borchert/u }).click();
    const at = page.getByRole('region', { name: 'The retreats they were at' });
    await expect(at.getByRole('listitem')).toHaveText([/^Autumn on the hill/, /^Spring by the lake/]);
    await expect(page.getByRole('main')).toContainText('A chair near the window');
    const search = page.getByRole('searchbox', { name: 'Find a couple by name' });
    await page.getByRole('tab', { name: 'All couples' }).click();
    for (const names of ['dara cleophas', 'mette']) {
      await search.fill(names);
      await expect(page.getByText('2 couples', { exact: true })).toBeVisible();
    }
    await page.getByRole('tab', { name: 'ADALIND & borchert' }).click();
    await writes(page, 'adalind', 'Not the loud corner');
    await expect(page.getByRole('main')).toContainText('Not the loud corner');
    await looksRight(app, page, 'the page');
  });

  await test.step('they are not the same couple: they are parted, and nothing of then is on their page', async () => {
    await page.getByRole('button', { name: 'These are not the same couple…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('it stays with the couple of then');
    await looksRight(app, page, 'the question');
    await dialog.getByRole('button', { name: 'Part them' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'ADALIND & borchert' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'The retreats they were at' })).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText('Not the loud corner');
    await expect(page.getByRole('main')).not.toContainText('A chair near the window');
    await page.getByRole('tab', { name: 'All couples' }).click();
    await page.getByRole('searchbox', { name: 'Find a couple by name' }).fill('adalind');
    await page.getByRole('button', { name: /^Adalind & Borchert/u }).click();
    await expect(page.getByRole('main')).toContainText('A chair near the window');
    await expect(page.getByRole('main')).not.toContainText('Not the loud corner');
  });
});

test('a couple that was seated as new goes on with its older record by a yes on its page, and no until then', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({
    program: 'One evening',
    name: 'Spring by the lake',
    date: '2026-03-07',
    couples: 'Adalind & Borchert',
  });
  await expect(prepare.name).toHaveValue('Spring by the lake');
  await writes(page, 'adalind', 'A chair near the window');
  await desk.saved();
  await prepare.close.click();
  await home.startRetreat({
    program: 'One evening',
    name: 'Autumn on the hill',
    date: '2026-10-03',
    couples: 'Adalind & Borchert',
  });
  await expect(prepare.name).toHaveValue('Autumn on the hill');
  await writes(page, 'adalind', 'Not the loud corner');
  await desk.saved();
  await page.keyboard.press('Control+5');
  await page.getByRole('tab', { name: 'All couples' }).click();
  await page
    .getByRole('button', { name: /^Adalind & Borchert/u })
    .filter({ hasText: 'Autumn on the hill' })
    .click();
  const main = page.getByRole('main');
  const offer = page.getByRole('region', { name: 'They may have been here before' });
  await expect(offer).toContainText('Spring by the lake');
  await expect(main).toContainText('Not the loud corner');
  await expect(main).not.toContainText('A chair near the window');
  const question = page.getByRole('dialog', { name: 'Continue the record of then for Adalind & Borchert?' });

  await test.step('no leaves them as they are', async () => {
    await offer.getByRole('button', { name: 'These are the same couple…' }).click();
    await looksRight(app, page, 'the question');
    await question.getByRole('button', { name: 'No, they are others' }).click();
    await expect(question).toHaveCount(0);
    await expect(main).not.toContainText('A chair near the window');
  });

  await test.step('a yes joins them, and the page of then is theirs', async () => {
    await offer.getByRole('button', { name: 'These are the same couple…' }).click();
    await question.getByRole('button', { name: 'Yes, continue it' }).click();
    const at = page.getByRole('region', { name: 'The retreats they were at' });
    await expect(at.getByRole('listitem')).toHaveText([/^Autumn on the hill/, /^Spring by the lake/]);
    await expect(main).toContainText('Not the loud corner');
    await expect(main).toContainText('A chair near the window');
    await expect(offer).toHaveCount(0);
  });
});
