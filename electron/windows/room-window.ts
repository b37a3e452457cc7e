import { BrowserWindow, type BrowserWindowConstructorOptions, type Display } from 'electron';
import type { Look } from '../../shared/room/room-view';
import { logEvent } from '../app/log';
import { cardAddress } from '../security/cards';
import { pagePreferences } from '../security/lockdown';
import { grounds, inks } from './console-window';
import { keepOnPage, loadPage } from './load-page';
import { watchPage } from './page-watchdog';
import type { WindowedRoom } from './windowed-room';

/** Where the room is: over a whole display, or in an ordinary window on the console's (S3). */
export type RoomTarget = { readonly kind: 'full'; readonly display: Display } | { readonly kind: 'window' };

interface RoomSize {
  readonly width: number;
  readonly height: number;
}

export interface RoomWindowOptions {
  /** Tells it from the console; never a retreat's or a person's name (S1). */
  readonly title: () => string;
  readonly windowed: Pick<WindowedRoom, 'options' | 'keep'>;
  readonly palette: () => Look['palette'];
  /** A new window is there: its page may be given a view and a way to ask the time. */
  readonly onMade: (window: BrowserWindow, beat: () => void) => void;
  /** Its size changed, in CSS pixels. */
  readonly onSize: (size: RoomSize) => void;
  /** The page failed more often than is bearable; a plain card stands in for it. */
  readonly onDown: () => void;
  /** A person closed the window. */
  readonly onClosed: () => void;
}

/** The room's window: made when it is wanted, never focused, back by itself when its page fails. */
export interface RoomWindow {
  readonly place: (place: RoomTarget) => void;
  /** Off the screen at once; the page lives on and is there again with `place`. */
  readonly hide: () => void;
  readonly close: () => void;
}

const mostFailures = 3;
const withinMs = 60_000;
const silentForMs = 3000;
const restMs = 300;

function fullOptions(display: Display): BrowserWindowConstructorOptions {
  return {
    ...display.bounds,
    frame: false,
    focusable: false,
    skipTaskbar: true,
    hasShadow: false,
    roundedCorners: false,
    thickFrame: false,
    resizable: false,
    enableLargerThanScreen: true,
  };
}

/** Covers the display. macOS has no full screen that leaves the other displays alone, so there it is bounds and level. */
function cover(window: BrowserWindow, display: Display): void {
  if (window.isFullScreen() && process.platform !== 'darwin') window.setFullScreen(false);
  window.setBounds(display.bounds);
  window.showInactive();
  if (process.platform === 'darwin') window.setAlwaysOnTop(true, 'screen-saver');
  else {
    window.setFullScreen(true);
    // Before full screen, X11 keeps a window of a display's very size a pixel smaller.
    window.setBounds(display.bounds);
  }
}

/** The room's window and its keeper. */
export function roomWindow(options: RoomWindowOptions): RoomWindow {
  let window: BrowserWindow | null = null;
  let kind: RoomTarget['kind'] | null = null;
  let failures: number[] = [];
  let ready = false;
  let wanted: RoomTarget | null = null;

  function fail(): void {
    const now = performance.now();
    failures = [...failures.filter((at) => now - at < withinMs), now];
    logEvent('room.failed', { times: failures.length });
    if (window === null || window.isDestroyed()) return;
    const palette = options.palette();
    // What is seen until the page is there again.
    window.setBackgroundColor(grounds[palette]);
    if (failures.length <= mostFailures) return void loadPage(window, 'room').catch(() => undefined);
    const card = cardAddress('rest', { text: '', ground: grounds[palette], ink: inks[palette] });
    void window.loadURL(card).catch(() => undefined);
    options.onDown();
  }

  function make(place: RoomTarget): BrowserWindow {
    const full = place.kind === 'full';
    const made = new BrowserWindow({
      ...(full ? fullOptions(place.display) : options.windowed.options()),
      show: false,
      title: options.title(),
      backgroundColor: grounds[options.palette()],
      webPreferences: pagePreferences('room'),
    });
    made.removeMenu();
    if (!full) options.windowed.keep(made);
    made.on('page-title-updated', (event) => event.preventDefault());
    const beat = watchPage(made, silentForMs);
    made.webContents.on('render-process-gone', fail);
    keepOnPage(made, 'room');
    made.once('ready-to-show', () => {
      if (window !== made) return;
      ready = true;
      if (wanted !== null) appear(made, wanted);
    });
    let resting: NodeJS.Timeout | undefined;
    made.on('resize', () => {
      if (window !== made || wanted === null) return;
      tellSize(made);
      // On X11 it may be told while the window still has the size from before.
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (window === made && !made.isDestroyed()) tellSize(made);
      }, restMs);
    });
    made.on('closed', () => {
      clearTimeout(resting);
      if (window !== made) return;
      window = null;
      options.onClosed();
    });
    options.onMade(made, beat);
    void loadPage(made, 'room').catch(() => logEvent('room.not-loaded'));
    return made;
  }

  function tellSize(made: BrowserWindow): void {
    const { width, height } = made.getContentBounds();
    options.onSize({ width, height });
  }

  function appear(made: BrowserWindow, place: RoomTarget): void {
    if (place.kind === 'full') cover(made, place.display);
    else made.showInactive();
    tellSize(made);
  }

  function close(): void {
    const old = window;
    window = null;
    wanted = null;
    kind = null;
    failures = [];
    old?.destroy();
  }

  return {
    place: (place) => {
      if (kind !== place.kind) close();
      wanted = place;
      kind = place.kind;
      if (window === null) {
        ready = false;
        window = make(place);
      } else if (ready) appear(window, place);
      // What the window comes to be is told once it is there: with a scale the display's own figures are rounded.
      if (place.kind === 'full' && !ready)
        options.onSize({ width: place.display.bounds.width, height: place.display.bounds.height });
    },
    hide: () => {
      wanted = null;
      window?.hide();
    },
    close,
  };
}
