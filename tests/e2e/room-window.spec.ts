import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { App } from '../rig/app';
import type { Displays } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { focusedPages } from './pages/window-facts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Seen extends Box {
  readonly id: number;
  readonly title: string;
}

/** A window as the system has it, without its frame. */
const windowOf = (app: App, page: 'console:' | 'room:'): Promise<Seen | null> =>
  app.electron.evaluate(({ BrowserWindow }, which) => {
    const window = BrowserWindow.getAllWindows().find(
      (it) => it.webContents.getURL() === `${which}//holdfast/index.html`,
    );
    if (window?.isVisible() !== true) return null;
    return {
      ...window.getContentBounds(),
      title: window.getTitle(),
      id: window.getNativeWindowHandle().readUInt32LE(),
    };
  }, page);

const property = (displays: Displays, id: number | 'root', name: string): string =>
  execFileSync('xprop', ['-display', displays.name, ...(id === 'root' ? ['-root'] : ['-id', String(id)]), name], {
    encoding: 'utf8',
  });

/** The room's window with the frame the window manager gave it. */
async function framed(app: App, displays: Displays): Promise<Box | null> {
  const room = await windowOf(app, 'room:');
  if (room === null) return null;
  const extents = property(displays, room.id, '_NET_FRAME_EXTENTS').match(/\d+/g)?.map(Number) ?? [];
  const [left = 0, right = 0, top = 0, bottom = 0] = extents;
  return {
    x: room.x - left,
    y: room.y - top,
    width: room.width + left + right,
    height: room.height + top + bottom,
  };
}

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Which parts of the console a window lies over. */
async function covered(app: App, displays: Displays, parts: Readonly<Record<string, Locator>>): Promise<string[]> {
  const room = await framed(app, displays);
  const desk = await windowOf(app, 'console:');
  if (room === null || desk === null) return ['no window'];
  const zoom = await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
    return window?.webContents.getZoomFactor() ?? 1;
  });
  const found = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const box = await part.boundingBox();
      if (box === null) return [`${name} is not there`];
      const { x, y, width, height } = box;
      const onScreen = { x: desk.x + x * zoom, y: desk.y + y * zoom, width: width * zoom, height: height * zoom };
      return meet(room, onScreen) ? [name] : [];
    }),
  );
  return found.flat();
}

/** How far the middle of the room's window is from the middle of the console's picture of it, in pixels. */
async function besidePicture({ run }: ConsolePage, app: App): Promise<number> {
  const [desk, room] = [await windowOf(app, 'console:'), await windowOf(app, 'room:')];
  const picture = await run.room.getByRole('img', { name: 'Preview of the room' }).boundingBox();
  if (desk === null || room === null || picture === null) return Number.NaN;
  const x = desk.x + picture.x + picture.width / 2 - (room.x + room.width / 2);
  const y = desk.y + picture.y + picture.height / 2 - (room.y + room.height / 2);
  return Math.max(Math.abs(x), Math.abs(y));
}

/** Windows from the lowest to the topmost. */
const stacking = (displays: Displays): number[] =>
  (property(displays, 'root', '_NET_CLIENT_LIST_STACKING').match(/0x[\da-f]+/g) ?? []).map(Number);

async function openInWindow({ home, run, roomQuestion }: ConsolePage, app: App): Promise<RoomPage> {
  await home.demo.click();
  await run.room.getByRole('button', { name: 'Open the room' }).click();
  await roomQuestion.getByRole('button', { name: 'Open in a window' }).click();
  const room = new RoomPage(await app.room());
  await expect.poll(() => windowOf(app, 'room:')).not.toBeNull();
  return room;
}

const maximise = (app: App): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((it) => it.webContents.getURL().startsWith('console:'))
      ?.maximize();
  });

const moveRoom = (app: App, to: Box): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()
      .find((it) => it.webContents.getURL().startsWith('room:'))
      ?.setBounds(bounds);
  }, to);

