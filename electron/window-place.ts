import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, type Display, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { touches } from './rectangles';

const whole = z.number().int().min(-100_000).max(100_000);
const placeSchema = z.strictObject({
  x: whole,
  y: whole,
  width: whole.min(1),
  height: whole.min(1),
  maximized: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

/** The size a console is designed for, and the least it can be used at. */
const usual = { width: 1280, height: 800 };
export const leastSize = { width: 1000, height: 640 };
const keepAfterMs = 500;

const file = (): string => join(app.getPath('userData'), 'console-window.json');

function remembered(): Place | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    return null;
  }
}

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

export interface ConsolePlace {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Where the console opens: where it last was if that is still a display, and never on the room's display (S3). */
export function consolePlace(isRooms: (display: Display) => boolean): ConsolePlace {
  const all = screen.getAllDisplays();
  const free = all.filter((display) => !isRooms(display));
  const allowed = free.length > 0 ? free : all;
  const last = remembered();
  const home = last === null ? undefined : allowed.find(({ bounds }) => touches(last, bounds));
  const mostly = last === null ? null : screen.getDisplayMatching(last);
  if (last !== null && home !== undefined && mostly?.id === home.id) {
    return { bounds: within(last, home.workArea), maximized: last.maximized };
  }
  const primary = screen.getPrimaryDisplay();
  const display = allowed.find(({ id }) => id === primary.id) ?? allowed[0] ?? primary;
  return { bounds: centre(display.workArea), maximized: false };
}

/** Remembers where the window is, a moment after it was last moved. */
export function rememberPlace(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  async function keep(): Promise<void> {
    if (window.isDestroyed()) return;
    const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    const temp = `${file()}.tmp`;
    // A place on the desktop is no document: losing it costs a drag of the mouse.
    await writeFile(temp, JSON.stringify(place), { mode: 0o600 })
      .then(() => rename(temp, file()))
      .catch(() => undefined);
  }
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), keepAfterMs);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('close', () => void keep());
}
