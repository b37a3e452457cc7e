import { dateAfter } from '../room/calendar-day';
import { minuteMs } from '../room/timer';
import type { AgendaItem, Day } from './retreat';

export interface ScheduleRow {
  readonly id: string;
  /** Epoch milliseconds, as planned. */
  readonly plannedStart: number;
  readonly plannedEnd: number;
  /** What happened, or what is now expected. */
  readonly expectedStart: number;
  readonly expectedEnd: number;
  /** `passed`: it has not been led, and the day went past it or has ended. */
  readonly state: 'done' | 'now' | 'to-come' | 'skipped' | 'passed';
}

export interface Schedule {
  readonly rows: readonly ScheduleRow[];
  readonly plannedEnd: number;
  readonly expectedEnd: number;
  /** Minutes the day is expected to end late (positive) or early (negative). */
  readonly overMinutes: number;
}

/** Epoch milliseconds of a local clock time on a date. In a DST gap it is the moment the clocks read right after it. */
export function momentOf(date: string, clock: string): number {
  const [year, month, day] = date.split('-').map(Number);
  const [hours, minutes] = clock.split(':').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, hours ?? 0, minutes ?? 0).getTime();
}

const twoFigures = (n: number): string => String(n).padStart(2, '0');

/** The local date of a moment, YYYY-MM-DD. */
export function dateOf(moment: number): string {
  const at = new Date(moment);
  return `${at.getFullYear()}-${twoFigures(at.getMonth() + 1)}-${twoFigures(at.getDate())}`;
}

/** The local clock time of a moment, HH:MM. */
export function clockOf(moment: number): string {
  const at = new Date(moment);
  return `${twoFigures(at.getHours())}:${twoFigures(at.getMinutes())}`;
}

/** What is on the wall, and the milliseconds all its steps still need; no item of the day when it is led beside it. */
export interface Running {
  readonly id: string | null;
  readonly remainingMs: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** From here on it is no lateness: the day is led at quite another time than planned, or was left and is taken up again. */
const farMs = 6 * 60 * minuteMs;

/** What is skipped takes no time and moves nothing. */
const shiftOf = ({ skipped, shift }: AgendaItem): number => (skipped ? 0 : shift * minuteMs);
const lengthOf = ({ skipped, minutes }: AgendaItem): number => (skipped ? 0 : minutes * minuteMs);

/**
 * When the plan begins: on its own date, or, when it is led on another one, on that day on which the first item led would
 * have been nearest to its time, or then, when that is far from it. A retreat held a day later than planned is not a day late.
 */
function beginningOf(day: Day, at: number, now: number): number {
  const planned = momentOf(day.date, day.start);
  const begun = day.items.map(({ actual }, index) => actual?.startedAt ?? (index === at ? now : Infinity));
  const began = Math.min(...begun, day.endedAt ?? Infinity);
  if (!Number.isFinite(began)) return planned;
  const before = begun.includes(began) ? day.items.slice(0, begun.indexOf(began)) : day.items;
  const lead = before.reduce((sum, item) => sum + shiftOf(item) + lengthOf(item), 0);
  const nearest = momentOf(dateAfter(day.date, Math.round((began - planned - lead) / dayMs)), day.start);
  return Math.abs(began - nearest - lead) < farMs ? nearest : began - lead;
}

/** Milliseconds an item is expected to last once it begins. */
export type Lasts = (item: AgendaItem) => number;

const asPlanned: Lasts = ({ minutes }) => minutes * minuteMs;

/**
 * Planned, actual and expected times of a day, in epoch milliseconds. What is to come lasts as long as `lasts` says, whatever was
 * planned for it. Buffers give way before anything runs late.
 */
export function schedule(day: Day, now: number, running: Running | null, lasts: Lasts = asPlanned): Schedule {
  const at = running === null ? -1 : day.items.findIndex((item) => item.id === running.id);
  // What is led beside the day pushes all that is to come.
  const free = now + (running !== null && at === -1 ? running.remainingMs : 0);
  const lastDone = day.items.findLastIndex((item) => item.actual?.endedAt != null);
  const reached = Math.max(at, lastDone);
  let planned = beginningOf(day, at, now);
  // Nothing has begun: on the day itself it is late once its time is past; on any other the plan stands as it is.
  const isOn = reached >= 0 || (now >= planned && now - planned < farMs);
  let cursor = planned;
  const rows = day.items.map((item, index): ScheduleRow => {
    const shift = shiftOf(item);
    const length = lengthOf(item);
    const row = (
      expectedStart: number,
      state: ScheduleRow['state'],
      endOf: (plannedEnd: number) => number = () => expectedStart,
    ): ScheduleRow => {
      // So long a pause is no lateness: what is left of the plan moves with it.
      const pause = expectedStart - Math.max(cursor, planned) - Math.max(0, shift);
      const plannedStart = planned + shift + (pause >= farMs ? pause : 0);
      planned = plannedStart + length;
      cursor = endOf(planned);
      return { id: item.id, plannedStart, plannedEnd: planned, expectedStart, expectedEnd: cursor, state };
    };
    if (item.skipped) return row(cursor, 'skipped');
    if (index === at) return row(item.actual?.startedAt ?? now, 'now', () => now + (running?.remainingMs ?? 0));
    if (item.actual?.endedAt != null) {
      const { startedAt, endedAt } = item.actual;
      return row(startedAt ?? endedAt, 'done', () => endedAt);
    }
    if (index < reached || day.endedAt !== null) return row(cursor, item.kind === 'buffer' ? 'done' : 'passed');
    const start = Math.max(cursor + shift, isOn ? free : 0);
    const needs = (plannedEnd: number): number =>
      item.kind === 'buffer' ? Math.min(length, Math.max(0, plannedEnd - start)) : lasts(item);
    return row(start, 'to-come', (plannedEnd) => start + needs(plannedEnd));
  });
  const end = day.endedAt ?? cursor;
  return { rows, plannedEnd: planned, expectedEnd: end, overMinutes: Math.round((end - planned) / minuteMs) };
}
