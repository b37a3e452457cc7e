import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { entryLists, removedSchema } from '../entry';
import type { Charter } from './charter';
import { clauseSchema } from './clause-schema';
import { writingSchema } from './writing-schema';

/** The most marks of removed clauses a charter holds; of clauses it holds fewer (`mostClauses`), but what was merged may be more. */
const mostEntries = 200_000;

export const charterLists = entryLists({ clauses: mostEntries, writings: mostEntries, removed: mostEntries }, [
  'clauses',
  'writings',
  'removed',
]);

/** A couple's charter: what they govern themselves by, over every retreat they came to. */
export const charterSchema: z.ZodType<Charter> = z
  .strictObject({
    /** The couple's. */
    id: idSchema,
    clauses: z.array(clauseSchema),
    writings: z.array(writingSchema),
    removed: z.array(removedSchema),
  })
  .refine(charterLists.together);
