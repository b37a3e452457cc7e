import { join } from 'node:path';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { startAgain } from '../rig/app';
import { giveToUser, makeUserFolder } from '../rig/stage';
import { alone, expect } from '../rig/test';
import { notesIn } from '../saved-documents';
import { evening, firstNote, lead, pair, roomGoesOn } from './leading';
import { test } from './rig';

const card = (desk: ConsolePage) => desk.page.getByRole('region', { name: 'Your library', exact: true });

// What comes of another computer’s lock: core/two-holdfasts.test.ts.
test(
  'Holdfast started twice: the second one ends, and the first goes on',
  alone,
  async ({ launch, displays, staged, userData }) => {
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    const app = await launch({ userData });
    const led = await lead(app);
    expect(await startAgain(staged, displays, userData)).toBe(0);
    expect(app.running).toBe(true);
    await roomGoesOn(led);
    await led.desk.run.note(pair).fill(`${firstNote} Twice.`);
    await expect.poll(() => notesIn(join(userData, 'library'))).toContain(`${firstNote} Twice.`);
  },
);

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
