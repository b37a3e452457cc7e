import { minuteMs } from '../../shared/room/timer';
import { consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import { Time } from '../e2e/pages/time';
import type { App } from '../rig/app';
import { alone, expect, test } from '../rig/test';

const hourMs = 60 * minuteMs;

/** Longer than it takes between a click and the moment a test notes for it. */
const noticeMs = 3000;

/** What is told in whole seconds may be up to one more. */
const wholeMs = 1000;

/** A clock time as the wall writes it, cut to the minute: that of a moment, or of a little beside it. `aheadMs` of UTC. */
function clock(moment: number, aheadMs = -new Date(moment).getTimezoneOffset() * minuteMs): RegExp {
  const labels = [moment - noticeMs, moment, moment + wholeMs].map((at) => {
    const there = new Date(Math.floor(at / minuteMs) * minuteMs + aheadMs);
    return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`;
  });
  return new RegExp(`^(${labels.join('|')})$`);
}

/** A real timeout of twenty minutes on the wall, running. */
async function leadTimeout(app: App) {
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Full timeout').click();
  const room = new RoomPage(await app.room());
  await desk.run.goToStep(3);
  await room.shows('timeout');
  await desk.run.lead('Start').click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  return { desk, room, time: new Time(app) };
}

const returns = (room: RoomPage) => room.scene.locator('.wall-return-time');

test('the laptop sleeps in a timeout: the wall waits, the console asks, and the promise is kept or moved', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room, time } = await leadTimeout(app);
  const promised = time.now() + 20 * minuteMs;
  await time.pass(2 * minuteMs);
  await time.sleep(4 * minuteMs);
  await expect(desk.run.slot).toContainText('The computer slept for 4 minutes.');
  await expect(room.scene).toHaveAttribute('data-state', 'paused');
  await desk.run.slot.getByRole('button', { name: 'Count it' }).click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  await expect(returns(room)).toHaveText(clock(promised));

  await time.sleep(3 * minuteMs);
  await expect(desk.run.slot).toContainText('The computer slept for 3 minutes.');
  await desk.run.slot.getByRole('button', { name: 'Go on where we were' }).click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  await expect(returns(room)).toHaveText(clock(promised + 3 * minuteMs));
  await expect(desk.run.left).toHaveText(/^1[34]:\d\d/);
});

test(
  'the clock is set under a timeout: the ring does not move, the time of return is right on both',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    const { desk, room, time } = await leadTimeout(app);
    let ends = time.now() + 20 * minuteMs;
    for (const by of [-hourMs, 24 * hourMs, -time.now() + 12 * hourMs]) {
      await time.setClock(by);
      ends += by;
      await expect(returns(room)).toHaveText(clock(ends));
      await expect(desk.run.timer).toContainText(`ends ${await returns(room).textContent()}`);
      await expect(desk.run.left).toHaveText(/^(20:00|19:\d\d)/);
      await expect(room.scene).toHaveAttribute('data-state', 'running');
    }
  },
);

test('a run is gone on with in another time zone: its time of return is that zone’s', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData, env: { TZ: 'UTC' } });
  const before = await leadTimeout(app);
  await before.desk.saved();
  await app.kill9();
  const again = await launch({ userData, env: { TZ: 'Asia/Kathmandu' } });
  const desk = await consoleOf(again);
  await desk.home.goOn.click();
  await desk.run.lead('Resume').click();
  await desk.run.room.getByRole('button', { name: 'Show it' }).click();
  const room = new RoomPage(await again.room());
  // Five hours and three quarters ahead of UTC: a zone that nobody hits by accident.
  const ahead = 5.75 * hourMs;
  const left = async (): Promise<number> => {
    const [minutes = 0, seconds = 0] = ((await desk.run.left.textContent()) ?? '').split(':').map(Number);
    return (minutes * 60 + seconds) * 1000;
  };
  const still = await left();
  const ends = Date.now() + still;
  expect(still).toBeGreaterThan(19 * minuteMs);
  await expect(returns(room)).toHaveText(clock(ends, ahead));
});
