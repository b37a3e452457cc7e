import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { settled } from '../../e2e/pages/screen-facts';
import { giveToUser, makeUserFolder, stageApp, unstage } from '../stage';

const built = fileURLToPath(new URL('../../../test-output/gallery', import.meta.url));

/** An app that is one window with the gallery in it, and nothing else. */
const main = `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => new BrowserWindow().loadFile(new URL('../renderer/index.html', import.meta.url).pathname));
`;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Gallery {
  readonly page: Page;
  /** Hangs a view at a size and waits until it is set; says whether all of it fits. */
  readonly hang: (view: string, palette: 'paper' | 'dusk', size: Size) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Builds the gallery and opens it in the app's own Electron, so that letters are set as the room sets them. */
export async function openGallery(display: string): Promise<Gallery> {
  rmSync(built, { recursive: true, force: true });
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(built, 'renderer'),
      emptyOutDir: true,
      target: 'chrome148',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  });
  mkdirSync(join(built, 'main'));
  writeFileSync(join(built, 'main', 'main.js'), main);
  const staged = stageApp(built);
  const home = makeUserFolder();
  giveToUser(home);
  const electron = await _electron.launch({
    executablePath: staged.program,
    chromiumSandbox: true,
    args: [
      staged.app,
      '--ozone-platform=x11',
      `--user-data-dir=${home}`,
      '--force-color-profile=srgb',
      '--disable-dev-shm-usage',
    ],
    cwd: staged.app,
    env: { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home, TZ: 'UTC', DISPLAY: display },
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('load');
  const [address] = page.url().split('?');
  const hang: Gallery['hang'] = async (view, palette, size) => {
    await page.setViewportSize(size);
    await page.goto(`${address}?view=${view}&palette=${palette}&still`);
    await expect(page.locator('body')).toHaveAttribute('data-fits', /true|false/);
    // Faces may still arrive one by one, and each is measured anew.
    await settled(page);
    return (await page.locator('body').getAttribute('data-fits')) === 'true';
  };
  const close = async (): Promise<void> => {
    await electron.close();
    unstage(staged);
  };
  return { page, hang, close };
}
