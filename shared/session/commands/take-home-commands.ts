import { z } from 'zod';
import { formatNames } from '../../couple/summary/formats';
import { papers, versions } from '../../couple/summary/version';
import { mostCouples } from '../../retreat/retreat-constants';
import { idSchema } from '../../room/id-schema';

/** A couple, and for whom of it. */
export const copySchema = z.strictObject({ id: idSchema, version: z.enum(versions) });

/** What couples take home. */
export const takeHomeCommands = [
  /** Its place is on the screen, or is not any more. */
  z.strictObject({ type: z.literal('take-home/show'), on: z.boolean() }),
  /** Looks at a copy before it is made; null looks away. */
  z.strictObject({ type: z.literal('take-home/review'), copy: copySchema.nullable() }),
  /** Leaves a section or an item out of a copy, or takes it back in. */
  z.strictObject({
    type: z.literal('take-home/leave-out'),
    copy: copySchema,
    part: idSchema,
    out: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('take-home/make'),
    /** A copy is made in each of its formats that there is for whom it is. */
    copies: z
      .array(copySchema.extend({ formats: z.array(z.enum(formatNames)).min(1).max(formatNames.length) }))
      .min(1)
      .max(mostCouples * versions.length),
    paper: z.enum(papers),
    encrypted: z.boolean(),
  }),
  /** The pass-phrases were written down: from now on nothing here knows them. */
  z.strictObject({ type: z.literal('take-home/put-away') }),
  /** What is not made yet is left. */
  z.strictObject({ type: z.literal('take-home/stop') }),
  /** Makes what failed, and what was left, once more. */
  z.strictObject({ type: z.literal('take-home/again') }),
  /** Makes that one of the batch once more; `n`: its place in it. */
  z.strictObject({ type: z.literal('take-home/again-one'), n: z.number().int().nonnegative() }),
  /** How the files of the next batch are named: by seat, or by couple as well (S11). */
  z.strictObject({ type: z.literal('take-home/name'), byCouple: z.boolean() }),
] as const;