for (const mode of ['1280x800', '1366x768', '1024x768'] as const) {
  test(`one display of ${mode}: the room’s window covers nothing that is needed, and stays in sight`, async ({
    launch,
    displays,
  }) => {
    displays.reset(mode);
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, run } = desk;
    await maximise(app);
    await openInWindow(desk, app);
    const parts = {
      'the day': run.day,
      'the timer': run.timer,
      Hold: run.control('Hold'),
      Blank: run.control('Blank'),
      Next: run.lead('Next'),
      'next up': run.nextUp,
      notes: run.notes,
      couples: run.couples,
      'the message': run.message,
    };
    await expect.poll(() => covered(app, displays, parts)).toEqual([]);
    const [console, room] = await Promise.all([windowOf(app, 'console:'), windowOf(app, 'room:')]);
    expect(room?.title).toBe('Holdfast room');
    expect(console?.title).toBe('Holdfast');

    await test.step('a click on the console leaves it in sight', async () => {
      await page.mouse.click(20, 20);
      await app.electron.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
        window?.focus();
        window?.moveTop();
      });
      await expect.poll(() => focusedPages(app)).toEqual(['console:']);
      await expect.poll(() => stacking(displays).at(-1)).toBe(room?.id);
    });

    await test.step('what opens over the console lies over it, and is gone from over it afterwards', async () => {
      await page.keyboard.press('Control+k');
      await expect(desk.palette).toBeFocused();
      await expect.poll(() => stacking(displays).at(-1)).toBe(console?.id);
      await page.keyboard.press('Escape');
      await expect.poll(() => stacking(displays).at(-1)).toBe(room?.id);
      await run.control('End the day').click();
      await expect.poll(() => stacking(displays).at(-1)).toBe(console?.id);
      await page.keyboard.press('Escape');
      await expect.poll(() => stacking(displays).at(-1)).toBe(room?.id);
    });
  });
}

for (const mode of ['1280x800', '1024x768'] as const) {
  test(`one display of ${mode}: the room’s window is the picture, and lies in a corner while another screen is looked at`, async ({
    launch,
    displays,
  }) => {
    displays.reset(mode);
    const app = await launch();
    const desk = await consoleOf(app);
    const { page, prepare, run } = desk;
    await maximise(app);
    await openInWindow(desk, app);
    const over = (part: Locator): Promise<string[]> => covered(app, displays, { part });
    const picture = run.room.getByRole('img', { name: 'Preview of the room' });
    await expect.poll(() => over(picture)).toEqual(['part']);
    const drawn = picture.locator('> *');
    await expect(drawn).toHaveCSS('opacity', '0');
    await page.keyboard.press('Control+k');
    await expect(drawn).toHaveCSS('opacity', '1');
    await page.keyboard.press('Escape');
    await expect(drawn).toHaveCSS('opacity', '0');

    // While something is on stage every screen says where the keys go.
    await run.lead('Next').click();
    await expect(run.lead('Start')).toBeEnabled();
    await desk.goTo('Prepare');
    const head = {
      'the name': prepare.name,
      'the end': prepare.end,
      'Run this day': prepare.run,
      'when it begins': page.getByRole('textbox', { name: 'Begins at' }),
      'the first item': prepare.agenda.getByRole('listitem').first(),
      'the first couple': prepare.couples.getByRole('listitem').first(),
      'where the keys go': page.getByRole('complementary', { name: 'Where the keys go' }),
    };
    await expect.poll(() => covered(app, displays, head)).toEqual([]);
    await desk.goTo('Run');
    await expect.poll(() => over(picture)).toEqual(['part']);
    await expect(drawn).toHaveCSS('opacity', '0');
    const size = async (): Promise<string> => {
      const { width = 0, height = 0 } = (await windowOf(app, 'room:')) ?? {};
      return `${width} × ${height}`;
    };
    const said = run.room.getByRole('heading', { name: /^The room now/ });
    await expect.poll(async () => (await said.textContent())?.endsWith(await size())).toBe(true);
    const room = await windowOf(app, 'room:');
    if (room === null) throw new Error('The room is not open.');
    // Moved in the very moment in which it goes back to the picture, it stays there: a hand moves it once more.
    await expect(async () => {
      await moveRoom(app, { ...room, x: room.x + 300 });
      await expect(drawn).toHaveCSS('opacity', '1', { timeout: 1_500 });
    }).toPass();
  });
}

