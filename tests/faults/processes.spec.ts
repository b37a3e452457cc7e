import type { TestHooks } from '../../electron/app/test-hooks';
import { current, reading } from '../../shared/room/stage';
import { consoleOf } from '../e2e/pages/console-page';
import {
  chooseInMenu,
  clickOn,
  goneWithin,
  gpuProcess,
  hangPage,
  killGpu,
  killPage,
  pressNatively,
  textOf,
} from '../e2e/pages/processes';
import { savedNotes, savedRetreat } from '../e2e/pages/saved';
import { roomWindow, whenRoomIs } from '../e2e/pages/window-facts';
import type { App } from '../rig/app';
import { alone, expect, test } from '../rig/test';
import { type Led, leadSecondStep } from './leading';

const thought = '.wall-scene[data-stands="on"] h1, .wall-scene[data-stands="on"] [role=heading]';
/** A sign of life each second, three seconds of silence, a look each second, and time to load on a busy machine. */
const hungBackMs = 20_000;
/** No ground of its own, as CSS computes it. */
const bare = 'rgba(0, 0, 0, 0)';

/** The second step running, with time to spare. */
async function lead(app: App): Promise<Led> {
  const led = await leadSecondStep(app);
  await led.desk.run.control('+1 min').click();
  return led;
}

/** When the step on stage ends, on the live clock: what no dying page may move. */
async function endOnLiveClock(app: App): Promise<number> {
  const live = await app.electron.evaluate(
    () => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().live,
  );
  const on = current(live.stage);
  const now = { live: on?.run.startedAt ?? 0, wall: 0 };
  return now.live + (reading(live.stage, now)?.remainingMs ?? Number.NaN);
}

/** What a room window shows while it has no page: a CSS colour. */
function groundOfRoomWindow(app: App): Promise<string | undefined> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().startsWith('room:'))
      ?.getBackgroundColor()
      .toLowerCase(),
  );
}

test('the room’s process is killed: the wall is back by itself, at the same step and time', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  const end = await endOnLiveClock(app);
  await killPage(app, 'room');
  await expect.poll(() => textOf(app, 'room', thought)).toBe('You may always pass');
  expect(await endOnLiveClock(app)).toBe(end);
  expect(await roomWindow(app)).toMatchObject({ visible: true, focused: false, bounds: [1280, 0, 1280, 720] });
  await desk.run.lead('Next').click();
  await expect.poll(() => textOf(app, 'room', thought)).not.toBe('You may always pass');
});

test('while the room’s page is away, its window keeps the wall’s own ground', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  // The page has none of its own, so what shows before it draws is the window's.
  for (const part of ['html', 'body', '#room'])
    await expect(room.page.locator(part)).toHaveCSS('background-color', bare);
  const groundOf = (palette: string): Promise<string> =>
    room.page
      .locator('html')
      .evaluate((html, name) => getComputedStyle(html).getPropertyValue(name), `--hf-${palette}-ground`);
  const grounds = { dusk: await groundOf('dusk'), paper: await groundOf('paper') };
  for (const palette of ['dusk', 'paper'] as const) {
    await desk.find(`Palette of the wall: ${palette}`);
    await killPage(app, 'room');
    await expect.poll(() => groundOfRoomWindow(app)).toBe(grounds[palette]);
    await expect.poll(() => textOf(app, 'room', thought)).toBe('You may always pass');
  }
});

test(
  'the room’s page hangs: it is ended after three silent seconds and is back',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    const { desk } = await lead(app);
    const end = await endOnLiveClock(app);
    await expect.poll(() => textOf(app, 'room', thought)).toBe('You may always pass');
    app.expectProblem(/Crashing because hung/);
    await hangPage(app, 'room');
    await expect.poll(() => textOf(app, 'room', thought)).toBeNull();
    await expect.poll(() => textOf(app, 'room', thought), { timeout: hungBackMs }).toBe('You may always pass');
    expect(await endOnLiveClock(app)).toBe(end);
    await expect(desk.run.lead('Pause')).toBeVisible();
  },
);

test('the room’s page fails again and again: a neutral card, a banner, and one press brings it back', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk } = await lead(app);
  for (let times = 0; times < 3; times += 1) {
    await killPage(app, 'room');
    await expect.poll(() => textOf(app, 'room', thought)).toBe('You may always pass');
  }
  await killPage(app, 'room');
  await expect(desk.banner).toContainText('The room page does not answer. Timer and notes go on.');
  await expect.poll(() => textOf(app, 'room', 'body')).toBe('');
  expect(await whenRoomIs(app, true)).toBeGreaterThan(0);
  // It stays: a card shows no sign of life, and nobody takes that for a page that hangs.
  expect(await goneWithin(app, 'room', 6000)).toBe(false);
  await desk.banner.getByRole('button', { name: 'Open it again' }).click();
  await expect.poll(() => textOf(app, 'room', thought)).toBe('You may always pass');
  await expect(desk.run.roomState).toHaveText('Live');
});

test('the console’s process is killed while a note is typed: it is back with every letter', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const { desk, room } = await lead(app);
  const end = await endOnLiveClock(app);
  const text = 'They asked for the chairs by the window, and for a slower start.';
  await desk.run.note('Ada & Bo').pressSequentially(text, { delay: 5 });
  // The last letter has been handed on, and nothing has had the time to rest.
  await expect(desk.run.note('Ada & Bo')).toHaveValue(text);
  await desk.heard();
  await killPage(app, 'console');
  const note = '[aria-label="Private note about Ada & Bo"]';
  await expect.poll(() => textOf(app, 'console', note)).toBe(text);
  expect(await endOnLiveClock(app)).toBe(end);
  await expect(room.thought).toHaveText('You may always pass');
  await expect.poll(() => savedNotes(app).map((couple) => couple.note)).toEqual([text]);
});

