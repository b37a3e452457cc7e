import { consoleOf } from '../e2e/pages/console-page';
import { type HandoverPage, handOver, handsOn, inHands, pin, sessionOf } from '../e2e/pages/handover-page';
import { killPage, type Modifier, pressNatively, textOf } from '../e2e/pages/processes';
import { roomWindow } from '../e2e/pages/window-facts';
import { type App, startAgain } from '../rig/app';
import type { Displays } from '../rig/displays';
import { expect, test } from '../rig/test';
import { lead, pair } from './leading';

const secret = 'the phone on the table';

/** A couple's A with the laptop, at the first question, with something written there for nobody else. */
async function inHandsOfA(app: App): Promise<HandoverPage> {
  const { desk } = await lead(app);
  // What runs would end by itself while a busy machine tries every key.
  await desk.run.lead('Pause').click();
  await expect(desk.run.lead('Resume')).toBeVisible();
  const handed = await handOver(app, desk, { pair, name: 'Ada', exercise: 'trigger-map' });
  await handed.begin();
  await handed.write(secret);
  return handed;
}

/** What must be as it was after whatever was tried. */
async function standing(app: App) {
  const { live, retreat, discreet, settings } = await sessionOf(app);
  return { hands: await handsOn(app), stage: live.stage, item: live.itemId, retreat: retreat?.id, discreet, settings };
}

/** The lid shuts: the laptop's own display goes, and the system puts its windows on what is left. */
function shutLid(displays: Displays): void {
  displays.setPrimary('DUMMY1');
  displays.unplug('DUMMY0');
}

const locked = 'This laptop is waiting for the facilitator';
const onPage = (app: App): Promise<string | null> => textOf(app, 'handover', 'main');

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const digits = '0123456789'.split('');
const signs = [',', '.', '/', '+', '-', '=', '[', ']'];
const moves = ['Escape', 'Tab', 'Enter', 'Space', 'PageDown', 'PageUp', 'Home', 'End', 'Left', 'Right', 'Delete'];
const functionKeys = Array.from({ length: 12 }, (_, n) => `F${n + 1}`);
const calming = { b: 'blank', l: 'held' } as const;

/** Every key that reaches Holdfast, by itself and with what it has there, in a browser, or in an app of this kind. */
const keys: readonly (readonly [string, readonly Modifier[]])[] = [
  ...[...letters, ...digits, ...signs, ...moves, ...functionKeys].flatMap((key) =>
    ([[], ['control'], ['alt'], ['shift'], ['meta'], ['control', 'shift'], ['control', 'alt']] as const).map(
      (held) => [key, held] as const,
    ),
  ),
].filter(([key, held]) => !(key in calming && held.length === 1 && held[0] === 'control'));

test('in a partner’s hands no key gets out of their page', async ({ launch, displays }) => {
  test.setTimeout(360_000);
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const handed = await inHandsOfA(app);
  const before = await standing(app);
  expect(before.hands).toMatchObject({ ...inHands, kind: 'open' });
  for (const [key, held] of keys) {
    await pressNatively(app, key, held, 'handover');
    expect(await standing(app), `${held.join('+')} ${key}`).toEqual(before);
  }
  await expect(handed.page.locator('body')).not.toContainText('Lantern');
  for (const [key, what] of Object.entries(calming)) {
    for (const on of [true, false]) {
      await pressNatively(app, key, ['control'], 'handover');
      await expect.poll(async () => (await sessionOf(app)).live.stage[what], key).toBe(on);
    }
  }
});

