import type { App } from '../../rig/app';

export type PageName = 'room' | 'handover' | 'console';

/** Ends the process of a page as the system does when memory runs out. */
export async function killPage(app: App, page: PageName): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(
      (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${name}:`),
    );
    if (window !== undefined) process.kill(window.webContents.getOSProcessId(), 'SIGKILL');
  }, page);
}

/** Lets a page's script run in a circle for ever. */
export async function hangPage(app: App, page: PageName): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, name) => {
    const window = BrowserWindow.getAllWindows().find(
      (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${name}:`),
    );
    void window?.webContents.executeJavaScript('for (;;);').catch(() => undefined);
  }, page);
}

/** Ends the process that draws for all windows. */
export async function killGpu(app: App): Promise<number> {
  return app.electron.evaluate(({ app }) => {
    const gpu = app.getAppMetrics().find(({ type }) => type === 'GPU');
    if (gpu !== undefined) process.kill(gpu.pid, 'SIGKILL');
    return gpu?.pid ?? 0;
  });
}

/** The process that draws for all windows, 0 when there is none. */
export function gpuProcess(app: App): Promise<number> {
  return app.electron.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);
}

/**
 * What a selector finds on a page, as text; null when nothing does, or while the page is not there. A page whose process died is
 * another one to Playwright, so it is asked through its window.
 */
export function textOf(app: App, page: PageName, selector: string): Promise<string | null> {
  return app.electron.evaluate(
    async ({ BrowserWindow }, [name, sought]) => {
      const window = BrowserWindow.getAllWindows().find(
        (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${name}:`),
      );
      if (window === undefined || window.webContents.isCrashed() || window.webContents.isLoading()) return null;
      const script = `(() => { const found = document.querySelector(${JSON.stringify(sought)}); return found === null ? null : (found.value ?? found.textContent); })()`;
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 500));
      return Promise.race([window.webContents.executeJavaScript(script).catch(() => null), late]) as Promise<
        string | null
      >;
    },
    [page, selector] as const,
  );
}

/** Clicks the first element a selector finds on a page, asked through its window as `textOf` is. */
export async function clickOn(app: App, page: PageName, selector: string): Promise<void> {
  await app.electron.evaluate(
    async ({ BrowserWindow }, [name, sought]) => {
      const window = BrowserWindow.getAllWindows().find(
        (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${name}:`),
      );
      await window?.webContents.executeJavaScript(`document.querySelector(${JSON.stringify(sought)}).click()`);
    },
    [page, selector] as const,
  );
}

export type Modifier = 'control' | 'alt' | 'shift' | 'meta';

/** Presses a key on a page's window as the system does, whether or not the page answers. */
export async function pressNatively(
  app: App,
  keyCode: string,
  modifiers: readonly Modifier[] = [],
  page: PageName = 'console',
): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, key) => {
      const window = BrowserWindow.getAllWindows().find(
        (it) =>
          !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${key.page}:`),
      );
      for (const type of ['keyDown', 'keyUp'] as const)
        window?.webContents.sendInputEvent({ type, keyCode: key.keyCode, modifiers: [...key.modifiers] });
    },
    { keyCode, modifiers, page },
  );
}

/** Chooses an item of the application's menu by its label, as the system does. */
export async function chooseInMenu(app: App, label: string): Promise<void> {
  await app.electron.evaluate(({ Menu }, sought) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find((it) => it.label === sought);
    if (item === undefined) throw new Error('no such item');
    item.click();
  }, label);
}

/** Watches a page's process so many milliseconds; whether it ended in that time. */
export function goneWithin(app: App, page: PageName, ms: number): Promise<boolean> {
  return app.electron.evaluate(
    ({ BrowserWindow }, [name, longest]) =>
      new Promise<boolean>((resolve) => {
        const window = BrowserWindow.getAllWindows().find(
          (it) => !it.isDestroyed() && !it.webContents.isDestroyed() && it.webContents.getURL().startsWith(`${name}:`),
        );
        window?.webContents.once('render-process-gone', () => resolve(true));
        setTimeout(() => resolve(false), longest);
      }),
    [page, ms] as const,
  );
}
