import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../shared/session/state/settings';
import { logEvent } from '../app/log';
import { pagePreferences } from '../security/lockdown';
import { type ConsoleBounds, leastSize, rememberBounds } from './console-bounds';
import { keepOnPage, loadPage } from './load-page';
import { sameBounds } from './rectangles';
import { letZoom, type ZoomWish } from './zoom';

/** The ground of both pages, so that no window flashes white before its page is drawn. */
export const grounds = { paper: '#f7f2e8', dusk: '#1b2125' } as const;
export const inks = { paper: '#26221d', dusk: '#f3ecdd' } as const;

export const consoleGround = (): string => (nativeTheme.shouldUseDarkColors ? grounds.dusk : grounds.paper);

/** Dark or light, as the facilitator set it or as the system is. */
export function followTheme({ theme }: Settings): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}

export interface ConsoleWindow {
  readonly window: BrowserWindow;
  readonly zoom: (wish: ZoomWish) => void;
}

/** The console's window. Its title never names a retreat or a person (S1). */
export function openConsoleWindow(place: ConsoleBounds): ConsoleWindow {
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Holdfast',
    backgroundColor: consoleGround(),
    webPreferences: { ...pagePreferences('console'), zoomFactor: place.zoom },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(consoleGround());
  });
  // Where the system has it (not on Linux): what is captured or shared of this screen leaves the console out.
  window.setContentProtection(true);
  return { window, zoom: letZoom(window, rememberBounds(window)) };
}

/** The console's page in its window. */
export interface ConsolePage {
  /** Shows the window, once there is something to see. */
  readonly show: (place: Pick<ConsoleBounds, 'bounds' | 'maximized'>) => void;
  /** Ends the page and hides its window: nothing of it is left in memory while the laptop is in other hands. */
  readonly tearDown: () => void;
  /** Loads it anew and shows it. */
  readonly rebuild: () => void;
}

/** Loads the console's page, unless it is `tornDown` from the start; one that dies comes back by itself. */
export function bringUpConsole(window: BrowserWindow, tornDown: boolean): ConsolePage {
  let down = tornDown;
  const drawn = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  window.webContents.on('render-process-gone', (_, { reason }) => {
    logEvent('console.gone', { killed: reason === 'killed', crashed: reason === 'crashed' });
    if (!window.isDestroyed() && !down) void loadPage(window, 'console').catch(() => undefined);
  });
  keepOnPage(window, 'console');
  const load = (): Promise<void> => loadPage(window, 'console').catch(() => logEvent('console.not-loaded'));
  if (!down) void load();
  return {
    show: ({ bounds, maximized }) => {
      if (!sameBounds(bounds, window.getBounds())) window.setBounds(bounds);
      void drawn.then(() => {
        if (window.isDestroyed() || down) return;
        if (maximized) window.maximize();
        window.show();
      });
    },
    tearDown: () => {
      if (down || window.isDestroyed()) return;
      down = true;
      window.hide();
      // Not by a crash: its dump would hold the words.
      const pid = window.webContents.getOSProcessId();
      if (pid > 0) process.kill(pid, 'SIGKILL');
    },
    rebuild: () => {
      if (!down || window.isDestroyed()) return;
      down = false;
      void load().then(() => {
        if (window.isDestroyed() || down) return;
        window.show();
        window.focus();
      });
    },
  };
}
