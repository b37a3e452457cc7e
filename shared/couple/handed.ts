import { z } from 'zod';
import { otherSide } from '../room/wall';
import { entrySchema } from './entry';
import { handedFormats } from './summary/formats';
import { versions } from './summary/version';

/**
 * A file or paper that was made for somebody to take along: nobody can take it back or delete it here. The act alone is noted, nothing of
 * what is on it and not where it went. It is the facilitator's, and in no summary (S11).
 */
export const handedSchema = entrySchema.extend({ format: z.enum(handedFormats), version: z.enum(versions) });
export type Handed = z.infer<typeof handedSchema>;

/** For the same person once A is called B, and B A. */
export const swappedHanded = (handed: Handed): Handed =>
  handed.version === 'joint' ? handed : { ...handed, version: otherSide(handed.version) };
