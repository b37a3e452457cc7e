import type { z } from 'zod';
import { otherSide, type Side, sides } from '../room/wall';
import type { actualSchema, agendaItemSchema, daySchema, retreatSchema, rosterEntrySchema } from './retreat-schema';

export type Actual = z.infer<typeof actualSchema>;

export type AgendaItem = z.infer<typeof agendaItemSchema>;

export type Day = z.infer<typeof daySchema>;

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

/**
 * The item that comes after `id` on the wall, or the day's first when `id` is null; where `id` was taken out of the plan, the one after
 * what was led last. Buffers are slack, and nothing follows a day's end.
 */
export function itemAfter(day: Day, id: string | null): AgendaItem | null {
  if (day.endedAt !== null) return null;
  const at = day.items.findIndex((item) => item.id === id);
  const last = id === null || at !== -1 ? at : day.items.findLastIndex(({ actual }) => actual !== null);
  return day.items.slice(last + 1).find((item) => !item.skipped && item.kind !== 'buffer') ?? null;
}

/** The couple with A called B, and B called A: who is here goes with the name. */
export const swappedCouple = (couple: RosterEntry): RosterEntry => ({ ...couple, A: couple.B, B: couple.A });

/** The partner who attends alone, a couple of one; null where both have a name, or neither. */
export function aloneIn(couple: Pick<RosterEntry, 'A' | 'B'>): Side | null {
  const named = sides.filter((side) => couple[side].name !== '');
  const [only] = named;
  return only !== undefined && couple[otherSide(only)].name === '' ? only : null;
}

/** The partners who are there to be asked. */
export function partnersOf(couple: Pick<RosterEntry, Side>): readonly Side[] {
  const alone = aloneIn(couple);
  return alone === null ? sides : [alone];
}
