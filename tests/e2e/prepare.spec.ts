import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';

/** The titles of the agenda, in its order. */
async function agenda({ prepare }: ConsolePage): Promise<string[]> {
  const handles = prepare.agenda.getByRole('button', { name: /^Move / });
  const names = await handles.evaluateAll((all) => all.map((handle) => handle.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace('Move ', ''));
}

test('a row goes one place a press, past one twice as high, and each is spoken', async ({ launch }) => {
  const desk = await consoleOf(await launch());
  const { home, prepare, page } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await expect(prepare.agenda.getByRole('listitem').nth(6)).toBeVisible();
  // A name of the roster in a public title is warned of in a second line.
  await prepare.add.click();
  const dialog = page.getByRole('dialog', { name: 'Add to the day' });
  await dialog.getByText('Break', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Tea with Ada');
  await dialog.getByRole('combobox', { name: 'Where' }).selectOption({ index: 4 });
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect.poll(async () => (await agenda(desk))[4]).toBe('Tea with Ada');
  const rows = prepare.agenda.getByRole('listitem');
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(heights[4] ?? 0).toBeGreaterThan(1.5 * (heights[3] ?? 0));

  const before = await agenda(desk);
  const [moved = ''] = before.slice(6, 7);
  const said = page.getByRole('status').filter({ hasText: moved });
  const of = before.length;
  await prepare.agenda.getByRole('button', { name: `Move ${moved}` }).focus();
  await page.keyboard.press('Space');
  await expect(said).toHaveText(`Picked up ${moved}, place 7 of ${of}.`);
  for (const place of [6, 5, 4, 3, 2]) {
    await page.keyboard.press('ArrowUp');
    await expect(said).toHaveText(`${moved} is now at place ${place} of ${of}.`);
  }
  await page.keyboard.press('Space');
  await expect(said).toHaveText(`${moved} was put down at place 2 of ${of}.`);
  const others = before.filter((title) => title !== moved);
  const movedUp = [...others.slice(0, 1), moved, ...others.slice(1)];
  await expect.poll(() => agenda(desk)).toEqual(movedUp);

  // Faster than the eye, by whoever knows how far: no press is lost.
  const handle = prepare.agenda.getByRole('button', { name: `Move ${moved}` });
  for (const [key, there] of [
    ['ArrowDown', before],
    ['ArrowUp', movedUp],
    ['ArrowDown', before],
  ] as const) {
    await handle.focus();
    await page.keyboard.press('Space');
    await expect(said).toHaveText(/^Picked up/);
    for (let press = 0; press < 5; press++) await page.keyboard.press(key);
    await page.keyboard.press('Space');
    await expect.poll(() => agenda(desk)).toEqual(there);
  }
});

test('Enter keeps a seat, and Escape the one there was', async ({ launch }) => {
  const app = await launch();
  const { home, prepare, page } = await consoleOf(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCy & Di' });
  const seat = prepare.couples.getByRole('textbox', { name: 'Seat of Ada & Bo' });
  await seat.fill('9');
  await page.keyboard.press('Escape');
  await expect(seat).toHaveValue('1');
  await seat.fill('7');
  await page.keyboard.press('Enter');
  await expect.poll(() => savedRetreat(app).couples.map((couple) => couple.seat)).toEqual([7, 2]);
});
