import type { z } from 'zod';
import type { wallStepSchema } from './wall-schema';

export const sides = ['A', 'B'] as const;
export type Side = (typeof sides)[number];

export const otherSide = (side: Side): Side => (side === 'A' ? 'B' : 'A');

/** The words, speaker and timing of one step, as the wall shows them: no notes, no names. */
export type WallStep = z.infer<typeof wallStepSchema>;

/** Words of a step as the wall shows them, counted the way a reader would. */
export function wordCount(...texts: readonly (string | null)[]): number {
  return texts
    .filter((text) => text !== null)
    .flatMap((text) => text.split(/\s+/u))
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
