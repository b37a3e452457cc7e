import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

const breath = 'Arrival breath';
const breathes = 'Let the chair carry you';
const talk = 'Behaviour before feeling';

test('a click on the day or a step looks at it; Enter, a double-click or the button goes to it', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.lead('Next').click();
  const first = 'Welcome. You set the depth.';
  await expect(room.thought).toHaveText(first);

  await test.step('an item that is clicked is shown beside, and the wall stays', async () => {
    await run.item(breath).click();
    await expect(run.item(breath)).toHaveAttribute('aria-pressed', 'true');
    await expect(run.goToIt).toHaveAccessibleName(`Go to ${breath}`);
    await expect(page.getByRole('img', { name: /^Chosen, not on the wall/ })).toBeVisible();
    await expect(room.thought).toHaveText(first);
    await expect(run.item('Ground rules and the right to pass')).toHaveAttribute('aria-current', 'step');
  });

  await test.step('Escape, or a second look, looks away', async () => {
    await page.keyboard.press('Escape');
    await expect(run.item(breath)).toHaveAttribute('aria-pressed', 'false');
    await expect(run.nextUp).toBeVisible();
    await run.step(3).click();
    await expect(run.step(3)).toHaveAttribute('aria-pressed', 'true');
    await expect(room.thought).toHaveText(first);
  });

  await test.step('the button goes to a step', async () => {
    await run.goToIt.click();
    await expect(run.step(3)).toHaveAttribute('aria-current', 'step');
    await expect(run.nextUp).toBeVisible();
  });

  await test.step('Enter goes to an item', async () => {
    await run.item(breath).click();
    await expect(run.goToIt).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(run.item(breath)).toHaveAttribute('aria-current', 'step');
  });

  await test.step('a double-click goes to it, once', async () => {
    await run.goToItem(talk);
    await expect(run.item(talk)).toHaveAttribute('aria-current', 'step');
    await room.shows('talk');
    await expect(run.nextUp).toBeVisible();
  });

  await test.step('each of it can be taken back by its name, and several at once', async () => {
    await expect(run.control('Undo: Go to an item')).toBeVisible();
    await page.keyboard.press('u');
    await expect(run.item(breath)).toHaveAttribute('aria-current', 'step');
    await expect(room.thought).toHaveText(breathes);
    await run.control('Go further back').click();
    const names = [/^Go to an item, back to “.+”$/, `Go to a step, back to “${first}”`, 'Next'];
    await expect(page.getByRole('menuitem')).toHaveText(names);
    const thoughts = await room.thoughtsFromNow();
    await run.choose(`Go to a step, back to “${first}”`);
    await expect(room.thought).toHaveText(first);
    expect(await thoughts(), 'nothing in between stood on the wall').toEqual([breathes, first]);
  });
});

test('Run says the time, and while the room is held how long', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Run');
  await expect(run.day.getByTitle(/^It is \d/)).toHaveText(/^\d{1,2}:\d\d$/);
  await run.lead('Next').click();
  await run.lead('Start').click();
  await page.keyboard.press('h');
  await expect(run.slot.getByRole('timer')).toHaveText(/^held for (?!0:00)\d+:\d\d/);
  await page.keyboard.press('h');
  await expect(run.slot.getByRole('timer')).toHaveCount(0);
});
