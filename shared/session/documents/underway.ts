import { z } from 'zod';
import { moveSchema } from '../../couple/moving';
import { idSchema } from '../../room/id-schema';

/**
 * What changes more than one document and is not finished: written down before any of them changes, gone once all of them have, and
 * finished at the next start by whoever finds it. It holds ids alone; `id` is its own.
 */
export const underwaySchema = z.strictObject({
  id: idSchema,
  moves: z.array(moveSchema).min(1),
});
export type Underway = z.infer<typeof underwaySchema>;

/** The couples it is about. */
export const couplesOf = ({ moves }: Underway): readonly string[] => moves.flatMap(({ from, to }) => [from, to]);
