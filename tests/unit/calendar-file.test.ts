import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, test } from 'vitest';
import { type CalendarEvent, type CalendarFile, writeCalendar } from '../../electron/export/calendar-file';
import { oneLine } from '../../shared/room/one-line';

const ownZone = process.env.TZ;
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

const anEvent = (patch: Partial<CalendarEvent> = {}): CalendarEvent => ({
  key: 'c1/plan/a1',
  title: 'Look at our plan',
  about: 'How is it going?\nEducational, not therapy',
  on: '2026-03-20',
  at: null,
  repeats: null,
  ...patch,
});
const asked = Date.UTC(2026, 2, 8, 17, 0, 5);
const aFile = (patch: Partial<CalendarFile> = {}): CalendarFile => ({
  events: [anEvent()],
  asked,
  zone: 'Europe/Berlin',
  ...patch,
});

/** As a laptop in the zone writes it. */
const writtenIn = (zone: string, events: readonly CalendarEvent[], at = asked): string => {
  process.env.TZ = zone;
  return writeCalendar({ events, asked: at, zone });
};

/** What the other library reads in it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((part) => ({ part, event: new ICAL.Event(part) }));
  return { calendar, events };
}
const onlyEventOf = (text: string) => {
  const [only, ...others] = read(text).events;
  if (only === undefined || others.length > 0) throw new Error('not one event');
  return only;
};

/** Every moment of it, in epoch milliseconds. */
function momentsOf({ event }: ReturnType<typeof onlyEventOf>): readonly number[] {
  const moments: number[] = [];
  const each = event.iterator();
  for (let next = each.next(); next; next = each.next()) moments.push(next.toUnixTime() * 1000);
  return moments;
}

/** What a moment reads on a wall there, by the platform's own time zones. */
const wall = (moment: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(moment);

const daily = (on: string, clock: string, times = 60): CalendarEvent =>
  anEvent({ on, at: { clock, minutes: 5 }, repeats: { every: 'day', times } });

describe('a calendar as a file', () => {
  it('is read by another library as it was meant', () => {
    const events = [
      daily('2026-03-09', '21:00'),
      anEvent({
        key: 'w',
        title: 'Weekly',
        on: '2026-03-15',
        at: { clock: '10:00', minutes: 30 },
        repeats: { every: 'week', times: 8 },
      }),
      anEvent({ key: 'd' }),
    ];
    const { calendar, events: made } = read(writtenIn('Europe/Berlin', events));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(made.map(({ event }) => event.summary)).toEqual(['Look at our plan', 'Weekly', 'Look at our plan']);
    expect(made.map(({ event }) => event.description)).toEqual(events.map(({ about }) => about));
    expect(made.map(({ event }) => event.startDate.toString())).toEqual([
      '2026-03-09T21:00:00',
      '2026-03-15T10:00:00',
      '2026-03-20',
    ]);
    expect(made.map(({ event }) => event.endDate.toString())).toEqual([
      '2026-03-09T21:05:00',
      '2026-03-15T10:30:00',
      '2026-03-21',
    ]);
    expect(made.map(({ part }) => String(part.getFirstPropertyValue('rrule')))).toEqual([
      'FREQ=DAILY;COUNT=60',
      'FREQ=WEEKLY;COUNT=8',
      'null',
    ]);
    expect(made.map(({ part }) => String(part.getFirstPropertyValue('dtstamp')))).toEqual(
      events.map(() => '2026-03-08T17:00:05Z'),
    );
    expect(made.map(({ part }) => part.getFirstPropertyValue('class'))).toEqual(events.map(() => 'PRIVATE'));
    const alarms = made.map(({ part }) => part.getAllSubcomponents('valarm'));
    expect(alarms.map((all) => all.map((one) => String(one.getFirstPropertyValue('trigger'))))).toEqual([
      ['PT0S'],
      ['PT0S'],
      ['PT9H'],
    ]);
    // From its end a whole day would be told when it is over.
    const related = alarms.flat().map((one) => one.getFirstProperty('trigger')?.getParameter('related'));
    expect(related).toEqual(events.map(() => 'START'));
    expect(alarms.flat().map((one) => one.getFirstPropertyValue('action'))).toEqual(events.map(() => 'DISPLAY'));
  });

  test.each([
    // Over both changes of the year, on both halves of the earth, by half an hour, and where there is none.
    ['Europe/Berlin', '2026-03-09'],
    ['Europe/London', '2026-10-01'],
    ['America/New_York', '2026-02-20'],
    ['America/Los_Angeles', '2026-10-15'],
    ['Australia/Sydney', '2026-03-20'],
    ['Australia/Lord_Howe', '2026-09-20'],
    ['Asia/Kolkata', '2026-03-09'],
    ['America/Sao_Paulo', '2026-10-01'],
    ['Europe/Kiev', '2026-10-01'],
    ['UTC', '2026-03-09'],
  ])('%s: keeps its clock time over a change of summer time, by the rules that stand in it', (zone, on) => {
    const made = onlyEventOf(writtenIn(zone, [daily(on, '21:00')]));
    const readings = momentsOf(made).map((moment) => wall(moment, zone));
    expect(readings).toHaveLength(60);
    expect(new Set(readings.map((reading) => reading.slice(-5)))).toEqual(new Set(['21:00']));
    expect(new Set(readings).size).toBe(60);
    expect(readings[0]).toBe(`${on} 21:00`);
  });

  it('has the rules of its zone once, by the name that its times say', () => {
    const text = writtenIn('Asia/Calcutta', [
      daily('2026-03-09', '21:00'),
      { ...daily('2026-03-09', '22:00'), key: 'b' },
    ]);
    const { calendar, events } = read(text);
    const [zone, ...others] = calendar.getAllSubcomponents('vtimezone');
    expect(others).toEqual([]);
    const name = zone?.getFirstPropertyValue('tzid');
    expect(name).toBe('Asia/Kolkata');
    for (const { part } of events) expect(part.getFirstProperty('dtstart')?.getParameter('tzid')).toBe(name);
  });

  it('says a time that a change skips as the moment after it, and one that is twice as one', () => {
    const at = (on: string) =>
      onlyEventOf(writtenIn('Europe/Berlin', [anEvent({ on, at: { clock: '02:30', minutes: 5 } })]));
    expect(at('2026-03-29').event.startDate.toString()).toBe('2026-03-29T03:30:00');
    expect(at('2026-10-25').event.startDate.toString()).toBe('2026-10-25T02:30:00');
  });

  it('is told on everybody’s own clock where nobody knows the zone', () => {
    process.env.TZ = 'Europe/Berlin';
    const text = writeCalendar(aFile({ events: [daily('2026-03-09', '21:00')], zone: 'Etc/Unknown' }));
    const { calendar, events } = read(text);
    expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
    expect(String(events[0]?.part.getFirstPropertyValue('dtstart'))).toBe('2026-03-09T21:00:00');
    expect(events[0]?.part.getFirstProperty('dtstart')?.getParameter('tzid')).toBeUndefined();
  });

  it('names each event the same when it is made again, as the newer one', () => {
    const events = ['c1/plan/a1', 'c1/plan/a2', 'c2/plan/a1', 'c1/day30/r1'].map((key) => anEvent({ key }));
    const madeAt = (at: number) =>
      read(writeCalendar(aFile({ events, asked: at }))).events.map(({ event, part }) => ({
        uid: event.uid,
        sequence: Number(part.getFirstPropertyValue('sequence')),
      }));
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2090, 0, 1) }),
        fc.integer({ min: 1_000, max: 1e10 }),
        (at, later) => {
          const [first, again] = [madeAt(at), madeAt(at + later)];
          expect(again.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
          expect(new Set(first.map(({ uid }) => uid)).size).toBe(events.length);
          for (const [n, { sequence }] of again.entries()) {
            expect(sequence).toBeGreaterThan(first[n]?.sequence ?? Number.NaN);
            expect(sequence).toBeLessThan(2 ** 31);
          }
        },
      ),
      { numRuns: 50 },
    );
    expect(madeAt(0)[0]?.sequence).toBe(0);
    for (const { uid } of madeAt(asked)) expect(uid).toMatch(/^[0-9a-f]{40}@holdfast\.invalid$/);
  });
});

