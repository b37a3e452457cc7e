import { z } from 'zod';
import { readers } from '../../couple/answer';
import { notingSchema, practiceEntrySchema, practiceOwnerSchema } from '../../couple/practice/practice-schema';
import { dateSchema } from '../../retreat/retreat-schema';
import { idSchema } from '../../room/id-schema';

/** What a couple practises; `id` is the couple's, `on` the day an entry is about. */
export const practiceCommands = [
  z.strictObject({
    type: z.literal('practice/add'),
    id: idSchema,
    retreat: idSchema,
    owner: practiceOwnerSchema,
    on: dateSchema,
    noting: notingSchema,
  }),
  /** Notes what was captured in an exercise at this retreat. */
  z.strictObject({ type: z.literal('practice/note'), id: idSchema, retreat: idSchema, captured: idSchema }),
  z.strictObject({
    type: z.literal('practice/change'),
    id: idSchema,
    entry: idSchema,
    on: dateSchema,
    noting: notingSchema,
  }),
  z.strictObject({ type: z.literal('practice/remove'), id: idSchema, entry: idSchema }),
  /** Takes back a removal; `index`: where it stood. */
  z.strictObject({
    type: z.literal('practice/restore'),
    id: idSchema,
    entry: practiceEntrySchema,
    index: z.number().int().nonnegative(),
  }),
  /** Its owner was asked on that day, and lets these read it (S9). */
  z.strictObject({
    type: z.literal('practice/reader'),
    id: idSchema,
    entry: idSchema,
    reader: z.enum(readers),
    on: dateSchema,
  }),
] as const;
