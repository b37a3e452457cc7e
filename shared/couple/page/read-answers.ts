import { z } from 'zod';
import { idSchema } from '../../room/id-schema';
import { oneLine } from '../../room/one-line';
import { highestScale } from '../answer-caps';
import { practiceKindOf } from '../practice/practice-kinds';
import { practiceContentSchema } from '../practice/practice-schema';
import { type AnswerFile, answerLimits, answerMark, answerVersion, sumOf } from './answer-file';
import { type AskName, askedItems, askNames, domains, keyOf, type PageAnswer, pageAsks } from './page-asks';

/** Why nothing can be read of a file. */
export const answerFaults = ['not-read', 'not-ours', 'newer', 'damaged'] as const;
export type AnswerFault = (typeof answerFaults)[number];

export type AnswersRead =
  | { readonly ok: true; readonly file: AnswerFile }
  | { readonly ok: false; readonly fault: AnswerFault };

const measureSchema = z.strictObject({
  moment: z.literal('follow-up'),
  item: z.enum(askedItems),
  name: z.literal(''),
  score: z.number().int().min(0).max(highestScale),
});

const contentSchemas: Readonly<Record<AskName, z.ZodType>> = {
  bids: practiceContentSchema('bids'),
  'check-in': z.strictObject(
    Object.fromEntries(domains.map((name) => [name, z.string().overwrite(oneLine).max(answerLimits.text)])),
  ),
  'day-30': measureSchema,
  'day-60': measureSchema,
};

const schemaOf = (ask: AskName) =>
  z.strictObject({ ask: z.literal(ask), on: z.iso.date(), content: contentSchemas[ask] });

const [first, ...others] = askNames.map(schemaOf);
if (first === undefined) throw new Error('a page asks nothing');

const says = ({ ask, content }: PageAnswer): boolean =>
  practiceKindOf({ kind: pageAsks[ask].kind }).forbids(content) === null;

/** One answer, of the kinds that a page asks for and no other. */
export const pageAnswerSchema = z
  .discriminatedUnion('ask', [first, ...others])
  .refine((answer) => says(answer as PageAnswer)) as unknown as z.ZodType<PageAnswer>;

/** Each thing is answered once. */
export const pageAnswersSchema = z
  .array(pageAnswerSchema)
  .min(1)
  .max(answerLimits.answers)
  .refine((answers) => new Set(answers.map(keyOf)).size === answers.length);

const fileSchema = z.strictObject({
  holdfast: z.literal(answerMark),
  version: z.literal(answerVersion),
  code: idSchema,
  answers: pageAnswersSchema,
  sum: z.string(),
});

const marked = z.looseObject({ holdfast: z.literal(answerMark), version: z.number() });

const no = (fault: AnswerFault): AnswersRead => ({ ok: false, fault });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** What a file says, if it is one that a page wrote, whole and as it was written; null: it cannot be read, or is larger than any such file. */
export function readAnswers(text: string | null): AnswersRead {
  if (text === null || text.length > answerLimits.file) return no('not-read');
  const value = parsed(text);
  // What was cut off still begins as such a file does.
  if (value === undefined) return no(text.includes('"holdfast"') ? 'damaged' : 'not-ours');
  const ours = marked.safeParse(value);
  if (!ours.success) return no('not-ours');
  if (ours.data.version > answerVersion) return no('newer');
  // The shape before the sum, which goes into what it is of: who knows how deep.
  const file = fileSchema.safeParse(value);
  if (!file.success) return no('damaged');
  const { code, answers, sum } = file.data;
  return sum === sumOf(code, ours.data.answers) ? { ok: true, file: { code, answers } } : no('damaged');
}
