import { content } from '../../shared/content/en/content';
import { castSteps, talkSteps } from '../../shared/exercise/exercise';
import type { AgendaItem, Retreat } from '../../shared/retreat/retreat';
import { minuteMs } from '../../shared/room/timer';
import type { WallStep } from '../../shared/room/wall';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedRetreat } from './pages/saved';
import { Time } from './pages/time';

/** What the program says the room must see, and when: read from the plan and the content, not from what runs. */
interface Shown {
  readonly item: string;
  readonly index: number;
  readonly scene: string;
  readonly title: string;
  readonly thought: string;
  readonly detail: string | null;
  readonly startsAt: number;
  readonly endsAt: number;
}

function seconds({ timer }: WallStep): number {
  if (timer.kind === 'pacer') return (timer.inSeconds + timer.outSeconds) * timer.cycles;
  if (timer.kind === 'until' || timer.kind === 'count-up') throw new Error('no step of the evening has an open end');
  return timer.seconds;
}

function sceneOf(kind: AgendaItem['kind'], { timer, speaker, handover }: WallStep): string {
  if (kind === 'talk') return 'talk';
  if (timer.kind === 'timeout' || timer.kind === 'pacer') return timer.kind;
  if (handover) return 'handover';
  return speaker === 'A' || speaker === 'B' ? 'turn' : 'step';
}

/** The whole evening from the moment it began, each step as long as it was written. */
function script({ days }: Retreat, beganAt: number): Shown[] {
  let at = beganAt;
  return (days[0]?.items ?? []).flatMap((item) => {
    if (item.kind === 'break') {
      const startsAt = at;
      at += item.minutes * minuteMs;
      const title = item.title ?? 'Break';
      return [{ item: item.id, index: 0, scene: 'break', title, thought: title, detail: null, startsAt, endsAt: at }];
    }
    const exercise = content.exercises.find(({ id }) => id === item.ref);
    const talk = content.talks.find(({ id }) => id === item.ref);
    const steps = exercise ? castSteps(exercise, item.starts) : talk ? talkSteps(talk, item.minutes * 60) : [];
    return steps.map((step, index): Shown => {
      const startsAt = at;
      at += seconds(step) * 1000;
      const { thought, detail } = step;
      const title = exercise?.title ?? talk?.title ?? '';
      return { item: item.id, index, scene: sceneOf(item.kind, step), title, thought, detail, startsAt, endsAt: at };
    });
  });
}

/** A stamp is taken in whole milliseconds from two clocks, each cut down for itself. */
const roundingMs = 2;

test('a whole evening runs by itself, from first launch to the closing card', async ({ launch, displays }) => {
  test.setTimeout(300_000);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const time = new Time(app);
  const { home, prepare, run } = desk;

  await home.startRetreat({
    program: 'One evening',
    name: 'Lantern evening',
    couples: 'Ada & Bo\nCleo & Dara\nEmil & Finn',
  });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await room.isNeutral();
  expect(await room.page.evaluate(() => [screenX, screenY, innerWidth, innerHeight])).toEqual([1280, 0, 1920, 1080]);

  await run.autopilot.click();
  await expect(run.autopilot).toBeChecked();
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();

  const beganAt = () => savedRetreat(app).days[0]?.items[0]?.actual?.startedAt ?? null;
  await expect.poll(beganAt).not.toBeNull();
  const evening = script(savedRetreat(app), beganAt() ?? 0);
  expect(evening.length).toBeGreaterThan(60);

  for (const [n, step] of evening.entries()) {
    await test.step(`${n + 1}: ${step.thought}`, async () => {
      await time.passTo(step.startsAt + 200);
      await room.shows(step.scene);
      await expect(room.thought).toHaveText(step.thought);
      await expect(room.title).toHaveText(step.title === step.thought ? '' : step.title);
      if (step.detail !== null) await expect(room.scene).toContainText(step.detail);
      // The console keeps up with the room, however fast an evening goes by.
      await expect(run.preview.thought).toHaveText(step.thought);
    });
  }
  const last = evening.at(-1)?.endsAt ?? 0;
  await time.passTo(last + 200);
  await expect(run.slot).toContainText('This was the last step');

  await run.control('End the day').click();
  await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
  await room.shows('closing');
  await expect(room.thought).toHaveText('Thank you');
  await desk.saved();

  const saved = savedRetreat(app).days[0];
  const times = saved?.items.flatMap(({ id, actual }) => {
    expect(actual?.startedAt).toBe(actual?.steps[0]?.startedAt);
    expect(actual?.endedAt).toBe(actual?.steps.at(-1)?.endedAt);
    return (actual?.steps ?? []).map((step) => ({ item: id, ...step }));
  });
  expect(times?.length).toBe(evening.length);
  for (const [n, step] of evening.entries()) {
    const { item, index, startedAt, endedAt } = times?.[n] ?? { startedAt: 0, endedAt: 0 };
    expect({ item, index }).toEqual({ item: step.item, index: step.index });
    expect(Math.abs(startedAt - step.startsAt), `${step.thought}: start`).toBeLessThanOrEqual(roundingMs);
    // The last step rests at its end until the facilitator ends the day.
    if (n === evening.length - 1) expect(endedAt).toBeGreaterThanOrEqual(step.endsAt);
    else expect(endedAt).toBe(times?.[n + 1]?.startedAt);
  }
  expect(saved?.endedAt).toBe(times?.at(-1)?.endedAt);
});
