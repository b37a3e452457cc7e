import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { minuteMs } from '../../shared/room/timer';
import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { bytesNow } from '../saved-documents';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { Time } from './pages/time';

/** Stands in every name, and in every private note. Nothing else in the app holds either. */
const nameMark = 'Zqx7name';
const noteMark = 'Zqx8note';
const marks = [nameMark, noteMark];
const couples = `${nameMark}ada & ${nameMark}bo\n${nameMark}cleo & ${nameMark}dara`;
const pair = `${nameMark}ada & ${nameMark}bo`;

/** From now on keeps every text, attribute and title that ever stands in the page, if only for a moment. */
async function collect(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const keep = (node: Node): void => {
      if (node instanceof CharacterData) seen.add(node.data);
      if (node instanceof Element) for (const { name, value } of node.attributes) seen.add(`${name}=${value}`);
      for (const child of node.childNodes) keep(child);
    };
    const look = (changes: readonly MutationRecord[]): void => {
      for (const { target, addedNodes, removedNodes, oldValue } of changes) {
        if (oldValue !== null) seen.add(oldValue);
        for (const node of [target, ...addedNodes, ...removedNodes]) keep(node);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      attributes: true,
      attributeOldValue: true,
    });
    keep(document);
    Object.assign(globalThis, { everSeen: seen });
  });
}

/** All that `collect` kept, and the document as it is now; a space that keeps a sentence together is a space. */
async function collected(page: Page): Promise<string> {
  const all = await page.evaluate(() => {
    const { everSeen } = globalThis as unknown as { everSeen: Set<string> };
    return [...everSeen, document.title, document.documentElement.outerHTML].join('\n');
  });
  return all.replaceAll(/\u00a0|&nbsp;/g, ' ');
}

function marksIn(text: string): string[] {
  return marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));
}

/** What every window of the app is called, to the system and to itself. */
async function titles(app: App): Promise<string> {
  const native = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
  const own = await Promise.all(app.electron.windows().map((page) => page.title()));
  expect([...native, ...own]).toHaveLength(4);
  return [...native, ...own].join('\n');
}

/** Every file under a folder whose name or bytes hold a mark, by its path there, with the marks. */
function marked(folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const bytes = file.isFile() ? bytesNow(path) : Buffer.alloc(0);
    const place = relative(folder, path).split(sep).join('/');
    const held = new Set([place, bytes.toString('latin1'), bytes.toString('utf16le')].flatMap(marksIn));
    if (held.size > 0) found.set(place, [...held].sort());
  }
  return found;
}

