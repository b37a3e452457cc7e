import { expect, type Page } from '@playwright/test';
import type { App } from '../../rig/app';

export interface RoomWindow {
  readonly visible: boolean;
  readonly focused: boolean;
  readonly focusable: boolean;
  readonly bounds: readonly number[];
}

/** What the system says of the room's window; null when there is none. */
export function roomWindow(app: App): Promise<RoomWindow | null> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const isRoom = (window: Electron.BrowserWindow) => window.webContents.getURL() === 'room://holdfast/index.html';
    const window = BrowserWindow.getAllWindows().find(isRoom);
    if (window === undefined) return null;
    const { x, y, width, height } = window.getContentBounds();
    return {
      visible: window.isVisible(),
      focused: window.isFocused(),
      focusable: window.isFocusable(),
      bounds: [x, y, width, height],
    };
  });
}

/** The pages of which the system gives the keyboard to one. */
export function focusedPages(app: App): Promise<string[]> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isFocused())
      .map((window) => new URL(window.webContents.getURL()).protocol),
  );
}

/** Where the console's window is: x, y, width, height. */
export function consoleBounds(app: App): Promise<number[]> {
  return app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
    const { x = 0, y = 0, width = 0, height = 0 } = window?.getBounds() ?? {};
    return [x, y, width, height];
  });
}

/** Puts the console's window somewhere, as a person dragging it would. */
export function dragConsole(app: App, x: number, y: number): Promise<void> {
  return app.electron.evaluate(
    ({ BrowserWindow }, to) => {
      const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
      window?.setPosition(to.x, to.y);
    },
    { x, y },
  );
}

/**
 * Watches the room's window from now on; answers, once it is (or is no longer) to be seen, at which epoch millisecond that was
 * first so. Looks every five milliseconds, in the main process itself.
 */
export function whenRoomIs(app: App, visible: boolean): Promise<number> {
  return app.electron.evaluate(
    ({ BrowserWindow }, wanted) =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          const room = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('room:'));
          if ((room?.isVisible() ?? false) !== wanted) return;
          clearInterval(timer);
          resolve(Date.now());
        }, 5);
      }),
    visible,
  );
}

/** How many times the app keeps the displays from sleeping now. */
export function keptAwake(app: App): Promise<number> {
  return app.electron.evaluate(
    ({ powerSaveBlocker }) => [...Array(64).keys()].filter((id) => powerSaveBlocker.isStarted(id)).length,
  );
}

/** Gives the console's window a size, as a person dragging its corner would, and waits until its page has it. */
export async function sizeConsole(
  app: App,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const drag = (): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }, to) => {
      const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
      window?.setContentSize(to.width, to.height);
    }, size);
  // A window that has just come up may get its menu after its size: then it is dragged once more.
  await expect
    .poll(async () => {
      await drag();
      return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    })
    .toEqual(size);
}

/** Fills its display with the console's window, as its title bar's button does, and waits until its page has that size. */
export async function maximizeConsole(app: App, page: Page): Promise<void> {
  const maximized = (): Promise<number[] | null> =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
      if (window?.isMaximized() !== true) {
        window?.maximize();
        return null;
      }
      const { width, height } = window.getContentBounds();
      return [width, height];
    });
  await expect
    .poll(async () => {
      const window = await maximized();
      const [width, height, wide] = await page.evaluate(
        () => [innerWidth, innerHeight, screen.availWidth - 2] as const,
      );
      return window !== null && width >= wide && window[0] === width && window[1] === height;
    })
    .toBe(true);
}
