import { useTranslation } from 'react-i18next';
import { useCommand, useView } from '../mirror/hooks';
import styles from './drill.module.css';
import { ExercisePicker } from './exercise-picker';
import { FreeTimer } from './free-timer';
import shared from './run.module.css';
import { TimeOfDay } from './time-of-day';

/** The left side when no retreat is open: choose what to drill. */
export function DrillRail() {
  const { t } = useTranslation('run');
  const send = useCommand();
  const current = useView(({ live }) => live.ref);
  return (
    <section className={styles.rail} aria-label={t('drill.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('drill.title')}</h2>
        <TimeOfDay />
      </div>
      <p className={shared.soft}>{t('drill.text')}</p>
      <ExercisePicker
        current={current}
        choose={(exercise) => void send({ type: 'drill/project', exercise: exercise.id })}
      />
      <h3 className={styles.label}>{t('drill.timers')}</h3>
      <FreeTimer />
    </section>
  );
}
