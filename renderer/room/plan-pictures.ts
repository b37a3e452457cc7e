import type { PlanRow } from '../../shared/room/room-view';

/** Rows from one to before another, in one column of a picture. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

/** Fills columns of a height one after another. A row that is higher than a column has one for itself. */
function fill(heights: readonly number[], capacity: number): Column[] {
  const columns: Column[] = [];
  let from = 0;
  let filled = 0;
  heights.forEach((height, index) => {
    if (index > from && filled + height > capacity) {
      columns.push({ from, to: index });
      from = index;
      filled = 0;
    }
    filled += height;
  });
  if (heights.length > from) columns.push({ from, to: heights.length });
  return columns;
}

/** How finely the columns are evened out. */
const evenings = 12;

/**
 * The day in as few pictures as it takes, each of so many columns: every row stands in one of them. They are about equally full: a
 * day of two pictures is its first and its second half, not a whole one and a rest.
 */
export function picturesOf(
  heights: readonly number[],
  capacity: number,
  columns: number,
): readonly (readonly Column[])[] {
  const count = (at: number): number => Math.ceil(fill(heights, at).length / columns);
  const fewest = count(capacity);
  let [low, high] = [0, capacity];
  for (let n = 0; n < evenings; n += 1) {
    const middle = (low + high) / 2;
    if (count(middle) > fewest) low = middle;
    else high = middle;
  }
  const all = fill(heights, high);
  return Array.from({ length: fewest }, (_, n) => all.slice(n * columns, (n + 1) * columns));
}

/** The row the day is at: what is on, or else what comes next; the last one when it is over. */
export function rowNow(rows: readonly PlanRow[]): number {
  const on = rows.findIndex(({ state }) => state === 'now');
  // A day can be entered in its middle: what was left undone before what was led is not next.
  const next = on === -1 ? rows.findLastIndex(({ state }) => state === 'done') + 1 : on;
  return Math.min(next, rows.length - 1);
}

/** The picture to show: the one the day is at, or as many further as the plan was turned, and round again. */
export function shownPicture(pictures: readonly (readonly Column[])[], now: number, turned: number): number {
  const first = pictures.findIndex((columns) => columns.some(({ from, to }) => now >= from && now < to));
  return pictures.length === 0 ? 0 : (Math.max(0, first) + turned) % pictures.length;
}
