import { z } from 'zod';
import { entrySchema } from '../../couple/entry';
import { moveSchema } from '../../couple/moving';
import { idSchema } from '../../room/id-schema';

const backSchema = entrySchema.pick({ at: true, device: true }).extend({ couple: idSchema });

/** What A and B change places with: their names alone, or all there is of them. */
export const swaps = ['names', 'both'] as const;
export type SwapWhat = (typeof swaps)[number];

const swappedDocuments = ['retreat', 'record', 'charter', 'practice'] as const;

const seatChangeSchema = z.strictObject({ retreat: idSchema, from: idSchema, to: idSchema });
export type SeatChange = z.infer<typeof seatChangeSchema>;

/**
 * What changes more than one document and is not finished: written down before any of them changes, gone once all of them have, and
 * finished at the next start by whoever finds it. It holds ids alone; `id` is its own.
 */
export const underwaySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    id: idSchema,
    moves: z.array(moveSchema),
    /** On this retreat's roster the seat of one couple becomes that of the other. */
    seat: seatChangeSchema.nullable(),
    /** Couples that came to a retreat again: whoever was archived no longer is. */
    back: z.array(backSchema),
  }),
  /** `noted`: the generation of each document before it; null until that is known. A later one is swapped already. */
  z.strictObject({
    kind: z.literal('swap'),
    id: idSchema,
    couple: idSchema,
    /** The one whose roster it was asked in. */
    retreat: idSchema,
    what: z.enum(swaps),
    at: z.number().int().nonnegative(),
    noted: z
      .array(
        z.strictObject({
          document: z.enum(swappedDocuments),
          id: idSchema,
          generation: z.number().int().positive(),
        }),
      )
      .nullable(),
  }),
]);
export type Underway = z.infer<typeof underwaySchema>;
export type MoveUnderway = Extract<Underway, { kind: 'move' }>;
export type SwapUnderway = Extract<Underway, { kind: 'swap' }>;

/** The couples it is about. */
export const couplesOf = (underway: Underway): readonly string[] => {
  if (underway.kind === 'swap') return [underway.couple];
  const { moves, seat, back } = underway;
  return [
    ...[...moves, ...(seat === null ? [] : [seat])].flatMap(({ from, to }) => [from, to]),
    ...back.map(({ couple }) => couple),
  ];
};
