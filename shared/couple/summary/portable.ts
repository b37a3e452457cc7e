import { z } from 'zod';
import { sides } from '../../room/wall';
import { answerValueSchema, readers } from '../answer';
import { carriers } from '../charter/clause';
import { clauseKindNames } from '../charter/clause-kinds';
import { practiceKindNames } from '../practice/practice-kinds';
import { choose, type Source } from './choose';
import { makeSummary } from './make-summary';
import { clauseFields, named, practiceFields } from './portable-fields';
import { isFigure } from './practised';
import { daysAhead, takeHomePlan } from './sections';
import type { Made } from './summary';
import type { SummaryWords } from './summary-words';
import { versions } from './version';

const text = z.string();
const said = z.union([text, z.number(), z.boolean(), z.null(), z.array(text)]);
/** What a form of its own holds, by the names of its fields; one with a field for each partner has them by A and B. */
const contentSchema = z.record(text, z.union([said, z.strictObject({ A: said, B: said })]));
const whose = z.enum([...sides, 'joint']);
const reader = z.enum(readers).nullable();

/** What one person takes along as data (S13): all that their copy may hold, as it is kept. What is not named here stands in none. */
export const portableSchema = z.strictObject({
  format: z.literal('holdfast-take-home'),
  schema: z.literal(1),
  language: text,
  version: z.enum(versions),
  madeOn: z.iso.date(),
  answers: z.array(
    z.strictObject({
      id: text,
      exercise: text,
      field: text,
      owner: whose,
      reader,
      /** The words it was asked in. */
      asked: text,
      value: answerValueSchema,
    }),
  ),
  agreements: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(clauseKindNames),
      content: contentSchema,
      carriedBy: z.enum(carriers),
      inForce: z.boolean(),
      review: z.iso.date().nullable(),
    }),
  ),
  practice: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(practiceKindNames),
      on: z.iso.date(),
      owner: whose,
      reader,
      content: contentSchema,
    }),
  ),
  /** What its owner keeps to themselves, as a count; null in the copy for both. */
  kept: z.number().int().nonnegative().nullable(),
  /** What is said at the end of everything a couple takes home (S23). */
  closing: z.array(text),
});
export type Portable = z.infer<typeof portableSchema>;

const charts = ({ summary }: Made): string =>
  JSON.stringify(summary?.sections.find(({ id }) => id === 'charts') ?? null);

/** The same that stands in the summary of this version, as data; null where there is none. `out`: what was left out by hand. */
export function portable(
  source: Source,
  version: Portable['version'],
  out: ReadonlySet<string>,
  words: SummaryWords,
): Portable | null {
  const made = makeSummary(source, version, out, words);
  if (made.summary === null) return null;
  const stands = new Set(
    made.summary.sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ id }) => id))),
  );
  // A chart is made of many entries: all of them go along with it, or none.
  const wholeCharts = charts(made) === charts(makeSummary(source, version, new Set(), words));
  const { readable, leftOut } = choose(source, version);
  const own = leftOut.flatMap((left) => (left.why === 'only-i' && left.side === version ? [left.count] : []));
  return portableSchema.parse({
    format: 'holdfast-take-home',
    schema: 1,
    language: made.summary.language,
    version,
    madeOn: source.today,
    answers: readable.answers
      .filter(({ id, exercise, value }) =>
        stands.has(exercise === takeHomePlan && value?.kind === 'date' ? daysAhead : id),
      )
      .map(({ id, exercise, field, owner, reader: who, asked, value }) => ({
        id,
        exercise,
        field,
        owner,
        reader: who,
        asked,
        value,
      })),
    agreements: readable.clauses
      .filter(({ id }) => stands.has(id))
      .map(({ id, now: { saying, carriedBy }, inForce, review }) => ({
        id,
        kind: saying.kind,
        content: named(saying.content, clauseFields[saying.kind]),
        carriedBy,
        inForce,
        review: stands.has(daysAhead) ? review : null,
      })),
    practice: readable.practised
      .filter((entry) => (isFigure(entry) ? wholeCharts : stands.has(entry.id)))
      .map(({ id, kind, on, owner, reader: who, content }) => ({
        id,
        kind,
        on,
        owner,
        reader: who,
        content: named(content, practiceFields[kind]),
      })),
    kept: version === 'joint' ? null : own.reduce((sum, count) => sum + count, 0),
    closing: made.summary.closing,
  });
}
