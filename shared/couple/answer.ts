import { z } from 'zod';
import type { CaptureField, Scope, Whose } from '../exercise/fields';
import { idSchema } from '../room/id-schema';
import { typedLine, typedLines } from '../room/one-line';
import { type Side, sides } from '../room/wall';
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

export const isAt = (answer: AnswerPlace, place: AnswerPlace): boolean =>
  answer.retreat === place.retreat &&
  answer.exercise === place.exercise &&
  answer.field === place.field &&
  answer.owner === place.owner;

export const isSide = (owner: Owner): owner is Side => owner === 'A' || owner === 'B';

/** Whose answers a field takes. */
export const ownersOf = (whose: Whose): readonly Owner[] => (whose === 'each' ? sides : [whose]);

/** The consents an answer needs (S8): a 0-10 item is a measure, all else is record; what is joint needs both partners' record, and theirs to a measure. */
export function needs(
  owner: Owner,
  kind: AnswerValue['kind'],
): readonly { readonly side: Side; readonly scope: Scope }[] {
  if (owner === 'facilitator') return [];
  const measures: readonly Scope[] = kind === 'scale' ? ['measures'] : [];
  if (owner !== 'joint') return [{ side: owner, scope: measures[0] ?? 'record' }];
  return sides.flatMap((side) => (['record', ...measures] as const).map((scope) => ({ side, scope })));
}

/** Whether nothing is said in it. An answer that is emptied is removed. */
export function isEmpty(value: AnswerValue): boolean {
  switch (value.kind) {
    case 'text':
    case 'long-text':
      return value.text.trim() === '';
    case 'list':
      return value.lines.every((line) => line.trim() === '');
    case 'choice':
      return value.chosen.length === 0;
    case 'date':
    case 'tally':
    case 'scale':
      return false;
  }
}

/** Whether a field can take this value at all: its kind, and for a choice its options. */
export function fits(field: CaptureField, value: AnswerValue): boolean {
  if (field.kind !== value.kind) return false;
  if (field.kind !== 'choice' || value.kind !== 'choice') return true;
  const { chosen } = value;
  const known = new Set(field.options);
  return (
    (field.several || chosen.length <= 1) &&
    new Set(chosen).size === chosen.length &&
    chosen.every((one) => known.has(one))
  );
}
