import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encodeDocument } from '../../electron/library/codec/document';
import { pseudo } from '../../shared/content/pseudo';
import { minuteMs } from '../../shared/room/timer';
import { documentKinds } from '../../shared/session/documents/documents';
import type { ConsoleBridge } from '../../shared/session/protocol/channel';
import { defaultSettings } from '../../shared/session/state/settings';
import type { App } from '../rig/app';
import { giveToUser } from '../rig/stage';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { stringsOf, unmarked } from './pages/marks';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

/** What people typed, and what languages call themselves. */
const typed = ['Lantern evening', 'Ada', 'Bo', 'Cleo', 'Dara', 'English', 'en-XA'];

/** Lays settings in the pseudo-language into a library that has never been opened. */
function choosePseudoLocale(userData: string): void {
  const library = join(userData, 'library');
  mkdirSync(library);
  // On a clock of 12 hours every time of day has a word beside it.
  const body = { ...defaultSettings, language: 'en-XA', hour12: true };
  const held = { id: 'only', generation: 1, device: '', from: null, savedAt: new Date().toISOString(), body };
  writeFileSync(join(library, 'settings.json'), encodeDocument(documentKinds.settings, held));
  giveToUser(library);
}

function menuLabels(app: App): Promise<string[]> {
  return app.electron.evaluate(({ Menu }) => {
    type Items = NonNullable<ReturnType<typeof Menu.getApplicationMenu>>['items'];
    const labels = (items: Items): string[] =>
      items.flatMap(({ label, submenu }) => [label, ...labels(submenu?.items ?? [])]);
    return labels(Menu.getApplicationMenu()?.items ?? []).filter((label) => label !== '');
  });
}

