import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exercise, exerciseMinutes, modules } from '../../../shared/exercise/exercise';
import type { Command } from '../../../shared/session/commands/commands';
import { firstClick } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useCommand, useGo, useOneAtATime } from '../mirror/hooks';
import { useFormDraft } from '../mirror/use-draft';
import { useExerciseSearch } from '../parts/exercise-search';
import { useOpenRoom } from '../shell/use-open-room';
import { FreeTimerForm } from './free-timer-form';
import styles from './home.module.css';

interface DrillPickerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Chooses one exercise or timer and takes it to the wall. */
export function DrillPicker({ open, onClose }: DrillPickerProps) {
  const { t } = useTranslation(['home', 'shell']);
  const send = useCommand();
  const oneAtATime = useOneAtATime();
  const go = useGo();
  const openRoom = useOpenRoom();
  const title = useFormDraft('timer-title');
  const clock = useFormDraft('timer-clock');
  /** On the wall or given up with Cancel, what was typed of a timer is forgotten; however else this is left, it stays. */
  const close = () => {
    title.change('');
    clock.change('');
    onClose();
  };

  const project = (command: Command) =>
    void oneAtATime(async () => {
      if (!(await send(command)).ok) return;
      close();
      go('run');
      await openRoom();
    });
  return (
    <Dialog open={open} onClose={onClose} title={t('picker.title')} size={960}>
      <div className={styles.picker}>
        <ExerciseList onChoose={({ id }) => project({ type: 'drill/project', exercise: id })} />
        <FreeTimerForm
          title={title.text}
          changeTitle={title.change}
          clock={clock.text}
          changeClock={clock.change}
          onChoose={project}
          onGiveUp={close}
        />
      </div>
    </Dialog>
  );
}

function ExerciseList({ onChoose }: { readonly onChoose: (exercise: Exercise) => void }) {
  const { t } = useTranslation('home');
  const { field, found } = useExerciseSearch(t('picker.search'));
  return (
    <div>
      <TextInput {...field} type="search" data-autofocus />
      <div className={styles.list}>
        {found.length === 0 && <p>{t('picker.none')}</p>}
        {modules.map((module) => {
          const inside = found.filter((exercise) => exercise.module === module);
          if (inside.length === 0) return null;
          return (
            <section key={module} aria-label={t(`picker.module.${module}`)}>
              <h3 className={styles.module}>{t(`picker.module.${module}`)}</h3>
              {inside.map((exercise) => (
                <ExerciseRow key={exercise.id} exercise={exercise} onChoose={() => onChoose(exercise)} />
              ))}
            </section>
          );
        })}
      </div>
    </div>
  );
}

function ExerciseRow({ exercise, onChoose }: { readonly exercise: Exercise; readonly onChoose: () => void }) {
  const { t } = useTranslation('home');
  const purpose = useId();
  const minutes = exerciseMinutes(exercise);
  return (
    <button
      type="button"
      className={styles.exercise}
      aria-label={t('picker.name', { title: exercise.title, minutes })}
      aria-describedby={purpose}
      onClick={firstClick(onChoose)}
    >
      <span className={styles.exerciseTitle}>{exercise.title}</span>
      <span className={styles.exerciseMinutes}>{t('picker.minutes', { minutes })}</span>
      <span id={purpose} className={styles.exercisePurpose}>
        {exercise.purpose}
      </span>
    </button>
  );
}
