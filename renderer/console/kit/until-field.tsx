import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockText, exampleClock, type NextClock, nextClock } from './clock-time';
import { Confirm } from './confirm';

interface UntilFieldProps {
  readonly label: string;
  /** The label is for screen readers only, because the place says what it is. */
  readonly bare?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hour12: boolean;
  /** Epoch milliseconds now. */
  readonly wall: number;
  /** An empty field is wrong too. */
  readonly tried: boolean;
}

/** A time of day a timer ends at. It says while it is typed which one is meant, and how far off that is. */
export function UntilField({ label, bare = false, value, onChange, hour12, wall, tried }: UntilFieldProps) {
  const { t } = useTranslation('shell');
  const next = nextClock(value, hour12, wall);
  const example = exampleClock(hour12);
  const says = ({ clock, inMinutes, asksFirst }: NextClock): string => {
    const time = clockText(clock, hour12);
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
  readonly hour12: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks whether a time that has passed today means tomorrow. */
export function AskTomorrow({ clock, hour12, onYes, onNo }: TomorrowProps) {
  const { t } = useTranslation('shell');
  const time = clockText(clock ?? '', hour12);
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
