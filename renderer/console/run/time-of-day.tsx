import { useTranslation } from 'react-i18next';
import { useClocks } from '../mirror/content';
import { useMinute } from '../mirror/use-minute';
import styles from './time-of-day.module.css';

/** What the clocks of the place read, to the minute. */
export function TimeOfDay() {
  const { t } = useTranslation('run');
  const clocks = useClocks();
  const at = clocks.moment(useMinute());
  return (
    <p className={styles.time} title={t('day.clock', { at })}>
      {at}
    </p>
  );
}
