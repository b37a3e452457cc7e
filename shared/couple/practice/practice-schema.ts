import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { oneLine } from '../../room/one-line';
import { sides } from '../../room/wall';
import { answerSchema, readers } from '../answer';
import { answerCaps } from '../answer-caps';
import { entryLists, entrySchema, removedSchema } from '../entry';
import { handedPageSchema } from './handed-page';
import type { Practice, PracticeEntry } from './practice';
import type { PracticeEditor, PracticeField } from './practice-fields';
import { type Noting, type PracticeKindName, practiceKindNames, practiceKinds } from './practice-kinds';
import type { PracticeEntryView } from './practice-view';

/** What is scored on a scale of somebody else's may be any number a person would write. */
const mostScore = 1_000_000;

/** The most entries of a sort that a practice holds. */
const mostEntries = 200_000;

/** The most pages that one couple is handed. */
const mostPages = 1_000;

const differ = (chosen: readonly unknown[]): boolean => new Set(chosen).size === chosen.length;

const fieldSchemas: {
  readonly [K in PracticeEditor['kind']]: (editor: Extract<PracticeEditor, { kind: K }>) => z.ZodType;
} = {
  text: ({ long }) =>
    z
      .string()
      .overwrite(oneLine)
      .max(answerCaps[long ? 'long-text' : 'text']),
  choice: ({ options, open }) => (open ? z.enum(options).nullable() : z.enum(options)),
  choices: ({ options }) => z.array(z.enum(options)).max(options.length).refine(differ),
  'yes-no': () => z.boolean(),
  count: () => z.number().int().min(0).max(answerCaps.tally),
  score: ({ most }) =>
    (most === null ? z.number().min(-mostScore).max(mostScore) : z.number().int().min(0).max(most)).nullable(),
  date: () => z.iso.date().nullable(),
};

const fieldSchema = (editor: PracticeEditor): z.ZodType =>
  (fieldSchemas[editor.kind] as (editor: PracticeEditor) => z.ZodType)(editor);

/** What an entry of a kind says. */
export const practiceContentSchema = (kind: PracticeKindName): z.ZodType => {
  const fields: Readonly<Record<string, Pick<PracticeField<never>, 'editor'>>> = practiceKinds[kind].fields;
  return z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { editor }]) => [name, fieldSchema(editor)])),
  );
};

/** A schema for each kind, of which the one counts that a value says it is of. */
const byKind = (schemaOf: (kind: PracticeKindName, content: z.ZodType) => z.ZodObject): z.ZodType => {
  const [first, ...others] = practiceKindNames.map((kind) => schemaOf(kind, practiceContentSchema(kind)));
  if (first === undefined) throw new Error('there are no kinds of practice');
  return z.discriminatedUnion('kind', [first, ...others]);
};

/** A kind and what an entry of it says. */
export const notingSchema = byKind((kind, content) =>
  z.strictObject({ kind: z.literal(kind), content }),
) as z.ZodType<Noting>;

export const practiceOwnerSchema = z.enum([...sides, 'joint']);

/** What is joint is nobody's alone, and has no reader: of a timeout nothing can say who called it (S17). */
const standingSchema = (kind: PracticeKindName) => {
  const isJoint = practiceKinds[kind].whose === 'joint';
  return entrySchema.extend({
    owner: isJoint ? z.literal('joint') : z.enum(sides),
    on: z.iso.date(),
    reader: isJoint ? z.null() : z.enum(readers),
    asks: answerSchema.shape.asks,
    captured: idSchema.nullable(),
  });
};

export const practiceEntrySchema = byKind((kind, content) =>
  standingSchema(kind).extend({ kind: z.literal(kind), content }),
) as z.ZodType<PracticeEntry>;

export const practiceLists = entryLists({ entries: mostEntries, pages: mostPages, removed: mostEntries }, [
  'entries',
  'pages',
  'removed',
]);

/** What a couple practised. */
export const practiceSchema: z.ZodType<Practice> = z
  .strictObject({
    id: idSchema,
    entries: z.array(practiceEntrySchema),
    pages: z.array(handedPageSchema),
    removed: z.array(removedSchema),
  })
  .refine(practiceLists.together);

const entryViewSchema = byKind((kind, content) =>
  standingSchema(kind)
    .omit({ device: true, asks: true, captured: true })
    .extend({
      kind: z.literal(kind),
      content: content.nullable(),
      closed: z.enum(['only-i', 'withheld']).nullable(),
      measureWithheld: z.boolean(),
    }),
) as z.ZodType<PracticeEntryView>;

/** What an audience is sent of a practice. */
export const practiceViewShape = { entries: z.array(entryViewSchema) };
