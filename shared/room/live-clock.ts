import type { Now } from './timer';

/** A window's own reading of the main process's clocks, in milliseconds. */
export interface LiveClock {
  readonly now: () => Now;
  /** Asks again; the answer with the shortest round trip wins. */
  readonly sync: () => Promise<void>;
}

const asks = 5;

/**
 * A live clock for a window: `local` is its monotonic clock (performance.now), `ask` the handshake with the main process.
 * Before the first sync it reads as if both clocks had started together.
 */
export function liveClock(local: () => number, ask: () => Promise<Now>): LiveClock {
  let offset = { live: 0, wall: 0 };
  return {
    now: () => ({ live: local() + offset.live, wall: local() + offset.wall }),
    sync: async () => {
      let best = Number.POSITIVE_INFINITY;
      for (let n = 0; n < asks; n += 1) {
        const sent = local();
        const main = await ask();
        const received = local();
        if (received - sent >= best) continue;
        best = received - sent;
        const middle = (sent + received) / 2;
        offset = { live: main.live - middle, wall: main.wall - middle };
      }
    },
  };
}
