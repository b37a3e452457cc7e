import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Mode } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { Leader } from './pages/leader';
import { RoomPage } from './pages/room-page';
import { linesOnWall, settled, tooWide } from './pages/screen-facts';
import { Time } from './pages/time';
import { maximizeConsole } from './pages/window-facts';

/** What people in the last row can read, and what a projector may cut off: shares of the wall's height and of its sides. */
const leastText = 1 / 20;
const safeEdge = 0.06;
/** Fractions of a pixel that layout may round away. */
const roundingPx = 0.5;

const pictures = fileURLToPath(new URL('../../test-output/screens', import.meta.url));

/** Scenes of the room, and how a facilitator gets to them. */
const scenes: Readonly<Record<string, (lead: Leader) => Promise<void>>> = {
  step: async (lead) => {
    await lead.putUp('Floor and echo');
    await lead.room.shows('step');
  },
  'turn of A': async (lead) => {
    await lead.goToStep(2);
    await lead.room.shows('turn');
    await lead.start();
    await lead.pass(90);
  },
  'hand-over': async (lead) => {
    await lead.goToStep(3);
    await lead.room.shows('handover');
  },
  'turn of B': async (lead) => {
    await lead.goToStep(4);
    await lead.room.shows('turn');
    await lead.pass(200);
  },
  timeout: async (lead) => {
    await lead.putUp('Timeout rehearsal');
    await lead.goToStep(5);
    await lead.room.shows('timeout');
    await lead.start();
    await lead.pass(20);
  },
  breath: async (lead) => {
    await lead.goTo('Arrival breath');
    await lead.goToStep(2);
    await lead.room.shows('pacer');
    await lead.start();
    await lead.pass(23);
  },
  message: (lead) => lead.say('Raise a hand, and one of us comes to you.'),
  holding: async (lead) => {
    await lead.turn('Hold', true);
    await expect(lead.room.cover).toBeVisible();
  },
  'help card': async (lead) => {
    await lead.turn('Help card', true);
    await expect(lead.room.cover).toContainText('988');
  },
  plan: (lead) => lead.show('Shift+P', 'plan'),
  welcome: (lead) => lead.show('Shift+W', 'welcome'),
};

/** What takes down what lies over the wall. */
const takesDown: Readonly<Record<string, (lead: Leader) => Promise<void>>> = {
  message: (lead) => lead.clearMessage(),
  holding: (lead) => lead.turn('Hold', false),
  'help card': (lead) => lead.turn('Help card', false),
};

/** The scenes that differ most between palettes and sizes. */
const few = ['step', 'turn of A', 'timeout', 'help card'];

async function photograph(page: Page, ...name: string[]): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(pictures, `${name.join(' - ')}.png`) });
}

/** Takes a picture of the console and expects nothing of it to be beside the window. */
async function lookAtConsole({ page }: ConsolePage, mode: Mode, name: string): Promise<void> {
  await photograph(page, `console ${mode}`, name);
  expect.soft(await tooWide(page), `${name} at ${mode}`).toEqual([]);
}

async function lookAtRoom({ page }: RoomPage, palette: string, mode: Mode, name: string): Promise<void> {
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
    await maximizeConsole(app, desk.page);
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
      const lead = new Leader(desk, room, new Time(app));
      for (const name of palette === 'Paper' ? shown : few) {
        await test.step(`${palette}: ${name}`, async () => {
          await scenes[name]?.(lead);
          await lookAtRoom(room, palette.toLowerCase(), roomMode, name);
          await takesDown[name]?.(lead);
          if (name === 'turn of A') await lookAtConsole(desk, deskMode, `run, ${theme.toLowerCase()}`);
        });
      }
      await expect(run.day).toBeVisible();
    }
  });
}
