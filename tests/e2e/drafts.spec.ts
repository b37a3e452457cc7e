import type { TestHooks } from '../../electron/app/test-hooks';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { pressKeys } from './pages/native-keys';
import { RoomPage } from './pages/room-page';

test('a form that is sent as its last letter is typed leaves nothing of it behind, however often it is sent', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.start.click();
  await expect(home.name).toBeFocused();
  await pressKeys(app, [...'swift', 'Enter', 'Enter'], 0);
  await expect(prepare.run).toBeVisible();
  await desk.goTo('Home');
  await expect(home.retreats.getByRole('listitem')).toHaveCount(1);
  await home.start.click();
  await expect(home.name).toHaveValue('');
  await page.keyboard.press('Escape');
});

test('a form left for another screen is whole when it is opened again', async ({ launch }) => {
  const desk = await consoleOf(await launch());
  const { page, home } = desk;
  await home.start.click();
  await home.program('Two-day weekend').check();
  await home.name.fill('May weekend');
  await home.date.fill('2027-05-01');
  await home.count.fill('7');
  await page.keyboard.press('Control+2');
  await desk.goTo('Home');
  await home.start.click();
  await expect(home.program('Two-day weekend')).toBeChecked();
  await expect(home.name).toHaveValue('May weekend');
  await expect(home.date).toHaveValue('2027-05-01');
  await expect(home.count).toHaveValue('7');
  // What is today’s by itself can be emptied all the same.
  await home.date.fill('');
  await expect(home.date).toHaveValue('');
});

test('a name for the day, the wall or the help card is there again when it is gone on with, and no longer once it is given up', async ({
  launch,
}) => {
  const desk = await consoleOf(await launch());
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  const form = page.getByRole('dialog', { name: 'Add to the day' });
  const item = form.getByRole('textbox', { name: 'Title' });
  await prepare.add.click();
  await form.getByText('Break', { exact: true }).click();
  await item.fill('Soup');
  await page.keyboard.press('Control+1');
  await desk.goTo('Prepare');
  await prepare.add.click();
  await expect(item).toHaveValue('Soup');
  // Escape and a click beside it leave it as it is; Cancel alone forgets.
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();
  await prepare.add.click();
  await expect(item).toHaveValue('Soup');
  await page.mouse.click(4, 300);
  await expect(item).toBeHidden();
  await prepare.add.click();
  await expect(item).toHaveValue('Soup');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await prepare.add.click();
  await form.getByText('Break', { exact: true }).click();
  await expect(item).toHaveValue('');
  await page.keyboard.press('Escape');

  const words = home.picker.getByRole('textbox', { name: 'Words on the wall' });
  await desk.goTo('Home');
  await home.drill.click();
  await words.fill('Tea');
  await page.keyboard.press('Control+4');
  await desk.goTo('Home');
  await home.drill.click();
  await expect(words).toHaveValue('Tea');
  await page.keyboard.press('Escape');
  await expect(words).toBeHidden();
  await home.drill.click();
  await expect(words).toHaveValue('Tea');
  await home.picker.getByRole('button', { name: 'Cancel' }).click();
  await home.drill.click();
  await expect(words).toHaveValue('');
  await page.keyboard.press('Escape');

  const added = page.getByRole('form', { name: 'Add a line' });
  await desk.goTo('Settings');
  await added.getByRole('textbox', { name: 'Name' }).fill('Night line');
  await desk.goTo('Home');
  await desk.goTo('Settings');
  await expect(added.getByRole('textbox', { name: 'Name' })).toHaveValue('Night line');
  await added.getByRole('textbox', { name: 'Number' }).fill('116 123');
  await added.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('textbox', { name: /^Name of line \d+$/ }).last()).toHaveValue('Night line');
  await expect(added.getByRole('textbox', { name: 'Name' })).toHaveValue('');
});

test('a line that is being rewritten is there again after another screen, and Escape takes it back', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  await prepare.name.press('End');
  await prepare.name.pressSequentially(' eve', { delay: 5 });
  await page.keyboard.press('Control+1');
  await desk.goTo('Prepare');
  await expect(prepare.name).toBeFocused();
  await expect(prepare.name).toHaveValue('Lantern eve');
  await page.keyboard.press('Escape');
  await expect(prepare.name).toHaveValue('Lantern');
  await desk.goTo('Home');
  await desk.goTo('Prepare');
  await expect(prepare.name).toHaveValue('Lantern');
  await expect(prepare.name).not.toBeFocused();
  // Left, it is kept, and an undo takes it back.
  await prepare.name.fill('Harbour');
  await prepare.couples.getByRole('textbox', { name: 'Name of B at seat 1' }).click();
  await expect(page.getByRole('heading', { name: 'Harbour' })).toBeAttached();
  await prepare.undo.click();
  await expect(prepare.name).toHaveValue('Lantern');
});

test('couples are added once and all together, however often Add is pressed', async ({ launch }) => {
  const { home, prepare } = await consoleOf(await launch());
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  const more = Array.from({ length: 12 }, (_, n) => `Xenia ${n} & Yuri ${n}`).join('\n');
  await prepare.moreCouples.fill(more);
  await prepare.addCouples.dblclick();
  await expect(prepare.moreCouples).toHaveValue('');
  await expect(prepare.couples.getByRole('listitem')).toHaveCount(13);
});

test('a key held down says nothing and loses nothing', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.demo.click();
  await desk.goTo('Run');
  const field = desk.run.message.getByRole('textbox');
  await field.focus();
  // Faster than any keyboard repeats, and for longer than the main process allows.
  await desk.page.evaluate(async () => {
    for (let n = 0; n < 400; n += 1) {
      document.execCommand(n % 2 === 0 ? 'insertText' : 'delete', false, 'x');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    document.execCommand('insertText', false, 'Back at ten');
  });
  await expect(field).toHaveValue('Back at ten');
  await expect(desk.page.getByText('That came too fast')).toBeHidden();
  await expect
    .poll(() =>
      app.electron.evaluate(
        () => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().drafts['live/message']?.text,
      ),
    )
    .toBe('Back at ten');
});

test('what is typed after Enter is the next message', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Floor and echo').click();
  const room = new RoomPage(await app.room());
  await desk.page.keyboard.press('m');
  const field = desk.run.message.getByRole('textbox');
  await expect(field).toBeFocused();
  await pressKeys(app, [...'ten', 'Enter', ...'min'], 0);
  await expect(room.message).toHaveText('ten');
  await expect(field).toHaveValue('min');
});

test('every letter stays when the console hears late of everything', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await desk.prepare.run.click();
  // As on a busy machine: answers and changes alike.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('console:'));
    const contents = page?.webContents;
    if (contents === undefined) throw new Error('No console.');
    const send = contents.send.bind(contents);
    contents.send = (channel, ...values) => void setTimeout(() => send(channel, ...values), 60);
  });
  const text = 'They asked for a slower start.';
  for (const field of [desk.run.note('Ada & Bo'), desk.run.message.getByRole('textbox')]) {
    await field.pressSequentially(text, { delay: 25 });
    await expect(field).toHaveValue(text);
  }
});
