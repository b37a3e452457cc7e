import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../shared/retreat/retreat';
import type { Schedule } from '../../../shared/retreat/schedule';
import { publicItemTitle, useContent } from '../mirror/content';
import { useCommand } from '../mirror/hooks';
import { AgendaRow } from './agenda-row';
import styles from './prepare.module.css';

interface AgendaListProps {
  readonly day: Day;
  readonly plan: Schedule;
  readonly onInsert: (after: string) => void;
}

/** The items of a day, to be moved by hand or by keyboard. */
export function AgendaList({ day, plan, onInsert }: AgendaListProps) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const content = useContent();
  // What was just dropped stays where it was put until the plan says the same.
  const [dropped, setDropped] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of items ends the wait
  useEffect(() => setDropped(null), [day.items]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  const ids = dropped ?? day.items.map(({ id }) => id);
  const title = (id: string | number): string => {
    const item = day.items.find((each) => each.id === id);
    return item === undefined ? '' : publicItemTitle(item, content, t('unnamed'));
  };
  const place = (id: string | number | undefined) => ({ n: ids.indexOf(String(id)) + 1, of: ids.length });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('move.picked', { title: title(active.id), ...place(active.id) }),
    onDragOver: ({ active, over }) => t('move.over', { title: title(active.id), ...place(over?.id) }),
    onDragEnd: ({ active, over }) => t('move.dropped', { title: title(active.id), ...place(over?.id) }),
    onDragCancel: ({ active }) => t('move.cancelled', { title: title(active.id) }),
  };
  const move = async (id: string, to: number) => {
    setDropped(arrayMove([...ids], ids.indexOf(id), to));
    if (!(await send({ type: 'day/move', id, to })).ok) setDropped(null);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null && over.id !== active.id) void move(String(active.id), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
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
