import type { z } from 'zod';
import { wallCaps } from '../room/wall';
import type { actualSchema, agendaItemSchema, daySchema, retreatSchema, rosterEntrySchema } from './retreat-schema';

export const longestName = 60;
export const mostCouples = 60;
/** Items of a day: the wall shows the plan of all of them. */
export const mostItems = wallCaps.planRows;
/** Minutes by which an item may begin later or earlier than what is before it ends. */
export const mostShift = 600;
export type Actual = z.infer<typeof actualSchema>;

export const itemKinds = ['exercise', 'talk', 'break', 'buffer'] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * How an exercise is led: every step in full, its short form, or every step shortened by the same share to fit the planned minutes.
 */
export const forms = ['full', 'short', 'fitted'] as const;
export type Form = (typeof forms)[number];

export type AgendaItem = z.infer<typeof agendaItemSchema>;

export type Day = z.infer<typeof daySchema>;

export const statuses = ['present', 'late', 'paused', 'passed', 'left'] as const;
export type Status = (typeof statuses)[number];

export type RosterEntry = z.infer<typeof rosterEntrySchema>;

export type Retreat = z.infer<typeof retreatSchema>;

export const dayOf = (retreat: Retreat, id: string): Day | undefined => retreat.days.find((day) => day.id === id);
export const currentDay = (retreat: Retreat): Day | undefined => dayOf(retreat, retreat.currentDay);

export function withDay(retreat: Retreat, id: string, change: (day: Day) => Day): Retreat {
  return { ...retreat, days: retreat.days.map((day) => (day.id === id ? change(day) : day)) };
}

export function withItem(day: Day, id: string, change: (item: AgendaItem) => AgendaItem): Day {
  return { ...day, items: day.items.map((item) => (item.id === id ? change(item) : item)) };
}

export function withCouple(retreat: Retreat, id: string, change: (couple: RosterEntry) => RosterEntry): Retreat {
  return { ...retreat, couples: retreat.couples.map((couple) => (couple.id === id ? change(couple) : couple)) };
}

/** The item that comes after `id` on the wall, or the day's first when `id` is null. Buffers are slack, and nothing follows a day's end. */
export function itemAfter(day: Day, id: string | null): AgendaItem | null {
  if (day.endedAt !== null) return null;
  const from = id === null ? 0 : day.items.findIndex((item) => item.id === id) + 1;
  return day.items.slice(from).find((item) => !item.skipped && item.kind !== 'buffer') ?? null;
}
