import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, launchSetting } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';
import { focusedPages, keptAwake, roomWindow } from './pages/window-facts';

/** What a card says; it runs no script, so it cannot be asked by one. */
async function cardText(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId });
  return outerHTML.replace(/<[^>]+>/g, '');
}

/** Where the cards that number the displays are, and what each says. */
async function cards(app: App): Promise<{ readonly text: string; readonly display: string }[]> {
  const shown = await app.electron.evaluate(({ BrowserWindow, screen }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible() && window.webContents.getURL().includes('/card/'))
      .map((window) => ({
        url: window.webContents.getURL(),
        at: screen.getDisplayMatching(window.getBounds()).bounds.x,
        focusable: window.isFocusable(),
      })),
  );
  const found = shown.map(async ({ url, at }) => {
    const page = app.electron.windows().find((candidate) => candidate.url() === url);
    // It may go while it is asked.
    const text = page === undefined ? '' : await cardText(page).catch(() => '');
    return { text, display: String(at) };
  });
  return (await Promise.all(found)).sort((one, other) => one.text.localeCompare(other.text));
}

/** What a process was started with: some write it anew with spaces between once they run. */
const startedWith = (pid: number): string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);

/** The main processes that run on a folder of user data. */
function mainProcessesOf(userData: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    try {
      const args = startedWith(pid);
      return args.includes(`--user-data-dir=${userData}`) && !args.some((arg) => arg.startsWith('--type='));
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

const pair = 'Ada & Bo';
const onDummy1 = [1280, 0, 1280, 720];
const onDummy2 = [2560, 0, 1024, 768];

test('three displays: numbered, chosen by hand, and chosen again by itself after a restart', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  displays.plug('DUMMY2', '1024x768', { rightOf: 'DUMMY1' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const { home, prepare, run, roomDialog } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${pair}\nCleo & Dara` });
  await prepare.run.click();

  await test.step('with two to choose from it asks, and no room is up yet', async () => {
    await expect(roomDialog).toContainText('Choose the display people look at.');
    await expect(roomDialog.getByRole('button', { name: /^Use / })).toHaveCount(2);
    expect(app.roomNow()).toBeUndefined();
  });

  await test.step('a card on each display says which one it is, and takes no key', async () => {
    // They go again by themselves, before a busy machine has asked each of them.
    await expect(async () => {
      await roomDialog.getByRole('button', { name: 'Number the displays' }).click();
      await expect
        .poll(() => cards(app))
        .toEqual([
          { text: 'Display 1', display: '0' },
          { text: 'Display 2', display: '1280' },
          { text: 'Display 3', display: '2560' },
        ]);
    }).toPass();
    expect(await focusedPages(app)).toEqual(['console:']);
    await expect.poll(() => cards(app)).toEqual([]);
  });

  await test.step('the room covers the one that was chosen, and nothing else', async () => {
    await roomDialog.getByRole('button', { name: 'Use Display 3 · 1024 × 768' }).click();
    await (await app.room()).waitForLoadState();
    await expect
      .poll(() => roomWindow(app))
      .toEqual({
        visible: true,
        focused: false,
        focusable: false,
        bounds: onDummy2,
      });
    await expect(run.room).toContainText('1024 × 768');
  });

  await desk.saved();
  await app.close();

  await test.step('it goes there again though it is at another place now', async () => {
    displays.unplug('DUMMY2');
    displays.unplug('DUMMY1');
    displays.plug('DUMMY2', '1024x768', { rightOf: 'DUMMY0' });
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY2' });
    const again = await launch({ userData });
    const { home, prepare, roomDialog } = await consoleOf(again);
    await home.retreat('Lantern evening').getByRole('button').first().click();
    await prepare.run.click();
    await again.room();
    await expect(roomDialog).toBeHidden();
    await expect.poll(async () => (await roomWindow(again))?.bounds).toEqual([1280, 0, 1024, 768]);
  });
});

test('the cable is pulled in the middle of a timer and comes back', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run, banner } = desk;
  const time = new Time(app);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${pair}\nCleo & Dara` });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.lead('Next').click();
  await run.lead('Start').click();
  await run.lead('Next').click();
  await expect(room.thought).toHaveText('You may always pass');
  await run.control('+1 min').click();
  await expect(run.lead('Pause')).toBeVisible();

  await test.step('the room takes no key, shows no pointer, and keeps the displays awake', async () => {
    await expect
      .poll(() => roomWindow(app))
      .toEqual({ visible: true, focused: false, focusable: false, bounds: onDummy1 });
    await room.page.mouse.click(600, 300);
    expect(await focusedPages(app)).toEqual(['console:']);
    const cursors = await room.page.evaluate(() =>
      [...document.querySelectorAll('body, body *')].map((element) => getComputedStyle(element).cursor),
    );
    expect(new Set(cursors)).toEqual(new Set(['none']));
    expect(await keptAwake(app)).toBe(1);
  });

  const note = run.note(pair);
  await note.click();
  await note.pressSequentially('Before the cable; ');

  await test.step('pulled: the room is off every screen, the console says so and has the keyboard', async () => {
    displays.unplug('DUMMY1');
    await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
    await expect(banner).toContainText('The room’s display was unplugged. Timer and notes go on');
    await expect(run.roomState).toContainText('Display gone, room hidden');
    expect(await focusedPages(app)).toEqual(['console:']);
    await expect(note).toBeFocused();
  });

  await test.step('timer and notes go on', async () => {
    const before = await desk.run.secondsShown();
    await page.keyboard.type('after it.');
    await expect(note).toHaveValue('Before the cable; after it.');
    await time.pass(10_000);
    await expect.poll(() => desk.run.secondsShown()).toBeLessThanOrEqual(before - 10);
    await expect(run.couple(pair)).toContainText('Saved');
    await expect(run.step(2)).toHaveAttribute('aria-current', 'step');
    expect((await roomWindow(app))?.visible).toBe(false);
  });

  await test.step('plugged in: it is back by itself, at the same step and time', async () => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    await expect
      .poll(() => roomWindow(app))
      .toEqual({ visible: true, focused: false, focusable: false, bounds: onDummy1 });
    await expect(room.thought).toHaveText('You may always pass');
    await expect(room.scene).toHaveAttribute('data-state', 'running');
    await expect(run.roomState).toHaveText('Live');
    await expect(banner).not.toContainText('unplugged');
    await expect(run.step(2)).toHaveAttribute('aria-current', 'step');
    // A whole minute flips on the wall at the very moment at which it does on the console.
    const left = await desk.run.secondsShown();
    expect(left).toBeGreaterThan(60);
    await expect(room.digits).toHaveText('2′');
    await time.pass((left - 59) * 1000);
    await expect(room.digits).toHaveText(/^(1′|under a minute)$/);
    await expect.poll(() => desk.run.secondsShown()).toBeLessThanOrEqual(60);
    expect(await focusedPages(app)).toEqual(['console:']);
    await expect(note).toBeFocused();
  });
});

