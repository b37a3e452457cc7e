import { createSpotlight } from '@mantine/spotlight';
import { awaitField } from '../kit/type-ahead';

const [store, { open, close }] = createSpotlight();

export const closePalette = close;

/** Whether the palette is open. */
export const paletteStore = store;

/** Opens the palette; what is typed from now on is looked for. */
export function openPalette(): void {
  if (store.getState().opened) return;
  awaitField(close);
  open();
}

export function togglePalette(): void {
  if (store.getState().opened) close();
  else openPalette();
}
