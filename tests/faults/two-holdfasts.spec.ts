import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { startAgain } from '../rig/app';
import { giveToUser, makeUserFolder } from '../rig/stage';
import { expect } from '../rig/test';
import { filesOf, notesIn } from '../saved-documents';
import { evening, firstNote, lead, pair, roomGoesOn } from './leading';
import { answerPicker, test } from './rig';

const card = (desk: ConsolePage) => desk.page.getByRole('region', { name: 'Your library', exact: true });

/** The lock of another computer, renewed just now. */
function lockElsewhere(library: string): void {
  const lock = {
    machine: { id: 'ffffffffffffffff', name: 'the studio laptop' },
    pid: 4242,
    since: new Date().toISOString(),
    token: 'elsewhere',
  };
  const file = join(library, 'lock.json');
  writeFileSync(`${file}.new`, JSON.stringify(lock));
  giveToUser(`${file}.new`);
  renameSync(`${file}.new`, file);
}

test('Holdfast started twice: the second one ends, and the first goes on', async ({
  launch,
  displays,
  staged,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const led = await lead(app);
  expect(await startAgain(staged, displays, userData)).toBe(0);
  expect(app.running).toBe(true);
  await roomGoesOn(led);
  await led.desk.run.note(pair).fill(`${firstNote} Twice.`);
  await expect.poll(() => notesIn(join(userData, 'library'))).toContain(`${firstNote} Twice.`);
});

test('two Holdfasts on one library: the second says who has it, writes nothing, and opens it once it is free', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  const first = await launch({ userData });
  const desk = await consoleOf(first);
  await desk.home.startRetreat({ program: 'One evening', name: evening, couples: pair });
  await expect(desk.prepare.name).toHaveValue(evening);
  await desk.saved();
  const other = makeUserFolder();
  await libraryPointer(other).note(library);
  giveToUser(other);

  const second = await consoleOf(await launch({ userData: other }));
  await expect(card(second)).toContainText('Your library is open somewhere else');
  await expect(card(second)).toContainText(`has ${library} open`);
  await expect(second.banner).toContainText('has your library open.');
  await expect(second.home.retreats).toBeHidden();
  await desk.prepare.name.fill('Lantern night');
  await desk.prepare.name.press('Enter');
  await desk.saved();
  await first.close();
  await card(second).getByRole('button', { name: 'Look again' }).click();
  await expect(card(second)).toBeHidden();
  await expect(second.home.retreat('Lantern night')).toBeVisible();
});

test('a second computer has the library: the console names it, and opens the library when its lock grows old', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  const first = await launch({ userData });
  const { home, prepare } = await consoleOf(first);
  await home.startRetreat({ program: 'One evening', name: evening, couples: pair });
  await expect(prepare.name).toHaveValue(evening);
  await first.close();
  lockElsewhere(library);
  const before = filesOf(library, 'retreat').map((file) => readFileSync(file));

  const desk = await consoleOf(await launch({ userData }));
  await expect(card(desk)).toContainText('Another Holdfast (the studio laptop) has');
  const after = filesOf(library, 'retreat').map((file) => readFileSync(file));
  expect(after).toEqual(before);
  const longAgo = new Date(Date.now() - 3 * 60_000);
  utimesSync(join(library, 'lock.json'), longAgo, longAgo);
  await expect(card(desk)).toBeHidden({ timeout: 10_000 });
  await expect(desk.home.retreat(evening)).toBeVisible();
});

test('a second computer takes the library in mid-run: nothing more is written there, and save elsewhere keeps it all', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const library = join(userData, 'library');
  const target = join(makeUserFolder(), 'stick');
  const app = await launch({ userData });
  const led = await lead(app);
  const { desk } = led;
  lockElsewhere(library);
  await expect(desk.banner).toContainText('Not saved: another Holdfast took over the library.', { timeout: 25_000 });
  await desk.run.note(pair).fill(`${firstNote} Here.`);
  await roomGoesOn(led);
  expect(notesIn(library)).toEqual([firstNote]);
  await answerPicker(app, target);
  await desk.page.getByRole('button', { name: 'Save elsewhere…' }).click();
  await expect(desk.note(`Holdfast saves in ${target} from now on`)).toBeVisible();
  await desk.saved();
  expect(notesIn(target)).toEqual([`${firstNote} Here.`]);
  expect(notesIn(library)).toEqual([firstNote]);
  expect(readFileSync(join(library, 'lock.json'), 'utf8')).toContain('the studio laptop');
  rmSync(join(library, 'lock.json'));
});
