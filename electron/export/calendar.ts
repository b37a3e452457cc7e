import { choose } from '../../shared/couple/summary/choose';
import { daysToCome } from '../../shared/couple/summary/days-to-come';
import { type CalendarEvent, writeCalendar } from './calendar-file';
import { type Maker, NotMade } from './maker';
import { notReady } from './ready';

/** Dates to put into a calendar. */
export const calendar: Maker = (at) => {
  const { session, copy, source, words: said, out } = at;
  const refused = notReady(at, 'days');
  if (refused !== null) throw refused;
  const asked = session.takeHome.batch?.at;
  if (asked === undefined) throw new NotMade('not-open');
  const { halves, days: words } = said.calendar;
  const days = daysToCome(choose(source, copy.version).readable, out, halves);
  const events = days.map(({ kind, of, on, at: clock, repeats }): CalendarEvent => {
    const { title, about } = words[kind];
    const key = [copy.id, kind, of ?? session.retreat?.id].join('/');
    return { key, title, about: `${about}\n${said.say('foot')}`, on, at: clock, repeats };
  });
  const from = { events, asked, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return { from, bytes: () => Promise.resolve(new TextEncoder().encode(writeCalendar(from))) };
};
