import { type BrowserWindow, powerMonitor } from 'electron';
import { logEvent } from '../app/log';
import { isCard } from '../security/cards';

const checkEveryMs = 1000;
/** What a page may take to load, on a busy machine too, before its silence counts. */
const loadMs = 15_000;

/**
 * Ends a page that shows no sign of life for `silentForMs` once it is loaded, so that it is loaded anew. Returns what to call at
 * each sign of life.
 */
export function watchPage(window: BrowserWindow, silentForMs: number): () => void {
  let last: number | null = null;
  let checked = performance.now();
  const rest = (): void => {
    last = null;
  };
  const timer = setInterval(() => {
    const now = performance.now();
    // When we ourselves were held up, the page's sign of life may be waiting behind us.
    const late = now - checked > 2 * checkEveryMs;
    checked = now;
    if (last === null || late || now - last < silentForMs || window.isDestroyed()) return;
    rest();
    logEvent('page.silent');
    window.webContents.forcefullyCrashRenderer();
  }, checkEveryMs);
  window.webContents.on('did-start-loading', () => {
    last = performance.now() + loadMs;
  });
  // From here on it is heard: one that hangs before its first sign of life is missed too. A card has no script to show any.
  window.webContents.on('did-finish-load', () => {
    last = isCard(window.webContents.getURL()) ? null : performance.now();
  });
  window.webContents.on('render-process-gone', rest);
  powerMonitor.on('resume', rest);
  window.once('closed', () => {
    clearInterval(timer);
    powerMonitor.off('resume', rest);
  });
  return () => {
    last = performance.now();
  };
}
