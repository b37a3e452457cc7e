import type { BrowserWindow } from 'electron';
import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import { addressOf } from '../security/origins';

/** Loads a page's own document into its window. */
export const loadPage = (window: BrowserWindow, page: SurfaceName): Promise<void> => window.loadURL(addressOf(page));

/** Brings the page back when it has emptied itself: going to about:blank is the one way that asks nobody. */
export function keepOnPage(window: BrowserWindow, page: SurfaceName): void {
  window.webContents.on('did-navigate', (_, url) => {
    if (url.startsWith('about:')) void loadPage(window, page).catch(() => undefined);
  });
}
