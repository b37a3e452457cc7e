import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
} from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { DayToCome } from '../../shared/couple/summary/days-to-come';
import { oneLine } from '../../shared/room/one-line';

/** A day to come in words. */
export interface CalendarEvent extends Pick<DayToCome, 'on' | 'at' | 'repeats'> {
  /** What it was made of: the same each time, and no other event's. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
}

export interface CalendarFile {
  readonly events: readonly CalendarEvent[];
  /** When it was asked for, in epoch milliseconds. */
  readonly asked: number;
  /** The zone of its clock times, by its name in the time zone database. */
  readonly zone: string;
}

/** Its lines, each without what breaks a line or turns the text around it. */
const linesOf = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(oneLine)
    .join('\n');

/** Whole days are told at nine in the morning. */
const wholeDayAlarmS = 9 * 3600;

const frequency = { day: ICalEventRepeatingFreq.DAILY, week: ICalEventRepeatingFreq.WEEKLY } as const;

/** Says nothing of what it was made of, and is the same each time it is made. */
const uidOf = (key: string): string =>
  `${createHash('sha256').update(key).digest('hex').slice(0, 40)}@holdfast.invalid`;

const firstSecond = Date.UTC(2026, 0, 1) / 1000;

/**
 * How often it was changed, as calendars count it: by the second it was asked for, so that a later file is always the newer one. A count
 * kept in the record would start anew where a record is restored, and be another on another laptop. Good until 2094.
 */
const sequenceOf = (asked: number): number => Math.max(0, Math.floor(asked / 1000) - firstSecond);

/** The rules of a zone as they stand in a file, and the name they have there; null for one that nobody knows. */
function rulesOf(zone: string): { readonly name: string; readonly rules: string } | null {
  const [rules = '', name = ''] = tzlib_get_ical_block(zone);
  return rules.startsWith('BEGIN:VTIMEZONE') ? { name: name.replace('TZID=', ''), rules } : null;
}

/**
 * The library writes what a moment reads on this device's clock, or, without a zone, what it reads in UTC: it is given the one that reads
 * as it is to be written.
 */
const readingOf = (on: string, clock: string, zone: string | null): Date =>
  new Date(`${on}T${clock}:00${zone === null ? 'Z' : ''}`);

function eventOf(
  { key, on, at, repeats, title, about }: CalendarEvent,
  asked: number,
  zone: string | null,
): ICalEventData {
  const start = at === null ? new Date(on) : readingOf(on, at.clock, zone);
  return {
    id: uidOf(key),
    sequence: sequenceOf(asked),
    stamp: new Date(asked),
    lastModified: new Date(asked),
    summary: oneLine(title),
    description: linesOf(about),
    class: ICalEventClass.PRIVATE,
    start,
    ...(at === null
      ? { allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
      : {
          end: new Date(start.getTime() + at.minutes * 60_000),
          ...(zone === null ? { floating: true } : { timezone: zone }),
        }),
    repeating: repeats && { freq: frequency[repeats.every], count: repeats.times },
  };
}

/** A calendar as the text of its file (RFC 5545). */
export function writeCalendar({ events, asked, zone }: CalendarFile): string {
  const rules = rulesOf(zone);
  const calendar = ical({
    prodId: { company: 'Holdfast', product: 'Take home' },
    method: ICalCalendarMethod.PUBLISH,
    // Named by each event that has a clock time: given to all, it would put the moment it was made out of UTC.
    timezone: { name: null, generator: () => rules?.rules ?? null },
  });
  for (const event of events) {
    const alarm = calendar.createEvent(eventOf(event, asked, rules?.name ?? null)).createAlarm({
      type: ICalAlarmType.display,
      trigger: event.at === null ? -wholeDayAlarmS : 0,
      description: oneLine(event.title),
    });
    // Made with it, the library forgets it, and counts from the end: a whole day would be told when it is over.
    alarm.relatesTo(ICalAlarmRelatesTo.start);
  }
  return `${calendar.toString()}\r\n`;
}
