import { NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../../shared/room/one-line';
import { shortestTimeoutS } from '../../../shared/room/timer';
import type { Command, FreeTimer } from '../../../shared/session/commands';
import { Button } from '../kit/button';
import { clockText, parseClock } from '../kit/clock-time';
import { Warning } from '../kit/warning';
import { useView } from '../mirror/hooks';
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
  readonly onChoose: (command: Extract<Command, { type: 'drill/timer' }>) => void;
}

/** A timer with no exercise behind it. */
export function FreeTimerForm({ title, changeTitle, onChoose }: FreeTimerFormProps) {
  const { t } = useTranslation('home');
  const hour12 = useView(({ settings }) => settings.hour12);
  const [kind, setKind] = useState<Kind>('countdown');
  const [minutes, setMinutes] = useState(usual.countdown);
  const [clock, setClock] = useState('');
  const [tried, setTried] = useState(false);
  const warning = useNameWarning([title]);
  const hasMinutes = kind === 'countdown' || kind === 'timeout';

  const choose = (value: string) => {
    const chosen = kinds.find((each) => each === value) ?? 'countdown';
    setKind(chosen);
    setMinutes(usual[chosen]);
    setTried(false);
  };
  const wrong = (): string | null => {
    if (kind === 'timeout' && minutes < shortestTimeout) return t('timer.timeout-short');
    if (hasMinutes && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= most[kind])) {
      return t('timer.minutesWrong', { most: most[kind] });
    }
    return kind === 'until' && parseClock(clock) === null ? t('timer.clockNeeded') : null;
  };
  const timer = (): FreeTimer => {
    switch (kind) {
      case 'count-up':
        return { kind };
      case 'until':
        return { kind, clock: parseClock(clock) ?? '' };
      case 'countdown':
      case 'timeout':
        return { kind, minutes };
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong() === null) onChoose({ type: 'drill/timer', timer: timer(), title: oneLine(title) || null });
  };
  return (
    <form className={styles.timer} onSubmit={submit} noValidate aria-label={t('timer.title')}>
      <Stack gap="md">
        <Radio.Group label={t('timer.title')} value={kind} onChange={choose}>
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
            error={tried && wrong()}
            onChange={(value) => setMinutes(Number(value))}
          />
        )}
        {kind === 'until' && (
          <TextInput
            placeholder={clockText('19:30', hour12)}
            label={t('timer.clock')}
            value={clock}
            error={tried && wrong()}
            onChange={(event) => setClock(event.currentTarget.value)}
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
        <Button type="submit">{t('timer.submit')}</Button>
      </Stack>
    </form>
  );
}
