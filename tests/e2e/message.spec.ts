import type { App } from '../rig/app';
import type { Displays } from '../rig/displays';
import { expect, test } from '../rig/test';
import { type ConsolePage, consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

async function onRun(app: App, displays: Displays): Promise<{ desk: ConsolePage; room: RoomPage }> {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const desk = await consoleOf(app);
  await desk.home.drill.click();
  await desk.home.exercise('Floor and echo').click();
  return { desk, room: new RoomPage(await app.room()) };
}

test('ready-made messages are seen beside the field, and Enter shows the one that is chosen', async ({
  launch,
  displays,
}) => {
  const { desk, room } = await onRun(await launch(), displays);
  const { page, run } = desk;
  const field = run.message.getByRole('textbox');
  const ready = run.message.getByRole('button', { name: 'Ready-made messages' });
  const [button, arrow] = [await ready.boundingBox(), await ready.locator('svg').boundingBox()];
  expect(button?.width).toBeGreaterThanOrEqual(24);
  expect(arrow?.width).toBeGreaterThanOrEqual(12);
  await ready.click();
  await page.getByRole('menuitem', { name: 'Water and tea are ready.' }).click();
  await expect(field).toHaveValue('Water and tea are ready.');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(room.message).toHaveText('Water and tea are ready.');
  // By keyboard alone, and Escape goes back to where it was.
  await page.keyboard.press('m');
  await expect(field).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(ready).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(ready).toBeFocused();
  await page.keyboard.press('Enter');
  // The keyboard follows into the menu by a timer.
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).not.toHaveValue('');
  await expect(field).toBeFocused();
});

test('how many letters are left is silent until there are twenty', async ({ launch, displays }) => {
  const { desk } = await onRun(await launch(), displays);
  const { run } = desk;
  const field = run.message.getByRole('textbox');
  const spoken = run.message.getByRole('status').filter({ hasText: /\d/ });
  const most = 140;
  await field.fill('x'.repeat(most - 21));
  await expect(run.message.getByText(`${most - 21} of ${most}`)).toBeVisible();
  await expect(spoken).toHaveCount(0);
  await field.press('End');
  await field.pressSequentially('x');
  await expect(spoken).toHaveText('20 letters left');
});

test('the Enter and the Escape of an input method show nothing and leave nothing', async ({ launch, displays }) => {
  const { desk, room } = await onRun(await launch(), displays);
  const { page, run } = desk;
  const field = run.message.getByRole('textbox');
  await field.fill('お茶');
  const press = (key: string, composing: boolean) =>
    field.evaluate(
      (input, [name, isComposing]) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: name,
            bubbles: true,
            cancelable: true,
            isComposing,
            keyCode: isComposing ? 229 : 13,
          }),
        ),
      [key, composing] as const,
    );
  await press('Enter', true);
  await press('Escape', true);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('お茶');
  await expect(room.message).toHaveCount(0);
  await press('Enter', false);
  await expect(room.message).toHaveText('お茶');

  // In what opens over the screen too: neither closes it nor chooses in it.
  await page.keyboard.press('Control+k');
  await desk.palette.fill('blank');
  await desk.palette.evaluate((input) => {
    for (const key of ['Enter', 'Escape']) {
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true, keyCode: 229 }),
      );
    }
  });
  await expect(desk.palette).toHaveValue('blank');
  await expect(run.roomState).toHaveText('Message');
  await page.keyboard.press('Escape');
});
