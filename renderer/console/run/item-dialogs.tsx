import { Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exercise, exerciseSeconds } from '../../../shared/exercise/exercise';
import type { AgendaItem } from '../../../shared/retreat/retreat';
import { Button } from '../kit/button';
import { useCommand } from '../mirror/hooks';
import { ExercisePicker } from './exercise-picker';

/** What was asked about an item of the day. */
export interface Asked {
  readonly what: 'minutes' | 'insert';
  readonly item: AgendaItem;
  readonly title: string;
}

export function ItemDialogs({ asked, done }: { readonly asked: Asked | null; readonly done: () => void }) {
  const { t } = useTranslation('run');
  // The last question stays in the dialog while it closes.
  const [last, setLast] = useState<Asked | null>(null);
  useEffect(() => {
    if (asked !== null) setLast(asked);
  }, [asked]);
  const shown = asked ?? last;
  if (shown === null) return null;
  const words = { title: shown.title };
  return (
    <Modal
      opened={asked !== null}
      onClose={done}
      title={t(shown.what === 'minutes' ? 'item.lengthTitle' : 'item.insertTitle', words)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {shown.what === 'minutes' ? (
        <Minutes key={shown.item.id} item={shown.item} done={done} />
      ) : (
        <Insert item={shown.item} done={done} />
      )}
    </Modal>
  );
}

function Minutes({ item, done }: { readonly item: AgendaItem; readonly done: () => void }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const [minutes, setMinutes] = useState<number | string>(item.minutes);
  const save = () => {
    if (typeof minutes !== 'number') return;
    done();
    void send({ type: 'day/minutes', id: item.id, minutes });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="lg">
        <NumberInput
          data-autofocus
          label={t('item.lengthLabel')}
          min={1}
          max={600}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={minutes}
          onChange={setMinutes}
        />
        <Group justify="flex-end">
          <Button onClick={done}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={typeof minutes !== 'number' || minutes < 1}>
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
    const minutes = Math.max(1, Math.ceil(exerciseSeconds(exercise) / 60));
    void send({ type: 'day/insert', after: item.id, kind: 'exercise', ref: exercise.id, title: null, minutes });
  };
  return <ExercisePicker choose={choose} height={420} />;
}
