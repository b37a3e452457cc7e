import { z } from 'zod';
import { oneLine } from '../room/one-line';
import { sides, wallCaps } from '../room/wall';

/** Ids are made by the main process; the pattern keeps them safe as file names. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  // Ids are keys of records: none may be a name that every record has.
  .refine((id) => !(id in Object.prototype));
export const publicTitleSchema = z.string().overwrite(oneLine).min(1).max(wallCaps.title);
export const longestName = 60;
export const nameSchema = z.string().overwrite(oneLine).max(longestName);
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const dateSchema = z.iso.date();
export const minutesSchema = z.number().int().min(1).max(600);

export const mostCouples = 60;
const mostItems = 120;
const mostDays = 14;

const momentSchema = z.number().int().nonnegative().nullable();

/** When something really happened, in epoch milliseconds. */
export const actualSchema = z.strictObject({
  startedAt: momentSchema,
  endedAt: momentSchema,
  steps: z.array(
    z.strictObject({ index: z.number().int().nonnegative(), startedAt: z.number(), endedAt: momentSchema }),
  ),
});
export type Actual = z.infer<typeof actualSchema>;

export const itemKinds = ['exercise', 'talk', 'break', 'buffer'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const agendaItemSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(itemKinds),
  /** The exercise or talk it puts on the wall; null for breaks and buffers. */
  ref: idSchema.nullable(),
  /** A public title of its own, or null for the exercise's or talk's. */
  title: publicTitleSchema.nullable(),
  minutes: minutesSchema,
  /** Who takes the first turn; it alternates through the day. */
  starts: z.enum(sides),
  /** Minutes this item and what follows were moved, later or (negative) earlier. */
  shift: z.number().int().min(-600).max(600),
  skipped: z.boolean(),
  actual: actualSchema.nullable(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const daySchema = z.strictObject({
  id: idSchema,
  date: dateSchema,
  start: clockTimeSchema,
  items: z.array(agendaItemSchema).max(mostItems),
  endedAt: momentSchema,
});
export type Day = z.infer<typeof daySchema>;

export const statuses = ['present', 'late', 'paused', 'passed', 'left'] as const;
export type Status = (typeof statuses)[number];

const partnerSchema = z.strictObject({ name: nameSchema, present: z.boolean() });

/** Administrative only: names, seat, status. What a couple says lives elsewhere and needs consent (S8). */
export const rosterEntrySchema = z.strictObject({
  id: idSchema,
  seat: z.number().int().min(1).max(999),
  A: partnerSchema,
  B: partnerSchema,
  status: z.enum(statuses),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

const allDiffer = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export const retreatSchema = z
  .strictObject({
    id: idSchema,
    /** Public: it stands on the welcome card. */
    title: publicTitleSchema,
    program: idSchema,
    createdAt: z.number().int().nonnegative(),
    demo: z.boolean(),
    currentDay: idSchema,
    days: z.array(daySchema).min(1).max(mostDays),
    couples: z.array(rosterEntrySchema).max(mostCouples),
  })
  // One id, one thing: what is found by its id would else be found twice.
  .refine(({ days, couples }) =>
    [couples, days, days.flatMap(({ items }) => items)].every((all) => allDiffer(all.map(({ id }) => id))),
  );
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

/** The item that comes after `id` on the wall, or the day's first when `id` is null. Buffers are slack, not scenes. */
export function itemAfter(day: Day, id: string | null): AgendaItem | null {
  const from = id === null ? 0 : day.items.findIndex((item) => item.id === id) + 1;
  return day.items.slice(from).find((item) => !item.skipped && item.kind !== 'buffer') ?? null;
}
