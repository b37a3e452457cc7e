import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

const welcome = 'Welcome. You set the depth.';

test('from any field forward and back lead, Escape leaves it, and the console says which keys reach the room', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  const { keyboard } = page;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo\nCleo & Dara' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(room.thought).toHaveText(welcome);
  const line = page.getByText('You are typing').locator('..');
  await expect(page.getByText('Keys lead the room')).toBeVisible();

  for (const [name, field] of [
    ['the search for a couple', run.couples.getByRole('textbox', { name: 'Find a name or seat' })],
    ['a note', run.note('Ada & Bo')],
    ['the message to the room', run.message.getByRole('textbox')],
  ] as const) {
    await test.step(name, async () => {
      await field.click();
      await expect(line).toContainText('leaves the field');
      await expect(line).toContainText('A clicker’s blank key is typed here.');
      await keyboard.type('a.');
      await expect(field).toHaveValue('a.');
      await expect(room.cover).toHaveCount(0);
      await keyboard.press('PageDown');
      await expect(room.thought).not.toHaveText(welcome);
      await expect(field).toBeFocused();
      await keyboard.press('PageUp');
      await expect(room.thought).toHaveText(welcome);
      await keyboard.press('Escape');
      await expect(field).not.toBeFocused();
      await expect(page.getByText('Keys lead the room')).toBeVisible();
      await keyboard.press('.');
      await room.isBlank();
      await keyboard.press('.');
      await expect(room.cover).toHaveCount(0);
    });
  }

  await test.step('a name in Prepare, while something is on stage', async () => {
    await desk.goTo('Prepare');
    await prepare.name.click();
    await expect(line).toBeVisible();
    await keyboard.press('PageDown');
    await expect(room.thought).not.toHaveText(welcome);
    await keyboard.press('Escape');
    await expect(prepare.name).not.toBeFocused();
    await expect(prepare.name).toHaveValue('Lantern evening');
  });

  await test.step('what is said does not hide the way back to the stage', async () => {
    await expect(page.getByRole('button', { name: 'Go to Run' })).toBeVisible();
  });
});
