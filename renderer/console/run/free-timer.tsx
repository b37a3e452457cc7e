import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FreeTimer as Timer } from '../../../shared/session/commands/commands';
import { Button } from '../kit/button';
import { useCommand, useOneAtATime } from '../mirror/hooks';
import { useFormDraft } from '../mirror/use-draft';
import { FreeTimerLength, freeTimerKinds, useFreeTimer } from '../parts/free-timer';
import styles from './drill.module.css';

/** A timer on its own, in the little room there is beside the wall. */
export function FreeTimer({ done }: { readonly done?: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const oneAtATime = useOneAtATime();
  const { text: clock, change: changeClock } = useFormDraft('timer-clock');
  const put = (wanted: Timer) =>
    void oneAtATime(async () => {
      if (!(await send({ type: 'drill/timer', timer: wanted, title: null })).ok) return;
      changeClock('');
      done?.();
    });
  const timer = useFreeTimer({ clock, changeClock, put });
  return (
    <form {...timer.form} className={styles.timer} aria-label={t('drill.timers')}>
      <Select
        size="sm"
        aria-label={t('drill.kind')}
        allowDeselect={false}
        data={freeTimerKinds.map((value) => ({ value, label: t(`drill.${value}`) }))}
        value={timer.kind}
        onChange={timer.choose}
      />
      <FreeTimerLength timer={timer} clockLabel={t('drill.clock')} bare />
      <Button size="sm" type="submit">
        {t('drill.put')}
      </Button>
    </form>
  );
}
