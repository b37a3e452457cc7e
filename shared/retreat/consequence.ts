import { type AgendaItem, type Day, withItem } from './retreat';
import type { Schedule } from './schedule';

interface Move {
  /** Epoch milliseconds, as things stand and as they would be. */
  readonly from: number;
  readonly to: number;
}

/** What a change of an item would do to the day. */
export interface Consequence {
  /** The longest break still to come after the item, which people plan by: lunch, most often. */
  readonly pause: (Move & { readonly item: AgendaItem }) | null;
  readonly end: Move;
}

/** The day with an item skipped, or done after all. */
export const skipToggled = (day: Day, id: string): Day =>
  withItem(day, id, (item) => ({ ...item, skipped: !item.skipped }));

/** Compares the day with what a change of the item would make of it, both as `times` reckons them. */
export function consequence(day: Day, changed: Day, id: string, times: (day: Day) => Schedule): Consequence {
  const [before, after] = [times(day), times(changed)];
  const beginning = ({ rows }: Schedule, item: AgendaItem) => rows.find((row) => row.id === item.id);
  const pauses = changed.items
    .slice(changed.items.findIndex((item) => item.id === id) + 1)
    .filter((item) => item.kind === 'break' && beginning(after, item)?.state === 'to-come');
  const longest = Math.max(...pauses.map(({ minutes }) => minutes));
  const item = pauses.find(({ minutes }) => minutes === longest);
  const [from, to] = item === undefined ? [] : [beginning(before, item), beginning(after, item)];
  return {
    pause:
      item === undefined || from === undefined || to === undefined
        ? null
        : { item, from: from.expectedStart, to: to.expectedStart },
    end: { from: before.expectedEnd, to: after.expectedEnd },
  };
}
