import { minuteMs } from '../room/timer';
import { longestTimeoutS, shortestTimeoutS } from '../room/timer-limits';
import type { RosterEntry } from './retreat';
import type { PrivateTimeout } from './retreat-schema';

/** S16, in minutes. */
export const shortestTimeout = shortestTimeoutS / 60;
/** What one extension adds where nothing else is said. */
export const extensionMinutes = 20;

const longestMs = longestTimeoutS * 1000;

/** The return is the next full minute, so that the time that is said aloud is the time that is meant; never past a day. */
const returning = (startedAt: number, at: number): number =>
  Math.min(Math.ceil(at / minuteMs) * minuteMs, startedAt + longestMs);

/** A timeout that begins at `wall`, in epoch milliseconds. */
export const timeoutFrom = (wall: number, minutes: number): PrivateTimeout => ({
  startedAt: wall,
  returnsAt: returning(wall, wall + minutes * minuteMs),
  extended: false,
});

/** One extension, which counts from now where the time is up already; null where they would not be back within a day. */
export function timeoutExtended(
  { startedAt, returnsAt }: PrivateTimeout,
  wall: number,
  minutes: number,
): PrivateTimeout | null {
  const until = Math.max(returnsAt, wall) + minutes * minuteMs;
  return until - startedAt > longestMs ? null : { startedAt, returnsAt: returning(startedAt, until), extended: true };
}

export const isDue = ({ returnsAt }: PrivateTimeout, wall: number): boolean => wall >= returnsAt;

/** Whole minutes until the return, a started one counting; 0 once it is due. */
export const minutesLeft = ({ returnsAt }: PrivateTimeout, wall: number): number =>
  Math.max(0, Math.ceil((returnsAt - wall) / minuteMs));

/** The couples whose time is up and who have not been said to be back, the longest overdue first. */
export const dueCouples = (couples: readonly RosterEntry[], wall: number): readonly RosterEntry[] =>
  couples
    .flatMap((couple) =>
      couple.timeout !== null && isDue(couple.timeout, wall) ? [{ couple, ...couple.timeout }] : [],
    )
    .sort((one, other) => one.returnsAt - other.returnsAt || one.couple.seat - other.couple.seat)
    .map(({ couple }) => couple);
