import { Group, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exerciseMinutes } from '../../../shared/exercise/exercise';
import type { Day } from '../../../shared/retreat/retreat';
import { type ItemKind, itemKinds, mostMinutes } from '../../../shared/retreat/retreat-constants';
import type { Schedule } from '../../../shared/retreat/schedule';
import { oneLine } from '../../../shared/room/one-line';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useSending } from '../kit/use-sending';
import { Warning } from '../kit/warning';
import { useClocks, useContent } from '../mirror/content';
import { useCommand, useOneAtATime } from '../mirror/hooks';
import { useFormDraft } from '../mirror/use-draft';
import { useNameWarning } from '../mirror/use-name-warning';
import { type Choice, ChoiceList } from './choice-list';
import styles from './prepare.module.css';

interface InsertDialogProps {
  readonly day: Day;
  readonly times: (day: Day) => Schedule;
  readonly after: string | null;
  readonly onClose: () => void;
}

/** Where nothing comes before it. */
const first = '';
const usual: Readonly<Record<ItemKind, number>> = { exercise: 10, talk: 10, break: 15, buffer: 10 };

/** Puts an exercise, a talk, a break or some slack into the day. */
export function InsertDialog({ day, times, after: asked, onClose }: InsertDialogProps) {
  const { t } = useTranslation(['prepare', 'shell']);
  const send = useCommand();
  const oneAtATime = useOneAtATime();
  const content = useContent();
  const clocks = useClocks();
  const [after, setAfter] = useState(asked ?? first);
  const { text: title, change: changeTitle } = useFormDraft('insert-title');
  // A name that was being typed belongs to a break or to slack.
  const [kind, setKind] = useState<ItemKind>(title === '' ? 'exercise' : 'break');
  const [ref, setRef] = useState<string | null>(null);
  const [minutes, setMinutes] = useState(usual[kind]);

  const chosen = kind === 'exercise' || kind === 'talk';
  const choices: readonly Choice[] =
    kind === 'talk'
      ? content.talks.map(({ id, title: label, cards }) => ({
          id,
          title: label,
          purpose: cards[0]?.thought ?? '',
          length: t('insert.cards', { count: cards.length }),
        }))
      : content.exercises.map((exercise) => ({
          id: exercise.id,
          title: exercise.title,
          purpose: exercise.purpose,
          length: t('insert.length', { minutes: exerciseMinutes(exercise) }),
        }));
  const { rows } = times(day);
  const warning = useNameWarning([title]);
  const missing = chosen && ref === null;
  const minutesWrong = !(Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes);

  const chooseKind = (value: string) => {
    const next = itemKinds.find((each) => each === value) ?? 'exercise';
    setKind(next);
    setRef(null);
    setMinutes(usual[next]);
  };
  const chooseRef = (id: string) => {
    setRef(id);
    const exercise = content.exercise(id);
    if (exercise !== undefined) setMinutes(exerciseMinutes(exercise));
  };
  /** Put in or given up with Cancel, its name is no longer being typed; however else it is left, it stays. */
  const close = () => {
    changeTitle('');
    onClose();
  };
  const insert = async () => {
    const answer = await send({
      type: 'day/insert',
      after: after === first ? null : after,
      kind,
      ref: chosen ? ref : null,
      title: chosen ? null : oneLine(title) || null,
      minutes,
    });
    if (answer.ok) close();
  };
  const { form, tried } = useSending(missing || minutesWrong, () => void oneAtATime(insert));

  return (
    <Dialog open onClose={onClose} title={t('insert.title')} size="40rem">
      <form {...form} className={styles.insert}>
        <SegmentedControl
          aria-label={t('insert.kind')}
          value={kind}
          onChange={chooseKind}
          data={itemKinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        />
        {chosen ? (
          <ChoiceList
            key={kind}
            label={kind === 'exercise' ? t('insert.exercise') : t('insert.talk')}
            choices={choices}
            chosen={ref}
            error={tried && missing ? t('insert.missing') : null}
            onChoose={chooseRef}
          />
        ) : (
          <div>
            <TextInput
              label={t('insert.name')}
              description={t('insert.nameHint')}
              placeholder={kind === 'buffer' ? content.titles.buffer : content.titles.break}
              value={title}
              onChange={(event) => changeTitle(event.currentTarget.value)}
            />
            <Warning text={warning} />
          </div>
        )}
        <div className={styles.when}>
          <NumberInput
            label={t('insert.minutes')}
            min={1}
            max={mostMinutes}
            allowDecimal={false}
            value={minutes}
            error={tried && minutesWrong && t('insert.minutesWrong')}
            onChange={(value) => setMinutes(Number(value))}
          />
          <NativeSelect
            label={t('insert.where')}
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
            data={[
              { value: first, label: t('insert.first') },
              ...day.items.map((item, index) => ({
                value: item.id,
                label: t('insert.after', {
                  title: publicTitle(item, content),
                  time: clocks.moment(rows[index]?.expectedStart ?? 0),
                }),
              })),
            ]}
          />
        </div>
        <Group justify="flex-end">
          <Button onClick={close}>{t('shell:cancel')}</Button>
          <Button look="primary" type="submit">
            {t('insert.submit')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
