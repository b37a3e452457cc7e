import { alone, expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { traced } from './pages/trace';

test(
  'a second that passes lays out nothing: its figures are drawn anew where they are',
  alone,
  async ({ launch, displays }) => {
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
    const names = events.map(({ name }) => name);
    expect(names.filter((name) => name === 'UpdateLayoutTree').length).toBeGreaterThanOrEqual(4);
    expect(names).not.toContain('Layout');
    await expect(desk.run.left).toHaveText(/^3:4\d$/);
    const [said, drawn] = await desk.run.left.evaluate((timer) => {
      const signs = [...timer.querySelectorAll<HTMLElement>('[data-sign]')];
      const seen = signs.filter((sign) => getComputedStyle(sign).visibility === 'visible');
      return [timer.textContent, seen.map(({ dataset }) => dataset.sign).join('')];
    });
    expect(drawn).toBe(said);
  },
);
