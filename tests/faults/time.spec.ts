import { minuteMs } from '../../shared/room/timer';
import { consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import { Time } from '../e2e/pages/time';
import type { App } from '../rig/app';
import { alone, expect, test } from '../rig/test';

const hourMs = 60 * minuteMs;

/** How much less may be left than the console says: the rest of a second, and what it takes to draw the next one. */
const lateMs = 3000;

/** A clock time as the wall writes it, cut to the minute: that of any moment from one to another. `aheadMs` of UTC. */
function clock(from: number, to: number, aheadMs = -new Date(from).getTimezoneOffset() * minuteMs): RegExp {
  const labels: string[] = [];
  for (let at = Math.floor(from / minuteMs) * minuteMs; at <= to; at += minuteMs) {
    const there = new Date(at + aheadMs);
    labels.push(`${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`);
  }
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
  const time = new Time(app);
  const before = Date.now();
  const promised = time.now() + 20 * minuteMs;
  await desk.run.lead('Start').click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  /** Of a return so long after the promised one; what the test itself takes until now may have come to it. */
  const later = (ms: number): RegExp => clock(promised + ms, promised + ms + Date.now() - before);
  return { desk, room, time, later };
}

const returns = (room: RoomPage) => room.scene.locator('.wall-return-time');

test('the laptop sleeps in a timeout: the wall waits, the console asks, and the promise is kept or moved', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room, time, later } = await leadTimeout(app);
  await time.pass(2 * minuteMs);
  await time.sleep(4 * minuteMs);
  await expect(desk.run.slot).toContainText('The computer slept for 4 minutes.');
  await expect(room.scene).toHaveAttribute('data-state', 'paused');
  await desk.run.slot.getByRole('button', { name: 'Count it' }).click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  await expect(returns(room)).toHaveText(later(0));

  await time.sleep(3 * minuteMs);
  await expect(desk.run.slot).toContainText('The computer slept for 3 minutes.');
  await desk.run.slot.getByRole('button', { name: 'Go on where we were' }).click();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  await expect(returns(room)).toHaveText(later(3 * minuteMs));
  await expect(desk.run.left).toHaveText(/^1[34]:\d\d/);
});

test(
  'the clock is set under a timeout: the ring does not move, the time of return is right on both',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    const { desk, room, time, later } = await leadTimeout(app);
    let set = 0;
    for (const by of [-hourMs, 24 * hourMs, -time.now() + 12 * hourMs]) {
      await time.setClock(by);
      set += by;
      await expect(returns(room)).toHaveText(later(set));
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
  const first = await leadTimeout(app);
  await first.desk.saved();
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
  const before = Date.now();
  const still = await left();
  expect(still).toBeGreaterThan(19 * minuteMs);
  // A whole second that is told may be all but over, and be told a moment too long.
  await expect(returns(room)).toHaveText(clock(before + still - lateMs, Date.now() + still, ahead));
});
