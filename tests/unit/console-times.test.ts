import { describe, expect, test } from 'vitest';
import { clockText, parseClock } from '../../renderer/console/kit/clock-time';
import { isDate } from '../../renderer/console/kit/dates';
import { clockLabel } from '../../shared/session/console-view';

describe('a time of day as it is typed', () => {
  test.each([
    ['19:30', '19:30'],
    ['9:05', '09:05'],
    ['9', '09:00'],
    ['7.30 pm', '19:30'],
    ['12:15 AM', '00:15'],
    ['12 p.m.', '12:00'],
    ['1930', '19:30'],
    ['24:00', null],
    ['9:75', null],
    ['13 pm', null],
    ['0:10 am', null],
    ['soon', null],
    ['', null],
  ])('%j is %j', (text, clock) => {
    expect(parseClock(text)).toBe(clock);
  });

  test.each([true, false])('it is written as every other time is, and read back the same (12 hours: %j)', (hour12) => {
    for (const clock of ['00:05', '09:30', '12:00', '19:07', '23:59']) {
      const [hours, minutes] = clock.split(':').map(Number);
      const moment = new Date(2026, 2, 7, hours, minutes).getTime();
      expect(clockText(clock, hour12)).toBe(clockLabel(moment, hour12));
      expect(parseClock(clockText(clock, hour12))).toBe(clock);
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
