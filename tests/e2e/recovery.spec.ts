import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';
import { Time } from './pages/time';

// What is kept to the letter and to the second, and what is offered to whom: core/recovery.test.ts and core/kill.test.ts.

/** The evening at its second step, running, 12 seconds in, and all of that on the disk. */
async function runToSecondStep(app: App): Promise<void> {
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Next').click();
  await desk.run.lead('Start').click();
  await expect(desk.run.lead('Pause')).toBeVisible();
  await desk.run.lead('Next').click();
  await expect(room.thought).toHaveText('You may always pass');
  await new Time(app).pass(12_000);
  await desk.saved();
}

test('killed while a timer runs: it goes on at the same step, paused, and the room waits', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  await runToSecondStep(app);
  await app.kill9();

  const again = await launch({ userData });
  const desk = await consoleOf(again);
  const { home, run } = desk;
  await expect(home.recovery).toContainText('“Ground rules and the right to pass” stopped at');
  await expect(home.recovery).toContainText('in “You may always pass”');
  expect(again.roomNow()).toBeUndefined();

  await home.goOn.click();
  await expect(run.lead('Resume')).toBeVisible();
  await expect(run.roomState).toContainText('Hidden until you show it');
  await expect(run.item('Ground rules and the right to pass')).toHaveAttribute('aria-current', 'step');
  await expect(run.step(2)).toHaveAttribute('aria-current', 'step');

  await test.step('the room is neutral until the facilitator says so', async () => {
    // It is on its display again by itself: people see the neutral room, not a desktop.
    const room = new RoomPage(await again.room());
    await room.isNeutral();
    await expect
      .poll(() => room.page.evaluate(() => [screenX, screenY, innerWidth, innerHeight]))
      .toEqual([1280, 0, 1920, 1080]);
    await run.lead('Resume').click();
    await expect(run.lead('Pause')).toBeVisible();
    await room.isNeutral();
    await run.room.getByRole('button', { name: 'Show it' }).click();
    await expect(room.thought).toHaveText('You may always pass');
    await expect(run.roomState).toHaveText('Live');
  });

  await test.step('its times go on where they were', async () => {
    await run.lead('Next').click();
    await expect(run.step(3)).toHaveAttribute('aria-current', 'step');
    await desk.saved();
    const steps = savedRetreat(again).days[0]?.items[0]?.actual?.steps;
    expect(steps?.map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});

test('the machine is shut down while a timer runs: it is held back, nothing is asked, and the run is offered again', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Timeout rehearsal').click();
  await desk.run.lead('Start').click();
  await expect(desk.run.lead('Pause')).toBeVisible();
  const ended = app.electron.waitForEvent('close');
  const held = await app.electron.evaluate(({ powerMonitor }) => {
    let isHeld = false;
    const preventDefault = (): void => {
      isHeld = true;
    };
    powerMonitor.emit('shutdown', { preventDefault });
    return isHeld;
  });
  expect(held).toBe(true);
  await ended;

  const again = await launch({ userData });
  await expect((await consoleOf(again)).home.recovery).toContainText('“Timeout rehearsal” stopped at');
});
