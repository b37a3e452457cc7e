import type { Reading } from '../../shared/room/timer';

/** Finest step of the ring, as a share of the stage's height: a smaller move of its end cannot be seen from a chair. */
const finest = 1 / 1080;
/** What moves by less than this share of the stage's height at a time seems not to jump, three heights away. */
const smooth = 1 / 400;
/** Nor does a move of less than so many pixels of the display. */
const smoothPixels = 2;
/** The ring never moves more often than this, in milliseconds. */
const shortestStepMs = 50;
const secondMs = 1000;

/** How many steps a ring of `diameter` CSS pixels empties in, on a stage `height` pixels high. */
export function ringSteps(diameter: number, height: number): number {
  return Math.max(60, Math.round((Math.PI * diameter) / Math.max(1, height * finest)));
}

/** About how many times the ring moves while it empties, drawn `diameter` pixels of the display wide on a stage `height` of them high. */
export function ringMoves(diameter: number, height: number): number {
  return Math.max(60, Math.round((Math.PI * diameter) / Math.max(smoothPixels, height * smooth)));
}

/** Degrees, clockwise from the top, that have emptied. A ring looks empty only when it is. */
export function emptied(left: number, steps: number): number {
  return 360 * (1 - Math.ceil(left * steps - 1e-6) / steps);
}

/**
 * Milliseconds from one step to the next of a ring that empties in `lengthMs` with about so many: whole seconds or a whole part of one,
 * so that a step and a flip of the figures are one frame, and neither ever waits for the other.
 */
export function stepMs(lengthMs: number, moves: number): number {
  const every = Math.max(shortestStepMs, lengthMs / moves);
  return every < secondMs ? secondMs / Math.round(secondMs / every) : secondMs * Math.round(every / secondMs);
}

/** Milliseconds until the ring next moves by a step, or null when it stands still. */
export function untilNextStep(reading: Reading, moves: number): number | null {
  const { lengthMs, remainingMs } = reading;
  if (reading.state !== 'running' || lengthMs === null || remainingMs === null || lengthMs === 0) return null;
  const every = stepMs(lengthMs, moves);
  return remainingMs - (Math.ceil(remainingMs / every - 1e-6) - 1) * every;
}

/** The band of the ring, in units of which the ring is a hundred wide: the radius of its middle, and how broad it is. */
export const band = { radius: 46.7, width: 6.6 };
const unitsPerDegree = (band.radius * Math.PI) / 180;
/** Degrees of the ring that are drawn anew when it moves; the rest is left standing. */
const tipDegrees = 15;
/** Degrees by which one arc reaches under another, so that no hair of light is between them. */
const overlap = 0.5;

/**
 * The two arcs that a ring of which so many degrees have emptied is made of, as SVG paths around its middle, and how much of the
 * tip is gone, in the ring's units. The tip is short, so that a step of the ring draws no more than its few pixels; and it stays the
 * same path for many steps, because for a new path all around it is laid out, and for what is left out of one nothing is.
 */
export function arcs(degrees: number): { readonly tip: string; readonly rest: string; readonly gone: number } {
  if (degrees >= 360) return { tip: '', rest: '', gone: 0 };
  const from = Math.floor(degrees / tipDegrees) * tipDegrees;
  const to = from + tipDegrees;
  // Full, its two ends reach under each other as well.
  const tip = arc(degrees === 0 ? -overlap : from, Math.min(360, to + overlap));
  return { tip, rest: arc(to, 360), gone: (degrees - from) * unitsPerDegree };
}

/** A part of the band's middle, clockwise, in degrees from the top; nothing when it has no length. */
function arc(from: number, to: number): string {
  if (to - from < 1e-6) return '';
  const point = (degrees: number): string => {
    const angle = (degrees * Math.PI) / 180;
    return `${(band.radius * Math.sin(angle)).toFixed(3)} ${(-band.radius * Math.cos(angle)).toFixed(3)}`;
  };
  return `M${point(from)}A${band.radius} ${band.radius} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
}
