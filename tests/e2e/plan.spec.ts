import { minuteMs } from '../../shared/room/timer';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';
import { Time } from './pages/time';

const first = 'Ground rules and the right to pass';
const breath = 'Arrival breath';
const talk = 'Behaviour before feeling';
const reaches = 'Small reaches';

/** The titles of the day as it is listed, in its order. */
async function titles({ run }: ConsolePage): Promise<string[]> {
  const names = await run.day
    .getByRole('listitem')
    .getByRole('button', { name: /, \d+ min, / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace(/, [^,]+, \d+ min, .*$/, ''));
}

/** Local clock time as the console writes it: "19:05". */
const clock = (moment: number): string => {
  const at = new Date(moment);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
};

test('the day bends: jump, skip, insert, shift, move, and each change can be undone', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  const time = new Time(app);
  await time.setHour(18);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  const asPlanned = await titles(desk);
  expect(asPlanned.slice(0, 4)).toEqual([first, breath, talk, reaches]);
  const undo = run.day.getByRole('button', { name: 'Undo the last change to the plan' });

  await test.step('skip an item and do it after all', async () => {
    await run.change(breath, 'Skip it');
    await expect(run.item(breath)).toHaveAccessibleName(/skipped$/);
    await expect(run.item(talk)).toHaveAccessibleName(/19:12, 6 min, to come$/);
    await undo.click();
    await expect(run.item(breath)).toHaveAccessibleName(/19:12, 4 min, to come$/);
    await run.change(breath, 'Skip it');
  });

  await test.step('Next passes over what is skipped', async () => {
    await run.lead('Next').click();
    await expect(room.title).toHaveText(first);
    await expect(run.item(first)).toHaveAccessibleName(/on now$/);
    await run.lead('Start').click();
    await time.pass(5 * minuteMs);
    await run.goToItem(talk);
    await expect(room.title).toHaveText(talk);
    await expect(run.item(first)).toHaveAccessibleName(/done$/);
  });

  await test.step('what ran shows how long it really took', async () => {
    const day = () => savedRetreat(app).days[0];
    await expect.poll(() => day()?.items[0]?.actual?.endedAt ?? null).not.toBeNull();
    const { startedAt, endedAt } = day()?.items[0]?.actual ?? {};
    expect(Math.abs((endedAt ?? 0) - (startedAt ?? 0) - 5 * minuteMs)).toBeLessThan(20_000);
    await expect(run.item(first)).toContainText(clock(startedAt ?? 0));
    await expect(run.item(first)).toContainText('−7');
    await expect(run.item(first).getByTitle('planned 19:00')).toHaveCount(1);
  });

  await test.step('what is on stage or has been keeps its place', async () => {
    await run.change(first, 'Take it out of the day');
    await expect(desk.note('It is on stage, or has been, and keeps its place')).toBeVisible();
    expect(await titles(desk)).toEqual(asPlanned);
  });

  await test.step('insert a break and an exercise', async () => {
    await run.change(talk, 'Insert a 10-minute break after');
    await expect.poll(() => titles(desk)).toEqual([first, breath, talk, 'Break', ...asPlanned.slice(3)]);
    await run.change(talk, 'Insert an exercise after…');
    await run
      .dialog(`Insert an exercise after ${talk}`)
      .getByRole('button', { name: /Repair in three lines/ })
      .click();
    await expect
      .poll(() => titles(desk))
      .toEqual([first, breath, talk, 'Repair in three lines', 'Break', ...asPlanned.slice(3)]);
    await undo.click();
    await undo.click();
    await expect.poll(() => titles(desk)).toEqual(asPlanned);
  });

  await test.step('shift what follows', async () => {
    const items = () => savedRetreat(app).days[0]?.items ?? [];
    const before = asPlanned.map(() => 0);
    await expect.poll(() => items().map(({ shift }) => shift)).toEqual(before);
    const name = (await run.item(reaches).getAttribute('aria-label')) ?? '';
    await run.change(reaches, 'From here 5 min later');
    await expect(run.item(reaches)).not.toHaveAccessibleName(name);
    const shifted = (await run.item(reaches).getAttribute('aria-label')) ?? '';
    await expect.poll(() => items().find(({ ref }) => ref === 'bids-lab')?.shift).toBe(5);
    // One press takes it back; the clock times expected move on with the minute, so it is the shift that is read.
    await undo.click();
    await expect.poll(() => items().map(({ shift }) => shift)).toEqual(before);
    await expect(run.item(reaches)).not.toHaveAccessibleName(shifted);
  });

  await test.step('move an item, and change its minutes', async () => {
    await run.change(reaches, 'Move down');
    await expect.poll(async () => (await titles(desk)).slice(3, 5)).toEqual(['Break', reaches]);
    await run.change(reaches, 'Change its minutes…');
    const dialog = run.dialog(`How long is ${reaches}?`);
    await dialog.getByRole('textbox', { name: 'Minutes' }).fill('12');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(run.item(reaches)).toHaveAccessibleName(/, 12 min, /);
    await undo.click();
    await undo.click();
    await expect.poll(() => titles(desk)).toEqual(asPlanned);
  });

  await test.step('the plan on the wall follows', async () => {
    await desk.page.keyboard.press('Shift+P');
    await room.shows('plan');
    await expect(room.plan.getByRole('listitem').filter({ hasText: talk })).toHaveAttribute('aria-current', 'true');
    await expect(room.plan).not.toContainText(breath);
  });

  await test.step('end early, take it back, and end', async () => {
    const end = run.control('End the day');
    const yes = run.dialog('End the day here?').getByRole('button', { name: 'End the day' });
    await end.click();
    await run.dialog('End the day here?').getByRole('button', { name: 'Keep going' }).click();
    await room.shows('plan');
    await end.click();
    await yes.click();
    await room.shows('closing');
    await run.undo.click();
    await room.shows('plan');
    await expect.poll(() => savedRetreat(app).days[0]?.endedAt).toBeNull();
    await end.click();
    await yes.click();
    await room.shows('closing');
    await expect.poll(() => savedRetreat(app).days[0]?.endedAt).not.toBeNull();
    await expect(run.day).toContainText(/ended \d+:\d\d/);
    const items = savedRetreat(app).days[0]?.items ?? [];
    expect(items.filter(({ actual }) => actual !== null).map(({ ref }) => ref)).toEqual(['right-to-pass']);
  });
});

