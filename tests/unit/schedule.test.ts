import { describe, expect, it } from 'vitest';
import { currentDay, type Day } from '../../shared/retreat/retreat';
import { momentOf, schedule } from '../../shared/retreat/schedule';
import { minuteMs } from '../../shared/room/timer';
import { aRetreat, evening } from '../make';

const day = (program = 'evening', patch: (day: Day) => Day = (at) => at): Day => {
  const at = currentDay(aRetreat(program));
  if (at === undefined) throw new Error('no day');
  return patch(at);
};
const ran = (from: number, to: number | null) => ({
  startedAt: evening + from * minuteMs,
  endedAt: to === null ? null : evening + to * minuteMs,
  steps: [],
});
const minutesIn = (moment: number | undefined): number => ((moment ?? Number.NaN) - evening) / minuteMs;
const at = (index: number, actual: Day['items'][number]['actual']) => (from: Day) => ({
  ...from,
  items: from.items.map((item, n) => (n === index ? { ...item, actual } : item)),
});

describe('the schedule of a day', () => {
  it('adds up as planned before anything has run', () => {
    const { rows, plannedEnd, expectedEnd, overMinutes } = schedule(day(), evening - 3_600_000, null);
    expect(rows.map((row) => minutesIn(row.plannedStart))).toEqual([0, 12, 16, 22, 42, 47, 59, 67, 76, 84]);
    expect(minutesIn(plannedEnd)).toBe(90);
    expect(expectedEnd).toBe(plannedEnd);
    expect(overMinutes).toBe(0);
  });

  it('says how late the day will end when what is on still needs longer', () => {
    const running = day('evening', at(0, ran(0, null)));
    const { rows, overMinutes } = schedule(running, evening + 14 * minuteMs, {
      id: running.items[0]?.id ?? '',
      remainingMs: 2 * minuteMs,
    });
    expect(rows[0]?.state).toBe('now');
    expect(minutesIn(rows[1]?.expectedStart)).toBe(16);
    expect(overMinutes).toBe(4);
  });

  it('is early or late by when it was ended, whatever was not led', () => {
    const ended = { ...day('evening', at(0, ran(0, 5))), endedAt: evening + 5 * minuteMs };
    const { rows, expectedEnd, overMinutes } = schedule(ended, evening + 600 * minuteMs, null);
    expect(overMinutes).toBe(5 - 90);
    expect(expectedEnd).toBe(ended.endedAt);
    expect(rows.map(({ state }) => state).slice(0, 3)).toEqual(['done', 'passed', 'passed']);
    // Ended on another day than planned, and nothing led: it is compared with that day's plan.
    const later = { ...day(), endedAt: evening + (24 * 60 + 90) * minuteMs };
    expect(schedule(later, later.endedAt, null).overMinutes).toBe(0);
  });

  it('lets buffers give way before anything runs late', () => {
    const half = day('halfday');
    const buffer = half.items.findIndex(({ kind }) => kind === 'buffer');
    const before = half.items[buffer - 1];
    const start = momentOf(half.date, half.start);
    const plannedEnd = schedule(half, start, null).rows[buffer - 1]?.plannedEnd ?? 0;
    const late = { id: before?.id ?? '', remainingMs: 0 };
    expect(schedule(half, plannedEnd + minuteMs, late).overMinutes).toBe(0);
    expect(schedule(half, plannedEnd + 2 * minuteMs, late).overMinutes).toBe(0);
    expect(schedule(half, plannedEnd + 5 * minuteMs, late).overMinutes).toBe(3);
  });

  it('keeps what happened, skips what is skipped, and moves what follows a shift', () => {
    const bent = day('evening', (from) => ({
      ...at(0, ran(1, 15))(from),
      items: at(
        0,
        ran(1, 15),
      )(from).items.map((item, n) => (n === 1 ? { ...item, skipped: true } : n === 2 ? { ...item, shift: 10 } : item)),
    }));
    const { rows } = schedule(bent, evening + 15 * minuteMs, null);
    expect(rows[0]).toMatchObject({
      state: 'done',
      expectedStart: evening + minuteMs,
      expectedEnd: evening + 15 * minuteMs,
    });
    expect(rows[1]?.state).toBe('skipped');
    expect(minutesIn(rows[2]?.plannedStart)).toBe(22);
    expect(minutesIn(rows[2]?.expectedStart)).toBe(25);
  });

  it('says of what was passed over that it is not to come, and gives it no time', () => {
    const jumped = day('evening', at(2, ran(0, 6)));
    const { rows } = schedule(jumped, evening + 6 * minuteMs, null);
    expect(rows.slice(0, 4).map(({ state }) => state)).toEqual(['passed', 'passed', 'done', 'to-come']);
    expect(minutesIn(rows[3]?.expectedStart)).toBe(6);
  });

  it('never expects the past: what is to come starts now at the earliest', () => {
    const behind = day('evening', at(0, ran(0, 12)));
    const { rows } = schedule(behind, evening + 30 * minuteMs, null);
    expect(minutesIn(rows[1]?.expectedStart)).toBe(30);
  });

  it('is late once its time is past and nothing has begun, on its own date alone', () => {
    expect(schedule(day(), evening + 25 * minuteMs, null)).toMatchObject({ overMinutes: 25 });
    expect(schedule(day(), evening + 3 * 24 * 60 * minuteMs, null)).toMatchObject({ overMinutes: 0 });
  });

  it('is pushed by what is led beside it', () => {
    const behind = day('evening', at(0, ran(0, 12)));
    const beside = { id: null, remainingMs: 30 * minuteMs };
    expect(schedule(behind, evening + 12 * minuteMs, beside).overMinutes).toBe(30);
  });

  it.each([1, -3, 300])('led %i days from its date it is not that much late', (days) => {
    const began = new Date(evening);
    began.setDate(began.getDate() + days);
    const from = began.getTime() + 7 * minuteMs;
    const moved = day('evening', at(0, { startedAt: from, endedAt: null, steps: [] }));
    const running = { id: moved.items[0]?.id ?? '', remainingMs: 12 * minuteMs };
    expect(schedule(moved, from, running).overMinutes).toBe(7);
  });

  describe('led at quite another time than planned', () => {
    const hour = 60 * minuteMs;
    const begunAt = (from: number) => at(0, { startedAt: from, endedAt: null, steps: [] })(day());
    const first = day().items[0]?.id ?? '';

    it.each([-18, -9, -6.5, 6.5, 9, 13, 18, 31])('%d hours from its start, it counts from when it began', (hours) => {
      const from = evening + hours * hour;
      const over = schedule(begunAt(from), from + 14 * minuteMs, { id: first, remainingMs: 2 * minuteMs }).overMinutes;
      expect(over).toBe(4);
    });

    it.each([-2000, -18, 9, 2000])(
      '%d hours from its start, with its first item on the wall and not begun',
      (hours) => {
        const now = evening + hours * hour;
        expect(schedule(day(), now, { id: first, remainingMs: 12 * minuteMs }).overMinutes).toBe(0);
      },
    );

    it('begun in the middle, with nothing before it led here, it is on time at the time of that item', () => {
      const long = day('oneday');
      const index = long.items.length - 3;
      const item = long.items[index];
      const from = momentOf(long.date, long.start);
      const begins = schedule(long, from, null).rows[index]?.plannedStart ?? 0;
      expect(begins - from).toBeGreaterThan(6 * hour);
      const over = schedule(long, begins, { id: item?.id ?? '', remainingMs: (item?.minutes ?? 0) * minuteMs });
      expect(over.overMinutes).toBe(0);
    });

    it('left in the evening and taken up again the next morning, the night is no lateness', () => {
      const left = at(0, ran(0, 15))(day());
      const now = evening + 14 * hour;
      const second = left.items[1]?.id ?? '';
      expect(schedule(left, now, null).overMinutes).toBe(3);
      expect(schedule(left, now, { id: second, remainingMs: 5 * minuteMs }).overMinutes).toBe(4);
      const gone = at(1, { startedAt: now, endedAt: now + 9 * minuteMs, steps: [] })(left);
      expect(schedule(gone, now + 9 * minuteMs, null).overMinutes).toBe(8);
    });
  });

  it('led past midnight it is as late as it is', () => {
    const from = evening + 5.5 * 60 * minuteMs;
    const moved = day('evening', at(0, { startedAt: from, endedAt: null, steps: [] }));
    expect(schedule(moved, from, { id: moved.items[0]?.id ?? '', remainingMs: 12 * minuteMs }).overMinutes).toBe(330);
  });
});
