import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { sides } from '../../room/wall';
import { sixTests } from './clause';
import { carriersSchema, clauseWordsSchema, reviewDateSchema, sayingSchema } from './clause-schema';
import { writtenSchema } from './writing-schema';

/** An edit of a charter: `id` is the couple's, `retreat` the one it is made at, so that consent is asked of the right one. */
const edit = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), id: idSchema, retreat: idSchema, ...shape });

/** What one partner says to one wording, which is named: nobody consents to words that have changed meanwhile. */
const said = { clause: idSchema, side: z.enum(sides), wording: idSchema };

/** Every edit of a charter but those that are typed, as it comes through the door. */
export const charterEditSchemas = [
  edit('charter/add', {
    saying: sayingSchema,
    carriedBy: carriersSchema,
    review: reviewDateSchema,
    captured: idSchema.nullable(),
  }),
  edit('charter/edit', { clause: idSchema, saying: sayingSchema, carriedBy: carriersSchema }),
  edit('charter/tick', { ...said, test: z.enum(sixTests), ticked: z.boolean() }),
  edit('charter/consent', { ...said, given: z.boolean(), paper: reviewDateSchema }),
  /** Said to the facilitator alone, on that day (S21). */
  edit('charter/confirm-help', { ...said, confirmed: z.boolean(), on: z.iso.date() }),
  edit('charter/review', { clause: idSchema, on: reviewDateSchema }),
  edit('charter/remove', { clause: idSchema }),
  /** A wording is given up as it was being written. */
  edit('charter/discard', { clause: idSchema.nullable() }),
  /** What was written becomes a wording of a clause, if its words are still those that it was written over, or a new clause. */
  edit('charter/save', { reworded: z.strictObject({ clause: idSchema, wording: idSchema }).nullable() }),
  /** Takes back a removal; `index`: where it stood. */
  edit('charter/restore', { clause: clauseWordsSchema, index: z.number().int().nonnegative() }),
] as const;

/** A wording as it is typed, letter by letter; `clause`: that it is to be a wording of, or null for a new one. */
export const charterWriteSchema = edit('charter/write', { clause: idSchema.nullable(), written: writtenSchema });

export const charterEditSchema = z.discriminatedUnion('type', [...charterEditSchemas, charterWriteSchema]);
