import { z } from 'zod';
import { entrySchema } from '../../couple/entry';
import { moveSchema } from '../../couple/moving';
import { idSchema } from '../../room/id-schema';

const backSchema = entrySchema.pick({ at: true, device: true }).extend({ couple: idSchema });
const seatChangeSchema = z.strictObject({ retreat: idSchema, from: idSchema, to: idSchema });

/**
 * What changes more than one document and is not finished: written down before any of them changes, gone once all of them have, and
 * finished at the next start by whoever finds it. It holds ids alone; `id` is its own.
 */
export const underwaySchema = z.strictObject({
  id: idSchema,
  moves: z.array(moveSchema),
  /** On this retreat's roster the seat of one couple becomes that of the other. */
  seat: seatChangeSchema.nullable(),
  /** Couples that came to a retreat again: whoever was archived no longer is. */
  back: z.array(backSchema),
});
export type SeatChange = z.infer<typeof seatChangeSchema>;
export type Underway = z.infer<typeof underwaySchema>;

/** The couples it is about. */
export const couplesOf = ({ moves, seat, back }: Underway): readonly string[] => [
  ...[...moves, ...(seat === null ? [] : [seat])].flatMap(({ from, to }) => [from, to]),
  ...back.map(({ couple }) => couple),
];
