import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteMs } from '../../../shared/room/timer';
import { useClocks } from '../mirror/content';
import { useClock } from '../mirror/hooks';
import styles from './time-of-day.module.css';

/** What the clocks of the place read, to the minute; it looks again when the minute turns, and when the clock is set. */
export function TimeOfDay() {
  const { t } = useTranslation('run');
  const clock = useClock();
  const clocks = useClocks();
  const [wall, setWall] = useState(() => clock.now().wall);
  useEffect(() => {
    const now = clock.now().wall;
    if (Math.floor(now / minuteMs) !== Math.floor(wall / minuteMs)) setWall(now);
    return clock.wakeIn(minuteMs - (now % minuteMs), () => setWall(clock.now().wall));
  }, [clock, wall]);
  const at = clocks.moment(wall);
  return (
    <p className={styles.time} title={t('day.clock', { at })}>
      {at}
    </p>
  );
}
