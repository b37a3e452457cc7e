import { type BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen } from 'electron';
import type { Picture } from '../../shared/session/protocol/channel';
import { boundsSchema, readBounds, writeBounds } from './bounds-file';
import { isWithin } from './rectangles';
import { leastRoom, roomBounds } from './room-bounds';

const file = 'room-window.json';
const restMs = 300;
/** A window manager may move a window by the width of its own frame; a person moves it further. */
const ownMove = 40;

/** The room as a window of its own on the console's display: where it is, and that it stays there. */
export interface WindowedRoom {
  /** What the window is made with. */
  readonly options: () => BrowserWindowConstructorOptions;
  /** Keeps that window in its place from now on, or remembers where a person puts it. */
  readonly keep: (window: BrowserWindow) => void;
  /** The console's page says where its picture of the room is. */
  readonly pictureAt: (picture: Picture | null) => void;
  /** The console's page says whether a dialog, a menu or the palette is open: for so long the console lies over the room's window. */
  readonly overlaid: (on: boolean) => void;
}

const mac = process.platform === 'darwin';

const isNear = (one: Rectangle, other: Rectangle): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) <= ownMove);

/** Places the room's window by the console's, and tells when it covers the console's picture of the room or does so no more. */
export function windowedRoom(consoleWindow: BrowserWindow, onCovers: (covers: boolean) => void): WindowedRoom {
  let picture: Picture | null = null;
  let left = readBounds(file, boundsSchema);
  let window: BrowserWindow | null = null;
  let placed: Rectangle | null = null;
  let under = false;
  let covers = false;
  let moving: NodeJS.Timeout | undefined;
  let following: NodeJS.Timeout | undefined;

  function pictureOnScreen(): Rectangle | null {
    if (picture === null) return null;
    const { x, y } = consoleWindow.getContentBounds();
    const zoom = consoleWindow.webContents.getZoomFactor();
    const scaled = (length: number): number => Math.round(length * zoom);
    const { width, height } = picture;
    return { x: x + scaled(picture.x), y: y + scaled(picture.y), width: scaled(width), height: scaled(height) };
  }

  function where(): Rectangle {
    const console = consoleWindow.getContentBounds();
    const home = screen.getDisplayMatching(console);
    const others = screen.getAllDisplays().filter(({ id }) => id !== home.id);
    const areas = [home.workArea, ...others.map(({ workArea }) => workArea)] as const;
    return roomBounds({ left, picture: pictureOnScreen(), console, areas });
  }

  function tell(): void {
    const shown = window !== null && !window.isDestroyed() && window.isVisible() && !consoleWindow.isDestroyed();
    const over = shown && !under ? pictureOnScreen() : null;
    const now = over !== null && window !== null && isWithin(window.getBounds(), over);
    if (now === covers) return;
    covers = now;
    onCovers(now);
  }

  /** Where nobody has put it elsewhere it stays over the picture, wherever that goes. */
  function follow(): void {
    if (window === null || window.isDestroyed() || consoleWindow.isDestroyed()) return;
    const to = where();
    if (placed === null || !isNear(to, placed) || !isNear(to, window.getBounds())) {
      placed = to;
      window.setBounds(to);
    }
    tell();
  }

  /** What a person reads or answers now lies over everything; the room's window is above the console at all other times. */
  function stack(): void {
    if (window === null || window.isDestroyed() || consoleWindow.isDestroyed()) return;
    if (mac) window.setAlwaysOnTop(!under);
    else window.setParentWindow(under ? null : consoleWindow);
    if (under) consoleWindow.moveTop();
    else window.moveTop();
    tell();
  }

  const later = (): void => {
    clearTimeout(following);
    following = setTimeout(follow, restMs);
  };
  consoleWindow.on('move', later);
  consoleWindow.on('resize', later);

  return {
    options: () => {
      placed = where();
      return {
        ...placed,
        minWidth: leastRoom.width,
        minHeight: leastRoom.height,
        // Above the console also when that is clicked, and above nothing else. A child of macOS moves with its parent, so there it floats.
        ...(mac ? { alwaysOnTop: true } : { parent: consoleWindow }),
      };
    },
    keep: (made) => {
      window = made;
      if (under) stack();
      const moved = (): void => {
        clearTimeout(moving);
        moving = setTimeout(() => {
          if (made.isDestroyed() || !made.isVisible() || placed === null) return;
          tell();
          const bounds = made.getNormalBounds();
          if (isNear(bounds, placed)) return;
          placed = bounds;
          left = bounds;
          void writeBounds(file, bounds);
        }, restMs);
      };
      made.on('move', moved);
      made.on('resize', moved);
      made.on('show', tell);
      made.on('hide', tell);
      made.once('closed', () => {
        clearTimeout(moving);
        if (window !== made) return;
        window = null;
        tell();
      });
    },
    pictureAt: (at) => {
      picture = at;
      later();
    },
    overlaid: (on) => {
      if (on === under) return;
      under = on;
      stack();
    },
  };
}
