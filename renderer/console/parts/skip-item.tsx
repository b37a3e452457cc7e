import { Menu } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { consequence, skipToggled } from '../../../shared/retreat/consequence';
import type { AgendaItem, Day } from '../../../shared/retreat/retreat';
import type { Schedule } from '../../../shared/retreat/schedule';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { useClocks, useContent } from '../mirror/content';
import { useCommand, useView } from '../mirror/hooks';
import styles from './parts.module.css';

interface SkipItemProps {
  readonly day: Day;
  readonly item: AgendaItem;
  /** The times of a day as this screen shows them. */
  readonly times: (day: Day) => Schedule;
  /** What it does, in the menu's own words. */
  readonly label: string;
}

/** A menu's way to skip an item or to do it after all, which says what that does to lunch and to the day's end before it is done. */
export function SkipItem({ day, item, times, label }: SkipItemProps) {
  const send = useCommand();
  const consequenceId = useId();
  // What is on stage or has been keeps its place: the attempt is answered with that.
  const keeps = useView(({ live }) => live.itemId === item.id) || item.actual !== null;
  return (
    <Menu.Item
      aria-label={label}
      {...(keeps ? {} : { 'aria-describedby': consequenceId })}
      onClick={() => void send({ type: 'day/skip', id: item.id, skipped: !item.skipped })}
    >
      {label}
      {!keeps && (
        <span id={consequenceId} className={styles.consequence}>
          <Consequence day={day} id={item.id} times={times} />
        </span>
      )}
    </Menu.Item>
  );
}

interface ConsequenceProps extends Pick<SkipItemProps, 'day' | 'times'> {
  readonly id: string;
}

/** "Lunch 12:40 → 12:22; the day ends 16:05 → 15:47". */
function Consequence({ day, id, times }: ConsequenceProps) {
  const { t } = useTranslation('shell');
  const content = useContent();
  const clocks = useClocks();
  const { pause, end } = consequence(day, skipToggled(day, id), id, times);
  const written = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    from: clocks.moment(from),
    to: clocks.moment(to),
  });
  const ends = written(end);
  const ending = t(ends.from === ends.to ? 'consequence.endStays' : 'consequence.end', ends);
  if (pause === null) return ending;
  const pauses = { title: publicTitle(pause.item, content), ...written(pause) };
  const pausing = t(pauses.from === pauses.to ? 'consequence.pauseStays' : 'consequence.pause', pauses);
  return t('consequence.both', { pause: pausing, end: ending });
}
