import { choose } from '../../shared/couple/summary/choose';
import { daysToCome } from '../../shared/couple/summary/days-to-come';
import { type CalendarEvent, writeCalendar } from './calendar-file';
import { type Maker, NotMade } from './maker';
import { summaryOf } from './summary-of';

/** Dates to put into a calendar. Wherever there is a summary to take home there may be one, and nowhere else. */
export const calendar: Maker = (at) => {
  const { session, copy, source, words: said, out } = at;
  const { foot } = summaryOf(at);
  const asked = session.takeHome.batch?.at;
  if (asked === undefined) throw new NotMade('not-open');
  const { halves, days: words } = said.calendar;
  const days = daysToCome(choose(source, copy.version).readable, out, halves);
  if (days.length === 0) throw new NotMade('nothing');
  const events = days.map(({ kind, of, on, at: clock, repeats }): CalendarEvent => {
    const { title, about } = words[kind];
    const key = [copy.id, kind, of ?? session.retreat?.id].join('/');
    return { key, title, about: `${about}\n${foot}`, on, at: clock, repeats };
  });
  const from = { events, asked, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return { from, bytes: () => Promise.resolve(new TextEncoder().encode(writeCalendar(from))) };
};
