import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownMs } from '../../renderer/console/run/flips';
import { type Digits, figures as figuresOf, untilFlip } from '../../renderer/room/digits';
import { directionOf, returnTime } from '../../renderer/room/return-time';
import { content } from '../../shared/content/en/content';
import { type ClockForm, clockForm, momentText } from '../../shared/room/time-of-day';
import { freshRun, minuteMs, type Reading, read, type Timer } from '../../shared/room/timer';
import { playingOfItem } from '../../shared/session/commands/playing';
import { aBook, aNow, aRetreat } from '../make';

const begun = { ...freshRun, startedAt: aNow(0).live };
const at = (timer: Timer, ms: number) => read(timer, begun, aNow(ms));
const figures = (reading: Reading, digits: Digits) => figuresOf(reading, digits, 'under a minute');
const five: Timer = { kind: 'single', seconds: 300 };

describe('the figures in the ring', () => {
  it('round what is left up, so that the whole length shows at the start', () => {
    expect(figures(at(five, 0), 'seconds')).toBe('5:00');
    expect(figures(at(five, 1), 'seconds')).toBe('5:00');
    expect(figures(at(five, 1000), 'seconds')).toBe('4:59');
    expect(figures(at(five, 299_999), 'seconds')).toBe('0:01');
    expect(figures(at({ kind: 'single', seconds: 5025 }, 0), 'seconds')).toBe('1:23:45');
  });

  it('say minutes in no language, and in words that less than one is left', () => {
    expect(figures(at(five, 0), 'minutes')).toBe('5′');
    expect(figures(at(five, 60_001), 'minutes')).toBe('4′');
    expect(figures(at(five, 240_000), 'minutes')).toBe('1′');
    expect(figures(at(five, 240_001), 'minutes')).toBe('under a minute');
  });

  it('are gone at zero, and never count the time that ran over', () => {
    for (const ms of [300_000, 300_001, 900_000]) {
      expect(figures(at(five, ms), 'seconds')).toBe('');
      expect(figures(at(five, ms), 'minutes')).toBe('');
    }
  });

  it('round time that has run down', () => {
    expect(figures(at({ kind: 'count-up' }, 59_999), 'seconds')).toBe('0:59');
    expect(figures(at({ kind: 'count-up' }, 119_999), 'minutes')).toBe('1′');
  });

  it('stand until the moment they say they flip, then have flipped', () => {
    const timer = fc.oneof(
      fc.record({ kind: fc.constant('single' as const), seconds: fc.integer({ min: 1, max: 20_000 }) }),
      fc.constant({ kind: 'count-up' as const }),
    );
    const digits = fc.constantFrom('minutes' as const, 'seconds' as const);
    fc.assert(
      fc.property(timer, digits, fc.integer({ min: 0, max: 20_000_000 }), (kind: Timer, shown, ms) => {
        const before = at(kind, ms);
        const wait = untilFlip(before, shown);
        expect(wait === null).toBe(before.state === 'done');
        if (wait === null) return;
        expect(wait).toBeGreaterThan(0);
        const stands = at(kind, ms + wait - 0.5);
        if (wait > 1) expect(figures(stands, shown)).toBe(figures(before, shown));
        const flipped = figures(at(kind, ms + wait + 0.5), shown);
        expect(flipped).not.toBe(figures(before, shown));
      }),
    );
  });
});

describe('the time everyone is back', () => {
  const [hours12, hours24] = [true, false].map((hour12) => clockForm(content.clock, hour12)) as [ClockForm, ClockForm];
  const ends = (hour: number, minute: number, ms = 0) => {
    const wall = new Date(2026, 9, 17, hour, minute).getTime();
    return { ...at(five, 0), endsAt: wall + ms, overMs: 0 };
  };

  it('is cut to the minute as a clock reads, and a hair before it is that minute already', () => {
    expect(returnTime(ends(10, 30), hours24)).toBe('10:30');
    expect(returnTime(ends(10, 30, -0.4), hours24)).toBe('10:30');
    expect(returnTime(ends(10, 30, 59_000), hours24)).toBe('10:30');
    expect(returnTime(ends(10, 30, -1000), hours24)).toBe('10:29');
  });

  it('of a break is its minutes after the time at which it began, and no figure is more, whenever it begins', () => {
    const minutes = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(minutes, fc.double({ min: 0, max: 3_600_000, noNaN: true }), (length, ms) => {
        const [item] = aRetreat().days[0]?.items ?? [];
        if (item === undefined) throw new Error('no item');
        const { live, wall } = aNow(ms);
        const pause = playingOfItem({ ...item, kind: 'break', minutes: length }, aBook, wall);
        const timer = pause?.steps[0]?.timer;
        if (timer === undefined) throw new Error('no break');
        const reading = read(timer, { ...freshRun, startedAt: live }, { live, wall: wall + 0.4 });
        expect(figures(reading, 'minutes')).toBe(length === 1 ? 'under a minute' : `${length}′`);
        expect(Math.ceil(shownMs(reading) / 1000)).toBe(length * 60);
        expect(returnTime(reading, hours24)).toBe(momentText(wall + length * minuteMs, hours24));
      }),
    );
  });

  it('follows the clock of the house, and reads midnight as 0', () => {
    expect(returnTime(ends(9, 5), hours24)).toBe('9:05');
    expect(returnTime(ends(15, 5), hours12)).toBe('3:05 PM');
    expect(returnTime(ends(24, 5), hours24)).toBe('0:05');
  });

  it('moves on while the timer waits, and stands once it is over', () => {
    const paused = { ...begun, pausedAt: aNow(60_000).live };
    const [soon, later] = [read(five, paused, aNow(60_000)), read(five, paused, aNow(660_000))];
    expect((later.endsAt ?? 0) - (soon.endsAt ?? 0)).toBe(600_000);
    const [over, longOver] = [at(five, 300_000), at(five, 3_000_000)];
    expect(returnTime(longOver, hours24)).toBe(returnTime(over, hours24));
  });

  it('is nothing without an end', () => {
    expect(returnTime(at({ kind: 'count-up' }, 0), hours24)).toBeNull();
  });
});

it('knows which languages read from the right', () => {
  expect(['ar', 'he-IL', 'fa', 'ur-PK'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en', 'de-DE', 'arn', 'pseudo'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
});
