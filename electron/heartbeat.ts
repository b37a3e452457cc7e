import { type BrowserWindow, powerMonitor } from 'electron';
import { note } from './journal';

const checkEveryMs = 1000;

/**
 * Ends a page that has shown signs of life and then none for `silentForMs`, so that it is loaded anew. Returns what to call at
 * each sign of life.
 */
export function watchBeat(window: BrowserWindow, silentForMs: number): () => void {
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
    note('page.silent');
    window.webContents.forcefullyCrashRenderer();
  }, checkEveryMs);
  window.webContents.on('did-start-loading', rest);
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
