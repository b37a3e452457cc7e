import { z } from 'zod';
import { idSchema } from '../room/id-schema';
import { typedLine, typedLines } from '../room/one-line';
import { sides } from '../room/wall';
import { answerCaps, highestScale } from './answer-caps';
import { entrySchema } from './entry';

/** What was answered. Lines and choices are lists of words as they were said or offered; a date is a calendar day. */
export const answerValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().overwrite(typedLine).max(answerCaps.text) }),
  z.strictObject({ kind: z.literal('long-text'), text: z.string().overwrite(typedLines).max(answerCaps['long-text']) }),
  z.strictObject({
    kind: z.literal('list'),
    lines: z.array(z.string().overwrite(typedLine).max(answerCaps.line)).max(answerCaps.lines),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    chosen: z.array(z.string().overwrite(typedLine).max(answerCaps.line)).max(answerCaps.lines),
  }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
  z.strictObject({ kind: z.literal('tally'), count: z.number().int().min(0).max(answerCaps.tally) }),
  z.strictObject({ kind: z.literal('scale'), points: z.number().int().min(0).max(highestScale) }),
]);
export type AnswerValue = z.infer<typeof answerValueSchema>;

export const owners = [...sides, 'joint', 'facilitator'] as const;
/** Whose an answer is. */
export type Owner = (typeof owners)[number];

/** Who may read an answer of A's or B's, narrowest first (S9). */
export const readers = ['only-i', 'facilitator', 'partner'] as const;
export type Reader = (typeof readers)[number];

/** Where an answer belongs: one exercise of one retreat, one field of it, one owner. */
export const answerPlaceSchema = z.strictObject({
  retreat: idSchema,
  exercise: idSchema,
  field: idSchema,
  owner: z.enum(owners),
});
export type AnswerPlace = z.infer<typeof answerPlaceSchema>;

export const answerSchema = entrySchema.extend({
  ...answerPlaceSchema.shape,
  value: answerValueSchema,
  /** The words it was asked in. */
  asked: z.string().max(answerCaps.asked),
  /** Joint answers are made in the open, and what is the facilitator's nobody else reads: both have null. */
  reader: z.enum(readers).nullable(),
  /** Each time its owner let more, or fewer, people read it: to whom, on which day they were asked, when it was noted. */
  asks: z.array(z.strictObject({ reader: z.enum(readers), on: z.iso.date(), at: z.number().int().nonnegative() })),
});
export type Answer = z.infer<typeof answerSchema>;
