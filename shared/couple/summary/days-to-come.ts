import { dateAfter } from '../../room/calendar-day';
import { weekdays } from '../charter/clause-kinds';
import type { DayKind } from './calendar-words';
import { daysAhead, daysSet, daysTold, homeOf, lookBackDays, type Readable, sectionOfKind } from './sections';
import { type DayHalves, timeSaid } from './time-said';

/** A day to come, and what comes back from it on. No word of a couple's is in it: calendars are seen over shoulders and shared. */
export interface DayToCome {
  readonly kind: DayKind;
  /** The clause or answer it was made of, no other's of its kind; null for a day of the retreat itself. */
  readonly of: string | null;
  /** Its date, or that of the first. */
  readonly on: string;
  /** Clock time and length in minutes; null for a whole day. */
  readonly at: { readonly clock: string; readonly minutes: number } | null;
  readonly repeats: { readonly every: 'day' | 'week'; readonly times: number } | null;
}

const reviewMinutes = 30;

type Clause = Readable['clauses'][number];

/** What is done every day or every week, from the first day at home on. */
function ritual({ id, now: { saying } }: Clause, home: string, halves: DayHalves): readonly DayToCome[] {
  const at = (time: string, minutes: number): DayToCome['at'] => {
    const clock = timeSaid(time, halves);
    return clock === null ? null : { clock, minutes };
  };
  if (saying.kind === 'daily-check-in') {
    const { time, length } = saying.content;
    const repeats = { every: 'day', times: daysTold } as const;
    return [{ kind: saying.kind, of: id, on: home, at: at(time, length), repeats }];
  }
  if (saying.kind === 'weekly-review') {
    const { weekday, time } = saying.content;
    const wait = (weekdays.indexOf(weekday) - weekdayOf(home) + 7) % 7;
    const repeats = { every: 'week', times: Math.ceil((daysTold - wait) / 7) } as const;
    return [{ kind: saying.kind, of: id, on: dateAfter(home, wait), at: at(time, reviewMinutes), repeats }];
  }
  return [];
}

/** Which of the days of the week a date is, from Monday on. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Once a day, however many clauses are looked at on it. It is named after the first of them. */
function reviews(readable: Readable): readonly DayToCome[] {
  const set = daysSet(readable).reviews;
  return set
    .filter(({ on }, at) => set.findIndex((one) => one.on === on) === at)
    .map(({ on, id }) => ({ kind: 'clause-review', of: id, on, at: null, repeats: null }));
}

/**
 * The days to come of a version, by what it may hold and without what was left out of it by hand: what is withheld, or stands in no
 * copy, is in no calendar either.
 */
export function daysToCome(readable: Readable, out: ReadonlySet<string>, halves: DayHalves): readonly DayToCome[] {
  const clauses = readable.clauses.filter(({ id }) => !out.has(id));
  const answers = readable.answers.filter(({ id }) => !out.has(id));
  const home = homeOf(readable);
  const rituals = clauses
    .filter(({ inForce, now }) => inForce && !out.has(sectionOfKind[now.saying.kind]))
    .flatMap((clause) => ritual(clause, home, halves));
  if (out.has('ahead') || out.has(daysAhead)) return rituals;
  const plan = daysSet({ ...readable, answers }).plan.map(
    ({ on, id }): DayToCome => ({ kind: 'plan', of: id, on, at: null, repeats: null }),
  );
  const looks = lookBackDays.map(
    (kind): DayToCome => ({ kind, of: null, on: readable.lookBacks[kind], at: null, repeats: null }),
  );
  return [...rituals, ...reviews({ ...readable, clauses }), ...plan, ...looks];
}
