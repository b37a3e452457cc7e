import { z } from 'zod';
import { deviceSchema, entrySchema } from '../../couple/entry';
import { moveSchema } from '../../couple/moving';
import { formatNames } from '../../couple/summary/formats';
import { versions } from '../../couple/summary/version';
import { idSchema } from '../../room/id-schema';

const backSchema = entrySchema.pick({ at: true, device: true }).extend({ couple: idSchema });

/** What A and B change places with: their names alone, or all there is of them. */
export const swaps = ['names', 'both'] as const;
export type SwapWhat = (typeof swaps)[number];

const swappedDocuments = ['retreat', 'record', 'charter', 'practice'] as const;

const seatChangeSchema = z.strictObject({ retreat: idSchema, from: idSchema, to: idSchema });
export type SeatChange = z.infer<typeof seatChangeSchema>;

/** Files that are about to be made for couples to take along; whatever is there of them at the next start is noted in its couple's record. */
const handSchema = z.strictObject({
  kind: z.literal('hand'),
  id: idSchema,
  retreat: idSchema,
  at: z.number().int().nonnegative(),
  device: deviceSchema,
  /** The folder they go below. */
  place: z.string(),
  files: z.array(
    z.strictObject({
      /** The id of what the record notes of it. */
      entry: idSchema,
      couple: idSchema,
      format: z.enum(formatNames),
      version: z.enum(versions),
      /** Below that folder. */
      file: z.string(),
    }),
  ),
});

/**
 * What changes more than one document, or is handed out, and is not finished: written down before anything changes, gone once all of it
 * has, and finished at the next start by whoever finds it. It holds ids, and where files go; `id` is its own.
 */
export const underwaySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    id: idSchema,
    moves: z.array(moveSchema),
    /** On this retreat's roster the seat of one couple becomes that of the other. */
    seat: seatChangeSchema.nullable(),
    /** Who sat there was no couple of its own: its note goes along, and nothing of it stays. */
    joins: z.boolean().optional(),
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
  handSchema,
]);
export type Underway = z.infer<typeof underwaySchema>;
export type HandUnderway = z.infer<typeof handSchema>;
/** What changes documents, which are kept from everybody else until it is done. */
export type ChangeUnderway = Exclude<Underway, HandUnderway>;
export type MoveUnderway = Extract<Underway, { kind: 'move' }>;
export type SwapUnderway = Extract<Underway, { kind: 'swap' }>;

/** The couples it is about. */
export const couplesOf = (underway: ChangeUnderway): readonly string[] => {
  if (underway.kind === 'swap') return [underway.couple];
  const { moves, seat, back } = underway;
  return [
    ...[...moves, ...(seat === null ? [] : [seat])].flatMap(({ from, to }) => [from, to]),
    ...back.map(({ couple }) => couple),
  ];
};
