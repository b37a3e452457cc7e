import type { Locator, Page } from '@playwright/test';
import type { App } from '../../tests/rig/app';
import type { Region } from '../../tests/rig/x/wire';

/** Where a part of a window's page is in the picture of both displays. */
export async function placeOf(
  { electron }: App,
  scheme: 'console:' | 'room:',
  of: (page: Page) => Locator,
): Promise<Region> {
  const page = electron.windows().find((one) => one.url().startsWith(scheme));
  if (page === undefined) throw new Error(`There is no ${scheme} window.`);
  const box = await of(page).boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  const origin = await electron.evaluate(({ BrowserWindow }, start) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith(start));
    return window?.getContentBounds();
  }, scheme);
  if (origin === undefined) throw new Error(`The ${scheme} window has gone.`);
  return {
    x: Math.floor(origin.x + box.x),
    y: Math.floor(origin.y + box.y),
    width: Math.ceil(box.width),
    height: Math.ceil(box.height),
  };
}