/** Texts that would break a file that is written without care. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '👩‍👩‍👧',
        '🏳️‍🌈',
        'é',
        'Ł',
        '李',
        'علي',
        '\r\n',
        '\n',
        ';',
        ',',
        '\\',
        ':',
        '"',
        '\u202e',
        '\ud83d',
        ' ',
        '\t',
        '\u0000',
      ),
      {
        maxLength: 200,
      },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y',
    'BEGIN:VALARM\nACTION:AUDIO',
    '\\n\\,\\;',
    `=cmd|' /C calc'!A0`,
    '<script>alert(1)</script>',
    '👩‍👩‍👧'.repeat(2_000),
    'a'.repeat(20_000),
  ),
);

describe('whatever its words are, a calendar', () => {
  it('reads back as they are seen, in lines of its form alone', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, about) => {
        const text = writeCalendar(aFile({ events: [anEvent({ title, about }), daily('2026-03-09', '21:00')] }));
        const { calendar, events } = read(text);
        expect(events.map(({ event }) => event.summary)).toEqual([oneLine(title), 'Look at our plan']);
        expect(events[0]?.event.description ?? '').toBe(seen(about));
        expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent', 'vevent']);
        expect(events.flatMap(({ part }) => part.getAllSubcomponents('valarm'))).toHaveLength(2);
        expectLines(text);
      }),
    );
  });
});

/** Without what steers, and without halves of characters; its lines stay. */
const seen = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(oneLine)
    .join('\n');

/** CRLF alone, 75 octets at the most, and no character in two lines. */
function expectLines(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    const bytes = new TextEncoder().encode(line);
    expect(bytes.length).toBeLessThanOrEqual(75);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(line);
    expect(line).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
}
