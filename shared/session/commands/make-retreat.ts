import type { Program, ProgramItem } from '../../exercise/program';
import type { AgendaItem, Day, Retreat, RosterEntry } from '../../retreat/retreat';
import { seatsFor } from '../../retreat/seats';
import { dateAfter } from '../../room/calendar-day';
import { otherSide, type Side } from '../../room/wall';
import type { Book } from './book';

const hasTurns = (item: Pick<AgendaItem, 'kind' | 'ref'>, book: Book): boolean =>
  item.kind === 'exercise' && book.exercise(item.ref ?? '')?.steps.some(({ part }) => part === 'first') === true;

/** Who takes the first turn in an item that follows these: it alternates among the exercises that have turns. */
export function nextStart(before: readonly AgendaItem[], book: Book): Side {
  const last = before.findLast((item) => hasTurns(item, book));
  return last === undefined ? 'A' : otherSide(last.starts);
}

/** What an item of a program puts on the wall, or goes by. */
export function refOf(item: ProgramItem): string | null {
  switch (item.kind) {
    case 'exercise':
      return item.exercise;
    case 'talk':
      return item.talk;
    case 'break':
      return item.break;
    case 'buffer':
      return null;
  }
}

function itemOf(item: ProgramItem, id: string, starts: Side): AgendaItem {
  return {
    id,
    kind: item.kind,
    ref: refOf(item),
    title: null,
    minutes: item.minutes,
    form: 'full',
    starts,
    shift: 0,
    skipped: false,
    actual: null,
  };
}

/** The calendar has a day for each of the program's, from `date` on: it ends with the year 9999. */
export const isOnCalendar = ({ days }: Program, date: string): boolean =>
  dateAfter(date, days.length - 1).length === date.length;

/** A couple as it comes; without a seat any that is free is its own. */
export interface NewCouple {
  readonly A: string;
  readonly B: string;
  readonly seat?: number | null | undefined;
  /** The couple of an earlier retreat that they are. */
  readonly was?: string | null | undefined;
}

/** The id of a couple that a command makes: its own, in whose roster it ever stands. */
export const coupleIdOf = (command: string, n: number): string => `couple-${command}-${n + 1}`;

/** Couples on the roster, seated beside those whose seats are taken. */
export function rosterOf(
  couples: readonly NewCouple[],
  taken: readonly number[],
  idOf: (n: number) => string,
): RosterEntry[] {
  const seats = seatsFor(
    taken,
    couples.map(({ seat }) => seat),
  );
  return couples.map(({ A, B, was }, n) => ({
    id: was ?? idOf(n),
    seat: seats[n] ?? n + 1,
    A: { name: A, present: true },
    B: { name: B, present: true },
    status: 'present',
    leftOn: null,
    timeout: null,
  }));
}

interface Making {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly couples: readonly NewCouple[];
  readonly createdAt: number;
  readonly demo: boolean;
}

/** A retreat made from a program: its days on the calendar, its couples seated in the order given. */
export function makeRetreat(program: Program, making: Making, book: Book): Retreat {
  const { id, title, date, couples, createdAt, demo } = making;
  const days = program.days.map((day, dayIndex): Day => {
    const items: AgendaItem[] = [];
    for (const [index, item] of day.items.entries()) {
      items.push(itemOf(item, `${id}-d${dayIndex + 1}-i${index + 1}`, nextStart(items, book)));
    }
    return { id: `${id}-d${dayIndex + 1}`, date: dateAfter(date, dayIndex), start: day.start, items, endedAt: null };
  });
  return {
    id,
    title,
    program: program.id,
    createdAt,
    demo,
    currentDay: `${id}-d1`,
    days,
    couples: rosterOf(couples, [], (n) => coupleIdOf(id, n)),
  };
}