test('started in a Wayland session it goes to the X server, where the room can be placed', async ({
  staged,
  displays,
  userData,
}) => {
  const { args, env } = launchSetting(displays, userData);
  const bare = args.filter((arg) => !arg.startsWith('--ozone'));
  const session = { ...env, XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
  const first = spawn(staged.program, [staged.app, ...bare], { cwd: staged.app, env: session, stdio: 'ignore' });
  await once(first, 'exit');
  const started = (): number[] => mainProcessesOf(userData);
  // It starts itself anew, which takes a busy machine its time.
  await expect.poll(started, { timeout: 30_000 }).toHaveLength(1);
  try {
    const [pid = 0] = started();
    expect(startedWith(pid)).toContain('--ozone-platform=x11');
    await expect.poll(() => existsSync(join(userData, 'logs', 'holdfast.log')), { timeout: 30_000 }).toBe(true);
  } finally {
    for (const pid of started()) process.kill(pid, 'SIGKILL');
  }
});

test('no display sleeps while the room is open, whatever is on it', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { page, home, run, roomDialog } = await consoleOf(app);
  expect(await keptAwake(app)).toBe(0);
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: pair });
  await page.keyboard.press('Control+3');
  await run.room.getByRole('button', { name: 'Open the room' }).click();
  const room = new RoomPage(await app.room());
  await room.isNeutral();
  await expect.poll(() => keptAwake(app), 'with nothing on it').toBe(1);
  for (const [key, shown] of [
    ['Shift+W', 'welcome'],
    ['Shift+P', 'plan'],
  ] as const) {
    await page.keyboard.press(key);
    await room.shows(shown);
    expect(await keptAwake(app), `with the ${shown}`).toBe(1);
  }
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  expect(await keptAwake(app), 'with a step running').toBe(1);
  await run.control('End what is on stage').click();
  await run.dialog('End what is on stage?').getByRole('button', { name: 'End it' }).click();
  await room.shows('closing');
  expect(await keptAwake(app), 'with nothing on stage any more').toBe(1);
  await page.keyboard.press('Shift+R');
  await roomDialog.getByRole('button', { name: 'Close the room' }).click();
  await expect.poll(() => keptAwake(app), 'with the room closed').toBe(0);
});

test('two displays that show the same picture: the room never covers the console (S3)', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x800', { sameAs: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, run, banner, roomQuestion } = desk;

  await test.step('mirrored at the start: only a window is offered, and none opens by itself', async () => {
    await home.demo.click();
    await run.room.getByRole('button', { name: 'Open the room' }).click();
    await expect(roomQuestion).toContainText('Two displays show the same picture');
    await expect(roomQuestion.getByRole('button', { name: /^Use / })).toHaveCount(0);
    await roomQuestion.getByRole('button', { name: 'Not now' }).click();
    expect(app.roomNow()).toBeUndefined();
  });

  await test.step('set side by side the room takes the other display', async () => {
    displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
    await desk.goTo('Settings');
    await expect(desk.page.getByRole('button', { name: 'Use Display 2' })).toBeVisible();
    await desk.goTo('Run');
    await run.room.getByRole('button', { name: 'Open the room' }).click();
    await app.room();
    await expect.poll(async () => (await roomWindow(app))?.bounds).toEqual([1280, 0, 1280, 800]);
    expect((await roomWindow(app))?.visible).toBe(true);
  });

  await test.step('mirrored in the middle of it: the room is off the screen, and the console has the keyboard', async () => {
    displays.plug('DUMMY1', '1280x800', { sameAs: 'DUMMY0' });
    await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
    await expect(banner).toContainText('Two displays show the same picture: what you see, the room may see.');
    expect(await focusedPages(app)).toEqual(['console:']);
  });
});
