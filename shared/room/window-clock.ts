import { type LiveClock, liveClock } from './live-clock';
import type { Now } from './timer';

/** Clocks closer than this, in milliseconds, are left alone, so that nothing on the wall or in its preview jumps. */
const tolerance = 4;

export interface WindowClock {
  /** The live clock as it was last taken over: another function after each change. */
  readonly now: () => () => Now;
  /** Asks anew; says whether the clocks had come apart and the answer was taken over. */
  readonly check: () => Promise<boolean>;
}

/** A live clock for a window that is corrected only where it differs. */
export function windowClock(local: () => number, ask: () => Promise<Now>): WindowClock {
  let clock: LiveClock = liveClock(local, ask);
  return {
    now: () => clock.now,
    check: async () => {
      const fresh = liveClock(local, ask);
      await fresh.sync();
      const [old, found] = [clock.now(), fresh.now()];
      if (Math.abs(old.live - found.live) <= tolerance && Math.abs(old.wall - found.wall) <= tolerance) return false;
      clock = fresh;
      return true;
    },
  };
}
