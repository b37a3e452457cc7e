import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { App } from '../rig/app';
import type { Mode } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { linesOnWall, settled, tooWide } from './pages/screen-facts';
import { Time } from './pages/time';

/** What people in the last row can read, and what a projector may cut off: shares of the wall's height and of its sides. */
const leastText = 1 / 20;
const safeEdge = 0.06;
/** Fractions of a pixel that layout may round away. */
const roundingPx = 0.5;

const pictures = fileURLToPath(new URL('../../test-output/screens', import.meta.url));

interface Hall {
  readonly app: App;
  readonly desk: ConsolePage;
  readonly room: RoomPage;
  readonly time: Time;
  /** "paper" or "dusk". */
  readonly palette: string;
}

/** Scenes of the room, and how a facilitator gets to them. */
const scenes: Readonly<Record<string, (hall: Hall) => Promise<void>>> = {
  step: async ({ desk, room }) => {
    await putUp(desk, 'Floor and echo');
    await room.shows('step');
  },
  'turn of A': async ({ desk, room, time }) => {
    await desk.run.step(2).click();
    await room.shows('turn');
    await runFor(desk, time, 90_000);
  },
  'hand-over': async ({ desk, room }) => {
    await desk.run.step(3).click();
    await room.shows('handover');
  },
  'turn of B': async ({ desk, room, time }) => {
    await desk.run.step(4).click();
    await room.shows('turn');
    await runFor(desk, time, 200_000);
  },
  timeout: async ({ desk, room, time }) => {
    await putUp(desk, 'Timeout rehearsal');
    await desk.run.step(5).click();
    await room.shows('timeout');
    await runFor(desk, time, 20_000);
  },
  breath: async ({ desk, room, time }) => {
    await desk.run.change('Arrival breath', 'Go to it now');
    await desk.run.step(2).click();
    await room.shows('pacer');
    await runFor(desk, time, 23_000);
  },
  message: async ({ desk, room }) => {
    await desk.run.message.getByRole('textbox').fill('Raise a hand, and one of us comes to you.');
    await desk.run.message.getByRole('button', { name: 'Show the message' }).click();
    await expect(room.message).toBeVisible();
  },
  holding: async ({ desk, room }) => {
    await desk.page.keyboard.press('h');
    await expect(room.cover).toBeVisible();
  },
  'help card': async ({ desk, room }) => {
    await desk.page.keyboard.press('l');
    await expect(room.cover).toContainText('988');
  },
  plan: async ({ desk, room }) => {
    await desk.page.keyboard.press('Shift+P');
    await room.shows('plan');
  },
  welcome: async ({ desk, room }) => {
    await desk.page.keyboard.press('Shift+W');
    await room.shows('welcome');
  },
};

/** The key that takes down what lies over the wall. */
const takesDown: Readonly<Record<string, string>> = { message: 'c', holding: 'h', 'help card': 'l' };

/** The scenes that differ most between palettes and sizes. */
const few = ['step', 'turn of A', 'timeout', 'help card'];

/** Lets so much of the step on stage pass; a step that went on by itself is running already. */
async function runFor({ run }: ConsolePage, time: Time, ms: number): Promise<void> {
  await expect(run.lead('Start').or(run.lead('Pause'))).toBeVisible();
  if (await run.lead('Start').isVisible()) await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  await time.pass(ms);
}

async function putUp({ run }: ConsolePage, title: string): Promise<void> {
  await run.control('Something else').click();
  const dialog = run.dialog('Put something else up');
  await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill(title);
  await dialog.getByRole('button', { name: new RegExp(title) }).click();
}

async function photograph(page: Page, ...name: string[]): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(pictures, `${name.join(' - ')}.png`) });
}

/** Takes a picture of the console and expects nothing of it to be beside the window. */
async function lookAtConsole({ page }: ConsolePage, mode: Mode, name: string): Promise<void> {
  await photograph(page, `console ${mode}`, name);
  expect.soft(await tooWide(page), `${name} at ${mode}`).toEqual([]);
}

