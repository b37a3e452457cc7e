import { mayWrite } from '../consent';
import type { Stamp } from '../entry';
import type { HandedPage } from '../practice/handed-page';
import { entryIn, type Practice, type PracticeEntry, withoutPractised } from '../practice/practice';
import { practiceKindOf } from '../practice/practice-kinds';
import type { CoupleRecord } from '../record';
import { keyOf, type PageAnswer, pageAsks } from './page-asks';

/** What would become of an answer. `new` and `instead` are taken in; nothing else is. */
export const answerStandings = [
  'new',
  /** It says another thing than the one before, and takes its place. */
  'instead',
  'taken',
  /** It was taken in once and then removed: it does not come back. */
  'deleted',
  /** Its owner lets nobody else read what became of it. */
  'private',
  'no-consent',
  'no-such-day',
] as const;
export type AnswerStanding = (typeof answerStandings)[number];

/** Among which an answer is looked at. */
export interface Beside {
  readonly record: CoupleRecord;
  readonly practice: Practice;
  readonly page: HandedPage;
  /** The first and the last day an answer can be about. */
  readonly from: string;
  readonly to: string;
}

export const pageIn = ({ pages }: Practice, code: string): HandedPage | undefined =>
  pages.find(({ id }) => id === code);

const same = (entry: PracticeEntry, { on, content }: PageAnswer): boolean =>
  entry.on === on &&
  Object.entries(content).every(
    ([name, value]) => (entry.content as Readonly<Record<string, unknown>>)[name] === value,
  );

/** The scopes an answer needs, of which its owner said yes to each where the page was handed out (S8). */
const isConsented = ({ record, page }: Beside, { ask, content }: PageAnswer): boolean =>
  practiceKindOf({ kind: pageAsks[ask].kind })
    .scopes(content)
    .every((scope) => mayWrite(record.consents, page.retreat, page.side, scope));

export function standingOf(beside: Beside, answer: PageAnswer): AnswerStanding {
  const { practice, page, from, to } = beside;
  if (!isConsented(beside, answer)) return 'no-consent';
  if (answer.on < from || answer.on > to) return 'no-such-day';
  const key = keyOf(answer);
  const taken = page.taken.find((one) => one.key === key);
  if (taken === undefined) return 'new';
  const entry = entryIn(practice, taken.entry);
  if (entry === undefined) return 'deleted';
  if (entry.reader === 'only-i') return 'private';
  return same(entry, answer) ? 'taken' : 'instead';
}

export const comesIn = (standing: AnswerStanding): boolean => standing === 'new' || standing === 'instead';

const withTaken = (practice: Practice, code: string, change: (page: HandedPage) => HandedPage['taken']): Practice => ({
  ...practice,
  pages: practice.pages.map((page) => (page.id === code ? { ...page, taken: change(page) } : page)),
});

/** The practice with these answers of a page, each on its own day. Whoever sent them was told that the facilitator reads them (S9). */
export function withAnswers(
  practice: Practice,
  page: HandedPage,
  answers: readonly PageAnswer[],
  { id, at, device }: Pick<Stamp, 'id' | 'at' | 'device'>,
): Practice {
  const entryOf = new Map(page.taken.map(({ key, entry }) => [key, entry]));
  const known = new Map(answers.map((answer) => [entryOf.get(keyOf(answer)), answer]));
  const entries = practice.entries.map((entry) => {
    const answer = known.get(entry.id);
    if (answer === undefined || same(entry, answer)) return entry;
    return { ...entry, on: answer.on, content: answer.content, at, device } as PracticeEntry;
  });
  const fresh = answers
    .filter((answer) => !entryOf.has(keyOf(answer)))
    .map((answer, n) => ({ key: keyOf(answer), entry: entryFrom(answer, page, { id: `${id}-${n}`, at, device }) }));
  return withTaken({ ...practice, entries: [...entries, ...fresh.map(({ entry }) => entry)] }, page.id, ({ taken }) => [
    ...taken,
    ...fresh.map(({ key, entry }) => ({ key, entry: entry.id })),
  ]);
}

const entryFrom = (
  { ask, on, content }: PageAnswer,
  { retreat, side }: HandedPage,
  stamp: Pick<Stamp, 'id' | 'at' | 'device'>,
): PracticeEntry =>
  ({
    ...stamp,
    retreat,
    owner: side,
    on,
    reader: 'facilitator',
    asks: [],
    kind: pageAsks[ask].kind,
    content,
  }) as PracticeEntry;

/** One answer that was taken in, and what stood there before it; null: nothing did. */
export interface TakenIn {
  readonly key: string;
  readonly entry: string;
  readonly was: Pick<PracticeEntry, 'on' | 'content'> | null;
}

/** The practice as it was before answers were taken in. */
export function withoutAnswers(
  practice: Practice,
  code: string,
  taken: readonly TakenIn[],
  { at, device }: Pick<Stamp, 'at' | 'device'>,
): Practice {
  const gone = new Set(taken.flatMap(({ entry, was }) => (was === null ? [entry] : [])));
  const keys = new Set(taken.flatMap(({ key, was }) => (was === null ? [key] : [])));
  const before = new Map(taken.flatMap(({ entry, was }) => (was === null ? [] : [[entry, was] as const])));
  const put = practice.entries.map((entry) => {
    const was = before.get(entry.id);
    return was === undefined ? entry : ({ ...entry, ...was, at, device } as PracticeEntry);
  });
  const left = withoutPractised({ ...practice, entries: put }, gone, at);
  return withTaken(left, code, (page) => page.taken.filter(({ key }) => !keys.has(key)));
}
