import { useEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import { type Current, current } from '../../../shared/room/stage';
import { type Now, type Reading, read } from '../../../shared/room/timer';
import { useClock, useView } from '../mirror/hooks';
import { untilFlip } from './flips';

/**
 * What is drawn in a frame is seen about this much later, so it is drawn as it will then be. The room does the same, and is quicker
 * to draw: that is why its own number is smaller.
 */
const aheadMs = 22;
/** How much earlier to wake, so that the frame that shows a flip is not missed. */
const wakeMs = aheadMs + 17;

interface OnStage {
  readonly current: Current;
  readonly reading: Reading;
  readonly now: Now;
}

/** What is on stage, read anew exactly when a digit changes and not more often. Null when nothing is. */
export function useReading(): OnStage | null {
  const clock = useClock();
  const stage = useView(({ live }) => live.stage);
  const [, flip] = useReducer((count: number) => count + 1, 0);
  const at = clock.now();
  const now = { live: at.live + aheadMs, wall: at.wall + aheadMs };
  const on = current(stage);
  const reading = on === null ? null : read(on.timer, on.run, now);
  const wait = reading === null ? null : untilFlip(reading);
  useEffect(() => {
    if (wait === null) return;
    let frame = 0;
    const timer = setTimeout(
      () => {
        // In the frame itself: a render left to the scheduler could miss it.
        frame = requestAnimationFrame(() => flushSync(flip));
      },
      Math.max(0, wait - wakeMs),
    );
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  });
  return on === null || reading === null ? null : { current: on, reading, now };
}
