import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

test('a menu of the day stays open when another item goes on the wall, and then the day shows where it is', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const desk = await consoleOf(await launch());
  const { page, home, prepare, run } = desk;
  await home.startRetreat({ program: 'One whole day', name: 'Lantern day' });
  await prepare.run.click();
  await run.day
    .getByRole('button', { name: /^Change / })
    .last()
    .click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  // The day was scrolled to its end for this; what goes on stage stands at its beginning.
  await page.keyboard.press('Control+Enter');
  const current = run.day.getByRole('button', { name: /, on now$/ });
  await expect(current).toBeAttached();
  await expect(menu).toBeVisible();
  await expect(menu.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(current).toBeInViewport({ ratio: 0.9 });
});