async function lookAtRoom({ room: { page }, palette }: Hall, mode: Mode, name: string): Promise<void> {
  await photograph(page, `room ${mode}`, palette, name);
  const [width = 0, height = 0] = await page.evaluate(() => [innerWidth, innerHeight]);
  const lines = await linesOnWall(page);
  expect(lines.length, `${name} has words`).toBeGreaterThan(0);
  const small = lines.filter(({ fontSize }) => fontSize < height * leastText - roundingPx);
  expect.soft(small, `${name} (${palette}, ${mode}): too small to read`).toEqual([]);
  const atEdge = lines.filter(
    ({ left, top, right, bottom }) =>
      left < width * safeEdge - roundingPx ||
      right > width * (1 - safeEdge) + roundingPx ||
      top < height * safeEdge - roundingPx ||
      bottom > height * (1 - safeEdge) + roundingPx,
  );
  expect.soft(atEdge, `${name} (${palette}, ${mode}): where a projector may cut it off`).toEqual([]);
}

/** Fills the console's display with its window, as its title bar's button does. */
async function maximize(app: App, page: Page): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
    desk?.maximize();
  });
  await expect.poll(() => page.evaluate(() => innerWidth >= screen.availWidth - 2)).toBe(true);
}

for (const [deskMode, roomMode, shown] of [
  ['1024x768', '1024x768', Object.keys(scenes)],
  ['1280x800', '1920x1080', Object.keys(scenes)],
  ['1920x1080', '3840x2160', few],
] as const) {
  test(`everything is readable: console ${deskMode}, room ${roomMode}`, async ({ launch, displays }) => {
    test.setTimeout(120_000);
    mkdirSync(pictures, { recursive: true });
    displays.reset(deskMode);
    displays.plug('DUMMY1', roomMode, { rightOf: 'DUMMY0' });
    const app = await launch();
    const desk = await consoleOf(app);
    const { home, prepare, run } = desk;
    await maximize(app, desk.page);
    await expect(home.start).toBeVisible();
    await lookAtConsole(desk, deskMode, 'home');
    await home.startRetreat({
      program: 'One evening',
      name: 'Lantern evening',
      couples: 'Ada & Bo\nCleo & Dara\nMaximiliana-Josephine & Bartholomew-Alexander',
    });
    await expect(prepare.name).toHaveValue('Lantern evening');
    await lookAtConsole(desk, deskMode, 'prepare');
    await prepare.run.click();
    const room = new RoomPage(await app.room());
    const size = () => room.page.evaluate(() => `${innerWidth}x${innerHeight}`);
    await expect.configure({ soft: true }).poll(size).toBe(roomMode);

    for (const [palette, theme] of [
      ['Paper', 'Light'],
      ['Dusk', 'Dark'],
    ] as const) {
      await desk.goTo('Settings');
      await desk.page.getByText(palette, { exact: true }).click();
      await desk.page.getByText(theme, { exact: true }).click();
      await expect(room.page.locator('.wall')).toHaveAttribute('data-palette', palette.toLowerCase());
      await lookAtConsole(desk, deskMode, `settings, ${theme.toLowerCase()}`);
      await desk.goTo('Run');
      const hall = { app, desk, room, time: new Time(app), palette: palette.toLowerCase() };
      for (const name of palette === 'Paper' ? shown : few) {
        await test.step(`${palette}: ${name}`, async () => {
          await scenes[name]?.(hall);
          await lookAtRoom(hall, roomMode, name);
          const key = takesDown[name];
          if (key !== undefined) await desk.page.keyboard.press(key);
          if (name === 'turn of A') await lookAtConsole(desk, deskMode, `run, ${theme.toLowerCase()}`);
        });
      }
      await expect(run.day).toBeVisible();
    }
  });
}
