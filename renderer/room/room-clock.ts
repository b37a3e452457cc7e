import { type LiveClock, liveClock } from '../../shared/room/live-clock';
import type { Now } from '../../shared/room/timer';

/** Clocks closer than this, in milliseconds, are left alone, so that nothing on the wall jumps. */
const tolerance = 4;

export interface RoomClock {
  /** The live clock as it was last taken over: another function after each change. */
  readonly now: () => () => Now;
  /** Asks anew; says whether the clocks had come apart and the answer was taken over. */
  readonly check: () => Promise<boolean>;
}

/** A live clock for the room that is corrected only where it differs. */
export function roomClock(local: () => number, ask: () => Promise<Now>): RoomClock {
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
