import { minuteMs } from '../../shared/room/timer';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

test('a break that overruns: one kind sentence on the wall, how long and what follows on the console', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { page, home, prepare, run } = await consoleOf(app);
  const time = new Time(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  const first = 'Ground rules and the right to pass';
  await run.change(first, 'Insert a 10-minute break after');
  await run.item('Break').first().dblclick();
  await room.shows('break');
  await expect(room.scene.getByText('Back at')).toBeVisible();
  await expect(room.digits).toHaveText('10′');
  await expect(room.scene.getByText('Break')).toHaveCount(1);

  // A break cannot be paused, so no Start brings it back when something else was put up.
  await page.keyboard.press('Shift+P');
  await room.shows('plan');
  await expect(run.slot).toHaveText('The wall shows something else.Show the step');
  await run.slot.getByRole('button', { name: 'Show the step' }).click();
  await room.shows('break');

  await time.pass(12 * minuteMs);
  await expect(room.thought).toHaveText('We begin again as soon as everyone is back.');
  await expect(room.scene.getByText('Back at')).toBeHidden();
  await expect(room.scene.locator('.wall-ring')).toBeHidden();
  await expect(room.scene.getByText('Take the time to finish.')).toBeHidden();
  await expect(run.timer).toContainText(/Time is up 2:[0-5]\d ago/);
  await expect(run.timer).toContainText('Next puts up “Arrival breath”.');
  await expect(run.slot).toHaveText('Time is up. The room rests until you go on.');

  // With more time it is a break again, and nobody was called for nothing.
  await run.control('+1 min').click();
  await expect(room.thought).toHaveText('Break');
  await expect(room.digits).toHaveText('under a minute');
  await time.pass(2 * minuteMs);
  await expect(room.thought).toHaveText('We begin again as soon as everyone is back.');
  await run.lead('Next').click();
  await expect(room.title).toHaveText('Arrival breath');
});
