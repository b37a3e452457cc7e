import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostMinutes } from '../../../shared/retreat/retreat-constants';
import { longestTimeoutS, shortestTimeoutS } from '../../../shared/room/timer-limits';
import type { FreeTimer } from '../../../shared/session/commands/commands';
import { AskTomorrow, UntilField } from '../kit/until-field';
import { useSending } from '../kit/use-sending';
import { useClocks } from '../mirror/content';
import { useClock, useNow } from '../mirror/hooks';

/** The kinds of timer that stand on their own, in the order they are offered. */
export const freeTimerKinds = ['countdown', 'count-up', 'until', 'timeout'] as const;
export type FreeTimerKind = (typeof freeTimerKinds)[number];

/** The minutes a kind may last, and those it is offered with. Kinds without minutes have no entry. */
const lengths: Readonly<Partial<Record<FreeTimerKind, { readonly usual: number; readonly most: number }>>> = {
  countdown: { usual: 5, most: mostMinutes },
  timeout: { usual: shortestTimeoutS / 60, most: longestTimeoutS / 60 },
};

interface Wanted {
  /** The time of day it ends at, as it is typed. */
  readonly clock: string;
  readonly changeClock: (clock: string) => void;
  readonly put: (timer: FreeTimer) => void;
}

/** A timer with no exercise behind it, while it is being chosen. */
export function useFreeTimer({ clock, changeClock, put }: Wanted) {
  const { t } = useTranslation('shell');
  const clocks = useClocks();
  const liveClock = useClock();
  const { wall } = useNow();
  const [kind, setKind] = useState<FreeTimerKind>(clock === '' ? 'countdown' : 'until');
  const length = lengths[kind] ?? null;
  const [minutes, setMinutes] = useState(length?.usual ?? 0);
  const [tomorrow, setTomorrow] = useState<string | null>(null);

  const minutesWrong = (): string | null => {
    if (length === null) return null;
    // S16: a shorter one is no timeout.
    if (kind === 'timeout' && minutes < length.usual) return t('timer.timeoutShort');
    const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= length.most;
    return fits ? null : t('timer.minutesWrong', { most: length.most });
  };
  const wrong = kind === 'until' ? clocks.next(clock, wall) === null : minutesWrong() !== null;
  const { form, tried, renew } = useSending(wrong, () => {
    if (kind === 'countdown' || kind === 'timeout') put({ kind, minutes });
    else if (kind === 'count-up') put({ kind });
    else {
      const next = clocks.next(clock, liveClock.now().wall);
      if (next?.asksFirst === true) setTomorrow(next.clock);
      else if (next !== null) put({ kind, clock: next.clock });
    }
  });
  const choose = (value: string | null) => {
    const chosen = freeTimerKinds.find((each) => each === value);
    if (chosen === undefined) return;
    setKind(chosen);
    setMinutes(lengths[chosen]?.usual ?? 0);
    renew();
  };
  return {
    kind,
    choose,
    form,
    length: { kind, clock, changeClock, clocks, wall, tried, minutes, setMinutes, minutesWrong: minutesWrong() },
    ask: {
      clock: tomorrow,
      clocks,
      onYes: () => {
        if (tomorrow !== null) put({ kind: 'until', clock: tomorrow });
        setTomorrow(null);
      },
      onNo: () => setTomorrow(null),
    },
  };
}

interface FreeTimerLengthProps {
  readonly timer: ReturnType<typeof useFreeTimer>;
  /** What the time of day is called here. */
  readonly clockLabel: string;
  /** In one row with its kind, the labels are for screen readers only, and there is always a field. */
  readonly bare?: boolean;
}

/** How long it lasts, or until when; and whether a time that has passed today means tomorrow. */
export function FreeTimerLength({ timer, clockLabel, bare = false }: FreeTimerLengthProps) {
  const { t } = useTranslation('shell');
  const { kind, clock, changeClock, clocks, wall, tried, minutes, setMinutes, minutesWrong } = timer.length;
  const has = lengths[kind] !== undefined;
  const label = t('timer.minutes');
  return (
    <>
      {kind === 'until' && (
        <UntilField
          bare={bare}
          label={clockLabel}
          value={clock}
          onChange={changeClock}
          clocks={clocks}
          wall={wall}
          tried={tried}
        />
      )}
      {(has || (bare && kind !== 'until')) && (
        <NumberInput
          {...(bare ? { 'aria-label': label, size: 'sm' } : { label })}
          disabled={!has}
          min={1}
          max={lengths[kind]?.most ?? 0}
          clampBehavior="none"
          value={has ? minutes : ''}
          error={tried && minutesWrong}
          onChange={(value) => setMinutes(Number(value))}
        />
      )}
      <AskTomorrow {...timer.ask} />
    </>
  );
}
