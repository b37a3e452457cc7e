import type { PlanRow } from '../../shared/room/room-view';
import { type Sizes, sizes } from './fit';

/** Rows that stand on the wall at once: an evening or half a day is whole. Fewer, where long titles need the room. */
const levels = [18, 14, 12, 10, 8, 6, 4, 2] as const;
const [mostWhole, mostOfMore] = levels;
/** More rows than this stand in two columns. */
const mostInOneColumn = 6;

/** The numbers of rows to try, most first. A day that cannot stand whole shows less of itself, larger. */
const levelsFor = (count: number): readonly number[] => levels.slice(count > mostWhole ? 1 : 0);
const mostOf = (count: number): number => (count > mostWhole ? mostOfMore : mostWhole);

export interface PlanWindow {
  readonly earlier: boolean;
  readonly rows: readonly PlanRow[];
  readonly later: boolean;
}

/** The part of the day around now: one row that is done, now, and what comes. Rows that do not fit are only hinted at. */
export function planWindow(rows: readonly PlanRow[], most = mostOf(rows.length)): PlanWindow {
  if (rows.length <= most) return { earlier: false, rows, later: false };
  // A day can be entered in its middle: what is on counts, not what was left undone before it.
  const on = rows.findIndex((row) => row.state === 'now');
  const next = on === -1 ? rows.findIndex((row) => row.state !== 'done') : on;
  const wanted = (next === -1 ? rows.length : next) - 1;
  const from = Math.max(0, Math.min(wanted, rows.length - most));
  return { earlier: from > 0, rows: rows.slice(from, from + most), later: from + most < rows.length };
}

/** The fewest rows with which this one still stands on the wall. */
export function standsFrom(rows: readonly PlanRow[], row: PlanRow): number {
  return levelsFor(rows.length).findLast((most) => planWindow(rows, most).rows.includes(row)) ?? mostOf(rows.length);
}

/** The most rows with which there is something left out on that side, or 0 when there never is. */
export function leftOutUpTo(rows: readonly PlanRow[], side: 'earlier' | 'later'): number {
  return levelsFor(rows.length).find((most) => planWindow(rows, most)[side]) ?? 0;
}

/** The whole day first, however small; then fewer rows; a word is broken last of all. */
export function planTries(count: number): readonly Sizes[] {
  return (['words', 'anywhere'] as const).flatMap((wrap) =>
    levelsFor(count).map((rows) => sizes({ wrap, rows, dense: Math.min(rows, count) > mostInOneColumn })),
  );
}
