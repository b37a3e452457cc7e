import { BrowserWindow, type Clipboard, clipboard, powerMonitor, type Rectangle, screen } from 'electron';
import { logEvent } from '../app/log';
import { pagePreferences } from '../security/lockdown';
import type { Store } from '../state/store';
import { keepOnPage, loadPage } from './load-page';
import { watchPage } from './page-watchdog';

const silentForMs = 5_000;

export interface HandoverWindowOptions {
  readonly title: () => string;
  /** The ground of its page, so that nothing flashes before it is drawn. */
  readonly ground: () => string;
  /** The display it covers: the console's, never the room's where there is another. */
  readonly bounds: () => Rectangle;
  readonly onMade: (window: BrowserWindow, beat: () => void) => void;
  /** The laptop leaves the facilitator's hands, or is back in them. */
  readonly onGiven: () => void;
  readonly onBack: () => void;
}

export interface HandoverWindow {
  /** The window, while there is one. */
  readonly window: () => BrowserWindow | null;
  readonly close: () => void;
}

/** What was copied is forgotten: neither may a partner paste what the facilitator copied, nor the next one what this one did. */
function forgetCopied(): void {
  clipboard.clear();
  if (process.platform !== 'linux') return;
  // What is marked with the mouse is copied there too. Electron 42 names it in one way, 45 in another.
  const older: { readonly clear: (type: 'selection') => void } = clipboard;
  const newer: { readonly selection?: Pick<Clipboard, 'clear'> } = clipboard;
  if (newer.selection === undefined) older.clear('selection');
  else newer.selection.clear();
}

/** The window in a partner's hands: over the whole display, it cannot be closed, and goes only when the session says so. */
export function handoverWindow(store: Store, options: HandoverWindowOptions): HandoverWindow {
  let window: BrowserWindow | null = null;

  function lock(why: 'gone' | 'display'): void {
    logEvent('handover.locked', { why });
    store.report({ type: 'handover/lock' });
  }

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...options.bounds(),
      frame: false,
      kiosk: true,
      minimizable: false,
      maximizable: false,
      closable: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      show: false,
      title: options.title(),
      backgroundColor: options.ground(),
      webPreferences: pagePreferences('handover'),
    });
    made.removeMenu();
    made.setContentProtection(true);
    made.on('page-title-updated', (event) => event.preventDefault());
    made.on('close', (event) => event.preventDefault());
    // A page that closes itself asks nobody.
    made.once('closed', () => {
      if (window !== made) return;
      lock('gone');
      window = make();
    });
    const beat = watchPage(made, silentForMs);
    made.webContents.on('render-process-gone', () => {
      if (window !== made || made.isDestroyed()) return;
      lock('gone');
      void loadPage(made, 'handover').catch(() => undefined);
    });
    keepOnPage(made, 'handover');
    made.once('ready-to-show', () => {
      if (window !== made) return;
      made.show();
      made.focus();
    });
    options.onMade(made, beat);
    void loadPage(made, 'handover').catch(() => logEvent('handover.not-loaded'));
    return made;
  }

  function close(): void {
    const old = window;
    window = null;
    old?.destroy();
  }

  /** A display came or went: where it is shown may be another one now, before other eyes. */
  function displaysChanged(): void {
    if (window === null || window.isDestroyed()) return;
    window.hide();
    lock('display');
    window.setKiosk(false);
    window.setBounds(options.bounds());
    window.setKiosk(true);
    window.show();
    window.focus();
  }
  screen.on('display-removed', displaysChanged);
  screen.on('display-metrics-changed', displaysChanged);
  // What is locked in the moment of falling asleep could still be seen at the moment of waking.
  powerMonitor.on('suspend', () => window?.hide());
  powerMonitor.on('resume', () => {
    window?.show();
    window?.focus();
  });

  function follow(): void {
    const { handover } = store.session();
    const given = handover !== null && handover.kind !== 'opening';
    if (given === (window !== null)) return;
    forgetCopied();
    if (given) {
      options.onGiven();
      window = make();
    } else {
      close();
      options.onBack();
    }
  }
  store.subscribe(follow);
  follow();
  return { window: () => window, close };
}
