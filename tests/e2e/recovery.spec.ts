import { statSync } from 'node:fs';
import { join } from 'node:path';
import { current } from '../../shared/room/stage';
import { elapsed } from '../../shared/room/timer';
import type { App } from '../rig/app';
import { alone, expect, test } from '../rig/test';
import { filesOf } from '../saved-documents';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedLive, savedNotes, savedRetreat } from './pages/saved';
import { Time } from './pages/time';

const name = 'Lantern evening';
const pair = 'Ada & Bo';

/** A retreat on Run, its room closed. */
async function startEvening(desk: ConsolePage): Promise<void> {
  await desk.home.startRetreat({ program: 'One evening', name, couples: `${pair}\nCleo & Dara` });
  await expect(desk.prepare.name).toHaveValue(name);
  await desk.goTo('Run');
  await desk.saved();
}

interface Save {
  /** When the file came to be, in epoch milliseconds. */
  readonly at: number;
  readonly note: string;
}

/** Watches the one couple's document until it holds a text, and notes each save. */
async function watchNote(app: App, until: string): Promise<Save[]> {
  const saves: Save[] = [];
  const deadline = Date.now() + 10_000;
  while (saves.at(-1)?.note !== until && Date.now() < deadline) {
    const [file] = filesOf(join(app.userData, 'library'), 'note');
    if (file !== undefined) {
      const at = statSync(file).ctimeMs;
      const note = savedNotes(app)[0]?.note ?? '';
      if (note !== saves.at(-1)?.note) saves.push({ at, note });
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return saves;
}

/** Moments at which keys reached the page, in epoch milliseconds. */
async function hearKeys(desk: ConsolePage): Promise<() => Promise<number[]>> {
  await desk.page.evaluate(() => {
    addEventListener(
      'input',
      () => {
        const { dataset } = document.documentElement;
        dataset.keys = `${dataset.keys ?? ''} ${Date.now()}`;
      },
      true,
    );
  });
  return () => desk.page.evaluate(() => (document.documentElement.dataset.keys ?? '').trim().split(' ').map(Number));
}

test('typed text is on the disk within 400 ms of a pause and a second of the first key', alone, async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  await startEvening(desk);
  const keys = await hearKeys(desk);
  const text = 'Quiet today; asked for the seat by the door, and a break at eight.';
  const [saves] = await Promise.all([watchNote(app, text), desk.run.note(pair).pressSequentially(text, { delay: 30 })]);
  const typed = await keys();
  const first = typed[0] ?? 0;
  const last = typed.at(-1) ?? 0;
  expect(last - first, 'the typing must be longer than the limit').toBeGreaterThan(1000);
  expect((saves[0]?.at ?? Number.POSITIVE_INFINITY) - first).toBeLessThanOrEqual(1000);
  expect((saves.at(-1)?.at ?? Number.POSITIVE_INFINITY) - last).toBeLessThanOrEqual(400);
  expect(saves.at(-1)?.note).toBe(text);
  await expect(desk.run.couple(pair)).toContainText('Saved');
});

test('killed while a note is typed: what was acknowledged is there', async ({ launch, userData }) => {
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  await startEvening(desk);
  const kept = 'They asked for a slower start.';
  await desk.run.note(pair).pressSequentially(kept);
  await expect(desk.run.couple(pair)).toContainText('Saved');
  const more = ' And then I kept on typing and typing, until the power went.';
  const typing = desk.run
    .note(pair)
    .pressSequentially(more, { delay: 20 })
    .catch(() => undefined);
  await expect(desk.run.note(pair)).toHaveValue(/typing and/);
  await app.kill9();
  await typing;

  const again = await launch({ userData });
  const { home, prepare, run, ...rest } = await consoleOf(again);
  expect(rest.page.url()).toContain('console:');
  await expect(home.recovery).toBeHidden();
  await home.retreat(name).getByRole('button').first().click();
  await expect(prepare.name).toHaveValue(name);
  await (await consoleOf(again)).goTo('Run');
  await expect(run.note(pair)).toHaveValue(new RegExp(`^${kept.replaceAll('.', '\\.')}`));
  const note = await run.note(pair).inputValue();
  expect(`${kept}${more}`.startsWith(note)).toBe(true);
});

/** Milliseconds that the step on stage still has, by the live document on the disk of a run that is paused. */
function pausedRemaining(app: App): number {
  const { stage } = savedLive(app).live;
  const on = current(stage);
  if (on === null || on.run.pausedAt === null || !('seconds' in on.timer))
    throw new Error('nothing is paused on stage');
  return on.timer.seconds * 1000 + on.run.adjustedMs - elapsed(on.run, on.run.pausedAt);
}

/** The evening at its second step, running, 12 seconds in; and what it then still had, in milliseconds. */
async function runToSecondStep(
  app: App,
): Promise<{ readonly room: RoomPage; readonly endsAt: number; readonly time: Time }> {
  const desk = await consoleOf(app);
  const time = new Time(app);
  await desk.home.startRetreat({ program: 'One evening', name, couples: `${pair}\nCleo & Dara` });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Next').click();
  await desk.run.lead('Start').click();
  await expect(desk.run.lead('Pause')).toBeVisible();
  await desk.run.lead('Next').click();
  await expect(room.thought).toHaveText('You may always pass');
  await time.pass(12_000);
  const second = () => savedRetreat(app).days[0]?.items[0]?.actual?.steps[1]?.startedAt ?? 0;
  await expect.poll(second).toBeGreaterThan(0);
  // The clock was moved; from here on it runs as it does on the day, with a sign of life on the disk twice a second.
  const digits = async () => Number(/0:(\d\d)/.exec((await desk.run.left.textContent()) ?? '')?.[1]);
  await expect.poll(digits).toBeLessThanOrEqual(18);
  const then = await digits();
  await expect.poll(digits).toBeLessThan(then - 1);
  return { room, endsAt: second() + 30_000, time };
}

test(
  'killed while a timer runs: it goes on at the same step and time, paused, and the room waits',
  alone,
  async ({ launch, displays, userData }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const app = await launch({ userData });
    const { endsAt, time } = await runToSecondStep(app);
    const left = endsAt - time.now();
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
    await desk.saved();
    expect(Math.abs(pausedRemaining(again) - left)).toBeLessThanOrEqual(1000);

    await test.step('the room is neutral until the facilitator says so', async () => {
      // It is on its display again by itself: people see the neutral room, not a desktop.
      const room = new RoomPage(await again.room());
      await room.isNeutral();
      expect(await room.page.evaluate(() => [screenX, screenY, innerWidth, innerHeight])).toEqual([
        1280, 0, 1920, 1080,
      ]);
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
  },
);

test('killed while a timer runs: left alone, it is not offered again', async ({ launch, displays, userData }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  await runToSecondStep(app);
  await app.kill9();

  const again = await launch({ userData });
  const desk = await consoleOf(again);
  await expect(desk.home.recovery).toBeVisible();
  await desk.home.leaveIt.click();
  await expect(desk.home.recovery).toBeHidden();
  await expect.poll(() => savedLive(again).closed).toBe(true);
  expect(again.roomNow()).toBeUndefined();
  await again.close();

  const third = await launch({ userData });
  const { home, prepare } = await consoleOf(third);
  await expect(home.retreat(name)).toBeVisible();
  await expect(home.recovery).toBeHidden();
  await home.retreat(name).getByRole('button').first().click();
  await expect(prepare.name).toHaveValue(name);
  expect(savedRetreat(third).days[0]?.items[0]?.actual?.startedAt).not.toBeNull();
});

test('the machine is shut down while a timer runs: it is held back, nothing is asked, and the run is offered again', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  await runToSecondStep(app);
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
  await expect((await consoleOf(again)).home.recovery).toContainText('“Ground rules and the right to pass” stopped at');
});
