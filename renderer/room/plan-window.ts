import type { PlanRow } from '../../shared/room/room-view';

/** Rows that stand on the wall at once, at a size that reads from the back. */
const most = 7;

export interface PlanWindow {
  readonly earlier: boolean;
  readonly rows: readonly PlanRow[];
  readonly later: boolean;
}

/** The part of the day around now: one row that is done, now, and what comes. Rows that do not fit are only hinted at. */
export function planWindow(rows: readonly PlanRow[]): PlanWindow {
  if (rows.length <= most) return { earlier: false, rows, later: false };
  const next = rows.findIndex((row) => row.state !== 'done');
  const wanted = (next === -1 ? rows.length : next) - 1;
  const from = Math.max(0, Math.min(wanted, rows.length - most));
  return { earlier: from > 0, rows: rows.slice(from, from + most), later: from + most < rows.length };
}
