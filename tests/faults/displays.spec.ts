import { dragConsole, focusedPages, roomWindow, whenRoomIs } from '../e2e/pages/window-facts';
import type { App } from '../rig/app';
import type { Displays } from '../rig/displays';
import { alone, expect, test } from '../rig/test';
import { type Led, leadSecondStep } from './leading';

const hiddenWithinMs = 500;
const backWithinMs = 2000;
const rooms = { visible: true, focused: false, focusable: false };

/** The second step running, with time to spare, the room over DUMMY1. */
async function lead(app: App): Promise<Led> {
  const led = await leadSecondStep(app);
  await led.desk.run.control('+1 min').click();
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(true);
  return led;
}

/** Milliseconds until the room's window is as wanted, from the moment before something is done to a cable. */
async function msUntilRoomIs(app: App, visible: boolean, act: () => void): Promise<number> {
  const seen = whenRoomIs(app, visible);
  // The watch is on before the cable is touched.
  await app.electron.evaluate(() => undefined);
  const before = Date.now();
  act();
  return (await seen) - before;
}

test('the room is off the screen within half a second, and back within two', alone, async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  for (let times = 0; times < 5; times += 1) {
    const hidden = await msUntilRoomIs(app, false, () => displays.unplug('DUMMY1'));
    expect(hidden).toBeLessThanOrEqual(hiddenWithinMs);
    await expect(desk.banner).toContainText('The room’s display was unplugged');
    expect(await focusedPages(app)).toEqual(['console:']);
    const back = await msUntilRoomIs(app, true, () => displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' }));
    expect(back).toBeLessThanOrEqual(backWithinMs);
    await expect.poll(() => roomWindow(app)).toEqual({ ...rooms, bounds: [1280, 0, 1280, 720] });
    await expect(room.thought).toHaveText('You may always pass');
    await expect(desk.banner).toContainText('The room’s display is back, and the room with it.');
  }
});

test(
  'the projector comes back on another output: recognised by label and size',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    await lead(app);
    displays.unplug('DUMMY1');
    await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
    const back = await msUntilRoomIs(app, true, () => displays.plug('DUMMY2', '1280x720', { leftOf: 'DUMMY0' }));
    expect(back).toBeLessThanOrEqual(backWithinMs);
    await expect.poll(() => roomWindow(app)).toEqual({ ...rooms, bounds: [0, 0, 1280, 720] });
  },
);

test('a display that is not the projector comes instead: the room asks', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  displays.unplug('DUMMY1');
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
  displays.plug('DUMMY2', '1024x768', { rightOf: 'DUMMY0' });
  await desk.run.room.getByRole('button', { name: 'Choose a display' }).click();
  const use = desk.roomDialog.getByRole('button', { name: 'Use Display 2 · 1024 × 768' });
  await expect(use).toBeVisible();
  expect((await roomWindow(app))?.visible).toBe(false);
  await use.click();
  await expect.poll(() => roomWindow(app)).toEqual({ ...rooms, bounds: [1280, 0, 1024, 768] });
});

test('the projector changes its size, its place and the menus: the room covers it again each time', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { room } = await lead(app);
  const covers = async (...bounds: number[]): Promise<void> => {
    await expect.poll(() => roomWindow(app)).toEqual({ ...rooms, bounds });
    await expect.poll(() => room.page.evaluate(() => [innerWidth, innerHeight])).toEqual(bounds.slice(2));
    await expect(room.thought).toHaveText('You may always pass');
    expect(await focusedPages(app)).toEqual(['console:']);
  };

  await test.step('another size', async () => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    await covers(1280, 0, 1920, 1080);
  });
  await test.step('the main display is swapped', async () => {
    displays.setPrimary('DUMMY1');
    await covers(1280, 0, 1920, 1080);
    displays.setPrimary('DUMMY0');
    await covers(1280, 0, 1920, 1080);
  });
  await test.step('a third display comes between, and goes', async () => {
    displays.plug('DUMMY2', '1024x768', { rightOf: 'DUMMY0' });
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY2' });
    await covers(2304, 0, 1920, 1080);
    displays.unplug('DUMMY2');
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    await covers(1280, 0, 1920, 1080);
  });
});

