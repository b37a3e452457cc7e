import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { sides } from '../../room/wall';
import { sixTests } from './clause';
import { carriersSchema, clauseWordsSchema, reviewDateSchema, sayingSchema } from './clause-schema';

/** An edit of a charter: `id` is the couple's, `retreat` the one it is made at, so that consent is asked of the right one. */
const edit = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), id: idSchema, retreat: idSchema, ...shape });

/** What one partner says to one wording, which is named: nobody consents to words that have changed meanwhile. */
const said = { clause: idSchema, side: z.enum(sides), wording: idSchema };

/** Every edit of a charter, as it comes through the door. */
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
  /** Takes back a removal; `index`: where it stood. */
  edit('charter/restore', { clause: clauseWordsSchema, index: z.number().int().nonnegative() }),
] as const;

export const charterEditSchema = z.discriminatedUnion('type', charterEditSchemas);
