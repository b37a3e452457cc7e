import type { Reading } from '../../../shared/room/timer';

const secondMs = 1000;

/** What the big digits count: what is left, or how long it has run when there is no end. */
export function shownMs(reading: Reading): number {
  return reading.remainingMs ?? wholeSeconds(reading.elapsedMs);
}

/** Milliseconds cut down to whole seconds, for counts that go up: a second counts when it is full. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / secondMs) * secondMs;

/** Milliseconds until a digit changes, or null while nothing moves. Digits going down are rounded up, those going up are cut. */
export function untilFlip(reading: Reading): number | null {
  const { state, remainingMs, elapsedMs, overMs } = reading;
  if (state === 'ready' || state === 'paused') return null;
  if (remainingMs !== null && remainingMs > 0) {
    return remainingMs - (Math.ceil(remainingMs / secondMs) - 1) * secondMs;
  }
  const rising = remainingMs === null ? elapsedMs : overMs;
  return secondMs - (rising % secondMs);
}