test('a weekend goes on with day 2 tomorrow', async ({ launch, displays, userData }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  await home.startRetreat({
    program: 'Two-day weekend',
    name: 'Harbour weekend',
    date: '2027-03-06',
    couples: 'Ada & Bo',
  });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await expect(run.day.getByRole('heading', { name: 'Day 1 of 2' })).toBeVisible();

  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(room.title).toHaveText(first);
  const goOn = run.day.getByRole('button', { name: 'Go on with day 2' });
  await expect(goOn).toBeDisabled();
  await run.control('End the day').click();
  await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
  await room.shows('closing');
  await goOn.click();
  await expect(run.day.getByRole('heading', { name: 'Day 2 of 2' })).toBeVisible();
  await room.isNeutral();
  const [, second] = savedRetreat(app).days;
  expect(second?.date).toBe('2027-03-07');
  await desk.saved();
  await expect.poll(() => savedRetreat(app).currentDay).toBe(second?.id);
  await app.close();

  await test.step('the next morning it opens on day 2, with day 1’s times kept', async () => {
    const morning = await launch({ userData });
    const again = await consoleOf(morning);
    await again.home.retreat('Harbour weekend').getByRole('button').first().click();
    await again.prepare.run.click();
    await expect(again.run.day.getByRole('heading', { name: 'Day 2 of 2' })).toBeVisible();
    await again.run.lead('Next').click();
    await again.run.lead('Start').click();
    await expect(again.run.lead('Pause')).toBeVisible();
    await again.saved();
    const days = savedRetreat(morning).days;
    expect(days[0]?.endedAt).not.toBeNull();
    expect(days[0]?.items[0]?.actual?.startedAt).not.toBeNull();
    await expect.poll(() => savedRetreat(morning).days[1]?.items[0]?.actual?.startedAt ?? null).not.toBeNull();
  });
});
