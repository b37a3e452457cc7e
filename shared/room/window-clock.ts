import type { Now } from './timer';

/** Clocks closer than this, in milliseconds, are left alone, so that nothing on the wall or in its preview jumps. */
const tolerance = 4;
const asks = 5;

export interface WindowClock {
  /** The live clock as it was last taken over: another function after each change. */
  readonly now: () => () => Now;
  /** Asks anew; says whether the clocks had come apart and the answer was taken over. */
  readonly check: () => Promise<boolean>;
}

/**
 * Asks the main process for its clocks a few times; the answer with the shortest round trip is read from then on. An ask that
 * is turned away costs nothing but itself; when all are, it throws.
 */
async function handshake(local: () => number, ask: () => Promise<Now>): Promise<() => Now> {
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

/** A live clock for a window that is corrected only where it differs: `local` is its own monotonic clock, in milliseconds. */
export function windowClock(local: () => number, ask: () => Promise<Now>): WindowClock {
  let now = (): Now => ({ live: local(), wall: local() });
  return {
    now: () => now,
    check: async () => {
      const fresh = await handshake(local, ask);
      const [old, found] = [now(), fresh()];
      if (Math.abs(old.live - found.live) <= tolerance && Math.abs(old.wall - found.wall) <= tolerance) return false;
      now = fresh;
      return true;
    },
  };
}
