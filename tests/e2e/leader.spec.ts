import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { Leader } from './pages/leader';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

/** How much later than the room the console hears of each change, in milliseconds: far longer than a look at it takes. */
const lateMs = 250;

async function tellConsoleLate(app: App): Promise<void> {
  await app.electron.evaluate(({ webContents }, ms) => {
    const desk = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('console:'));
    const send = desk?.send.bind(desk);
    if (desk !== undefined) desk.send = (...said) => void setTimeout(() => send?.(...said), ms);
  }, lateMs);
}

test('each step of a leader waits for both windows, however late the console hears', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  const lead = new Leader(desk, room, new Time(app));
  const { run } = desk;
  await tellConsoleLate(app);

  // What runs has a Pause: that of the picture before must not be taken for that of the one that waits to be started.
  await lead.goOn(1);
  await lead.start();
  await lead.pass(20);
  await lead.putUp('Floor and echo');
  expect(await run.lead('Start').isVisible()).toBe(true);
  await lead.start();
  expect(await run.lead('Pause').isVisible()).toBe(true);
  await lead.pass(50);
  await lead.goToStep(2);
  await room.shows('turn');
  await lead.goTo('Break');
  expect(await run.preview.scene.getAttribute('data-scene')).toBe('break');
  await lead.goTo('Arrival breath');
  expect(await run.lead('Start').isVisible()).toBe(true);
  await lead.turn('Hold', true);
  expect(await run.roomState.textContent()).toBe('Held');
  await lead.turn('Hold', false);
  await lead.end('the day');
  expect(await run.slot.textContent()).toContain('day');
});
