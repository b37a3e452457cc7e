import { minuteMs, type Reading } from '../../shared/room/timer';

export type Digits = 'minutes' | 'seconds';

const two = (n: number): string => String(n).padStart(2, '0');

function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * The figures inside the ring, in no language. Time left is rounded up, so that the full length shows at the start and
 * nothing shows once it is over; time run (a count-up) is rounded down. Counted in minutes, less than one is said in words.
 */
export function figures(reading: Reading, digits: Digits, underMinute: string): string {
  const { remainingMs, elapsedMs } = reading;
  if (reading.state === 'done') return '';
  const ms = remainingMs ?? elapsedMs;
  if (digits === 'seconds') return clock(remainingMs === null ? Math.floor(ms / 1000) : Math.ceil(ms / 1000));
  if (ms < minuteMs) return underMinute;
  return `${remainingMs === null ? Math.floor(ms / minuteMs) : Math.ceil(ms / minuteMs)}′`;
}

/** Milliseconds until the figures flip, or null while they stand still. */
export function untilFlip(reading: Reading, digits: Digits): number | null {
  if (reading.state !== 'running') return null;
  const grain = digits === 'seconds' ? 1000 : minuteMs;
  if (reading.remainingMs === null) return grain - (reading.elapsedMs % grain);
  const over = reading.remainingMs % grain;
  if (over > 0) return over;
  // The last whole minute is under a minute as soon as it has begun.
  return digits === 'minutes' && reading.remainingMs === minuteMs ? 1 : grain;
}
