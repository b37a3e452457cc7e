import type { Now } from './timer';
import { type WakeIn, waker } from './waker';

/**
 * What is drawn now is seen later, so it is drawn as it will then be: 4 ms where nothing paces the display (measured by `npm run bench`),
 * and up to a frame more where it waits for the projector.
 */
export const aheadMs = 8;

/** Clocks closer than this, in milliseconds, are left alone, so that nothing on the wall or in its preview jumps. */
const tolerance = 4;
const enough = 5;

/** What everything that shows the time in a window goes by. */
export interface LiveClock {
  readonly now: () => Now;
  readonly wakeIn: WakeIn;
}

export interface WindowClock {
  /** The live clock as it was last taken over: another object after each change. */
  readonly current: () => LiveClock;
  /** Asks anew, five times where not told otherwise; says whether the clocks had come apart and the answer was taken over. */
  readonly check: (asks?: number) => Promise<boolean>;
}

/**
 * Asks the main process for its clocks a few times; the answer with the shortest round trip is read from then on. An ask that
 * is turned away costs nothing but itself; when all are, it throws.
 */
async function handshake(local: () => number, ask: () => Promise<Now>, asks: number): Promise<() => Now> {
  let offset = { live: 0, wall: 0 };
  let best = Number.POSITIVE_INFINITY;
  let refused: unknown;
  for (let n = 0; n < asks; n += 1) {
    const sent = local();
    const main = await ask().catch((error: unknown) => {
      refused = error;
      return null;
    });
    const received = local();
    if (main === null || received - sent >= best) continue;
    best = received - sent;
    const middle = (sent + received) / 2;
    offset = { live: main.live - middle, wall: main.wall - middle };
  }
  if (best === Number.POSITIVE_INFINITY) throw refused;
  return () => ({ live: local() + offset.live, wall: local() + offset.wall });
}

/** What a window has of its own: a monotonic clock and a timer, both in milliseconds. */
export interface OwnTime {
  readonly local: () => number;
  readonly later: (act: () => void, ms: number) => void;
}

/** A live clock for a window that is corrected only where it differs. */
export function windowClock({ local, later }: OwnTime, ask: () => Promise<Now>): WindowClock {
  const wakeIn = waker(local, later);
  let clock: LiveClock = { now: () => ({ live: local(), wall: local() }), wakeIn };
  return {
    current: () => clock,
    check: async (asks = enough) => {
      const fresh = await handshake(local, ask, asks);
      const [old, found] = [clock.now(), fresh()];
      if (Math.abs(old.live - found.live) <= tolerance && Math.abs(old.wall - found.wall) <= tolerance) return false;
      clock = { now: fresh, wakeIn };
      return true;
    },
  };
}
