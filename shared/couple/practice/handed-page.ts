import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { sides } from '../../room/wall';
import { entrySchema } from '../entry';

/** The most answers of one page that are remembered. */
const mostTaken = 2_000;

/**
 * A page that was handed out to be filled in at home. Its id is the code in it, made by chance: by that, and by no name, is known whose an
 * answer is. `taken`: which answer of it became which entry, so that none is taken in twice, and none that was deleted comes back.
 */
export const handedPageSchema = entrySchema.extend({
  side: z.enum(sides),
  taken: z
    .array(z.strictObject({ key: z.string().max(100), entry: idSchema }))
    .max(mostTaken)
    .refine((taken) => new Set(taken.map(({ key }) => key)).size === taken.length),
});
export type HandedPage = z.infer<typeof handedPageSchema>;
