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
/** A frame: how much earlier to wake, so that the frame that shows a flip is not missed. */
const earlyMs = 17;
/** What clocks may differ by between two readings. */
const slackMs = 0.5;

interface OnStage {
  readonly current: Current;
  readonly reading: Reading;
  readonly now: Now;
}

/** `digits` for whoever shows the time; `state` for whoever only asks whether it runs, and is drawn anew only when that changes. */
type Pace = 'digits' | 'state';

const untilOver = ({ state, remainingMs }: Reading): number | null =>
  state === 'running' && remainingMs !== null && remainingMs > 0 ? remainingMs : null;

/** What is on stage, read anew exactly when a digit (or the state) changes and not more often. Null when nothing is. */
export function useReading(pace: Pace = 'digits'): OnStage | null {
  const clock = useClock();
  const stage = useView(({ live }) => live.stage);
  const [, flip] = useReducer((count: number) => count + 1, 0);
  const at = clock.now();
  const now = { live: at.live + aheadMs, wall: at.wall + aheadMs };
  const on = current(stage);
  const reading = on === null ? null : read(on.timer, on.run, now);
  const wait = reading === null ? null : pace === 'digits' ? untilFlip(reading) : untilOver(reading);
  useEffect(() => {
    if (wait === null) return;
    let frame = 0;
    const due = at.live + wait;
    const look = (): void => {
      // In the frame itself, and only in the one that shows the flip: a render left to the scheduler could miss it.
      if (clock.now().live + slackMs >= due) flushSync(flip);
      else frame = requestAnimationFrame(look);
    };
    const timer = setTimeout(
      () => {
        frame = requestAnimationFrame(look);
      },
      Math.max(0, wait - earlyMs),
    );
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  });
  return on === null || reading === null ? null : { current: on, reading, now };
}
