import { useEffect } from 'react';
import type { Dial } from '../../shared/room/room-view';
import { type Reading, read } from '../../shared/room/timer';
import { aheadMs } from '../../shared/room/window-clock';
import { useWall } from './wall-context';

/** However far the next change is, look again after this long: clocks are moved and machines sleep. */
const longestSleepMs = 1000;

/** `exact` for what must flip at true time; `eased` for what only moves. */
export type Pace = 'exact' | 'eased';

/**
 * Draws a dial straight into the page, only when something about it changes. `draw` returns the milliseconds until it
 * would draw something else, or null while it stands still.
 */
export function useDial(dial: Dial, pace: Pace, draw: (reading: Reading) => number | null): void {
  const { clock } = useWall();
  const stamps = JSON.stringify(dial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamps` is the dial by value; `draw` reads only refs and it
  useEffect(() => {
    let callOff = (): void => undefined;
    const ahead = pace === 'exact' ? aheadMs : 0;
    // By timers alone: a page at rest draws at once what a timer changes, and waiting for a frame would cost one.
    const redraw = (): void => {
      const at = clock.now();
      const wait = draw(read(dial.timer, dial.run, { live: at.live + ahead, wall: at.wall + ahead }));
      if (wait !== null) callOff = clock.wakeIn(Math.min(longestSleepMs, wait), redraw);
    };
    redraw();
    return () => callOff();
  }, [stamps, clock, pace, draw]);
}
