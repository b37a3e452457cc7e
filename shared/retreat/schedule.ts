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

/** What is on the wall, and the milliseconds all its steps still need; no item of the day when it is led beside it. */
export interface Running {
  readonly id: string | null;
  readonly remainingMs: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The local date, some days after another. */
function dateAfter(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const at = new Date(year ?? 0, (month ?? 1) - 1, (day ?? 1) + days);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].join('-');
}

/**
 * When the plan begins: on its own date, or, when it is led on another one, at that clock time nearest to when it really
 * began. A retreat held a day later than planned is not a day late.
 */
function beginningOf(day: Day): number {
  const planned = momentOf(day.date, day.start);
  const began = Math.min(...day.items.flatMap(({ actual }) => actual?.startedAt ?? []), day.endedAt ?? Infinity);
  if (!Number.isFinite(began)) return planned;
  return momentOf(dateAfter(day.date, Math.round((began - planned) / dayMs)), day.start);
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
  let planned = beginningOf(day);
  // Nothing has begun: on the day itself it is late once its time is past; on any other the plan stands as it is.
  const isOn = reached >= 0 || (now >= planned && now - planned < dayMs / 2);
  let cursor = planned;
  const rows = day.items.map((item, index): ScheduleRow => {
    const shift = item.shift * minuteMs;
    const length = item.skipped ? 0 : item.minutes * minuteMs;
    const plannedStart = planned + shift;
    const plannedEnd = plannedStart + length;
    planned = plannedEnd;
    const row = (expectedStart: number, expectedEnd: number, state: ScheduleRow['state']): ScheduleRow => {
      cursor = expectedEnd;
      return { id: item.id, plannedStart, plannedEnd, expectedStart, expectedEnd, state };
    };
    if (item.skipped) return row(cursor, cursor, 'skipped');
    if (index === at) return row(item.actual?.startedAt ?? now, now + (running?.remainingMs ?? 0), 'now');
    if (item.actual?.endedAt != null) {
      return row(item.actual.startedAt ?? item.actual.endedAt, item.actual.endedAt, 'done');
    }
    if (index < reached || day.endedAt !== null) return row(cursor, cursor, item.kind === 'buffer' ? 'done' : 'passed');
    const start = Math.max(cursor + shift, isOn ? free : 0);
    const needs = item.kind === 'buffer' ? Math.min(length, Math.max(0, plannedEnd - start)) : lasts(item);
    return row(start, start + needs, 'to-come');
  });
  const end = day.endedAt ?? cursor;
  return { rows, plannedEnd: planned, expectedEnd: end, overMinutes: Math.round((end - planned) / minuteMs) };
}
