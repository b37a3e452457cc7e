import type { BrowserWindow, Input } from 'electron';

export const leastZoom = 0.8;
export const mostZoom = 2;
/** How large everything in the console can be. */
export const zooms = [leastZoom, 0.9, 1, 1.1, 1.25, 1.5, 1.75, mostZoom] as const;
export type ZoomWish = 'larger' | 'smaller' | 'actual';

/** The next size in that direction, or the same at either end. */
export function zoomed(zoom: number, wish: ZoomWish): number {
  if (wish === 'actual') return 1;
  // Chromium gives a factor back with a little noise in it.
  if (wish === 'larger') return zooms.find((each) => each > zoom + 0.01) ?? mostZoom;
  return zooms.findLast((each) => each < zoom - 0.01) ?? leastZoom;
}

const byKey: Readonly<Record<string, ZoomWish>> = { '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'actual' };
const byPad: Readonly<Record<string, ZoomWish>> = {
  NumpadAdd: 'larger',
  NumpadSubtract: 'smaller',
  Numpad0: 'actual',
  Digit0: 'actual',
};

type Pressed = Pick<Input, 'key' | 'code' | 'control' | 'meta' | 'alt'>;

/** What a key with Ctrl, or Command on a Mac, asks for: by its sign, else by where it lies. */
export function zoomWish({ key, code, control, meta, alt }: Pressed, mac: boolean): ZoomWish | null {
  const mod = mac ? meta && !control : control && !meta;
  if (!mod || alt) return null;
  return byKey[key] ?? byPad[code] ?? null;
}

/**
 * Lets a window be made larger and smaller, by keys that are heard before the page and by the wheel; calls back after each
 * change. Returns the same for the menu.
 */
export function letZoom(window: BrowserWindow, changed: () => void): (wish: ZoomWish) => void {
  const { webContents } = window;
  const zoom = (wish: ZoomWish): void => {
    webContents.setZoomFactor(zoomed(webContents.getZoomFactor(), wish));
    changed();
  };
  webContents.on('before-input-event', (event, input) => {
    const wish = zoomWish(input, process.platform === 'darwin');
    if (wish === null) return;
    event.preventDefault();
    if (input.type === 'keyDown') zoom(wish);
  });
  webContents.on('zoom-changed', (_, direction) => zoom(direction === 'in' ? 'larger' : 'smaller'));
  return zoom;
}
