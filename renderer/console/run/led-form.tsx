import { type AgendaItem, currentDay, itemAfter } from '../../../shared/retreat/retreat';
import { hasBegun, hasNext } from '../../../shared/room/stage';
import { publicTitle } from '../../../shared/session/commands/public-title';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import { useContent } from '../mirror/content';
import { useView } from '../mirror/hooks';
import { ItemForm } from '../parts/item-form';
import styles from './ahead.module.css';

/** The item whose form is still to be chosen: the one that is looked at, else what is on stage and has not begun, else what comes next. */
function ledNext({ retreat, live, chosen }: ConsoleView): AgendaItem | null {
  const day = retreat === null ? undefined : currentDay(retreat);
  if (day === undefined) return null;
  const find = (id: string | null) => day.items.find((item) => item.id === id) ?? null;
  const { playing } = live.stage;
  const choosable = (item: AgendaItem | null): AgendaItem | null =>
    item !== null && item.id === live.itemId && playing !== null && hasBegun(playing) ? null : item;
  if (chosen?.choice.kind === 'item') return choosable(find(chosen.choice.id));
  if (playing !== null && !hasBegun(playing)) return find(live.itemId);
  return playing === null || !hasNext(playing) ? itemAfter(day, live.after) : null;
}

/** How what comes is led, and the other forms it could be led in: where a day that runs late is caught up. */
export function LedForm() {
  const content = useContent();
  const item = useView(ledNext);
  if (item === null || item.kind !== 'exercise') return null;
  const title = publicTitle(item, content);
  return (
    <div className={styles.led}>
      <ItemForm item={item} title={title} live />
    </div>
  );
}
