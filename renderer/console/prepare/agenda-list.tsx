import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { arrayMove, SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../shared/retreat/retreat';
import type { Schedule } from '../../../shared/retreat/schedule';
import { publicTitle } from '../../../shared/session/commands/public-title';
import { useContent } from '../mirror/content';
import { useCommand } from '../mirror/hooks';
import styles from './agenda.module.css';
import { AgendaRow } from './agenda-row';
import { useKeyMoves } from './use-key-moves';

interface AgendaListProps {
  readonly day: Day;
  readonly times: (day: Day) => Schedule;
  readonly onInsert: (after: string) => void;
}

/** The items of a day, to be moved by hand or by keyboard. */
export function AgendaList({ day, times, onInsert }: AgendaListProps) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const content = useContent();
  // What was just dropped stays where it was put until the plan says the same.
  const [dropped, setDropped] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of items ends the wait
  useEffect(() => setDropped(null), [day.items]);
  const plan = times(day);
  const ids = dropped ?? day.items.map(({ id }) => id);
  const { reached, coordinateGetter, collisionDetection } = useKeyMoves(ids);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter, scrollBehavior: 'auto' }),
  );
  /** The place last spoken of, so that none is said twice, nor over the words that it was picked up. */
  const spoken = useRef<string | number | undefined>(undefined);

  const title = (id: string | number): string => {
    const item = day.items.find((each) => each.id === id);
    return item === undefined ? '' : publicTitle(item, content);
  };
  const place = (id: string | number | undefined) => ({ n: ids.indexOf(String(id)) + 1, of: ids.length });
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      spoken.current = active.id;
      return t('move.picked', { title: title(active.id), ...place(active.id) });
    },
    onDragOver: ({ active, over }) => {
      if (over === null || over.id === spoken.current) return undefined;
      spoken.current = over.id;
      return t('move.over', { title: title(active.id), ...place(over.id) });
    },
    onDragEnd: ({ active, over }) =>
      t('move.dropped', { title: title(active.id), ...place(reached.current ?? over?.id ?? active.id) }),
    onDragCancel: ({ active }) => t('move.cancelled', { title: title(active.id) }),
  };
  const move = async (id: string, to: number) => {
    setDropped(arrayMove([...ids], ids.indexOf(id), to));
    if (!(await send({ type: 'day/move', id, to })).ok) setDropped(null);
  };
  const pick = ({ active, activatorEvent }: DragStartEvent) => {
    reached.current = activatorEvent instanceof KeyboardEvent ? String(active.id) : null;
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const to = reached.current ?? over?.id ?? active.id;
    if (to !== active.id) void move(String(active.id), ids.indexOf(String(to)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collisionDetection}
      onDragStart={pick}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('move.how') } }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={styles.items}>
          {ids.map((id, index) => {
            const item = day.items.find((each) => each.id === id);
            const row = plan.rows.find((each) => each.id === id);
            if (item === undefined || row === undefined) return null;
            return (
              <AgendaRow
                key={id}
                day={day}
                times={times}
                item={item}
                row={row}
                title={title(id)}
                onMove={(by) => move(id, Math.max(0, Math.min(ids.length - 1, index + by)))}
                onInsert={() => onInsert(id)}
              />
            );
          })}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
