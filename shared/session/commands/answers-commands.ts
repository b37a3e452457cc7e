import { z } from 'zod';
import { answerLimits } from '../../couple/page/answer-file';
import { pageAnswerSchema, pageAnswersSchema } from '../../couple/page/read-answers';
import { idSchema } from '../../room/id-schema';
import { oneLine } from '../../room/one-line';

/** What partners answered at home; `id` is the couple's, `code` their page's. */
export const answersCommands = [
  /** Looks at a file that came back; null: it cannot be read, or is larger than any that a page makes. */
  z.strictObject({
    type: z.literal('answers/look'),
    name: z.string().overwrite(oneLine).max(255),
    text: z.string().max(answerLimits.file).nullable(),
  }),
  /** Looks at none of them any more. */
  z.strictObject({ type: z.literal('answers/put-away') }),
  /** Takes in what was looked at, all of it or nothing. */
  z.strictObject({
    type: z.literal('answers/take-in'),
    id: idSchema,
    code: idSchema,
    answers: pageAnswersSchema,
  }),
  /** Takes that back; `was`: what stood there before. */
  z.strictObject({
    type: z.literal('answers/take-out'),
    id: idSchema,
    code: idSchema,
    taken: z
      .array(z.strictObject({ entry: idSchema, answer: pageAnswerSchema, was: pageAnswerSchema.nullable() }))
      .min(1)
      .max(answerLimits.answers),
  }),
] as const;