/** Has a script run in the page, asked through its window: a navigation that is stopped leaves Playwright waiting for its end. */
const inPage = (script: string) => (app: App) =>
  app.electron.evaluate(async ({ BrowserWindow }, source) => {
    const window = BrowserWindow.getAllWindows().find(
      (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith('handover:'),
    );
    await window?.webContents.executeJavaScript(`(async () => { ${source} })()`);
  }, script);

/** Whatever else is tried, each with a word for it. */
const attacks: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  'the menu, item by item': ({ electron }) =>
    electron.evaluate(({ Menu }) => {
      for (const { submenu } of Menu.getApplicationMenu()?.items ?? []) {
        for (const item of submenu?.items ?? []) if (item.role === undefined || item.role === 'quit') item.click();
      }
    }),
  'a link to the console’s page': inPage(`
    const link = Object.assign(document.createElement('a'), { href: 'console://holdfast/index.html', target: '_top' });
    document.body.append(link);
    link.click();
    link.remove();`),
  'a window of its own': inPage(`
    if (window.open('room://holdfast/index.html') !== null) throw new Error('it opened');`),
  'another address': inPage(`
    location.href = 'https://example.org/';
    history.back();`),
  'a file that is dropped on it': inPage(`
    const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    document.querySelector('textarea').dispatchEvent(dropped);
    if (!dropped.defaultPrevented) throw new Error('it was taken');`),
  'words that are dragged out of it': inPage(`
    const dragged = new DragEvent('dragstart', { bubbles: true, cancelable: true });
    document.querySelector('textarea').dispatchEvent(dragged);
    if (!dragged.defaultPrevented) throw new Error('they went');`),
  'the tools of a developer': ({ electron }) =>
    electron.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.openDevTools();
    }),
  'closing every window as the system does': ({ electron }) =>
    electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (!window.webContents.getURL().startsWith('room:')) window.close();
      }
    }),
  quitting: ({ electron }) => electron.evaluate(({ app }) => app.quit()),
  'a page that lies': inPage(`
    const bridge = window.holdfastHandover;
    for (const said of [['no-such-field', { kind: 'text', text: 'x' }], [{ id: 'c1' }, null], ['trigger', { kind: 'text', text: 'x' }]]) {
      if ((await bridge.answer(...said)).ok) throw new Error('it was taken');
    }
    for (const digits of ['', 'abcd', '0'.repeat(13), 5]) {
      const answer = await bridge.pin(digits).catch(() => null);
      if (answer?.ok) throw new Error('it was a PIN');
    }`),
};

/** What is written on the page that is in hand. */
const written = (app: App): Promise<string | null> => textOf(app, 'handover', 'textarea');

test('in a partner’s hands nothing else gets out of their page: menu, link, drag, tools, closing, quitting, a second start', async ({
  launch,
  staged,
  displays,
  userData,
}) => {
  test.setTimeout(90_000);
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  app.expectProblem(
    /Content Security Policy|Not allowed to|Scripts may close|net::ERR|holdfast: refused|Failed to navigate/,
  );
  await inHandsOfA(app);
  const before = await standing(app);
  for (const [name, attack] of Object.entries(attacks)) {
    await test.step(name, async () => {
      await attack(app);
      expect(await standing(app)).toEqual(before);
      await expect.poll(() => written(app)).toBe(secret);
    });
  }
  await test.step('a second start', async () => {
    expect(await startAgain(staged, displays, userData)).toBe(0);
    expect(await standing(app)).toEqual(before);
    await expect.poll(() => written(app)).toBe(secret);
  });
  await test.step('its page closes itself: there is another at once, and it is locked', async () => {
    await inPage('window.close();')(app).catch(() => undefined);
    // The page that goes may be asked once more.
    await expect.poll(() => onPage(app).catch(() => null)).toContain(locked);
    await expect.poll(() => standing(app)).toEqual({ ...before, hands: { ...before.hands, kind: 'locked' } });
  });
});

test('killed in a partner’s hands it comes back locked: no word and no console before the PIN', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  await inHandsOfA(app);
  await app.kill9();

  const again = await launch({ userData });
  const page = await again.handover();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(locked);
  expect(await page.locator('body').textContent()).not.toMatch(new RegExp(`${secret}|Ada|Lantern`));
  expect(await handsOn(again)).toMatchObject({ console: false, handover: true, kind: 'locked', all: 2 });
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: 'Take the laptop back' }).click({ noWaitAfter: true });
  const desk = await consoleOf(again);
  await expect(desk.home.recovery).toBeVisible();
  await expect.poll(() => handsOn(again)).toMatchObject({ console: true, handover: false, kind: null });
});

test('in a partner’s hands its page’s process is killed: it comes back locked, without a word', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  await inHandsOfA(app);
  await killPage(app, 'handover');
  await expect.poll(() => onPage(app).catch(() => null)).toContain(locked);
  expect(await onPage(app)).not.toContain(secret);
  expect(await handsOn(app)).toMatchObject({ console: false, handover: true, kind: 'locked' });
});

test('in a partner’s hands the screen is unplugged: the words hide, and the locked page is where the console would be', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const handed = await inHandsOfA(app);
  shutLid(displays);
  await expect(handed.title).toHaveText(locked);
  await expect(handed.page.locator('body')).not.toContainText(secret);
  expect(await handsOn(app)).toMatchObject({ console: false, handover: true, kind: 'locked' });
  await expect.poll(async () => (await roomWindow(app))?.visible).toBe(false);
});
