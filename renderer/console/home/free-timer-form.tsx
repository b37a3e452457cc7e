import { Group, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../../shared/room/one-line';
import { shortestTimeoutS } from '../../../shared/room/timer-limits';
import type { Command, FreeTimer } from '../../../shared/session/commands/commands';
import { Button } from '../kit/button';
import { AskTomorrow, UntilField } from '../kit/until-field';
import { useSending } from '../kit/use-sending';
import { Warning } from '../kit/warning';
import { useClocks } from '../mirror/content';
import { useClock, useNow } from '../mirror/hooks';
import { useNameWarning } from '../mirror/use-name-warning';
import styles from './home.module.css';

const kinds = ['countdown', 'count-up', 'until', 'timeout'] as const;
type Kind = (typeof kinds)[number];

const shortestTimeout = shortestTimeoutS / 60;
const most: Readonly<Record<Kind, number>> = { countdown: 600, 'count-up': 0, until: 0, timeout: 24 * 60 };
const usual: Readonly<Record<Kind, number>> = { countdown: 5, 'count-up': 0, until: 0, timeout: shortestTimeout };

interface FreeTimerFormProps {
  readonly title: string;
  readonly changeTitle: (title: string) => void;
  /** The time of day it ends at, as it is typed. */
  readonly clock: string;
  readonly changeClock: (clock: string) => void;
  readonly onChoose: (command: Extract<Command, { type: 'drill/timer' }>) => void;
  readonly onGiveUp: () => void;
}

/** A timer with no exercise behind it. */
export function FreeTimerForm({ title, changeTitle, clock, changeClock, onChoose, onGiveUp }: FreeTimerFormProps) {
  const { t } = useTranslation(['home', 'shell']);
  const clocks = useClocks();
  const [kind, setKind] = useState<Kind>(clock === '' ? 'countdown' : 'until');
  const [minutes, setMinutes] = useState(usual[kind]);
  const [tomorrow, setTomorrow] = useState<string | null>(null);
  const liveClock = useClock();
  const { wall } = useNow();
  const warning = useNameWarning([title]);
  const hasMinutes = kind === 'countdown' || kind === 'timeout';

  const chooseKind = (value: string) => {
    const chosen = kinds.find((each) => each === value) ?? 'countdown';
    setKind(chosen);
    setMinutes(usual[chosen]);
    renew();
  };
  const minutesWrong = (): string | null => {
    if (kind === 'timeout' && minutes < shortestTimeout) return t('timer.timeout-short');
    if (hasMinutes && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= most[kind])) {
      return t('timer.minutesWrong', { most: most[kind] });
    }
    return null;
  };
  const wrong = kind === 'until' ? clocks.next(clock, wall) === null : minutesWrong() !== null;
  const choose = (timer: FreeTimer) => onChoose({ type: 'drill/timer', timer, title: oneLine(title) || null });
  const chooseUntil = () => {
    const next = clocks.next(clock, liveClock.now().wall);
    if (next?.asksFirst === true) setTomorrow(next.clock);
    else if (next !== null) choose({ kind: 'until', clock: next.clock });
  };
  const { form, tried, renew } = useSending(wrong, () => {
    if (kind === 'until') chooseUntil();
    else choose(kind === 'count-up' ? { kind } : { kind, minutes });
  });
  return (
    <form {...form} className={styles.timer} aria-label={t('timer.title')}>
      <Stack gap="md">
        <Radio.Group label={t('timer.title')} value={kind} onChange={chooseKind}>
          <Stack gap="sm" mt="sm">
            {kinds.map((each) => (
              <Radio key={each} value={each} label={t(`timer.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <p className={styles.programText}>{t(`timer.${kind}-text`)}</p>
        {hasMinutes && (
          <NumberInput
            label={t('timer.minutes')}
            min={kind === 'timeout' ? shortestTimeout : 1}
            max={most[kind]}
            clampBehavior="none"
            value={minutes}
            error={tried && minutesWrong()}
            onChange={(value) => setMinutes(Number(value))}
          />
        )}
        {kind === 'until' && (
          <UntilField
            label={t('timer.clock')}
            value={clock}
            onChange={changeClock}
            clocks={clocks}
            wall={wall}
            tried={tried}
          />
        )}
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
      <AskTomorrow
        clock={tomorrow}
        clocks={clocks}
        onYes={() => {
          if (tomorrow !== null) choose({ kind: 'until', clock: tomorrow });
          setTomorrow(null);
        }}
        onNo={() => setTomorrow(null)}
      />
    </form>
  );
}
