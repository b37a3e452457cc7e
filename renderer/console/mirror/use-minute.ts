import { useEffect, useState } from 'react';
import { minuteMs } from '../../../shared/room/timer';
import { useClock } from './hooks';

/** The wall clock, in epoch milliseconds, read again when the minute turns and when the clock is set; it rests while nothing waits for it. */
export function useMinute(waits = true): number {
  const clock = useClock();
  const [wall, setWall] = useState(() => clock.now().wall);
  useEffect(() => {
    if (!waits) return;
    const now = clock.now().wall;
    if (Math.floor(now / minuteMs) !== Math.floor(wall / minuteMs)) setWall(now);
    return clock.wakeIn(minuteMs - (now % minuteMs), () => setWall(clock.now().wall));
  }, [clock, wall, waits]);
  return wall;
}
