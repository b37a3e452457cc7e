import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

test('a double-click is one press: Start does not pause, Next skips no step, Blank stays, a minute is counted twice', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { page, home, run } = await consoleOf(app);
  await home.drill.click();
  await home.exercise('Timeout rehearsal').click();
  const room = new RoomPage(await app.room());
  await expect(run.step(2)).toBeVisible();
  const steps = await run.steps.getByRole('listitem').count();

  // What is asked after a double-click is answered after both of its clicks.
  await run.lead('Start').dblclick();
  await run.lead('Next').dblclick();
  await expect(run.timer).toContainText(`Step 2 of ${steps}`);
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  await run.lead('Back').dblclick();
  await run.control('Blank').dblclick();
  await room.isBlank();
  await expect(run.timer).toContainText(`Step 1 of ${steps}`);
  const before = await run.timer.getByText(/^ends /).innerText();
  await run.control('+1 min').dblclick();
  const later = (at: string): number => Number(at.split(':')[0]?.match(/\d+/)?.[0]) * 60 + Number(at.split(':')[1]);
  await expect
    .poll(async () => (later(await run.timer.getByText(/^ends /).innerText()) - later(before) + 1440) % 1440)
    .toBe(2);
  await expect(run.lead('Pause')).toBeVisible();
  await room.isBlank();

  // Keys are taken one after another, however fast.
  await page.keyboard.press('b');
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(run.timer).toContainText(`Step 3 of ${steps}`);
  await room.isBlank();
});

test('a double-click on “Add it” adds one item to the day', async ({ launch }) => {
  const { page, home, prepare } = await consoleOf(await launch());
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  const items = prepare.agenda.getByRole('listitem');
  await expect(items.last()).toBeVisible();
  const planned = await items.count();
  await prepare.add.click();
  const dialog = page.getByRole('dialog', { name: 'Add to the day' });
  await dialog.getByText('Break', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Add it' }).dblclick();
  await expect(dialog).toBeHidden();
  await prepare.undo.click();
  await expect(items).toHaveCount(planned);
  await expect(prepare.undo).toBeDisabled();

  // Two Enters, the second before the first is answered.
  await prepare.add.click();
  await dialog.getByText('Break', { exact: true }).click();
  await dialog.locator('form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await expect(dialog).toBeHidden();
  await prepare.undo.click();
  await expect(items).toHaveCount(planned);
  await expect(prepare.undo).toBeDisabled();
});

test('a double-click on an exercise puts it up once, and into the day once', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await home.drill.click();
  await home.exercise('Floor and echo').dblclick();
  await app.room();
  await expect(run.undo).toBeEnabled();
  await page.keyboard.press('u');
  await expect(run.control('Undo the last action')).toBeDisabled();

  await desk.goTo('Home');
  await home.startRetreat({ program: 'One evening', name: 'Lantern', couples: 'Ada & Bo' });
  await expect(prepare.name).toHaveValue('Lantern');
  await desk.goTo('Run');
  const takeBack = run.day.getByRole('button', { name: 'Undo the last change to the plan' });
  await run.change('Arrival breath', 'Insert an exercise after');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Timeout rehearsal/ })
    .dblclick();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(run.item('Timeout rehearsal').first()).toBeVisible();
  await takeBack.click();
  await expect(takeBack).toBeDisabled();
});
