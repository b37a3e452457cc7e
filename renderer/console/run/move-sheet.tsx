import { Group, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exercise } from '../../../shared/exercise/exercise';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Refusal } from '../../../shared/session/protocol/refusal-code';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { say } from '../kit/say';
import { useCommand, useOneAtATime, useView } from '../mirror/hooks';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useShownRecords } from '../mirror/use-shown-records';
import { findCouples } from './find-couples';
import styles from './form.module.css';

interface MoveSheetProps {
  readonly open: boolean;
  readonly couple: RosterEntry;
  readonly couples: readonly RosterEntry[];
  readonly retreat: string;
  readonly exercise: Exercise;
  readonly close: () => void;
}

/** Asks whose the sheet is that was typed here, and moves it there with one action. */
export function MoveSheet({ open, close, ...sheet }: MoveSheetProps) {
  const { t } = useTranslation('capture');
  return (
    <Dialog open={open} onClose={close} title={t('move.title')}>
      <Whose {...sheet} close={close} />
    </Dialog>
  );
}

/** So many couples that fit are shown; more words find fewer. */
const mostShown = 5;

/** Those the words or the number find, the one at exactly that seat before all others. */
function useFound(couples: readonly RosterEntry[], but: RosterEntry, wanted: string): readonly RosterEntry[] {
  const { t } = useTranslation('run');
  if (wanted.trim() === '') return [];
  const found = findCouples(
    couples.filter(({ id }) => id !== but.id),
    wanted,
    t('couples.seatWord'),
  );
  const isIt = ({ seat }: RosterEntry): boolean => String(seat) === wanted.trim();
  return [...found.filter(isIt), ...found.filter((one) => !isIt(one))].slice(0, mostShown);
}

function Whose({ couple, couples, retreat, exercise, close }: Omit<MoveSheetProps, 'open'>) {
  const { t } = useTranslation(['capture', 'refusals', 'shell']);
  const labelOf = useCoupleLabel();
  const told = useId();
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<RosterEntry | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const found = useFound(couples, couple, wanted);
  const chosen = found[Math.min(at, found.length - 1)];
  // What the other couple has is read while it is looked for, so that it can be told at once whether the sheet may go there.
  useShownRecords({ sheets: found.map(({ id }) => id) });
  const isThere = useView(({ sheets }) => asked !== null && sheets[asked.id] !== undefined);
  const send = useCommand('none', setRefused);
  const once = useOneAtATime();

  useEffect(() => {
    if (asked === null || !isThere) return;
    void once(async () => {
      const answer = await send({ type: 'record/move', id: couple.id, to: asked.id, retreat, exercise: exercise.id });
      setAsked(null);
      if (!answer.ok) return;
      const pair = labelOf(asked);
      say({
        id: 'moved',
        title: t('move.done', { seat: asked.seat, pair }),
        text: t('move.doneText', { seat: couple.seat }),
        close: t('shell:close'),
      });
      close();
    });
  }, [asked, isThere, once, send, couple, retreat, exercise, close, labelOf, t]);

  const look = (words: string): void => {
    setWanted(words);
    setAt(0);
    setRefused(null);
  };
  const choose = (to: RosterEntry | undefined): void => {
    setRefused(null);
    if (to !== undefined) setAsked(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(found.length - 1, Math.min(at, found.length - 1) + by)));
    setRefused(null);
  };
  const nobody = wanted.trim() !== '' && found.length === 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose(chosen);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('move.text', { seat: couple.seat, pair: labelOf(couple), title: exercise.title })}</Text>
        <TextInput
          data-autofocus
          label={t('move.whose')}
          autoComplete="off"
          value={wanted}
          aria-describedby={told}
          error={nobody && t('move.nobody')}
          onChange={(event) => look(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {found.length > 0 && (
          <ul className={styles.whose} aria-label={t('move.found')}>
            {found.map((one) => (
              <li key={one.id}>
                <button type="button" aria-pressed={one === chosen} onClick={() => setAt(found.indexOf(one))}>
                  <b>{one.seat}</b> {labelOf(one)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <Text id={told} size="sm" role="status" className={styles.refused}>
          {refused !== null &&
            `${t(`refusals:${refused.code}.reason`, { ...refused.values })}. ${t(`refusals:${refused.code}.next`, { ...refused.values })}`}
        </Text>
        <Group justify="flex-end">
          <Button onClick={close}>{t('move.no')}</Button>
          <Button look="primary" type="submit" disabled={chosen === undefined}>
            {chosen === undefined ? t('move.yes') : t('move.yesTo', { seat: chosen.seat })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
