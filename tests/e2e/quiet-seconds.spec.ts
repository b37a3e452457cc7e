import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { traced } from './pages/trace';

test('a second that passes lays out its own figures, and nothing around them', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Floor and echo').click();
  const room = new RoomPage(await app.room());
  await room.shows('step');
  await desk.run.lead('Next').click();
  await room.shows('turn');
  await desk.run.lead('Start').click();
  // Past what starting it changes.
  await expect(desk.run.left).toHaveText(/^3:5[0-7]$/);
  const events = await traced(app, 'console:', ['devtools.timeline'], () => desk.page.waitForTimeout(5000));
  const seen = events
    .filter(({ name }) => name === 'Layout')
    .map(({ args }) => (args?.beginData?.partialLayout === true ? 'part' : 'whole'));
  expect(seen.length).toBeGreaterThanOrEqual(4);
  expect(seen).not.toContain('whole');
});
