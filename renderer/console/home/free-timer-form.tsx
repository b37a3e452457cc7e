import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../../shared/room/one-line';
import type { Command } from '../../../shared/session/commands/commands';
import { Button } from '../kit/button';
import { Warning } from '../kit/warning';
import { useNameWarning } from '../mirror/use-name-warning';
import { FreeTimerLength, freeTimerKinds, useFreeTimer } from '../parts/free-timer';
import styles from './home.module.css';

interface FreeTimerFormProps {
  readonly title: string;
  readonly changeTitle: (title: string) => void;
  /** The time of day it ends at, as it is typed. */
  readonly clock: string;
  readonly changeClock: (clock: string) => void;
  readonly onChoose: (command: Extract<Command, { type: 'drill/timer' }>) => void;
  readonly onGiveUp: () => void;
}

/** A timer with no exercise behind it, and the words that stand with it. */
export function FreeTimerForm({ title, changeTitle, clock, changeClock, onChoose, onGiveUp }: FreeTimerFormProps) {
  const { t } = useTranslation(['home', 'shell']);
  const warning = useNameWarning([title]);
  const timer = useFreeTimer({
    clock,
    changeClock,
    put: (wanted) => onChoose({ type: 'drill/timer', timer: wanted, title: oneLine(title) || null }),
  });
  return (
    <form {...timer.form} className={styles.timer} aria-label={t('timer.title')}>
      <Stack gap="md">
        <Radio.Group label={t('timer.title')} value={timer.kind} onChange={timer.choose}>
          <Stack gap="sm" mt="sm">
            {freeTimerKinds.map((each) => (
              <Radio key={each} value={each} label={t(`timer.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <p className={styles.programText}>{t(`timer.${timer.kind}-text`)}</p>
        <FreeTimerLength timer={timer} clockLabel={t('timer.clock')} />
        <div>
          <TextInput
            label={t('timer.name')}
            description={t('timer.nameHint')}
            value={title}
            onChange={(event) => changeTitle(event.currentTarget.value)}
          />
          <Warning text={warning} />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button onClick={onGiveUp}>{t('shell:cancel')}</Button>
          <Button type="submit">{t('timer.submit')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
