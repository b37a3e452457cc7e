import type { App } from '../rig/app';
import { SmallDisk } from '../rig/small-disk';
import { test as base } from '../rig/test';

interface Disks {
  /** Mounts a small disk on a folder; it is gone after the test. */
  readonly smallDisk: (folder: string, kilobytes: number) => SmallDisk;
}

/** Playwright's `test` with the real app, real displays and disks that fail. */
export const test = base.extend<Disks>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  smallDisk: async ({}, use) => {
    const disks: SmallDisk[] = [];
    await use((folder, kilobytes) => {
      const disk = new SmallDisk(folder, kilobytes);
      disks.push(disk);
      return disk;
    });
    for (const disk of disks.reverse()) disk.unmount();
  },
});

/** What the native picker was asked for, and whether on the console's own window. */
export interface Picked {
  readonly title: string;
  readonly buttonLabel: string;
  readonly onConsole: boolean;
}

/**
 * Answers the next folder picker with a folder, or as one that was cancelled. The system's own box cannot be pressed by a test, so it
 * alone is replaced; what asks for it and what follows is the app.
 */
export async function answerPicker(app: App, folder: string | null): Promise<() => Promise<Picked[]>> {
  await app.electron.evaluate(({ dialog, BrowserWindow }, chosen) => {
    const seen: Picked[] = [];
    Object.assign(globalThis, { holdfastPicked: seen });
    dialog.showOpenDialog = async (...given: unknown[]) => {
      const [window, options] = given as [Electron.BrowserWindow, Electron.OpenDialogOptions];
      const onConsole = window instanceof BrowserWindow && window.webContents.getURL().startsWith('console:');
      seen.push({ title: options.title ?? '', buttonLabel: options.buttonLabel ?? '', onConsole });
      return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
    };
  }, folder);
  return () => app.electron.evaluate(() => (globalThis as unknown as { holdfastPicked: Picked[] }).holdfastPicked);
}