test('the console’s process is killed while a message to the room is written: it is back with it, and the wall without', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  const field = '#room-message';
  const text = 'Back at ten, with your chairs turned';
  await desk.page.keyboard.press('m');
  await desk.page.keyboard.type(text, { delay: 5 });
  await expect(desk.page.locator(field)).toHaveValue(text);
  await desk.heard();
  await killPage(app, 'console');
  await expect.poll(() => textOf(app, 'console', field)).toBe(text);
  await expect(room.message).toBeHidden();
  // It is what the room is shown, once it is asked for.
  await pressNatively(app, 'M');
  await expect.poll(() => textOf(app, 'console', `${field}:focus`)).toBe(text);
  await pressNatively(app, 'Enter');
  await expect(room.message).toHaveText(text);
  await expect.poll(() => textOf(app, 'console', field)).toBe('');
});

test('the console’s process is killed while couples are typed in: the names are there again', async ({ launch }) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { home } = desk;
  const names = 'Zuzanna & Mirek\nNoor & Ilse';
  await home.start.click();
  await home.name.fill('May weekend');
  await home.couples.pressSequentially(names, { delay: 5 });
  await expect(home.couples).toHaveValue(names);
  await desk.heard();
  await killPage(app, 'console');
  await expect.poll(() => textOf(app, 'console', 'h1')).toBe('What are you leading today?');
  await clickOn(app, 'console', 'main button');
  await expect.poll(() => textOf(app, 'console', '[role=dialog] textarea')).toBe(names);
  expect(await textOf(app, 'console', '[role=dialog] input[type=text], [role=dialog] input:not([type])')).toBe(
    'May weekend',
  );
  // Left, it is kept; given up, it is forgotten.
  await pressNatively(app, 'Escape');
  await expect.poll(() => textOf(app, 'console', '[role=dialog] textarea')).toBeNull();
  await clickOn(app, 'console', 'main button');
  await expect.poll(() => textOf(app, 'console', '[role=dialog] textarea')).toBe(names);
  await clickOn(app, 'console', '[role=dialog] form button[type=button]:has(+ button[type=submit])');
  await expect.poll(() => textOf(app, 'console', '[role=dialog] textarea')).toBeNull();
  await clickOn(app, 'console', 'main button');
  await expect.poll(() => textOf(app, 'console', '[role=dialog] textarea')).toBe('');
});

test('the console’s process is killed while a name is rewritten: it is there as far as it was typed, and Enter keeps it', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  const name = prepare.couples.getByRole('textbox', { name: 'Name of A at seat 1' });
  await name.fill('');
  await name.pressSequentially('Adalbert', { delay: 5 });
  await expect(name).toHaveValue('Adalbert');
  await desk.heard();
  await killPage(app, 'console');
  await expect.poll(() => textOf(app, 'console', 'h1')).toBe('What are you leading today?');
  await pressNatively(app, '2', ['control']);
  await expect.poll(() => textOf(app, 'console', 'input[aria-label="Name of A at seat 1"]:focus')).toBe('Adalbert');
  expect(savedRetreat(app).couples[0]?.A.name).toBe('Ada');
  await pressNatively(app, 'Enter');
  await expect.poll(() => savedRetreat(app).couples[0]?.A.name).toBe('Adalbert');
  // What is kept is no longer being written.
  await expect
    .poll(() =>
      app.electron.evaluate(() => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().drafts),
    )
    .toEqual({});
});

test('a screen asked for by the native menu while the console’s page is away is there when it is back', async ({
  launch,
}) => {
  const app = await launch();
  const title = (await consoleOf(app)).page.locator('h1');
  for (const [item, words] of [
    ['Settings', 'Settings'],
    ['Home', 'What are you leading today?'],
  ] as const) {
    await chooseInMenu(app, item);
    await expect(title).toHaveText(words);
  }
  await killPage(app, 'console');
  await chooseInMenu(app, 'Settings');
  await expect.poll(() => textOf(app, 'console', 'h1')).toBe('Settings');
});

test(
  'the console’s page hangs: the keys that calm the room work, and the page is back by itself',
  alone,
  async ({ launch, displays }) => {
    displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
    const app = await launch();
    const { room } = await lead(app);
    app.expectProblem(/Crashing because hung/);
    await hangPage(app, 'console');
    await pressNatively(app, 'B', ['control']);
    await room.isBlank();
    await pressNatively(app, 'B', ['control']);
    await pressNatively(app, 'L', ['control']);
    await expect(room.cover).toHaveText('We are taking a quiet moment together.');
    await expect.poll(() => textOf(app, 'console', '[aria-label="Timer"]'), { timeout: 20_000 }).toContain('Paused');
  },
);

test('the process that draws is killed: both windows draw on', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { desk, room } = await lead(app);
  const killed = await killGpu(app);
  expect(killed).toBeGreaterThan(0);
  await expect.poll(async () => ![0, killed].includes(await gpuProcess(app))).toBe(true);
  await desk.run.lead('Next').click();
  await expect(room.thought).not.toHaveText('You may always pass');
  const [wall, picture] = await Promise.all([room.page.screenshot(), desk.page.screenshot()]);
  expect(new Set(wall).size).toBeGreaterThan(100);
  expect(new Set(picture).size).toBeGreaterThan(100);
});