test('names and notes stay at the console, whatever is done there (S1)', async ({ launch, displays, userData }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const time = new Time(app);
  const { page, home, prepare, run } = desk;
  const { keyboard } = page;

  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples });
  await page.getByRole('textbox', { name: 'Add couples' }).fill(`${nameMark}emil & ${nameMark}finn`);
  await prepare.addCouples.click();
  await expect(page.getByRole('textbox', { name: 'Name of B at seat 3' })).toHaveValue(`${nameMark}finn`);
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await room.isNeutral();
  await collect(room.page);
  const clean = async (): Promise<void> => {
    expect(marksIn(await collected(room.page))).toEqual([]);
    expect(marksIn(await titles(app))).toEqual([]);
  };

  await test.step('what belongs to a couple is changed', async () => {
    const card = run.couple(pair);
    await run.note(pair).fill(`${noteMark}: asked for the chairs near the window`);
    await expect(card).toContainText('Saved');
    await card.getByText('Late', { exact: true }).click();
    await card.getByRole('button', { name: `${nameMark}bo (B) is here` }).click();
    await run.couples.getByRole('textbox', { name: 'Find a name or seat' }).fill(nameMark);
    await desk.find(`${nameMark}cleo`);
    await expect(run.note(`${nameMark}cleo & ${nameMark}dara`)).toBeFocused();
    await keyboard.type(`${noteMark}, typed while the room is live`);
    await keyboard.press('Escape');
    await run.day.getByRole('button', { name: 'Undo the last change to the plan' }).click();
    await clean();
  });

  await test.step('an exercise is led', async () => {
    await run.lead('Next').click();
    await run.lead('Start').click();
    await expect(room.scene).toHaveAttribute('data-state', 'running');
    for (const name of ['Pause', 'Resume', 'Next', 'Back'] as const) await run.lead(name).click();
    await run.control('Something else').click();
    const dialog = run.dialog('Put something else up');
    await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill('floor and echo');
    await dialog.getByRole('button', { name: /Floor and echo/ }).click();
    await expect(room.thought).toHaveText('One speaks. One echoes.');
    await run.goToStep(2);
    await keyboard.press('s');
    await expect(room.scene).toContainText('B has the floor');
    await run.lead('Start').click();
    await run.control('+1 min').click();
    await expect(run.slot).toContainText('gets the same');
    await run.control('Restart the step').click();
    await run.undo.click();
    await clean();
  });

  await test.step('everything that can lie over the wall', async () => {
    await run.control('Hold').click();
    await expect(room.cover).toHaveText('We are taking a quiet moment together.');
    await run.control('Hold').click();
    await run.control('Blank').click();
    await room.isBlank();
    await run.control('Blank').click();
    await run.control('Freeze').click();
    await run.lead('Next').click();
    await run.control('Freeze').click();
    await run.control('Help card').click();
    await expect(room.cover).toContainText('988');
    await run.control('Help card').click();
    await expect(room.cover).toHaveCount(0);
    for (const [key, scene] of [
      ['Shift+W', 'welcome'],
      ['Shift+P', 'plan'],
      ['Shift+C', 'closing'],
      ['Shift+T', 'test-card'],
    ] as const) {
      await keyboard.press(key);
      await room.shows(scene);
    }
    await keyboard.press('Shift+S');
    await clean();
  });

  await test.step('a message is thought better of, and another one shown', async () => {
    const box = run.message.getByRole('textbox', { name: 'Message to the room' });
    await box.fill(`Tea for ${nameMark}ada`);
    await expect(run.message).toContainText('It contains a name from the roster');
    await box.fill('Tea is ready.');
    await run.message.getByRole('button', { name: 'Show the message' }).click();
    await expect(room.message).toHaveText('Tea is ready.');
    await run.message.getByRole('button', { name: 'Clear the message' }).click();
    await clean();
  });

  await test.step('the day goes on by itself, and ends', async () => {
    await run.autopilot.click();
    await keyboard.press('j');
    await run.lead('Start').click();
    for (let minute = 0; minute < 12; minute++) await time.pass(minuteMs);
    await run.control('End the day').click();
    await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
    await room.shows('closing');
    await run.undo.click();
    await keyboard.press('Shift+D');
    await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
    await room.shows('closing');
    await clean();
  });

  // The wall keeps short words together: where a line may break is not what is looked for.
  const seen = (await collected(room.page)).replaceAll('\u00a0', ' ');
  for (const shown of ['One speaks. One echoes.', 'Tea is ready.', '988', 'Our day', 'Thank you']) {
    expect(seen).toContain(shown);
  }
  await desk.saved();
  await app.kill9();

  const found = marked(userData);
  const mayHold = /^library\/(retreats|couples)\/[a-z0-9-]+\/(history\/(retreat|note)\/)?[^/]+$/;
  expect([...found.keys()].filter((path) => !mayHold.test(path))).toEqual([]);
  const holders = (folder: string) =>
    [...found].filter(([path]) => path.startsWith(`library/${folder}/`) && !path.includes('/history/'));
  // A note stands in its couple's document alone, and a name in the retreat's alone.
  expect(holders('retreats').map(([, held]) => held)).toEqual([[nameMark]]);
  expect(holders('couples').map(([, held]) => held)).toEqual([[noteMark], [noteMark]]);
  expect(readFileSync(join(userData, 'logs', 'holdfast.log'), 'utf8')).toContain('started');
});

test('a name that does reach the room is found, there and in the files', async ({ launch, displays, userData }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await room.isNeutral();
  await collect(room.page);
  expect(marksIn(await collected(room.page))).toEqual([]);
  await run.message.getByRole('textbox', { name: 'Message to the room' }).fill(`Tea for ${nameMark}ada`);
  await run.message.getByRole('button', { name: 'Show the message' }).click();
  await expect(room.message).toHaveText(`Tea for ${nameMark}ada`);
  const holders = () => [...marked(userData).keys()].filter((path) => path.includes('live'));
  await expect.poll(holders).not.toEqual([]);
  await run.message.getByRole('button', { name: 'Clear the message' }).click();
  await expect(room.message).toHaveCount(0);
  await desk.saved();
  expect(marksIn(await collected(room.page))).toEqual([nameMark]);
  await app.kill9();
  // What stood on the wall leaves no older copy behind.
  expect(holders()).toEqual([]);
});
