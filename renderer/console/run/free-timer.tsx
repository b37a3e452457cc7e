import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTimer as Timer } from '../../../shared/session/commands';
import { Button } from '../kit/button';
import { clockText, parseClock } from '../kit/clock-time';
import { useCommand, useView } from '../mirror/hooks';
import styles from './drill.module.css';

const kinds = ['countdown', 'count-up', 'until', 'timeout'] as const;
type Kind = (typeof kinds)[number];
const isKind = (value: string | null): value is Kind => (kinds as readonly (string | null)[]).includes(value);

const firstMinutes: Readonly<Record<Kind, number>> = { countdown: 5, 'count-up': 0, until: 0, timeout: 20 };

/** A timer on its own: no exercise behind it. */
export function FreeTimer({ done }: { readonly done?: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const hour12 = useView(({ settings }) => settings.hour12);
  const [kind, setKind] = useState<Kind>('countdown');
  const [minutes, setMinutes] = useState<number | string>(firstMinutes.countdown);
  const [clock, setClock] = useState('');

  const at = parseClock(clock);
  const timer = (): Timer | null => {
    if (kind === 'count-up') return { kind };
    if (kind === 'until') return at === null ? null : { kind, clock: at };
    return typeof minutes === 'number' && minutes >= 1 ? { kind, minutes } : null;
  };
  const wanted = timer();
  const put = async () => {
    if (wanted === null) return;
    const answer = await send({ type: 'drill/timer', timer: wanted, title: null });
    if (answer.ok) done?.();
  };
  return (
    <form
      className={styles.timer}
      aria-label={t('drill.timers')}
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <Select
        size="sm"
        aria-label={t('drill.kind')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`drill.${value}`) }))}
        value={kind}
        onChange={(value) => {
          if (!isKind(value)) return;
          setKind(value);
          setMinutes(firstMinutes[value]);
        }}
      />
      {kind === 'until' ? (
        <TextInput
          size="sm"
          placeholder={clockText('19:30', hour12)}
          error={clock !== '' && parseClock(clock) === null}
          aria-label={t('drill.clock')}
          value={clock}
          onChange={(event) => setClock(event.currentTarget.value)}
        />
      ) : (
        <NumberInput
          size="sm"
          aria-label={t('drill.minutes')}
          disabled={kind === 'count-up'}
          min={1}
          max={kind === 'timeout' ? 24 * 60 : 600}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={kind === 'count-up' ? '' : minutes}
          onChange={setMinutes}
        />
      )}
      <Button size="sm" type="submit" disabled={wanted === null}>
        {t('drill.put')}
      </Button>
    </form>
  );
}
