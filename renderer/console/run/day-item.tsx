import { Menu } from '@mantine/core';
import { IconCheck, IconDots, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { minuteMs } from '../../../shared/room/timer';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { IconButton } from '../kit/button';
import { useInSight } from '../kit/in-sight';
import { useClocks, useContent } from '../mirror/content';
import { useAsk, useCommand, useView } from '../mirror/hooks';
import { SkipItem } from '../parts/skip-item';
import type { DayLine, DayPlan } from './day-plan';
import styles from './day-rail.module.css';
import { useChoosing } from './use-choosing';

interface DayItemProps {
  readonly plan: DayPlan;
  readonly line: DayLine;
  readonly index: number;
  readonly last: boolean;
  readonly onStage: boolean;
}

export function DayItem({ plan, line, index, last, onStage }: DayItemProps) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const ask = useAsk();
  const chosen = useView(({ chosen: at }) => at?.choice.kind === 'item' && at.choice.id === line.item.id);
  const content = useContent();
  const clocks = useClocks();
  const { item, row } = line;
  const choosing = useChoosing(chosen);
  const title = publicTitle(item, content);
  const place = useInSight<HTMLLIElement>(onStage);

  const passed = row.state === 'passed';
  const at = clocks.moment(passed ? row.plannedStart : row.expectedStart);
  const planned = clocks.moment(row.plannedStart);
  const moved =
    row.state !== 'skipped' && !passed && Math.abs(row.expectedStart - row.plannedStart) >= minuteMs && at !== planned;
  const state = onStage ? 'now' : row.state;
  return (
    <li ref={place} className={styles.item} data-state={state} data-kind={item.kind}>
      <button
        type="button"
        className={styles.go}
        disabled={item.kind === 'buffer'}
        aria-current={onStage ? 'step' : undefined}
        aria-pressed={chosen}
        aria-label={t('day.item', { title, at, minutes: item.minutes, state: t(`day.${state}`) })}
        {...choosing({ kind: 'item', id: item.id })}
      >
        <span className={styles.at}>
          {at}
          <span className={styles.planned} title={t('day.planned', { at: planned })}>
            {moved ? planned : ''}
          </span>
        </span>
        <span className={styles.sign}>
          {state === 'done' && <IconCheck size="0.8125rem" stroke={2.4} aria-hidden />}
          {state === 'now' && <IconPlayerPlayFilled size="0.6875rem" aria-hidden />}
        </span>
        <span className={styles.what}>
          <span className={styles.name}>{title}</span>
          <span className={styles.length}>
            {t('minutes', { minutes: item.minutes })} <Over minutes={line.overMinutes} />
          </span>
        </span>
      </button>
      <div className={styles.more}>
        <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <IconButton live size={26} label={t('item.more', { title })} icon={<IconDots size="1rem" aria-hidden />} />
          </Menu.Target>
          <Menu.Dropdown>
            {item.kind !== 'buffer' && (
              <Menu.Item onClick={() => void send({ type: 'day/go', id: item.id })}>{t('item.go')}</Menu.Item>
            )}
            <SkipItem
              day={plan.day}
              item={item}
              times={plan.times}
              label={t(item.skipped ? 'item.unskip' : 'item.skip')}
            />
            <Menu.Item onClick={() => ask('minutes', item.id)}>{t('item.length')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => void send({ type: 'day/shift', id: item.id, minutes: 5 })}>
              {t('item.later')}
            </Menu.Item>
            <Menu.Item onClick={() => void send({ type: 'day/shift', id: item.id, minutes: -5 })}>
              {t('item.earlier')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              onClick={() =>
                void send({ type: 'day/insert', after: item.id, kind: 'break', ref: null, title: null, minutes: 10 })
              }
            >
              {t('item.insertBreak')}
            </Menu.Item>
            <Menu.Item onClick={() => ask('insert', item.id)}>{t('item.insertExercise')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item
              disabled={index === 0}
              onClick={() => void send({ type: 'day/move', id: item.id, to: Math.max(0, index - 1) })}
            >
              {t('item.up')}
            </Menu.Item>
            <Menu.Item disabled={last} onClick={() => void send({ type: 'day/move', id: item.id, to: index + 1 })}>
              {t('item.down')}
            </Menu.Item>
            <Menu.Item onClick={() => void send({ type: 'day/remove', id: item.id })}>{t('item.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}

/** How much longer or shorter it ran than planned; said calmly, and nothing when it kept its time. */
function Over({ minutes }: { readonly minutes: number | null }) {
  const { t } = useTranslation('run');
  if (minutes === null || minutes === 0) return null;
  const words = minutes > 0 ? t('day.over', { minutes }) : t('day.under', { minutes: -minutes });
  return <span data-late={minutes > 0}>{words}</span>;
}