test('on a display with another scale the room covers every pixel', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ args: ['--force-device-scale-factor=1.5'] });
  const { desk, room } = await lead(app);
  await expect.poll(async () => (await roomWindow(app))?.bounds.slice(2)).toEqual([1280, 720]);
  await expect
    .poll(() => room.page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]))
    .toEqual([1280, 720, 1.5]);
  await expect(desk.run.room).toContainText('1280 × 720');
});

/** The lid shuts: the laptop's own display goes, and the system puts the console on what is left. */
function shutLid(displays: Displays): void {
  displays.setPrimary('DUMMY1');
  displays.unplug('DUMMY0');
}

test('the lid is shut and opened: names hide, the room makes way, and both are back', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  await expect(desk.run.couples).toContainText('Ada & Bo');

  shutLid(displays);
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
  await expect(desk.banner).toContainText('This window is on the room’s display');
  await expect(desk.run.couples).not.toContainText('Ada');
  await expect(desk.run.lead('Pause')).toBeVisible();

  // The laptop's display comes back at another place, so that the console would stay where the room belongs.
  displays.plug('DUMMY0', '1280x800', { rightOf: 'DUMMY1' });
  displays.setPrimary('DUMMY0');
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(true);
  await expect(room.thought).toHaveText('You may always pass');
  const apart = () =>
    app.electron.evaluate(({ BrowserWindow, screen }) =>
      BrowserWindow.getAllWindows().map((window) => screen.getDisplayMatching(window.getBounds()).id),
    );
  await expect.poll(async () => new Set(await apart()).size).toBe(2);
  await expect(desk.run.couples).not.toContainText('Ada');
  await desk.page.keyboard.press('p');
  await expect(desk.run.couples).toContainText('Ada & Bo');
});

test('two outputs begin to show the same picture: names and notes hide by themselves', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const { run, banner } = desk;
  await run.note('Ada & Bo').click();
  await run.note('Ada & Bo').pressSequentially('Before; ');

  displays.plug('DUMMY1', '1280x800', { sameAs: 'DUMMY0' });
  await expect(banner).toContainText('Two displays show the same picture');
  await expect(run.couple('Seat 1')).toBeVisible();
  await expect(run.couples).not.toContainText('Ada');
  expect((await roomWindow(app))?.visible).toBe(false);

  await test.step('what is being typed goes on, unread', async () => {
    await expect(run.note('Seat 1')).toBeFocused();
    await desk.page.keyboard.type('after.');
    await expect(run.note('Seat 1')).toHaveValue('Before; after.');
    expect(
      await run.note('Seat 1').evaluate((note) => getComputedStyle(note).getPropertyValue('-webkit-text-security')),
    ).toBe('disc');
  });

  await test.step('apart again they stay hidden until they are shown', async () => {
    displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
    await expect.poll(async () => (await roomWindow(app))?.visible).toBe(true);
    await expect(banner.filter({ hasText: 'same picture' })).toHaveCount(0);
    await expect(run.couples).not.toContainText('Ada');
    await desk.page.getByRole('button', { name: 'Names and notes are hidden. Show them' }).click();
    await expect(run.couples).toContainText('Ada & Bo');
    await expect(run.note('Ada & Bo')).toHaveValue('Before; after.');
  });
});

test('the console is dragged onto the room’s display: names and notes hide by themselves', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x800', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  await expect(desk.run.couples).toContainText('Ada & Bo');
  // A corner of the window is enough.
  await dragConsole(app, 300, 0);
  await expect(desk.banner).toContainText('This window is on the room’s display');
  await expect(desk.run.couples).not.toContainText('Ada');
  expect((await roomWindow(app))?.visible).toBe(true);
  // Where the room would cover it, the room makes way.
  await dragConsole(app, 1290, 10);
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
  await expect(desk.run.lead('Pause')).toBeVisible();
  await dragConsole(app, 0, 0);
  await expect.poll(() => roomWindow(app)).toEqual({ ...rooms, bounds: [1280, 0, 1280, 800] });
  await expect(desk.banner.filter({ hasText: 'This window is on' })).toHaveCount(0);
  await expect(desk.run.couples).not.toContainText('Ada');
});
