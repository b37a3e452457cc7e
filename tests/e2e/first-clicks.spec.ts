import type { Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';

const mostClicks = 4;

/** Counts the presses of the mouse that the page feels from now on. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset.clicks = '0';
    const count = ({ isTrusted }: MouseEvent) => {
      const { dataset } = document.documentElement;
      if (isTrusted) dataset.clicks = String(Number(dataset.clicks) + 1);
    };
    addEventListener('mousedown', count, true);
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.clicks));
}

test('two displays: a drill is on the wall and running in at most four clicks', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const { page, home, run } = await consoleOf(app);
  const clicks = await countClicks(page);

  await home.drill.click();
  await home.exercise('Timeout rehearsal').click();
  const room = new RoomPage(await app.room());
  await expect(room.thought).toHaveText('Practise leaving, and coming back');
  await expect(room.scene).toContainText('Rehearsal. A real timeout is 20 minutes or more.');
  await expect
    .poll(() => room.page.evaluate(() => [screenX, screenY, innerWidth, innerHeight]))
    .toEqual([1280, 0, 1920, 1080]);

  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  expect(await clicks()).toBeLessThanOrEqual(mostClicks);
});

test('one display: the room opens in a window after a clear yes, in at most four clicks', async ({ launch }) => {
  const app = await launch();
  const { page, home, run, roomQuestion } = await consoleOf(app);
  const clicks = await countClicks(page);

  await home.drill.click();
  await home.exercise('Timeout rehearsal').click();
  await expect(roomQuestion).toContainText('Holdfast sees only this screen.');
  expect(app.roomNow()).toBeUndefined();

  await roomQuestion.getByRole('button', { name: 'Open in a window' }).click();
  const room = new RoomPage(await app.room());
  await expect(room.thought).toHaveText('Practise leaving, and coming back');
  // It opens first, and then goes to where the console's picture of it is.
  await expect(async () => {
    const [width = 0, height = 0] = await room.page.evaluate(() => [innerWidth, innerHeight]);
    expect(width * height).toBeLessThan(1280 * 800);
    expect(await run.room.textContent()).toContain(`${width} × ${height}`);
  }).toPass({ timeout: 10_000 });

  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  await expect(room.scene).toHaveAttribute('data-state', 'running');
  expect(await clicks()).toBeLessThanOrEqual(mostClicks);
});

test('one display: without a yes there is no room, and the drill can still be led', async ({ launch }) => {
  const app = await launch();
  const { home, run, roomQuestion } = await consoleOf(app);
  await home.drill.click();
  await home.exercise('Timeout rehearsal').click();
  await roomQuestion.getByRole('button', { name: 'Not now' }).click();
  await expect(roomQuestion).toBeHidden();
  await run.lead('Start').click();
  await expect(run.lead('Pause')).toBeVisible();
  await expect(run.roomState).toHaveText('The room is closed');
  expect(app.roomNow()).toBeUndefined();
});
