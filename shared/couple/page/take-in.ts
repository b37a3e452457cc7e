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

type Taken = HandedPage['taken'];

const withTaken = (practice: Practice, code: string, change: (taken: Taken) => Taken): Practice => ({
  ...practice,
  pages: practice.pages.map((page) => (page.id === code ? { ...page, taken: change(page.taken) } : page)),
});

/** An answer that is taken in: the entry it becomes, and what stood there before it; null: nothing did. */
export interface TakenIn {
  readonly entry: string;
  readonly answer: PageAnswer;
  readonly was: PageAnswer | null;
}

/** What taking these answers in changes; `id`: of what takes them in. Those that say nothing new are not among it. */
export function takenIn(
  practice: Practice,
  code: string,
  answers: readonly PageAnswer[],
  id: string,
): readonly TakenIn[] {
  const entryOf = new Map(pageIn(practice, code)?.taken.map(({ key, entry }) => [key, entry]));
  return answers.flatMap((answer, n): TakenIn[] => {
    const known = entryOf.get(keyOf(answer));
    if (known === undefined) return [{ entry: `${id}-${n}`, answer, was: null }];
    const before = entryIn(practice, known);
    if (before === undefined || same(before, answer)) return [];
    return [{ entry: known, answer, was: { ask: answer.ask, on: before.on, content: before.content } as PageAnswer }];
  });
}

/** The practice with these answers of a page, each on its own day. Whoever sent them was told that the facilitator reads them (S9). */
export function withAnswers(
  practice: Practice,
  code: string,
  answers: readonly PageAnswer[],
  { id, at, device }: Written,
): Practice {
  const page = pageIn(practice, code);
  const taken = takenIn(practice, code, answers, id);
  if (page === undefined || taken.length === 0) return practice;
  const instead = new Map(taken.filter(({ was }) => was !== null).map(({ entry, answer }) => [entry, answer]));
  const fresh = taken.filter(({ was }) => was === null);
  const entries = practice.entries.map((entry) => {
    const answer = instead.get(entry.id);
    return answer === undefined ? entry : saying(entry, answer, { at, device });
  });
  return withTaken(
    { ...practice, entries: [...entries, ...fresh.map((one) => entryFrom(one, page, { at, device }))] },
    code,
    (before) => [...before, ...fresh.map(({ entry, answer }) => ({ key: keyOf(answer), entry }))],
  );
}

type Written = Pick<Stamp, 'id' | 'at' | 'device'>;

const saying = (entry: PracticeEntry, { on, content }: PageAnswer, stamp: Omit<Written, 'id'>): PracticeEntry =>
  ({ ...entry, ...stamp, on, content }) as PracticeEntry;

const entryFrom = (
  { entry: id, answer: { ask, on, content } }: TakenIn,
  { retreat, side }: HandedPage,
  stamp: Omit<Written, 'id'>,
): PracticeEntry =>
  ({
    id,
    retreat,
    ...stamp,
    owner: side,
    on,
    reader: 'facilitator',
    asks: [],
    captured: null,
    kind: pageAsks[ask].kind,
    content,
  }) as PracticeEntry;

/** The practice as it was before answers were taken in. */
export function withoutAnswers(
  practice: Practice,
  code: string,
  taken: readonly TakenIn[],
  stamp: Omit<Written, 'id'>,
): Practice {
  const fresh = taken.filter(({ was }) => was === null);
  const before = new Map(taken.flatMap(({ entry, was }) => (was === null ? [] : [[entry, was] as const])));
  const entries = practice.entries.map((entry) => {
    const was = before.get(entry.id);
    return was === undefined ? entry : saying(entry, was, stamp);
  });
  const keys = new Set(fresh.map(({ answer }) => keyOf(answer)));
  const left = withoutPractised({ ...practice, entries }, new Set(fresh.map(({ entry }) => entry)), stamp.at);
  return withTaken(left, code, (kept) => kept.filter(({ key }) => !keys.has(key)));
}
