import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Exercise } from '../../../shared/exercise/exercise';
import { Dialog } from '../kit/dialog';
import { useCommand } from '../mirror/hooks';
import styles from './drill.module.css';
import { ExercisePicker } from './exercise-picker';
import { FreeTimer } from './free-timer';
import shared from './run.module.css';

/** An exercise or a timer that is not in the plan; the day goes on after it where it was. */
export function ElseDialog({ open, done }: { readonly open: boolean; readonly done: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const project = (exercise: Exercise) => {
    done();
    void send({ type: 'drill/project', exercise: exercise.id });
  };
  return (
    <Dialog open={open} onClose={done} title={t('drill.elseTitle')}>
      <Stack gap="sm">
        <p className={shared.soft}>{t('drill.elseText')}</p>
        <FreeTimer done={done} />
        <h3 className={styles.label}>{t('drill.exercises')}</h3>
        <ExercisePicker choose={project} height={360} />
      </Stack>
    </Dialog>
  );
}
