import { useSortable } from '@dnd-kit/sortable';
import { Menu, NumberInput } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Day } from '../../../shared/retreat/retreat';
import { mostMinutes } from '../../../shared/retreat/retreat-constants';
import type { Schedule, ScheduleRow } from '../../../shared/retreat/schedule';
import { oneLine } from '../../../shared/room/one-line';
import { otherSide } from '../../../shared/room/wall';
import { wallCaps } from '../../../shared/room/wall-constants';
import { Button, IconButton } from '../kit/button';
import { Warning } from '../kit/warning';
import { useClocks, useContent } from '../mirror/content';
import { useCommand, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { useOpenRetreat } from '../mirror/use-draft';
import { useNameWarning } from '../mirror/use-name-warning';
import { ItemForm } from '../parts/item-form';
import { SkipItem } from '../parts/skip-item';
import styles from './agenda.module.css';

const shiftBy = 5;

interface AgendaRowProps {
  readonly day: Day;
  readonly times: (day: Day) => Schedule;
  readonly item: AgendaItem;
  readonly row: ScheduleRow;
  readonly title: string;
  readonly onMove: (by: number) => void;
  readonly onInsert: () => void;
}

export function AgendaRow({ day, times, item, row, title, onMove, onInsert }: AgendaRowProps) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const clocks = useClocks();
  const retreat = useOpenRetreat();
  const onStage = useView(({ live }) => live.itemId === item.id);
  const sortable = useSortable({ id: item.id, attributes: { roleDescription: t('move.role') } });
  const { transform, transition } = sortable;
  const content = useContent();
  const hasTurns = content.exercise(item.ref)?.steps.some(({ part }) => part === 'first') ?? false;
  const state = onStage ? 'now' : row.state;
  const kind = t(`kind.${item.kind}`);
  // An exercise or a talk goes by its own name; what stands between them is called as the facilitator likes.
  const renamed = item.ref === null || item.kind === 'break';
  // Only a title of its own is the facilitator's: an exercise called "Clay" names no one.
  const warning = useNameWarning(item.title === null ? [] : [item.title]);
  /** Removes the item, and gives the keyboard to the handle of the row that takes its place. */
  const removeBy = async (handle: HTMLElement) => {
    const row = handle.closest('li');
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    if ((await send({ type: 'day/remove', id: item.id })).ok) next?.querySelector('button')?.focus();
  };
  const remark = state === 'to-come' ? (kind === title ? '' : kind) : t(state);

  /** Emptied, it goes by its own title again; one that does so already stays as it is. */
  const rename = (typed: string) => {
    const written = oneLine(typed) || null;
    return written === item.title ? null : send({ type: 'day/title', id: item.id, title: written });
  };

  return (
    <li
      ref={sortable.setNodeRef}
      className={styles.item}
      data-kind={item.kind}
      data-state={state}
      data-dragging={sortable.isDragging || undefined}
      style={transform === null ? {} : { transform: `translateY(${transform.y}px)`, transition }}
    >
      <button
        type="button"
        ref={sortable.setActivatorNodeRef}
        className={styles.handle}
        {...sortable.attributes}
        {...sortable.listeners}
        onKeyDown={(event) => {
          sortable.listeners?.onKeyDown?.(event);
          if (event.key !== 'Delete') return;
          // It has done its work here: to the window the same key means the message on the wall.
          event.preventDefault();
          if (!event.repeat && !sortable.isDragging) void removeBy(event.currentTarget);
        }}
        aria-label={t('handle', { title })}
      >
        <IconGripVertical size={16} aria-hidden />
      </button>
      <span className={styles.time}>{clocks.moment(row.expectedStart)}</span>
      {renamed ? (
        <span className={styles.ownTitle}>
          <KeptField
            of={retreat}
            field={`item/${item.id}/title`}
            bare
            label={t('titleOf', { title, time: clocks.moment(row.expectedStart) })}
            value={title}
            maxLength={wallCaps.title}
            onCommit={rename}
          />
          <span className={styles.kind}>{remark}</span>
        </span>
      ) : (
        <span className={styles.itemTitle} title={title}>
          <span className={styles.itemName}>{title}</span>
          <span className={styles.kind}>{remark}</span>
        </span>
      )}
      <span>
        {hasTurns && (
          <Button
            look="quiet"
            size="compact-sm"
            label={t('startsLabel', { title, side: item.starts })}
            onClick={() => send({ type: 'day/starts', id: item.id, starts: otherSide(item.starts) })}
          >
            {t('starts', { side: item.starts })}
          </Button>
        )}
      </span>
      <Minutes item={item} title={title} />
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <IconButton label={t('more', { title })} icon={<IconDots size={18} />} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onInsert}>{t('menu.after')}</Menu.Item>
          <Menu.Item onClick={() => onMove(-1)}>{t('menu.up')}</Menu.Item>
          <Menu.Item onClick={() => onMove(1)}>{t('menu.down')}</Menu.Item>
          <Menu.Item onClick={() => send({ type: 'day/shift', id: item.id, minutes: shiftBy })}>
            {t('menu.later')}
          </Menu.Item>
          <Menu.Item onClick={() => send({ type: 'day/shift', id: item.id, minutes: -shiftBy })}>
            {t('menu.earlier')}
          </Menu.Item>
          <SkipItem day={day} item={item} times={times} label={t(item.skipped ? 'menu.unskip' : 'menu.skip')} />
          <Menu.Item onClick={() => send({ type: 'day/remove', id: item.id })}>{t('menu.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {row.state === 'to-come' && (
        <div className={styles.under}>
          <ItemForm item={item} title={title} />
        </div>
      )}
      {warning !== null && (
        <div className={styles.under}>
          <Warning text={warning} />
        </div>
      )}
    </li>
  );
}

/** Minutes are kept when the field is left, so that typing "12" never plans one minute in between. */
function Minutes({ item, title }: { readonly item: AgendaItem; readonly title: string }) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const [minutes, setMinutes] = useState(item.minutes);
  useEffect(() => setMinutes(item.minutes), [item.minutes]);
  const keep = () => {
    if (minutes === item.minutes) return;
    if (Number.isInteger(minutes) && minutes >= 1) void send({ type: 'day/minutes', id: item.id, minutes });
    else setMinutes(item.minutes);
  };
  return (
    <NumberInput
      aria-label={t('minutes', { title })}
      size="xs"
      min={1}
      max={mostMinutes}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix={` ${t('min')}`}
      value={minutes}
      onChange={(value) => setMinutes(typeof value === 'number' ? value : 0)}
      onBlur={keep}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setMinutes(item.minutes);
      }}
    />
  );
}
