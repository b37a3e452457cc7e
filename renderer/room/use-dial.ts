import { useEffect } from 'react';
import type { Dial } from '../../shared/room/room-view';
import { type Now, type Reading, read } from '../../shared/room/timer';

/**
 * What is drawn now is seen later, so it is drawn as it will then be: 4 ms where nothing paces the display (measured by `npm run bench`),
 * and up to a frame more where it waits for the projector.
 */
const aheadMs = 8;
/** However far the next change is, look again after this long: clocks are moved and machines sleep. */
const longestSleepMs = 1000;

/** `exact` for what must flip at true time; `eased` for what only moves. */
export type Pace = 'exact' | 'eased';

/**
 * Draws a dial straight into the page, only when something about it changes. `draw` returns the milliseconds until it
 * would draw something else, or null while it stands still.
 */
export function useDial(dial: Dial, now: () => Now, pace: Pace, draw: (reading: Reading) => number | null): void {
  const stamps = JSON.stringify(dial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamps` is the dial by value; `draw` reads only refs and it
  useEffect(() => {
    let timeout: ReturnType<typeof setTimeout> | undefined;
    const ahead = pace === 'exact' ? aheadMs : 0;
    // By timers alone: a page at rest draws at once what a timer changes, and waiting for a frame would cost one.
    const redraw = (): void => {
      const at = now();
      const wait = draw(read(dial.timer, dial.run, { live: at.live + ahead, wall: at.wall + ahead }));
      if (wait !== null) timeout = setTimeout(redraw, Math.min(longestSleepMs, Math.ceil(wait)));
    };
    redraw();
    return () => clearTimeout(timeout);
  }, [stamps, now, pace, draw]);
}
