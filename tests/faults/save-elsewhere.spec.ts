import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { encodeDocument } from '../../electron/library/codec/document';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { documentKinds } from '../../shared/session/documents/documents';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import type { App } from '../rig/app';
import { giveToUser, makeUserFolder } from '../rig/stage';
import { expect } from '../rig/test';
import { filesOf } from '../saved-documents';
import { answerPicker, test } from './rig';

const name = 'Lantern evening';
const pair = 'Ada & Bo';

/** A retreat with a note on the disk, its first step running on the wall. */
async function lead(app: App): Promise<{ readonly desk: ConsolePage; readonly room: RoomPage }> {
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name, couples: `${pair}\nCleo & Dara` });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Next').click();
  await desk.run.lead('Start').click();
  await expect(desk.run.lead('Pause')).toBeVisible();
  await desk.run.note(pair).fill('Asked for the seat by the door.');
  await expect(desk.run.couple(pair)).toContainText('Saved');
  await desk.saved();
  return { desk, room };
}

/** What is on the wall, but for how long it still is. */
const wordsOf = async (room: RoomPage): Promise<string> =>
  (await room.words()).replace((await room.digits.textContent()) ?? '', '');

const elsewhere = (desk: ConsolePage) => desk.page.getByRole('button', { name: 'Save elsewhere…' });
const card = (desk: ConsolePage) => desk.page.getByRole('region', { name: 'Your library', exact: true });

/** Every document of a kind in a library, as text. */
function textsOf(library: string, kind: 'retreat' | 'note'): string[] {
  return filesOf(library, kind).map((file) => readFileSync(file, 'utf8'));
}

/** Starts the app again: it must know the new folder, and find there what was made. */
async function findsIt(app: App, folder: string, note: string): Promise<ConsolePage> {
  const desk = await consoleOf(app);
  await expect(desk.home.retreat(name)).toBeVisible();
  await desk.goTo('Settings');
  await expect(desk.page.getByText(folder, { exact: true })).toBeVisible();
  await desk.goTo('Home');
  await desk.home.retreat(name).getByRole('button').first().click();
  await expect(desk.prepare.name).toHaveValue(name);
  await desk.goTo('Run');
  await expect(desk.run.note(pair)).toHaveValue(note);
  return desk;
}

test('save elsewhere leaves a full disk in the middle of a run, and the next start knows the new folder', async ({
  launch,
  displays,
  userData,
  smallDisk,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const disk = smallDisk(join(userData, 'library'), 2048);
  const target = join(makeUserFolder(), 'stick');
  const app = await launch({ userData });
  const { desk, room } = await lead(app);
  const shown = await wordsOf(room);
  disk.fillTo(0);
  const note = 'Asked for the seat by the door. And for a break at eight.';
  await desk.run.note(pair).fill(note);
  await expect(desk.banner).toContainText('Not saved: the disk is full.');

  const picked = await answerPicker(app, target);
  await elsewhere(desk).click();
  await expect(desk.note(`Holdfast saves in ${target} from now on`)).toContainText('The old folder is left as it is.');
  await desk.saved();
  expect(await picked()).toEqual([
    {
      title: 'Where should Holdfast save from now on? Choose an empty folder.',
      buttonLabel: 'Save here',
      onConsole: true,
    },
  ]);
  expect(textsOf(target, 'note').join()).toContain('And for a break at eight.');
  expect(textsOf(join(userData, 'library'), 'note').join()).not.toContain('And for a break at eight.');
  await expect(desk.run.lead('Pause')).toBeVisible();
  expect(await wordsOf(room)).toBe(shown);

  await app.kill9();
  const again = await launch({ userData });
  const { home } = await consoleOf(again);
  await expect(home.recovery).toBeVisible();
  await home.leaveIt.click();
  await findsIt(again, target, note);
});

test('save elsewhere is refused in words where it cannot be done, and changes nothing', async ({
  launch,
  userData,
  smallDisk,
}) => {
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name, couples: pair });
  await expect(desk.prepare.name).toHaveValue(name);
  await desk.saved();
  await desk.goTo('Settings');
  const here = join(userData, 'library');
  const folder = makeUserFolder();
  const ask = async (target: string | null): Promise<void> => {
    const picked = await answerPicker(app, target);
    await elsewhere(desk).click();
    await expect.poll(picked).toHaveLength(1);
  };

  await test.step('something in it', async () => {
    writeFileSync(join(folder, 'holiday.jpg'), '');
    await ask(folder);
    await expect(desk.note('That folder has something in it')).toContainText('Choose an empty one');
    expect(readdirSync(folder)).toEqual(['holiday.jpg']);
  });
  await test.step('inside the library itself', async () => {
    await ask(join(here, 'retreats', 'inner'));
    await expect(desk.note('That folder has something in it')).toBeVisible();
  });
  await test.step('not ours to write in', async () => {
    const shut = join(folder, 'shut');
    mkdirSync(shut);
    chmodSync(shut, 0o555);
    await ask(shut);
    await expect(desk.note('Holdfast may not write in that folder')).toBeVisible();
  });
  await test.step('too small', async () => {
    const small = smallDisk(join(folder, 'small'), 8);
    await ask(small.folder);
    await expect(desk.note('There is not enough room in that folder')).toBeVisible();
    expect(readdirSync(small.folder), 'nothing is left behind, so it can be tried again').toEqual([]);
  });
  await test.step('cancelled', async () => {
    await ask(null);
    await expect(elsewhere(desk)).toBeEnabled();
  });

  await expect(desk.page.getByText(here, { exact: true })).toBeVisible();
  await desk.goTo('Prepare');
  await desk.prepare.name.fill('Lantern night');
  await desk.prepare.name.press('Enter');
  await expect.poll(() => textsOf(here, 'retreat').join()).toContain('Lantern night');
});

