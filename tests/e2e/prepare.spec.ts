import type { Locator } from '@playwright/test';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
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

/** A field for a number sets its caret itself a moment after it has the keyboard: what was selected before that may not be any more. */
async function selectAll(field: Locator): Promise<void> {
  await field.focus();
  await expect(async () => {
    await field.press('Control+a');
    const isSelected = await field.evaluate(async (box: HTMLInputElement) => {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      return box.selectionStart !== box.selectionEnd;
    });
    expect(isSelected).toBe(true);
  }).toPass();
}

test('more minutes than an item can have, or a seat nobody has, cannot be typed', async ({ launch }) => {
  const app = await launch();
  const { home, prepare, page } = await consoleOf(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCy & Di' });
  const minutes = prepare.agenda.getByRole('textbox', { name: 'Minutes for Arrival breath' });
  const seat = prepare.couples.getByRole('textbox', { name: 'Seat of Ada & Bo' });
  await selectAll(minutes);
  await page.keyboard.type('999');
  await page.keyboard.press('Enter');
  await expect(minutes).toHaveValue('99 min');
  await selectAll(seat);
  await page.keyboard.type('1000');
  await page.keyboard.press('Enter');
  await expect(seat).toHaveValue('100');
  await expect.poll(() => savedRetreat(app).couples[0]?.seat).toBe(100);
  expect(savedRetreat(app).days[0]?.items.map((item) => item.minutes)).toContain(99);
});

test('Delete on a row takes it out of the day, hands the keyboard to the next, and leaves the message on the wall', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run, page } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.message.getByRole('textbox').fill('Tea is ready.');
  await run.message.getByRole('button', { name: 'Show the message' }).click();
  await expect(room.message).toHaveText('Tea is ready.');
  await desk.goTo('Prepare');
  const handles = prepare.agenda.getByRole('button', { name: /^Move / });
  await handles.nth(3).focus();
  const before = await agenda(desk);
  await page.keyboard.press('Delete');
  await expect.poll(() => agenda(desk)).toEqual(before.toSpliced(3, 1));
  await expect(handles.nth(3)).toBeFocused();
  // What was asked for after it is answered after it.
  await page.keyboard.press('Shift+W');
  await room.shows('welcome');
  await expect(room.message).toHaveText('Tea is ready.');
});

test('what is skipped says beforehand what that does to lunch and to the end', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run, page } = desk;
  await home.startRetreat({ program: 'One whole day', name: 'Harbour day', couples: 'Ada & Bo' });
  await prepare.more('Clay and blueprint').click();
  const skip = page.getByRole('menuitem', { name: 'Skip', exact: true });
  await expect(skip).toHaveAccessibleDescription('Lunch 12:00 → 11:36; the day ends 17:00 → 16:36');
  await skip.click();
  await expect(prepare.end).toHaveText('Ends 16:36');
  await page.keyboard.press('Control+z');
  await expect(prepare.end).toHaveText('Ends 17:00');
  await desk.goTo('Run');
  await run.more('Clay and blueprint').click();
  const skipIt = page.getByRole('menuitem', { name: 'Skip it', exact: true });
  await expect(skipIt).toHaveAccessibleDescription(/^Lunch \d+:\d\d → \d+:\d\d; the day ends \d+:\d\d → \d+:\d\d$/);
});

test('the head stays in sight, however far one has scrolled', async ({ launch }) => {
  const { home, prepare, page } = await consoleOf(await launch());
  await home.startRetreat({ program: 'One whole day', name: 'Harbour day', couples: 'Ada & Bo' });
  const last = prepare.agenda.getByRole('listitem').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  for (const part of [prepare.end, prepare.undo, prepare.run, prepare.name]) await expect(part).toBeInViewport();
  // The keyboard, too, finds nothing beneath it.
  const handles = prepare.agenda.getByRole('button', { name: /^Move / });
  const first = await handles.first().getAttribute('aria-label');
  await handles.last().focus();
  for (let reached: string | null = null; reached !== first; ) {
    await page.keyboard.press('Shift+Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      const { left, top, width, height } = focused?.getBoundingClientRect() ?? new DOMRect();
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      const covered = !focused?.contains(on) && on?.closest('header') !== null;
      return { covered, name: focused?.getAttribute('aria-label') ?? null };
    });
    expect(at, `${at.name} under the head`).toMatchObject({ covered: false });
    reached = at.name;
  }
});

test('adding shows what each is for and how long it takes, and where between two breaks of one name', async ({
  launch,
}) => {
  const app = await launch();
  const { home, prepare, page } = await consoleOf(app);
  await home.startRetreat({ program: 'Half a day', name: 'Harbour morning', couples: 'Ada & Bo' });
  await prepare.add.click();
  const dialog = page.getByRole('dialog', { name: 'Add to the day' });
  const search = dialog.getByRole('searchbox', { name: 'Exercise' });
  await expect(search).toBeFocused();
  await page.keyboard.type('floor');
  const floor = dialog.getByRole('radio', { name: /^Floor and echo, \d+ min$/ });
  await expect(floor).toHaveAccessibleDescription(/\w+/);
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radiogroup', { name: 'Exercise' }).getByRole('radio').first()).toBeFocused();
  await floor.check();
  await expect(dialog.getByRole('textbox', { name: 'Minutes' })).toHaveValue(/^(?:[5-9]|[1-4]\d)$/);
  // What a search hides is not put in by its Enter.
  await search.fill('nothing is called so');
  await expect(floor).toHaveCount(0);
  await search.press('Enter');
  await search.fill('floor');
  await expect(floor).toBeChecked();
  const breaks = dialog.getByRole('combobox', { name: 'Where' }).getByRole('option', { name: /After “Break”/ });
  const places = await breaks.allTextContents();
  expect(places.length).toBeGreaterThan(1);
  expect(new Set(places).size).toBe(places.length);
  await dialog.getByRole('combobox', { name: 'Where' }).selectOption({ label: places[0] ?? '' });
  await dialog.getByRole('button', { name: 'Add it' }).click();
  const items = () => savedRetreat(app).days[0]?.items ?? [];
  await expect.poll(() => items()[items().findIndex(({ kind }) => kind === 'break') + 1]?.ref).toBe('floor-and-echo');
});

test('a break is given another name where it stands, and its old one back', async ({ launch }) => {
  const app = await launch();
  const { home, prepare, page } = await consoleOf(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  const title = prepare.agenda.getByRole('textbox', { name: /^Title of / });
  await expect(title).toHaveValue('Break');
  await title.fill('Tea in the garden');
  await page.keyboard.press('Enter');
  const breaks = () => savedRetreat(app).days[0]?.items.filter(({ kind }) => kind === 'break');
  await expect.poll(() => breaks()?.map((item) => item.title)).toEqual(['Tea in the garden']);
  await prepare.undo.click();
  await expect(title).toHaveValue('Break');
});

test('a day that has ended says what can be done, and does it', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run, page } = desk;
  await home.startRetreat({ program: 'Two-day weekend', name: 'Harbour weekend', couples: 'Ada & Bo' });
  await desk.goTo('Run');
  await run.control('End the day').click();
  await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
  await desk.goTo('Prepare');
  const said = prepare.agenda.getByRole('status').filter({ hasText: 'This day ended at' });
  await expect(said).toContainText('Go on with day 2');
  await expect(prepare.end).toHaveText(/^Ended \d+:\d\d$/);
  await said.getByRole('button', { name: 'Go on with day 2' }).click();
  await expect(said).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Day 2' })).toBeChecked();
});
