import type { AnswersRead } from '../../couple/page/read-answers';
import { type Beside, pageIn } from '../../couple/page/take-in';
import type { Practice } from '../../couple/practice/practice';
import type { CoupleRecord } from '../../couple/record';
import { dateOf } from '../../retreat/schedule';
import { dateAfter } from '../../room/calendar-day';

/** A file that came back from home and is looked at; nothing of it is taken in yet. */
export interface AnswersBack {
  readonly name: string;
  readonly read: AnswersRead;
  /** The day on which it was looked at first: it tells of none after that. */
  readonly on: string;
}

/** Files that are looked at together. */
export const mostAnswersBack = 100;

/** Days before it was handed out that a page may be about. */
const daysBefore = 7;

/** What is open of couples, by their ids. */
interface Open {
  readonly practices: Readonly<Record<string, { readonly practice: Practice }>>;
  readonly records: Readonly<Record<string, { readonly record: CoupleRecord }>>;
}

/** The couple whose page has this code, among those that are open, and what an answer to it is looked at among. */
export function besideOf(
  { practices, records }: Open,
  code: string,
  today: string,
): { readonly id: string; readonly beside: Beside } | null {
  for (const [id, { practice }] of Object.entries(practices)) {
    const page = pageIn(practice, code);
    const record = records[id]?.record;
    if (page === undefined || record === undefined) continue;
    const from = dateAfter(dateOf(page.at), -daysBefore);
    return { id, beside: { record, practice, page, from, to: today } };
  }
  return null;
}
