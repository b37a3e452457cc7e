import { z } from 'zod';
import { idSchema } from '../room/id-schema';
import { oneLine } from '../room/one-line';
import { sides } from '../room/wall';
import { wallCaps } from '../room/wall-constants';
import {
  forms,
  itemKinds,
  longestName,
  mostCouples,
  mostItems,
  mostMinutes,
  mostShift,
  statuses,
} from './retreat-constants';
import { lastSeat } from './seats';

export const publicTitleSchema = z.string().overwrite(oneLine).min(1).max(wallCaps.title);

export const nameSchema = z.string().overwrite(oneLine).max(longestName);
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const dateSchema = z.iso.date();
export const minutesSchema = z.number().int().min(1).max(mostMinutes);

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

export const agendaItemSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(itemKinds),
  /** The exercise or talk it puts on the wall, or the break whose title it goes by (lunch); null for any break, and for buffers. */
  ref: idSchema.nullable(),
  /** A public title that somebody wrote, or null for that of its exercise, talk or break, which goes with the language. */
  title: publicTitleSchema.nullable(),
  minutes: minutesSchema,
  /** How it is led; anything but an exercise takes its minutes, and is led in full. */
  form: z.enum(forms),
  /** Who takes the first turn; it alternates through the day. */
  starts: z.enum(sides),
  /** Minutes this item and what follows were moved, later or (negative) earlier. */
  shift: z.number().int().min(-mostShift).max(mostShift),
  skipped: z.boolean(),
  actual: actualSchema.nullable(),
});

export const daySchema = z.strictObject({
  id: idSchema,
  date: dateSchema,
  start: clockTimeSchema,
  items: z.array(agendaItemSchema).max(mostItems),
  endedAt: momentSchema,
});

const partnerSchema = z.strictObject({ name: nameSchema, present: z.boolean() });

/** A timeout of one couple beside the room's timer. What was promised is a time of day, so it follows the wall clock, as a break does. */
const privateTimeoutSchema = z.strictObject({
  /** Epoch milliseconds. */
  startedAt: z.number().int().nonnegative(),
  returnsAt: z.number().int().nonnegative(),
  extended: z.boolean(),
});
export type PrivateTimeout = z.infer<typeof privateTimeoutSchema>;

/** Administrative only: names, seat, status. What a couple says lives elsewhere and needs consent (S8). */
export const rosterEntrySchema = z.strictObject({
  id: idSchema,
  seat: z.number().int().min(1).max(lastSeat),
  A: partnerSchema,
  B: partnerSchema,
  status: z.enum(statuses),
  /** The day on which it left, while it has. */
  leftOn: idSchema.nullable(),
  /** The private timeout it is in. Who called it is kept nowhere (S17). */
  timeout: privateTimeoutSchema.nullable(),
});

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
