import type { App } from '../rig/app';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { consoleBounds, dragConsole } from './pages/window-facts';

/** A window manager may count its own border in: a pixel or two to either side. */
const borderPx = 4;

/** How far the console is from where it was put, in pixels. */
const off = async (app: App, x: number): Promise<number> => Math.abs(((await consoleBounds(app))[0] ?? Number.NaN) - x);

/** Lets the window's place come to rest on the disk by quitting. */
async function quit(app: App): Promise<void> {
  await app.electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await app.close();
}

test('the console opens where it was left, and never on the room’s display', async ({ launch, displays, userData }) => {
  displays.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  displays.plug('DUMMY2', '1920x1080', { rightOf: 'DUMMY1' });

  await test.step('left on the third display, it opens there', async () => {
    const app = await launch({ userData });
    await consoleOf(app);
    await dragConsole(app, 2700, 60);
    await expect.poll(() => off(app, 2700)).toBeLessThanOrEqual(borderPx);
    await quit(app);
  });

  await test.step('left on what is then chosen for the room, it opens elsewhere', async () => {
    const app = await launch({ userData });
    const desk = await consoleOf(app);
    await expect.poll(() => off(app, 2700)).toBeLessThanOrEqual(borderPx);
    await dragConsole(app, 20, 20);
    await desk.goTo('Settings');
    await desk.page.getByRole('button', { name: 'Use Display 3' }).click();
    await app.room();
    await desk.saved();
    await dragConsole(app, 2700, 60);
    await expect.poll(() => off(app, 2700)).toBeLessThanOrEqual(borderPx);
    await quit(app);
  });

  await test.step('and names are to be read there', async () => {
    const app = await launch({ userData });
    const desk = await consoleOf(app);
    const [x = 0, , width = 0] = await consoleBounds(app);
    expect(x + width).toBeLessThanOrEqual(2560);
    await expect(desk.page.getByRole('button', { name: 'Hide names and notes' })).toBeVisible();
  });
});
