import { z } from 'zod';
import { longestStepS, longestTimeoutS, shortestTimeoutS } from './timer-limits';

const seconds = z.number().int().min(1).max(longestStepS);

export const timerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), seconds }),
  z.strictObject({ kind: z.literal('phases'), seconds }),
  z.strictObject({ kind: z.literal('rounds'), seconds }),
  z.strictObject({ kind: z.literal('turns'), seconds }),
  z.strictObject({ kind: z.literal('countdown'), seconds }),
  z.strictObject({
    kind: z.literal('pacer'),
    inSeconds: z.number().min(2).max(12),
    outSeconds: z.number().min(2).max(12),
    cycles: z.number().int().min(1).max(360),
  }),
  z
    .strictObject({
      kind: z.literal('timeout'),
      seconds: z.number().int().min(1).max(longestTimeoutS),
      rehearsal: z.boolean(),
    })
    .refine((timer) => timer.rehearsal || timer.seconds >= shortestTimeoutS, {
      error: 'S16: a timeout is 20 minutes or more',
    }),
  z.strictObject({ kind: z.literal('count-up') }),
  z.strictObject({ kind: z.literal('until'), at: z.number().int().nonnegative() }),
]);

export const runSchema = z.strictObject({
  startedAt: z.number().nullable(),
  pausedAt: z.number().nullable(),
  pausedMs: z.number().nonnegative(),
  adjustedMs: z.number(),
});
