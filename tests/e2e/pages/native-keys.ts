import type { App } from '../../rig/app';

/** Keys as the system hands them to the console's window, so many milliseconds apart; "^k" is Ctrl+K. */
export async function pressKeys(app: App, keys: readonly string[], gap: number): Promise<void> {
  await app.electron.evaluate(
    async ({ BrowserWindow }, [all, ms]) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().startsWith('console:'),
      );
      for (const key of all) {
        const held = key.startsWith('^');
        const event = { keyCode: held ? key.slice(1) : key, modifiers: held ? (['control'] as const).slice() : [] };
        window?.webContents.sendInputEvent({ type: 'keyDown', ...event });
        if (!held) window?.webContents.sendInputEvent({ type: 'char', ...event });
        window?.webContents.sendInputEvent({ type: 'keyUp', ...event });
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    },
    [keys, gap] as const,
  );
}
