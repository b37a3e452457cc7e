import { type BrowserWindow, type Display, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { boundsSchema, readBounds, writeBounds } from './bounds-file';
import { touches } from './rectangles';
import { leastZoom, mostZoom } from './zoom';

const savedBoundsSchema = boundsSchema.extend({
  maximized: z.boolean(),
  /** How large everything in it is: it belongs to this screen, and is known before the first picture. */
  zoom: z.number().min(leastZoom).max(mostZoom).default(1),
});
type SavedBounds = z.infer<typeof savedBoundsSchema>;

/** The size a console is designed for, and the least it can be used at. */
const usual = { width: 1280, height: 800 };
export const leastSize = { width: 1000, height: 640 };
const keepAfterMs = 500;

const file = 'console-window.json';

const remembered = (): SavedBounds | null => readBounds(file, savedBoundsSchema);

const centre = ({ x, y, width, height }: Rectangle): Rectangle => {
  const size = { width: Math.min(usual.width, width), height: Math.min(usual.height, height) };
  return { ...size, x: x + Math.round((width - size.width) / 2), y: y + Math.round((height - size.height) / 2) };
};

/** Holds a place within a display's work area, smaller if it must be. */
function within(place: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  return {
    width,
    height,
    x: Math.min(Math.max(place.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(place.y, area.y), area.y + area.height - height),
  };
}

export interface ConsoleBounds {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
  readonly zoom: number;
}

/** Where the console opens: where it last was if that is still a display, and never on the room's display (S3). */
export function consoleBounds(isRooms: (display: Display) => boolean): ConsoleBounds {
  const all = screen.getAllDisplays();
  const free = all.filter((display) => !isRooms(display));
  const allowed = free.length > 0 ? free : all;
  const last = remembered();
  const home = last === null ? undefined : allowed.find(({ bounds }) => touches(last, bounds));
  const mostly = last === null ? null : screen.getDisplayMatching(last);
  if (last !== null && home !== undefined && mostly?.id === home.id) {
    return { bounds: within(last, home.workArea), maximized: last.maximized, zoom: last.zoom };
  }
  const primary = screen.getPrimaryDisplay();
  const display = allowed.find(({ id }) => id === primary.id) ?? allowed[0] ?? primary;
  return { bounds: centre(display.workArea), maximized: false, zoom: last?.zoom ?? 1 };
}

/** Remembers where the window is and its zoom, a moment after they last changed. Returns what to call when the zoom did. */
export function rememberBounds(window: BrowserWindow): () => void {
  let timer: NodeJS.Timeout | undefined;
  function keep(): void {
    if (window.isDestroyed()) return;
    // Chromium gives a factor back with a little noise in it.
    const zoom = Math.min(mostZoom, Math.max(leastZoom, Math.round(window.webContents.getZoomFactor() * 100) / 100));
    void writeBounds(file, {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom,
    } satisfies SavedBounds);
  }
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, keepAfterMs);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('close', keep);
  return later;
}
