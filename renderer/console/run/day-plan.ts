import { type AgendaItem, currentDay, type Day, type Retreat } from '../../../shared/retreat/retreat';
import { type Lasts, type Schedule, type ScheduleRow, schedule } from '../../../shared/retreat/schedule';
import { minuteMs, type Now } from '../../../shared/room/timer';
import type { Live } from '../../../shared/session/state/session';
import { runningOn } from '../../../shared/session/view/running';

export interface DayLine {
  readonly item: AgendaItem;
  readonly row: ScheduleRow;
  /** Whole minutes longer (positive) or shorter than planned; null where that is not known yet. */
  readonly overMinutes: number | null;
}

function overOf(item: AgendaItem, row: ScheduleRow): number | null {
  const known = row.state === 'now' || (row.state === 'done' && item.actual !== null);
  // Of what is to come only an exercise knows better than the plan: its steps say what they take.
  if (!known && (row.state !== 'to-come' || item.kind !== 'exercise')) return null;
  return Math.round((row.expectedEnd - row.expectedStart) / minuteMs) - item.minutes;
}

export interface DayPlan {
  readonly day: Day;
  readonly lines: readonly DayLine[];
  readonly schedule: Schedule;
  /** The times of the day as they would be, were it changed. */
  readonly times: (day: Day) => Schedule;
}

/** The current day as the rail shows it: planned, actual and expected times of every item, each lasting what `lasts` says. */
export function dayPlan(retreat: Retreat, live: Live, now: Now, lasts: Lasts): DayPlan | null {
  const day = currentDay(retreat);
  if (day === undefined) return null;
  const times = (at: Day): Schedule => schedule(at, now.wall, runningOn(live, now), lasts);
  const asItIs = times(day);
  const lines = day.items.flatMap((item, index): DayLine[] => {
    const row = asItIs.rows[index];
    return row === undefined ? [] : [{ item, row, overMinutes: overOf(item, row) }];
  });
  return { day, lines, schedule: asItIs, times };
}
