import type { Led, Report, Span } from '../../exercise/printouts/report';
import { type Day, partnersOf, type Retreat, type RosterEntry } from '../../retreat/retreat';
import { clockOf, momentOf, schedule } from '../../retreat/schedule';
import { minuteMs } from '../../room/timer';
import type { Book } from '../commands/book';
import { publicTitle } from '../commands/public-title';

const span = (from: number, to: number): Span => ({ from: clockOf(from), to: clockOf(to) });

/** How the lines of a day went. Buffers are slack, and led by nobody. */
function ledOn(day: Day, book: Book): readonly Led[] {
  const { rows } = schedule(day, momentOf(day.date, day.start), null);
  return day.items.flatMap((item, at): Led[] => {
    const row = rows[at];
    if (item.kind === 'buffer' || row === undefined) return [];
    const { startedAt = null, endedAt = null } = item.actual ?? {};
    const actual = startedAt === null || endedAt === null ? null : { startedAt, endedAt };
    return [
      {
        title: publicTitle(item, book),
        isExercise: item.kind === 'exercise',
        planned: item.skipped ? null : span(row.plannedStart, row.plannedEnd),
        actual: actual && span(actual.startedAt, actual.endedAt),
        plannedMinutes: item.minutes,
        actualMinutes: actual && Math.round((actual.endedAt - actual.startedAt) / minuteMs),
      },
    ];
  });
}

/** A pass or a pause is nobody's to read (S14). */
function seatedAs({ status }: RosterEntry): 'stayed' | 'late' | 'left' {
  return status === 'late' || status === 'left' ? status : 'stayed';
}

/** How a retreat went, by seat and by time: no name goes in. */
export const reportOf = (retreat: Retreat, book: Book): Report => ({
  title: retreat.title,
  days: retreat.days.map((day) => ({
    date: day.date,
    led: ledOn(day, book),
    over: day.endedAt === null ? null : schedule(day, day.endedAt, null).overMinutes,
  })),
  seats: [...retreat.couples]
    .sort((one, other) => one.seat - other.seat)
    .map((couple) => ({
      seat: couple.seat,
      seated: seatedAs(couple),
      A: couple.A.present && partnersOf(couple).includes('A'),
      B: couple.B.present && partnersOf(couple).includes('B'),
    })),
});