test('in another language no string is left behind, through the whole evening', async ({
  launch,
  displays,
  userData,
}) => {
  // It looks at every string of every minute of an evening: how long that takes is the machine's affair.
  test.setTimeout(360_000);
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  choosePseudoLocale(userData);
  const app = await launch({ userData });
  const desk = await consoleOf(app, pseudo);
  const { page, home, prepare, run } = desk;
  const { keyboard } = page;
  const left: string[] = [];
  const look = async (where: string, at = page): Promise<void> => {
    const strings = await stringsOf(at);
    expect(strings.join(''), `${where} says something`).toMatch(/‹|^$/);
    left.push(...unmarked(strings, [join(userData, 'library'), ...typed]).map((text) => `${where}: ${text}`));
  };
  const leave = async (): Promise<void> => {
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  /** Opens a menu or a dialog, looks at it and closes it. */
  const lookInto = async (where: string, open: () => Promise<unknown>): Promise<void> => {
    await open();
    await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
    await look(where);
    await leave();
  };
  const open = (name: string) => page.getByRole('button', { name: pseudo(name), exact: true }).click();

  await test.step('menus', async () => {
    const labels = await menuLabels(app);
    expect(labels.length).toBeGreaterThan(30);
    left.push(...unmarked(labels).map((text) => `menu: ${text}`));
  });

  await test.step('home', async () => {
    await expect(home.start).toBeVisible();
    await look('home');
    await lookInto('drill picker', () => home.drill.click());
    await home.start.click();
    await home.submit.click();
    await look('start a retreat, refused');
    await leave();
    await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
    await expect(prepare.name).toHaveValue('Lantern evening');
  });

  await test.step('prepare', async () => {
    await look('prepare');
    await lookInto('item menu', () => prepare.more(pseudo('Arrival breath')).click());
    await lookInto('add to the day', () => prepare.add.click());
    await lookInto('remove a couple', () => page.getByRole('button', { name: /^‹Rémóvé ‹Ada/ }).click());
    await desk.goTo('Home');
    await expect(home.retreat('Lantern evening')).toBeVisible();
    await look('home with a retreat');
    await desk.goTo('Prepare');
  });

  await test.step('the window’s own dialogs', async () => {
    await lookInto('where the room appears', () => keyboard.press('Shift+R'));
    await lookInto('keys', () => keyboard.press('?'));
    await lookInto('palette', () => keyboard.press('Control+k'));
    await desk.find(pseudo('About Holdfast'));
    await expect(page.getByRole('dialog', { name: pseudo('About Holdfast') })).toBeVisible();
    await look('about');
    await leave();
    await desk.goTo('Settings');
    await look('settings');
  });

  await desk.goTo('Prepare');
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  const time = new Time(app);

  await test.step('run, before anything is on', async () => {
    await expect(run.day).toBeVisible();
    await look('run');
    await lookInto('something else', () => open('Something else'));
    await lookInto('show on the wall', () => open('Show on the wall'));
    await lookInto('end the day', () => open('End the day'));
    await lookInto('ready-made messages', () => open('Ready-made messages'));
    await lookInto('item of the day', () => run.more(pseudo('Arrival breath')).click());
  });

  await test.step('run, with something on', async () => {
    await run.lead('Next').click();
    await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    await look('run, running');
    for (const tab of ['Set-up', 'Watch', 'If short', 'If someone cries']) {
      await run.notes.getByRole('tab', { name: pseudo(tab) }).click();
      await look(`notes: ${tab}`);
    }
    await lookInto('we began', () => open('We began a few minutes ago'));
    await lookInto('end', () => open('End what is on stage'));
  });

  await test.step('refusals', async () => {
    for (const [key, reason] of [
      ['PageUp', 'This is the first step'],
      ['s', 'Nobody takes turns in this one'],
    ] as const) {
      await keyboard.press(key);
      await expect(desk.note(pseudo(reason))).toBeVisible();
    }
    await keyboard.press('h');
    await expect(run.roomState).toHaveText(pseudo('Held'));
    await keyboard.press('PageDown');
    await expect(desk.note(pseudo('The holding card is up'))).toBeVisible();
    await look('run, held');
    await look('room, held', room.page);
    await keyboard.press('h');
    await expect(run.roomState).toHaveText(pseudo('Live'));
  });

  await test.step('what lies over the wall', async () => {
    for (const [key, scene] of [
      ['Shift+W', 'welcome'],
      ['Shift+P', 'plan'],
      ['Shift+C', 'closing'],
      ['Shift+T', 'test-card'],
      ['Shift+S', 'step'],
    ] as const) {
      await keyboard.press(key);
      await room.shows(scene);
      await look(`room: ${scene}`, room.page);
      await look(`run: ${scene}`);
    }
    await keyboard.press('l');
    await expect(room.cover).toContainText('988');
    await look('room: help card', room.page);
    await keyboard.press('l');
    await expect(room.cover).toHaveCount(0);
  });

  await test.step('every scene of the evening', async () => {
    await run.autopilot.click();
    await expect(run.autopilot).toBeChecked();
    const scenes = new Set<string>();
    await expect(async () => {
      await time.pass(minuteMs);
      await look('room', room.page);
      await look('run');
      scenes.add((await room.scene.getAttribute('data-scene')) ?? '');
      expect(await run.slot.textContent()).toBe(pseudo('Time is up. This was the last step.'));
    }).toPass({ intervals: [20] });
    expect([...scenes]).toEqual(expect.arrayContaining(['step', 'turn', 'talk', 'break', 'pacer', 'timeout']));
  });

  await test.step('quitting asks, in the same language', async () => {
    const asked = await app.electron.evaluate(async ({ app: main, dialog }) => {
      const said: string[] = [];
      // The system's own box cannot be pressed by a test: it is answered with "stay" here.
      dialog.showMessageBox = async (...given: unknown[]) => {
        const { message, detail, buttons } = given.at(-1) as { message: string; detail: string; buttons: string[] };
        said.push(message, detail, ...buttons);
        return { response: 0, checkboxChecked: false };
      };
      main.quit();
      return said;
    });
    expect(asked).toHaveLength(4);
    left.push(...unmarked(asked).map((text) => `quit: ${text}`));
  });

  await test.step('after a power cut', async () => {
    await app.kill9();
    const again = await launch({ userData });
    const { home: first, page: next } = await consoleOf(again, pseudo);
    await expect(first.recovery).toBeVisible();
    await look('recovery', next);
  });

  expect([...new Set(left)]).toEqual([]);
});

test('another language, chosen while an evening is led, is spoken on every screen and on the wall at once, and English again', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'One whole day', name: 'Lantern evening', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();

  const speak = (language: string) =>
    page.evaluate(
      (id) =>
        (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.command({
          type: 'settings/change',
          patch: { language: id },
        }),
      language,
    );
  const allowed = [join(userData, 'library'), ...typed];
  /** What is said nowhere in the language that was chosen. */
  const left = async (at: Page): Promise<string[]> => unmarked(await stringsOf(at), allowed);

  await speak('en-XA');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  await expect.poll(() => left(page)).toEqual([]);
  await expect.poll(() => left(room.page)).toEqual([]);
  await expect.poll(async () => unmarked(await menuLabels(app))).toEqual([]);
  await page.keyboard.press('Shift+P');
  await room.shows('plan');
  await expect(room.page.getByText(pseudo('Lunch'))).toBeVisible();
  expect(await left(room.page)).toEqual([]);
  const marked = await consoleOf(app, pseudo);
  for (const screen of ['Prepare', 'Home', 'Settings'] as const) {
    await marked.goTo(screen);
    await expect.poll(() => left(page), screen).toEqual([]);
  }

  await speak('en');
  await expect.poll(async () => (await stringsOf(page)).join('')).not.toMatch(/[‹›]/);
  await expect.poll(async () => (await stringsOf(room.page)).join('')).not.toMatch(/[‹›]/);
  await expect.poll(async () => (await menuLabels(app)).join('')).not.toMatch(/[‹›]/);
});