test('the room’s window is where it was left, unless that cannot be reached or covers the controls', async ({
  launch,
  userData,
}) => {
  const first = await launch({ userData });
  const desk = await consoleOf(first);
  await openInWindow(desk, first);
  const corner = { x: 900, y: 500, width: 320, height: 180 };
  const farFrom = async (app: App, to: Box): Promise<number> => {
    const { x = Number.NaN, y = Number.NaN } = (await windowOf(app, 'room:')) ?? {};
    return Math.max(Math.abs(x - to.x), Math.abs(y - to.y));
  };
  await moveRoom(first, corner);
  await expect.poll(() => farFrom(first, corner)).toBeLessThanOrEqual(40);
  await desk.saved();
  await expect.poll(() => savedBoundsOf(userData)).toMatchObject({ width: 320, height: 180 });
  await first.kill9();

  await test.step('at the next start it opens there again', async () => {
    const again = await launch({ userData });
    await openInWindow(await consoleOf(again), again);
    await expect.poll(() => farFrom(again, corner)).toBeLessThanOrEqual(40);
    const timer = (await (await consoleOf(again)).run.timer.boundingBox()) ?? corner;
    const overTimer = { x: Math.round(timer.x), y: Math.round(timer.y), width: 300, height: 170 };
    await moveRoom(again, overTimer);
    await expect.poll(() => savedBoundsOf(userData)).toMatchObject({ width: 300, height: 170 });
    await again.kill9();
  });

  await test.step('left over the timer, it opens over the picture again', async () => {
    const again = await launch({ userData });
    const there = await consoleOf(again);
    await openInWindow(there, again);
    await expect.poll(() => besidePicture(there, again)).toBeLessThanOrEqual(40);
    await again.kill9();
  });

  await test.step('left where no display is any more, too', async () => {
    writeFileSync(join(userData, 'room-window.json'), JSON.stringify({ x: 4000, y: 300, width: 300, height: 170 }));
    const again = await launch({ userData });
    const there = await consoleOf(again);
    await openInWindow(there, again);
    await expect.poll(() => besidePicture(there, again)).toBeLessThanOrEqual(40);
  });
});

function savedBoundsOf(userData: string): unknown {
  const path = join(userData, 'room-window.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Presses a key as the system hands it to the room's window. */
const pressInRoom = (app: App, keyCode: string, modifiers: readonly ('control' | 'shift')[] = []): Promise<void> =>
  app.electron.evaluate(
    ({ BrowserWindow }, { key, held }) => {
      const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('room:'));
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: [...held] });
      window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: [...held] });
    },
    { key: keyCode, held: modifiers },
  );

test('a key pressed in the room’s own window does what it does in the console', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, run, palette } = desk;
  await openInWindow(desk, app);
  // A note has the keyboard of the console's page: nothing pressed in the room's window is written into it.
  const note = run.couples.getByRole('textbox', { name: /^Private note about/ }).first();
  await note.click();
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((it) => it.webContents.getURL().startsWith('room:'))
      ?.focus(),
  );
  await expect.poll(() => focusedPages(app)).toEqual(['room:']);

  await test.step('what leads leads', async () => {
    await pressInRoom(app, 'PageDown');
    await expect(run.lead('Start')).toBeVisible();
    await pressInRoom(app, 'Space');
    await expect(run.lead('Pause')).toBeVisible();
    const states: readonly (readonly [string, string])[] = [
      ['B', 'Blank'],
      ['.', 'Blank'],
      ['H', 'Held'],
      ['F', 'Frozen'],
      ['L', 'Help card'],
    ];
    for (const [key, state] of states) {
      await pressInRoom(app, key);
      await expect(run.room.getByRole('status').first(), key).toContainText(state);
      await pressInRoom(app, key);
      await expect(run.roomState, key).toHaveText('Live');
    }
    await pressInRoom(app, 'Right');
    await expect(run.step(2)).toHaveAttribute('aria-current', 'step');
    await pressInRoom(app, 'PageUp');
    await expect(run.step(1)).toHaveAttribute('aria-current', 'step');
    await pressInRoom(app, 'U');
    await expect(run.step(2)).toHaveAttribute('aria-current', 'step');
    await pressInRoom(app, 'B', ['control']);
    await expect(run.roomState).toContainText('Blank');
    await pressInRoom(app, 'B', ['control']);
    await expect(run.roomState).toHaveText('Live');
    await expect(note).toHaveValue('');
    expect(await focusedPages(app)).toEqual(['room:']);
  });

  await test.step('what needs a field brings the console forward and does it there', async () => {
    await pressInRoom(app, 'K', ['control']);
    await expect(palette).toBeFocused();
    await expect.poll(() => focusedPages(app)).toEqual(['console:']);
    await page.keyboard.press('Escape');
    await pressInRoom(app, 'M');
    await expect(run.message.getByRole('textbox')).toBeFocused();
  });
});

test('a display that is plugged in while the room is in a window is said, and one click puts the room on it', async ({
  launch,
  displays,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  await openInWindow(desk, app);
  const offer = desk.banner.getByRole('button', { name: 'Put the room on it' });
  await expect(offer).toHaveCount(0);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  await offer.click();
  const room = await app.room();
  await expect.poll(() => room.evaluate(() => `${innerWidth}x${innerHeight}`)).toBe('1920x1080');
  await expect(offer).toHaveCount(0);
});
