import { useEffect } from 'react';
import type { Dial } from '../../shared/room/room-view';
import { type Now, type Reading, read } from '../../shared/room/timer';

/**
 * What is drawn now is seen later, so it is drawn as it will then be: most of a frame until the display shows it (9 ms, measured
 * by `npm run bench`), and half a frame more, so that the frame nearest to the flip shows it and not always the one after.
 */
const aheadMs = 17;
/** Another frame: how much earlier to wake, so that the frame that shows a flip is not missed. */
const wakeMs = aheadMs + 17;
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
    let frame = 0;
    const later = pace === 'exact' ? aheadMs : 0;
    const redraw = (ahead: number): void => {
      const at = now();
      const wait = draw(read(dial.timer, dial.run, { live: at.live + ahead, wall: at.wall + ahead }));
      if (wait === null) return;
      // A frame costs something even when nothing is drawn in it: only a flip waits for one.
      if (pace === 'eased' || wait - wakeMs > longestSleepMs) {
        timeout = setTimeout(() => redraw(later), Math.min(longestSleepMs, wait));
        return;
      }
      const wake = (): void => {
        frame = requestAnimationFrame(() => redraw(later));
      };
      timeout = setTimeout(wake, Math.max(0, wait - wakeMs));
    };
    redraw(0);
    return () => {
      clearTimeout(timeout);
      cancelAnimationFrame(frame);
    };
  }, [stamps, now, pace, draw]);
}
