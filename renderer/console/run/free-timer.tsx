import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTimer as Timer } from '../../../shared/session/commands/commands';
import { Button } from '../kit/button';
import { AskTomorrow, UntilField } from '../kit/until-field';
import { useSending } from '../kit/use-sending';
import { useClocks } from '../mirror/content';
import { useClock, useCommand, useNow, useOneAtATime } from '../mirror/hooks';
import { useSessionDraft } from '../mirror/use-draft';
import styles from './drill.module.css';

const kinds = ['countdown', 'count-up', 'until', 'timeout'] as const;
type Kind = (typeof kinds)[number];
const isKind = (value: string | null): value is Kind => (kinds as readonly (string | null)[]).includes(value);

const firstMinutes: Readonly<Record<Kind, number>> = { countdown: 5, 'count-up': 0, until: 0, timeout: 20 };

/** A timer on its own: no exercise behind it. */
export function FreeTimer({ done }: { readonly done?: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const oneAtATime = useOneAtATime();
  const clocks = useClocks();
  const { text: clock, change: setClock } = useSessionDraft('timer-clock');
  const [kind, setKind] = useState<Kind>(clock === '' ? 'countdown' : 'until');
  const [minutes, setMinutes] = useState<number | string>(firstMinutes[kind]);

  const [tomorrow, setTomorrow] = useState<string | null>(null);
  const liveClock = useClock();
  const { wall } = useNow();

  const until = clocks.next(clock, wall);
  const timer = (): Timer | null => {
    if (kind === 'count-up') return { kind };
    if (kind === 'until') return until === null ? null : { kind, clock: until.clock };
    return typeof minutes === 'number' && minutes >= 1 ? { kind, minutes } : null;
  };
  const wanted = timer();
  const put = (what: Timer) =>
    void oneAtATime(async () => {
      if (!(await send({ type: 'drill/timer', timer: what, title: null })).ok) return;
      setClock('');
      done?.();
    });
  const most = kind === 'timeout' ? 24 * 60 : 600;
  const { form, tried, renew } = useSending(wanted === null, () => {
    const next = kind === 'until' ? clocks.next(clock, liveClock.now().wall) : null;
    if (next?.asksFirst === true) setTomorrow(next.clock);
    else if (next !== null) put({ kind: 'until', clock: next.clock });
    else if (wanted !== null) put(wanted);
  });
  return (
    <form {...form} className={styles.timer} aria-label={t('drill.timers')}>
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
          renew();
        }}
      />
      {kind === 'until' ? (
        <UntilField
          bare
          label={t('drill.clock')}
          value={clock}
          onChange={setClock}
          clocks={clocks}
          wall={wall}
          tried={tried}
        />
      ) : (
        <NumberInput
          size="sm"
          aria-label={t('drill.minutes')}
          disabled={kind === 'count-up'}
          min={1}
          max={most}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={kind === 'count-up' ? '' : minutes}
          error={tried && wanted === null && t('drill.minutesWrong', { most })}
          onChange={setMinutes}
        />
      )}
      <Button size="sm" type="submit">
        {t('drill.put')}
      </Button>
      <AskTomorrow
        clock={tomorrow}
        clocks={clocks}
        onYes={() => {
          if (tomorrow !== null) put({ kind: 'until', clock: tomorrow });
          setTomorrow(null);
        }}
        onNo={() => setTomorrow(null)}
      />
    </form>
  );
}
