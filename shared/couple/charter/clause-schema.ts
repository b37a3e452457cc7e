import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { oneLine } from '../../room/one-line';
import { sides } from '../../room/wall';
import { answerCaps } from '../answer-caps';
import { deviceSchema, entrySchema } from '../entry';
import { type Clause, type ClauseWords, carriers, sixTests } from './clause';
import { type FieldEditor, mostMinutes } from './clause-fields';
import { type ClauseKindName, clauseKindNames, fieldsOf, type Saying } from './clause-kinds';

/** The most entries of a sort that one clause holds. */
const mostEntries = 10_000;

const textSchema = (long: boolean) =>
  z
    .string()
    .overwrite(oneLine)
    // As much as an answer holds, so that one that becomes a clause is never cut.
    .max(answerCaps[long ? 'long-text' : 'text']);
const lineSchema = z.string().overwrite(oneLine).min(1).max(answerCaps.line);
const ofEach = (schema: z.ZodType, each: boolean): z.ZodType =>
  each ? z.strictObject({ A: schema, B: schema }) : schema;

const fieldSchemas: { readonly [K in FieldEditor['kind']]: (editor: Extract<FieldEditor, { kind: K }>) => z.ZodType } =
  {
    text: ({ long, each }) => ofEach(textSchema(long), each),
    list: ({ each }) => ofEach(z.array(lineSchema).max(answerCaps.lines), each),
    minutes: () => z.number().int().min(0).max(mostMinutes),
    choice: ({ options }) => z.enum(options),
    clause: () => idSchema.nullable(),
  };

const fieldSchema = (editor: FieldEditor): z.ZodType =>
  (fieldSchemas[editor.kind] as (editor: FieldEditor) => z.ZodType)(editor);

const contentSchema = (kind: ClauseKindName) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fieldsOf(kind)).map(([name, { editor }]) => [name, fieldSchema(editor)])),
  );

/** A schema for each kind, of which the one counts that a value says it is of. */
const byKind = (schemaOf: (kind: ClauseKindName, content: z.ZodType) => z.ZodObject): z.ZodType => {
  const [first, ...others] = clauseKindNames.map((kind) => schemaOf(kind, contentSchema(kind)));
  if (first === undefined) throw new Error('there are no kinds of clause');
  return z.discriminatedUnion('kind', [first, ...others]);
};

/** A kind and what a clause of it says. */
export const sayingSchema = byKind((kind, content) =>
  z.strictObject({ kind: z.literal(kind), content }),
) as z.ZodType<Saying>;

export const carriersSchema = z.enum(carriers);
export const reviewDateSchema = z.iso.date().nullable();

const actSchema = entrySchema.extend({ side: z.enum(sides), wording: idSchema });

const wordingSchema = (content: z.ZodType) =>
  entrySchema.extend({
    content,
    carriedBy: carriersSchema,
    restricts: z.array(textSchema(true)).max(mostEntries),
  });

const wordsSchema = (kind: ClauseKindName, content: z.ZodType) =>
  entrySchema.extend({
    kind: z.literal(kind),
    captured: idSchema.nullable(),
    wordings: z.array(wordingSchema(content)).min(1).max(mostEntries),
    review: z.strictObject({ on: reviewDateSchema, at: z.number().int().nonnegative(), device: deviceSchema }),
  });

/** The words of a clause, without what anybody said to them. */
export const clauseWordsSchema = byKind(wordsSchema) as z.ZodType<ClauseWords>;

export const clauseSchema = byKind((kind, content) =>
  wordsSchema(kind, content).extend({
    ticks: z.array(actSchema.extend({ test: z.enum(sixTests), ticked: z.boolean() })).max(mostEntries),
    consents: z.array(actSchema.extend({ given: z.boolean(), paper: reviewDateSchema })).max(mostEntries),
    confirmations: z.array(actSchema.extend({ confirmed: z.boolean(), on: z.iso.date() })).max(mostEntries),
  }),
) as z.ZodType<Clause>;
