import { z } from 'zod';
import { longestTimeoutS } from './timer-limits';
import { timerSchema } from './timer-schema';
import { cues, speakers, wallCaps } from './wall-constants';

export const wallStepSchema = z.strictObject({
  /** The one thought, in the display serif. */
  thought: z.string().min(1).max(wallCaps.thought),
  /** A line or sentence stem under it. */
  detail: z.string().max(wallCaps.detail).nullable(),
  speaker: z.enum(speakers),
  timer: timerSchema,
  /** At zero: go on by itself, or rest until the facilitator goes on. */
  advance: z.enum(['auto', 'wait']),
  cue: z.enum(cues),
  /** Whole seconds before its end at which it is softly heard that the end is near, or null. */
  early: z.number().int().min(1).max(longestTimeoutS).nullable(),
  /** The floor changes hands in this step. */
  handover: z.boolean(),
  /** A short form of the real thing: the wall says so (S16). */
  rehearsal: z.boolean(),
  /** Index of the partner's matching step, so that an extension can be offered to both (S19). */
  pair: z.number().int().nonnegative().nullable(),
});
