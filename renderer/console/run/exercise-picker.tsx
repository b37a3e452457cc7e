import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Exercise, exerciseMinutes } from '../../../shared/exercise/exercise';
import { firstClick } from '../kit/button';
import { useExerciseSearch } from '../parts/exercise-search';
import styles from './drill.module.css';
import shared from './run.module.css';

interface ExercisePickerProps {
  readonly choose: (exercise: Exercise) => void;
  /** Marks the one that is on stage. */
  readonly current?: string | null;
  /** Pixels, or all there is. */
  readonly height?: number;
}

/** All exercises, found by code, title or purpose. */
export function ExercisePicker({ choose, current = null, height }: ExercisePickerProps) {
  const { t } = useTranslation('run');
  const { field, found } = useExerciseSearch(t('drill.find'));
  return (
    <div className={styles.picker} style={height === undefined ? {} : { height }}>
      <TextInput {...field} size="sm" />
      {found.length === 0 && <p className={shared.soft}>{t('drill.nothing')}</p>}
      <ul className={styles.list} aria-label={t('drill.exercises')}>
        {found.map((exercise) => (
          <li key={exercise.id}>
            <button
              type="button"
              className={styles.exercise}
              aria-current={exercise.id === current ? 'true' : undefined}
              onClick={firstClick(() => choose(exercise))}
            >
              <span className={styles.code}>{exercise.code}</span>
              <span>{exercise.title}</span>
              <span className={styles.length}>{t('minutes', { minutes: exerciseMinutes(exercise) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
