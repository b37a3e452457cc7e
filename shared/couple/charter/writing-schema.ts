import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { typedLine, typedLines } from '../../room/one-line';
import { answerCaps } from '../answer-caps';
import { entrySchema } from '../entry';
import type { FieldEditor } from './clause-fields';
import { type ClauseKindName, clauseKindNames } from './clause-kinds';
import { carriersSchema } from './clause-schema';
import { type Slot, shortText, slotsOf, type Writing, type Written } from './writing';

const typed = (most: number) => z.string().overwrite(typedLines).max(most);
const short = z.string().overwrite(typedLine).max(shortText);

const slotSchemas: { readonly [K in FieldEditor['kind']]: (editor: Extract<FieldEditor, { kind: K }>) => z.ZodType } = {
  text: ({ long }) => (long ? typed(answerCaps['long-text']) : z.string().overwrite(typedLine).max(answerCaps.text)),
  list: () => typed(answerCaps.lines * (answerCaps.line + 1)),
  minutes: () => short,
  choice: () => short,
  clause: () => z.union([z.literal(''), idSchema]),
};

const slotSchema = ({ editor }: Slot): z.ZodType =>
  (slotSchemas[editor.kind] as (editor: FieldEditor) => z.ZodType)(editor);

const shapeOf = (kind: ClauseKindName) => ({
  kind: z.literal(kind),
  texts: z.strictObject(Object.fromEntries(slotsOf(kind).map((slot) => [slot.key, slotSchema(slot)]))),
  carriedBy: carriersSchema,
});

const byKind = (schemaOf: (kind: ClauseKindName) => z.ZodObject): z.ZodType => {
  const [first, ...others] = clauseKindNames.map(schemaOf);
  if (first === undefined) throw new Error('there are no kinds of clause');
  return z.discriminatedUnion('kind', [first, ...others]);
};

export const writtenSchema = byKind((kind) => z.strictObject(shapeOf(kind))) as z.ZodType<Written>;

export const writingSchema = byKind((kind) =>
  entrySchema.extend({ clause: idSchema.nullable(), ...shapeOf(kind) }),
) as z.ZodType<Writing>;
