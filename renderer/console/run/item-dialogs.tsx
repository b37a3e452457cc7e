import { Group, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exercise, exerciseMinutes } from '../../../shared/exercise/exercise';
import type { AgendaItem, Day } from '../../../shared/retreat/retreat';
import { mostMinutes } from '../../../shared/retreat/retreat-constants';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useSending } from '../kit/use-sending';
import { useContent } from '../mirror/content';
import { useAsk, useCommand, useLocal } from '../mirror/hooks';
import { ExercisePicker } from './exercise-picker';

/** What is asked about an item of the day: how long it is, or what to insert after it. */
export function ItemDialogs({ day }: { readonly day: Day }) {
  const { t } = useTranslation('run');
  const content = useContent();
  const ask = useAsk();
  const asking = useLocal(({ place }) => place.asking);
  const about = useLocal(({ place }) => place.about);
  const item = day.items.find(({ id }) => id === about);
  if (item === undefined) return null;
  const words = { title: publicTitle(item, content) };
  const done = () => ask(null);
  return (
    <>
      <Dialog open={asking === 'minutes'} onClose={done} title={t('item.lengthTitle', words)}>
        <Minutes key={item.id} item={item} done={done} />
      </Dialog>
      <Dialog open={asking === 'insert'} onClose={done} title={t('item.insertTitle', words)}>
        <Insert item={item} done={done} />
      </Dialog>
    </>
  );
}

function Minutes({ item, done }: { readonly item: AgendaItem; readonly done: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const [minutes, setMinutes] = useState<number | string>(item.minutes);
  const wrong = typeof minutes !== 'number' || minutes < 1;
  const { form, tried } = useSending(wrong, () => {
    if (typeof minutes !== 'number') return;
    done();
    void send({ type: 'day/minutes', id: item.id, minutes });
  });
  return (
    <form {...form}>
      <Stack gap="lg">
        <NumberInput
          data-autofocus
          label={t('item.lengthLabel')}
          min={1}
          max={mostMinutes}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={minutes}
          error={tried && wrong && t('item.lengthWrong', { most: 600 })}
          onChange={setMinutes}
        />
        <Group justify="flex-end">
          <Button onClick={done}>{t('cancel')}</Button>
          <Button look="primary" type="submit">
            {t('item.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Insert({ item, done }: { readonly item: AgendaItem; readonly done: () => void }) {
  const send = useCommand();
  const choose = (exercise: Exercise) => {
    done();
    const minutes = exerciseMinutes(exercise);
    void send({ type: 'day/insert', after: item.id, kind: 'exercise', ref: exercise.id, title: null, minutes });
  };
  return <ExercisePicker choose={choose} height={420} />;
}
