import type { Locator } from '@playwright/test';
import { minuteMs } from '../../shared/room/timer';
import { alone, expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { laidOut, traced } from './pages/trace';

const minuteNow = (): number => Math.floor(Date.now() / minuteMs);

/** Lets so many seconds pass on a timer, without asking the page anything that it would have to lay out. */
async function seconds(timer: Locator, many: number): Promise<void> {
  await timer.evaluate(
    (element, wanted) =>
      new Promise<void>((resolve) => {
        let [seen, passed] = [element.textContent, 0];
        const flips = new MutationObserver(() => {
          if (element.textContent === seen) return;
          [seen, passed] = [element.textContent, passed + 1];
          if (passed < wanted) return;
          flips.disconnect();
          resolve();
        });
        flips.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    many,
  );
}

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
    await desk.saved();
    await expect(desk.run.left).toHaveText(/^3:[45]\d$/);
    await expect(desk.run.left).not.toHaveText(/^3:5[89]$/);
    // Eleven seconds hold a step of the ring, which moves every tenth.
    const measured = () => traced(app, 'console:', ['devtools.timeline'], () => seconds(desk.run.left, 11));
    // A minute of the day that turns is written anew beside it, and laid out: what was measured over one says nothing.
    let began = minuteNow();
    let events = await measured();
    if (minuteNow() !== began) {
      began = minuteNow();
      events = await measured();
    }
    expect(minuteNow(), 'both were measured over the turn of a minute').toBe(began);
    const names = events.map(({ name }) => name);
    expect(names.filter((name) => name === 'UpdateLayoutTree').length).toBeGreaterThanOrEqual(10);
    // The ring's step lays out its own band, and nothing else does.
    expect(laidOut(events).filter((roots) => !/^svg class='wall-ring-band'$/.test(roots))).toEqual([]);
    const [said, drawn] = await desk.run.left.evaluate((timer) => {
      const signs = [...timer.querySelectorAll<HTMLElement>('[data-sign]')];
      const seen = signs.filter((sign) => getComputedStyle(sign).visibility === 'visible');
      return [timer.textContent, seen.map(({ dataset }) => dataset.sign).join('')];
    });
    expect(drawn).toBe(said);
  },
);
