import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../renderer/console/kit/clock-time';
import { isDate } from '../../renderer/console/kit/dates';
import { content } from '../../shared/content/en/content';
import { clockForm, momentText } from '../../shared/room/time-of-day';
import cases from './cases/times-typed.json';

const clocks = (hour12: boolean) => clocksOf(clockForm(content.clock, hour12), content.clockWords);

/** Today at a time of day, in epoch milliseconds. */
function wallAt(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return new Date(2026, 2, 7, hours, minutes, 20).getTime();
}

describe('a time of day as people type it', () => {
  test.each(cases.rows)('$field: $typed', ({ field, at = '', stood = '', hour12, typed, means, asksFirst = false }) => {
    if (field === 'day-start') expect(clocks(hour12).nearest(typed, stood)).toBe(means);
    else {
      const next = clocks(hour12).next(typed, wallAt(at));
      expect(next?.clock ?? null).toBe(means);
      expect(next?.asksFirst ?? false).toBe(asksFirst);
    }
  });

  test.each([
    ['19:30', '19:30'],
    ['9:05', '09:05'],
    ['9', '09:00'],
    ['7.30 pm', '19:30'],
    ['12:15 AM', '00:15'],
    ['12 p.m.', '12:00'],
    ['1930', '19:30'],
    ['0815', '08:15'],
    ['815', '08:15'],
    ['8.15', '08:15'],
    ['8 15', '08:15'],
    ['19,30', '19:30'],
    ['8pm', '20:00'],
    ['8 P. M.', '20:00'],
    ['8:15\u202fPM', '20:15'],
    ['20h', '20:00'],
    ['20h15', '20:15'],
    ['20 H 15', '20:15'],
    ['19.30 Uhr', '19:30'],
    ['7 Uhr 30', '07:30'],
    ['19 Uhr', '19:00'],
    ['7 o’clock', '07:00'],
    ['1930 hrs', '19:30'],
    ['２０：１５', '20:15'],
    ['20時15分', '20:15'],
    ['20时', '20:00'],
    ['٢٠:١٥', '20:15'],
    ['0:15', '00:15'],
    ['24:00', null],
    ['9:75', null],
    ['13 pm', null],
    ['0:10 am', null],
    ['19:5', null],
    ['19:30:00', null],
    ['20m', null],
    ['20 min', null],
    ['+20', null],
    ['90', null],
    ['-8:15', null],
    ['8:15 x', null],
    ['noon', null],
    ['soon', null],
    ['', null],
  ])('on a 24-hour clock %j is %j', (text, clock) => {
    expect(clocks(false).nearest(text, '09:00')).toBe(clock);
    expect(clocks(false).isTime(text)).toBe(clock !== null);
  });

  test.each<[at: string, hour12: boolean, typed: string, means: string, inMinutes: number, asksFirst: boolean]>([
    ['19:50', true, '8:15 pm', '20:15', 25, false],
    ['19:50', true, '7:15 pm', '19:15', 1405, true],
    ['19:50', true, '19:15', '19:15', 1405, true],
    ['19:50', true, '20:15', '20:15', 25, false],
    ['19:50', true, '12', '00:00', 250, false],
    ['23:50', true, '12:15', '00:15', 25, false],
    ['11:50', true, '12:15', '12:15', 25, false],
    ['19:50', true, '7:50', '07:50', 720, false],
    ['07:50', true, '7:50', '19:50', 720, false],
    ['19:50', true, '0815', '20:15', 25, false],
    ['19:50', true, '0:15', '00:15', 265, true],
    ['19:50', false, '20:15', '20:15', 25, false],
    ['19:50', false, '8:15 pm', '20:15', 25, false],
    ['19:50', false, '19:50', '19:50', 1440, true],
    ['19:50', false, '19:49', '19:49', 1439, true],
    ['19:50', false, '19:51', '19:51', 1, false],
  ])(
    'at %s (12 hours: %j) %j is %j, in %d minutes; asks first: %j',
    (at, hour12, typed, clock, inMinutes, asksFirst) => {
      expect(clocks(hour12).next(typed, wallAt(at))).toEqual({ clock, inMinutes, asksFirst });
    },
  );

  test.each([
    ['19:30', '7:00', '19:00'],
    ['09:00', '7:00', '07:00'],
    ['09:00', '12:30', '12:30'],
    ['09:00', '8:15 pm', '20:15'],
    ['09:00', '19:30', '19:30'],
    ['19:30', '8', '20:00'],
  ])('where %s stood, %j is %j on a 12-hour clock', (stood, typed, clock) => {
    expect(clocks(true).nearest(typed, stood)).toBe(clock);
  });

  test.each([true, false])('it is written as every other time is, and read back the same (12 hours: %j)', (hour12) => {
    for (const clock of ['00:05', '09:30', '12:00', '19:07', '23:59']) {
      const [hours, minutes] = clock.split(':').map(Number);
      const moment = new Date(2026, 2, 7, hours, minutes).getTime();
      expect(clocks(hour12).text(clock)).toBe(momentText(moment, clockForm(content.clock, hour12)));
      expect(clocks(hour12).nearest(clocks(hour12).text(clock), '14:00')).toBe(clock);
    }
  });
});

test.each([
  ['2027-03-06', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-3-6', false],
  ['03/06/2027', false],
  ['', false],
])('%j is a date: %j', (text, is) => {
  expect(isDate(text)).toBe(is);
});
