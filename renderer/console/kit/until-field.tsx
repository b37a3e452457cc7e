import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clocks, NextClock } from './clock-time';
import { Confirm } from './confirm';

interface UntilFieldProps {
  readonly label: string;
  /** The label is for screen readers only, because the place says what it is. */
  readonly bare?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly clocks: Clocks;
  /** Epoch milliseconds now. */
  readonly wall: number;
  /** An empty field is wrong too. */
  readonly tried: boolean;
}

/** A time of day a timer ends at. It says while it is typed which one is meant, and how far off that is. */
export function UntilField({ label, bare = false, value, onChange, clocks, wall, tried }: UntilFieldProps) {
  const { t } = useTranslation('shell');
  const next = clocks.next(value, wall);
  const example = clocks.example;
  const says = ({ clock, inMinutes, asksFirst }: NextClock): string => {
    const time = clocks.text(clock);
    const far = { hours: Math.floor(inMinutes / 60), minutes: inMinutes % 60 };
    const away = far.hours === 0 ? t('until.inMinutes', far) : t('until.inHours', far);
    return t(asksFirst ? 'until.tomorrow' : 'until.today', { time, away });
  };
  return (
    <TextInput
      {...(bare ? { 'aria-label': label, size: 'sm' } : { label })}
      placeholder={example}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={next === null ? null : says(next)}
      descriptionProps={{ role: 'status' }}
      error={next === null && (tried || value.trim() !== '') && t('until.needed', { example })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface TomorrowProps {
  /** The time that has passed today; null while nothing is asked. */
  readonly clock: string | null;
  readonly clocks: Clocks;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks whether a time that has passed today means tomorrow. */
export function AskTomorrow({ clock, clocks, onYes, onNo }: TomorrowProps) {
  const { t } = useTranslation('shell');
  const time = clocks.text(clock ?? '');
  return (
    <Confirm
      open={clock !== null}
      title={t('until.askTitle', { time })}
      text={t('until.askText', { time })}
      yes={t('until.askYes')}
      no={t('until.askNo')}
      onYes={onYes}
      onNo={onNo}
    />
  );
}
