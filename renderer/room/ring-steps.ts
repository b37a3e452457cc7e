import type { Reading } from '../../shared/room/timer';

/** Finest step of the ring, as a share of the stage's height: a smaller move of its end cannot be seen from a chair. */
const finest = 1 / 1080;
/** What moves by less than this share of the stage's height at a time seems not to jump, three heights away. */
const smooth = 1 / 400;
/** Nor does a move of less than so many pixels of the display. */
const smoothPixels = 2;
/** The ring never redraws more often than this, in milliseconds. */
const shortestWaitMs = 50;

/** How many steps a ring of `diameter` CSS pixels empties in, on a stage `height` pixels high. */
export function ringSteps(diameter: number, height: number): number {
  return Math.max(60, Math.round((Math.PI * diameter) / Math.max(1, height * finest)));
}

/** How many times the ring is redrawn while it empties, drawn `diameter` pixels of the display wide on a stage `height` of them high. */
export function ringMoves(diameter: number, height: number): number {
  return Math.max(60, Math.round((Math.PI * diameter) / Math.max(smoothPixels, height * smooth)));
}

/** Degrees, clockwise from the top, that have emptied. A ring looks empty only when it is. */
export function emptied(left: number, steps: number): number {
  return 360 * (1 - Math.ceil(left * steps - 1e-6) / steps);
}

/** Milliseconds until the ring next moves by a step, or null when it stands still. */
export function untilNextStep(reading: Reading, steps: number): number | null {
  const { lengthMs, remainingMs } = reading;
  if (reading.state !== 'running' || lengthMs === null || remainingMs === null || lengthMs === 0) return null;
  const after = Math.ceil(reading.left * steps - 1e-6) - 1;
  return Math.min(remainingMs, Math.max(shortestWaitMs, remainingMs - (after / steps) * lengthMs));
}

/** The turns of the ring's two halves, in degrees: the right one empties first. */
export function halves(degrees: number): { readonly right: number; readonly left: number } {
  return { right: Math.min(180, degrees), left: Math.max(0, degrees - 180) };
}
