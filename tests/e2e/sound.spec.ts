import type { TestHooks } from '../../electron/app/test-hooks';
import type { App } from '../rig/app';
import type { Bell } from '../rig/bells';
import type { Recording } from '../rig/recording';
import type { Speaker, Speakers } from '../rig/speakers';
import { alone, expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

/** Longer than any bell rings: an output that was silent for so long after a cue did not take it. */
const bellSeconds = 4;

test.beforeEach(({ speakers }) => speakers.reset());

/** The one bell that a recording holds, once it has rung out. */
async function onlyBell(recording: Recording): Promise<Bell> {
  await expect.poll(() => recording.bells(), { timeout: 10_000 }).toHaveLength(1);
  return recording.bells()[0] as Bell;
}

/** Listens on for as long as a bell would ring. */
async function listenOn(...recordings: readonly Recording[]): Promise<void> {
  for (const recording of recordings) {
    const until = recording.seconds + bellSeconds;
    await expect.poll(() => recording.seconds, { timeout: 10_000 }).toBeGreaterThan(until);
  }
}

/** An app with all outputs plugged in, at its sound settings. */
async function atSettings(app: App): Promise<ConsolePage> {
  const desk = await consoleOf(app);
  await desk.goTo('Settings');
  return desk;
}

/** "Floor and echo" on the wall in its first turn, which ends with a chime after four minutes. */
async function leadFirstTurn(app: App, desk: ConsolePage): Promise<{ readonly room: RoomPage; readonly time: Time }> {
  await desk.goTo('Home');
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.control('Something else').click();
  const dialog = desk.run.dialog('Put something else up');
  await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill('floor and echo');
  await dialog.getByRole('button', { name: /Floor and echo/ }).click();
  await desk.run.lead('Next').click();
  await desk.run.goToStep(2);
  await expect(room.thought).toHaveText('Speak in small pieces');
  return { room, time: new Time(app) };
}

const recordAll = async <S extends Speaker>(speakers: Speakers, names: readonly S[]): Promise<Record<S, Recording>> => {
  const recordings = await Promise.all(names.map(async (name) => [name, await speakers.record(name)] as const));
  return Object.fromEntries(recordings) as Record<S, Recording>;
};

test(
  'the chime rings gently, on the output that was chosen, as loud as was chosen',
  alone,
  async ({ launch, speakers }) => {
    speakers.plug('hdmi');
    speakers.plug('headphones');
    const { settings } = await atSettings(await launch({ env: speakers.env }));
    const bells: Bell[] = [];

    await test.step('with nothing chosen it comes out of the system’s own', async () => {
      const { laptop, hdmi, headphones } = await recordAll(speakers, ['laptop', 'hdmi', 'headphones']);
      expect(await settings.chosen()).toBe('The system’s own output');
      await settings.soften(0);
      await settings.ringOnce.click();
      await onlyBell(laptop);
      expect(hdmi.sounds() || headphones.sounds()).toBe(false);
    });

    for (const [name, steps] of [
      ['hdmi', 0],
      ['headphones', 10],
      ['hdmi', 15],
    ] as const) {
      await test.step(`on ${name}, ${steps} steps below the loudest`, async () => {
        await settings.choose(speakers.label(name));
        await settings.soften(steps);
        let bell: Bell;
        do {
          const { [name]: chosen, ...others } = await recordAll(speakers, ['laptop', 'hdmi', 'headphones']);
          await settings.ringOnce.click();
          bell = await onlyBell(chosen);
          expect(Object.values(others).some((other: Recording) => other.sounds())).toBe(false);
          // A busy machine leaves gaps in a recording; one in the very strike cannot be measured.
        } while (!bell.whole);
        bells.push(bell);
      });
    }

    await test.step('it sets in softly, never clips, and rings for a while', () => {
      for (const { seconds, attack, peak, onset } of bells) {
        expect(seconds).toBeGreaterThan(1);
        expect(seconds).toBeLessThan(bellSeconds);
        expect(attack).toBeGreaterThan(0.015);
        expect(attack).toBeLessThan(0.1);
        expect(peak).toBeLessThan(0.9);
        // Nobody starts at it: it grows from nothing.
        expect(onset / peak).toBeLessThan(0.25);
      }
    });

    await test.step('half the volume is half as loud, a quarter a quarter', () => {
      const [full, half, quarter] = bells.map(({ peak }) => peak);
      expect(full).toBeGreaterThan(0.5);
      expect(Number(half) / Number(full)).toBeCloseTo(0.5, 2);
      expect(Number(quarter) / Number(full)).toBeCloseTo(0.25, 2);
    });

    await test.step('rung again and again it is one bell, not a louder one', async () => {
      const hdmi = await speakers.record('hdmi');
      await settings.soften(0);
      for (let n = 0; n < 4; n++) await settings.ringOnce.click();
      const { peak } = await onlyBell(hdmi);
      expect(peak).toBeLessThan(0.9);
    });
  },
);

test(
  'the end of a step rings once; switched off it is silent, and the room still sees it',
  alone,
  async ({ launch, displays, speakers }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const app = await launch({ env: speakers.env });
    const desk = await consoleOf(app);
    const { room, time } = await leadFirstTurn(app, desk);
    const glow = room.page.locator('.wall-halo, .wall-glow').filter({ visible: true });
    /** How bright the cue is just now. */
    const brightness = () =>
      glow.evaluateAll((glows) => Math.max(0, ...glows.map((element) => Number(getComputedStyle(element).opacity))));

    await test.step('once, and the room sees it', async () => {
      const laptop = await speakers.record('laptop');
      await desk.run.lead('Start').click();
      await expect(room.scene).toHaveAttribute('data-state', 'running');
      await time.pass(4 * 60_000);
      await expect.poll(brightness).toBeGreaterThan(0.05);
      await expect(room.thought).toHaveText('Hand over the floor');
      await onlyBell(laptop);
      await listenOn(laptop);
      expect(laptop.bells()).toHaveLength(1);
      await expect(glow).toHaveCount(0);
    });

    await test.step('a soft cue is the same bell, softer', async () => {
      const laptop = await speakers.record('laptop');
      await time.pass(30_000);
      await expect(room.scene).toContainText('B has the floor');
      await expect.poll(brightness).toBeGreaterThan(0.05);
      // It told of the step before: it is not said of B, who has just begun.
      expect(await room.scene.locator('.wall-cue-words').count()).toBe(0);
      const soft = await onlyBell(laptop);
      expect(soft.peak).toBeLessThan(0.25);
      await expect(glow).toHaveCount(0);
    });

    await test.step('switched off, no sound at all, and the room sees it all the same', async () => {
      await desk.goTo('Settings');
      await desk.settings.chime.click({ force: true });
      await expect(desk.settings.chime).not.toBeChecked();
      await expect(desk.settings.ringOnce).toBeDisabled();
      const laptop = await speakers.record('laptop');
      await time.pass(4 * 60_000);
      await expect.poll(brightness).toBeGreaterThan(0.05);
      await listenOn(laptop);
      expect(laptop.sounds()).toBe(false);
    });

    await test.step('switched on again with the volume at nothing, the same', async () => {
      await desk.settings.chime.click({ force: true });
      await desk.settings.soften(20);
      await expect(glow).toHaveCount(0);
      const laptop = await speakers.record('laptop');
      await time.pass(30_000);
      await expect.poll(brightness).toBeGreaterThan(0.05);
      await listenOn(laptop);
      expect(laptop.sounds()).toBe(false);
    });
  },
);

test(
  'after a sleep that outlasts several steps there is one bell at most',
  alone,
  async ({ launch, displays, speakers }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const app = await launch({ env: speakers.env });
    const desk = await consoleOf(app);
    const { room } = await leadFirstTurn(app, desk);
    await desk.run.autopilot.click();
    await desk.run.lead('Start').click();
    await expect(room.scene).toHaveAttribute('data-state', 'running');
    const laptop = await speakers.record('laptop');

    await test.step('nothing rings while it is asked what to do with the time', async () => {
      await app.electron.evaluate(() => {
        const { holdfastTest: hooks } = globalThis as unknown as { holdfastTest: TestHooks };
        hooks.suspend();
        hooks.advance(9.5 * 60_000);
        hooks.resume();
      });
      await listenOn(laptop);
      expect(laptop.sounds()).toBe(false);
      await expect(desk.run.slot).toContainText('The computer slept');
    });

    await test.step('counted, the steps that are past ring together, once', async () => {
      await desk.run.slot.getByRole('button', { name: 'Count' }).click();
      await expect(desk.run.step(6)).toHaveAttribute('aria-current', 'step');
      await onlyBell(laptop);
      await listenOn(laptop);
      expect(laptop.bells()).toHaveLength(1);
    });
  },
);

test(
  'the chosen output vanishes in mid-run: the system’s own takes over, and gives it back',
  alone,
  async ({ launch, displays, speakers }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    speakers.plug('hdmi');
    const app = await launch({ env: speakers.env });
    // What Chromium itself says when the very last output goes while a bell still fades.
    app.expectProblem(/AudioContext encountered an error/);
    const desk = await atSettings(app);
    await desk.settings.choose('HDMI projector');
    const { room, time } = await leadFirstTurn(app, desk);
    const gone = desk.banner.filter({ hasText: '“HDMI projector” is unplugged' });

    await test.step('it goes: a banner says so, blocks nothing, and the next chime is heard', async () => {
      await desk.run.lead('Start').click();
      await expect(room.scene).toHaveAttribute('data-state', 'running');
      speakers.unplug('hdmi');
      await expect(gone).toBeVisible();
      await desk.run.lead('Pause').click();
      await desk.run.lead('Resume').click();
      await expect(room.scene).toHaveAttribute('data-state', 'running');
      const laptop = await speakers.record('laptop');
      await time.pass(4 * 60_000);
      await expect(room.thought).toHaveText('Hand over the floor');
      await onlyBell(laptop);
    });

    await test.step('the choice stands', async () => {
      await desk.goTo('Settings');
      expect(await desk.settings.chosen()).toBe('HDMI projector (unplugged)');
      await desk.goTo('Run');
    });

    await test.step('it returns: the banner goes, and it is used again', async () => {
      speakers.plug('hdmi');
      await expect(gone).toHaveCount(0);
      const { laptop, hdmi } = await recordAll(speakers, ['laptop', 'hdmi']);
      await time.pass(30_000);
      await onlyBell(hdmi);
      expect(laptop.sounds()).toBe(false);
    });

    await test.step('it goes in the very moment of a chime, before anything has noticed', async () => {
      const laptop = await speakers.record('laptop');
      speakers.unplug('hdmi');
      await time.pass(4 * 60_000);
      await onlyBell(laptop);
      await expect(gone).toBeVisible();
    });

    await test.step('there is no output left at all: that is said, and the next one that comes is used', async () => {
      speakers.unplug('laptop');
      await expect(desk.banner).toContainText('there is no other output');
      await desk.goTo('Settings');
      await desk.settings.ringOnce.click();
      await expect(desk.note('The chime could not be heard')).toBeVisible();
      speakers.plug('laptop');
      await expect(gone).toContainText('this computer’s own output');
      const laptop = await speakers.record('laptop');
      await desk.settings.ringOnce.click();
      await onlyBell(laptop);
    });
  },
);

test('a chime that its output breaks off is rung again on the system’s own', alone, async ({ launch, speakers }) => {
  speakers.plug('hdmi');
  const app = await launch({ env: speakers.env });
  app.expectProblem(/AudioContext encountered an error/);
  const { settings } = await atSettings(app);
  await settings.choose('HDMI projector');
  const { laptop, hdmi } = await recordAll(speakers, ['laptop', 'hdmi']);
  await settings.ringOnce.click();
  await expect.poll(() => hdmi.sounds(), { intervals: [10] }).toBe(true);
  await speakers.breakOff();
  const { peak, seconds } = await onlyBell(laptop);
  expect(peak).toBeGreaterThan(0.3);
  expect(seconds).toBeGreaterThan(1);
});

test('the choice outlives the app, plugged in or not', alone, async ({ launch, speakers, userData }) => {
  speakers.plug('hdmi');
  const first = await launch({ env: speakers.env, userData });
  const desk = await atSettings(first);
  await desk.settings.choose('HDMI projector');
  await desk.saved();
  await first.kill9();

  const second = await launch({ env: speakers.env, userData });
  await test.step('plugged in', async () => {
    const { settings } = await atSettings(second);
    await expect.poll(() => settings.chosen()).toBe('HDMI projector');
    const { laptop, hdmi } = await recordAll(speakers, ['laptop', 'hdmi']);
    await settings.ringOnce.click();
    await onlyBell(hdmi);
    expect(laptop.sounds()).toBe(false);
    await second.kill9();
  });

  await test.step('unplugged at the start, and plugged in later', async () => {
    speakers.unplug('hdmi');
    const again = await consoleOf(await launch({ env: speakers.env, userData }));
    await expect(again.banner).toContainText('“HDMI projector” is unplugged');
    speakers.plug('hdmi');
    await expect(again.banner).toHaveCount(0);
    await again.goTo('Settings');
    const hdmi = await speakers.record('hdmi');
    await again.settings.ringOnce.click();
    await onlyBell(hdmi);
  });
});
