import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { allDiffer, removedSchema } from '../entry';
import type { Charter } from './charter';
import { clauseSchema } from './clause-schema';
import { writingSchema } from './writing-schema';

/** The most marks of removed clauses a charter holds; of clauses it holds fewer (`mostClauses`), but what was merged may be more. */
const mostEntries = 200_000;

/** A couple's charter: what they govern themselves by, over every retreat they came to. */
export const charterSchema: z.ZodType<Charter> = z
  .strictObject({
    /** The couple's. */
    id: idSchema,
    clauses: z.array(clauseSchema).max(mostEntries),
    writings: z.array(writingSchema).max(mostEntries),
    removed: z.array(removedSchema).max(mostEntries),
  })
  .refine(({ clauses, writings, removed }) => allDiffer([...clauses, ...writings, ...removed]));
