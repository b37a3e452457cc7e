import { useEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import { type Current, current } from '../../../shared/room/stage';
import { type Now, type Reading, read } from '../../../shared/room/timer';
import { aheadMs } from '../../../shared/room/window-clock';
import { useClock, useView } from '../mirror/hooks';
import { untilFlip } from './flips';

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
    // Drawn by the timer itself: a render left to the scheduler, or to the next frame, could miss the moment.
    return clock.wakeIn(wait, () => flushSync(flip));
  });
  return on === null || reading === null ? null : { current: on, reading, now };
}
