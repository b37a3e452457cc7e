import { Group, NativeSelect, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exercise } from '../../../shared/exercise/exercise';
import { aloneIn, currentDay, partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useSending } from '../kit/use-sending';
import { bridge } from '../mirror/bridge';
import { useContent } from '../mirror/content';
import { useAsk, useCommand, useLocal, useView } from '../mirror/hooks';
import { usePair } from './use-pair';

const leastDigits = 4;
const mostDigits = 12;

/** What is said before the laptop is given to a partner, and the PIN that takes it back. */
export function HandOver() {
  const { t } = useTranslation('run');
  const ask = useAsk();
  const open = useLocal(({ place }) => place.asking === 'hand-over');
  const about = useLocal(({ place }) => place.about);
  const couple = useView(({ retreat }) => retreat?.couples.find(({ id }) => id === about));
  if (couple === undefined) return null;
  return (
    <Dialog open={open} onClose={() => ask(null)} title={t('handOver.title')}>
      <HandOverForm key={couple.id} couple={couple} />
    </Dialog>
  );
}

/** The exercises that ask each partner alone, those of the day before all others; the one on the wall is meant first. */
function useAsked(): { readonly all: readonly Exercise[]; readonly first: string } {
  const { exercises } = useContent();
  const day = useView(({ retreat }) => (retreat === null ? undefined : currentDay(retreat)));
  const on = useView(({ live }) => live.ref);
  const refs = new Set(day?.items.map(({ ref }) => ref));
  const alone = exercises.filter(({ capture }) => capture.some(({ whose }) => whose === 'each'));
  const all = [...alone.filter(({ id }) => refs.has(id)), ...alone.filter(({ id }) => !refs.has(id))];
  return { all, first: all.find(({ id }) => id === on)?.id ?? all[0]?.id ?? '' };
}

function HandOverForm({ couple }: { readonly couple: RosterEntry }) {
  const { t } = useTranslation('run');
  const ask = useAsk();
  const send = useCommand();
  const { nameOf } = usePair(couple);
  const retreat = useView((view) => view.retreat?.id ?? '');
  const hasPin = useView((view) => view.hasPin);
  const { all, first } = useAsked();
  const [side, setSide] = useState<Side>(aloneIn(couple) ?? 'A');
  const [exercise, setExercise] = useState(first);
  const [another, setAnother] = useState(false);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [unkept, setUnkept] = useState(false);
  const choosesPin = !hasPin || another;
  const short = choosesPin && pin.length < leastDigits;
  const apart = choosesPin && pin !== again;
  const { form, tried } = useSending(short || apart, () => void give());

  async function give(): Promise<void> {
    if (choosesPin && !(await bridge().setPin(pin))) return setUnkept(true);
    ask(null);
    await send({ type: 'handover/begin', id: couple.id, retreat, side, exercise: exercise === '' ? null : exercise });
  }

  const pinError = tried && short ? t('handOver.pinShort', { least: leastDigits }) : unkept && t('handOver.pinUnkept');
  return (
    <form {...form}>
      <Stack gap="md">
        <Radio.Group label={t('handOver.whom')} value={side} onChange={(value) => setSide(value as Side)}>
          <Group mt="xs">
            {partnersOf(couple).map((each) => (
              <Radio key={each} data-autofocus={each === side || undefined} value={each} label={nameOf(each) ?? each} />
            ))}
          </Group>
        </Radio.Group>
        <NativeSelect
          label={t('handOver.exercise')}
          value={exercise}
          onChange={(event) => setExercise(event.currentTarget.value)}
          data={[
            ...all.map(({ id, title }) => ({ value: id, label: title })),
            { value: '', label: t('handOver.agreements') },
          ]}
        />
        <Text size="sm">{t('handOver.rests')}</Text>
        <Text size="sm">{t('handOver.keys')}</Text>
        {choosesPin ? (
          <Group grow align="flex-start">
            <Pin label={t('handOver.pin')} value={pin} error={pinError} change={setPin} />
            <Pin
              label={t('handOver.pinAgain')}
              value={again}
              error={tried && apart && t('handOver.pinApart')}
              change={setAgain}
            />
          </Group>
        ) : (
          <Group justify="space-between">
            <Text size="sm">{t('handOver.back')}</Text>
            <Button look="quiet" onClick={() => setAnother(true)}>
              {t('handOver.another')}
            </Button>
          </Group>
        )}
        <Group justify="flex-end">
          <Button onClick={() => ask(null)}>{t('cancel')}</Button>
          <Button look="primary" type="submit">
            {t('handOver.go')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PinProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | false;
  readonly change: (digits: string) => void;
}

function Pin({ label, value, error, change }: PinProps) {
  const { t } = useTranslation('run');
  return (
    <PasswordInput
      label={label}
      value={value}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('handOver.pinShow') }}
      onChange={(event) => change(event.currentTarget.value.replace(/\D/g, '').slice(0, mostDigits))}
    />
  );
}