// That the choice is remembered, and a library that comes back by itself is opened by itself: core/save-elsewhere.test.ts.
test('a library that is gone at start is never replaced by an empty one in silence', async ({ launch, userData }) => {
  const folder = makeUserFolder();
  const [target, away] = [join(folder, 'stick'), join(folder, 'away')];
  const first = await launch({ userData });
  const desk = await consoleOf(first);
  await desk.home.startRetreat({ program: 'One evening', name, couples: pair });
  await expect(desk.prepare.name).toHaveValue(name);
  await desk.saved();
  await first.close();
  // As after saving elsewhere: a copy is left behind in the usual place.
  cpSync(join(userData, 'library'), away, { recursive: true });
  giveToUser(away);
  await libraryPointer(userData).note(target);
  giveToUser(userData);

  const app = await launch({ userData });
  const gone = await consoleOf(app);
  await expect(card(gone)).toContainText('Your library is not there');
  await expect(card(gone)).toContainText(target);
  await expect(gone.banner).toContainText('Not saved: your library is not there.');
  await expect(gone.home.retreats).toBeHidden();
  const press = (label: string) => card(gone).getByRole('button', { name: label }).click();

  await test.step('look again', async () => {
    await press('Look again');
    await expect(gone.note('There is no Holdfast library in that folder')).toBeVisible();
    expect(existsSync(target)).toBe(false);
  });
  await test.step('choose another, which holds none', async () => {
    const picked = await answerPicker(app, folder);
    await press('Choose its folder…');
    await expect.poll(picked).toHaveLength(1);
    await expect(card(gone)).toBeVisible();
    expect(readdirSync(folder)).toEqual(['away']);
  });
  await test.step('choose the folder it was moved to', async () => {
    const picked = await answerPicker(app, away);
    await press('Choose its folder…');
    await expect(gone.note(`The library in ${away} is open`)).toBeVisible();
    await expect(card(gone)).toBeHidden();
    await expect(gone.home.retreat(name)).toBeVisible();
    expect((await picked()).every(({ onConsole }) => onConsole)).toBe(true);
  });
  await app.close();

  await test.step('start with a new library: the copy left behind is not taken for it', async () => {
    renameSync(away, target);
    const fresh = await consoleOf(await launch({ userData }));
    await card(fresh).getByRole('button', { name: 'Start with a new library' }).click();
    await expect(fresh.note(`A new library was started in ${join(userData, 'library-2')}`)).toBeVisible();
    await expect(fresh.home.retreats).toContainText('No retreats yet');
    expect(textsOf(join(userData, 'library'), 'retreat').join()).toContain(name);
    expect(textsOf(target, 'retreat').join()).toContain(name);
  });
});

test('save elsewhere tells how far it has got, and stopped it leaves everything where it was', async ({
  launch,
  userData,
}) => {
  const couples = join(userData, 'library', 'couples');
  mkdirSync(couples, { recursive: true });
  for (let n = 0; n < 6000; n += 1) {
    const body = { id: `c-${n}`, retreat: 'r1', note: 'word '.repeat(40) };
    const held = { id: body.id, generation: 1, device: '', from: null, savedAt: new Date().toISOString(), body };
    mkdirSync(join(couples, `c-${n}`));
    writeFileSync(join(couples, `c-${n}`, 'note.json'), encodeDocument(documentKinds.note, held));
  }
  giveToUser(join(userData, 'library'));
  const folder = makeUserFolder();
  const app = await launch({ userData });
  const desk = await consoleOf(app);
  await desk.goTo('Settings');
  await answerPicker(app, folder);
  await elsewhere(desk).click();
  await expect(desk.banner).toHaveText(/^Copying to the new folder: [1-9]\d* of 6\d\d\d files/);
  await desk.banner.getByRole('button', { name: 'Stop, and stay here' }).click();
  await expect(desk.banner).toHaveCount(0);
  await expect(desk.page.getByText(join(userData, 'library'), { exact: true })).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(couples).length).toBe(6000);
});
