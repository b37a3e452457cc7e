import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedAdjustment,
  backdateRun,
  breathAt,
  dueAt,
  freshRun,
  minuteMs,
  pauseRun,
  type Run,
  read,
  restampRun,
  resumeRun,
  startRun,
  type Timer,
  timerKinds,
} from '../../shared/room/timer';
import { shortestTimeoutS } from '../../shared/room/timer-limits';
import { timerSchema } from '../../shared/room/timer-schema';
import { aNow, evening } from '../make';

const minute: Timer = { kind: 'single', seconds: 60 };

describe('reading a timer', () => {
  it('is ready, runs, pauses, and is done, on stamps alone', () => {
    const started = startRun(freshRun, aNow(0).live);
    const paused = pauseRun(started, aNow(20_000).live);
    const resumed = resumeRun(paused, aNow(50_000).live);
    expect(read(minute, freshRun, aNow(0))).toMatchObject({ state: 'ready', remainingMs: 60_000, left: 1 });
    expect(read(minute, started, aNow(15_000))).toMatchObject({ state: 'running', remainingMs: 45_000, left: 0.75 });
    expect(read(minute, paused, aNow(49_000))).toMatchObject({ state: 'paused', remainingMs: 40_000 });
    expect(read(minute, resumed, aNow(60_000))).toMatchObject({ state: 'running', remainingMs: 30_000 });
    expect(read(minute, resumed, aNow(95_000))).toMatchObject({
      state: 'done',
      remainingMs: 0,
      overMs: 5_000,
      left: 0,
    });
  });

  it('says the clock time of the end, and says it again later when a pause makes it later', () => {
    const timeout: Timer = { kind: 'timeout', seconds: shortestTimeoutS, rehearsal: false };
    const started = startRun(freshRun, aNow(0).live);
    const paused = pauseRun(started, aNow(60_000).live);
    expect(read(timeout, started, aNow(5_000)).endsAt).toBe(evening + 1_200_000);
    expect(read(timeout, paused, aNow(120_000)).endsAt).toBe(evening + 1_260_000);
  });

  it('keeps running true when the wall clock is set back an hour, forward a day, or to 1970', () => {
    const started = startRun(freshRun, aNow(0).live);
    for (const wall of [evening - 3_600_000, evening + 86_400_000, 0]) {
      expect(read(minute, started, { live: aNow(30_000).live, wall })).toMatchObject({ remainingMs: 30_000 });
    }
  });

  it('gives a break that ran over a minute from now', () => {
    const until: Timer = { kind: 'until', at: evening };
    const run = startRun(freshRun, aNow(-minuteMs).live);
    const more = allowedAdjustment(until, run, minuteMs, aNow(170_000));
    expect(read(until, { ...run, adjustedMs: more }, aNow(170_000))).toMatchObject({
      state: 'running',
      remainingMs: minuteMs,
    });
    expect(allowedAdjustment(until, run, minuteMs, aNow(-30_000))).toBe(minuteMs);
  });

  it('follows the wall clock until a clock time, whatever the live clock says', () => {
    const until: Timer = { kind: 'until', at: evening + 300_000 };
    const started = startRun(freshRun, aNow(0).live);
    expect(read(until, started, aNow(60_000)).remainingMs).toBe(240_000);
    expect(read(until, started, { live: aNow(60_000).live, wall: evening + 290_000 }).remainingMs).toBe(10_000);
    expect(dueAt(until, started)).toEqual({ clock: 'wall', at: evening + 300_000 });
  });

  it('has no end of its own when it counts up', () => {
    const reading = read({ kind: 'count-up' }, startRun(freshRun, aNow(0).live), aNow(3_600_000));
    expect(reading).toMatchObject({ state: 'running', elapsedMs: 3_600_000, remainingMs: null, endsAt: null, left: 1 });
  });

  it('backdates a start, also of a timer that had not started', () => {
    expect(read(minute, backdateRun(freshRun, 20_000, aNow(0).live), aNow(0)).remainingMs).toBe(40_000);
    expect(
      read(minute, backdateRun(startRun(freshRun, aNow(0).live), 5_000, aNow(10_000).live), aNow(10_000)).remainingMs,
    ).toBe(45_000);
  });
});

describe('changing its length', () => {
  const running = startRun(freshRun, aNow(0).live);

  it('never goes below what has run', () => {
    expect(allowedAdjustment(minute, running, -60_000, aNow(45_000))).toBe(-15_000);
  });

  it('gives a whole minute from now when time is already up', () => {
    const ms = allowedAdjustment(minute, running, 60_000, aNow(90_000));
    expect(read(minute, { ...running, adjustedMs: ms }, aNow(90_000)).remainingMs).toBe(60_000);
  });

  it('S16: a real timeout never gets shorter than 20 minutes, a rehearsal may', () => {
    const real: Timer = { kind: 'timeout', seconds: shortestTimeoutS, rehearsal: false };
    const rehearsal: Timer = { kind: 'timeout', seconds: 90, rehearsal: true };
    expect(allowedAdjustment(real, running, -60_000, aNow(0))).toBe(0);
    expect(allowedAdjustment(rehearsal, running, -30_000, aNow(0))).toBe(-30_000);
    expect(timerSchema.safeParse({ ...real, seconds: shortestTimeoutS - 1 }).success).toBe(false);
    expect(timerSchema.safeParse({ ...real, seconds: 24 * 3600 + 1 }).success).toBe(false);
    expect(timerSchema.safeParse(rehearsal).success).toBe(true);
  });

  it('changes a pacer by whole breaths', () => {
    const pacer: Timer = { kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 6 };
    expect(allowedAdjustment(pacer, running, 25_000, aNow(0))).toBe(20_000);
  });
});

describe('the breath', () => {
  const pacer = { kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 } as const;

  it('S24: has no hold: it is never still for a tenth of a second, and turns at the ends only', () => {
    for (let at = 0; at < 10_000; at += 100) {
      const one = breathAt(pacer, at);
      const other = breathAt(pacer, at + 100);
      expect(one.fill).toBeGreaterThanOrEqual(0);
      expect(one.fill).toBeLessThanOrEqual(1);
      expect(other.fill).not.toBe(one.fill);
    }
    expect(breathAt(pacer, 4_000).fill).toBeCloseTo(1);
    expect(breathAt(pacer, 10_000).fill).toBeCloseTo(0);
  });
});

type Act = { readonly wait: number; readonly jump: number; readonly do: 'pause' | 'resume' | 'nothing' | 'restamp' };

const act = fc.record({
  wait: fc.integer({ min: 0, max: 600_000 }),
  jump: fc.integer({ min: -86_400_000, max: 86_400_000 }),
  do: fc.constantFrom<Act['do'][]>('pause', 'resume', 'nothing', 'restamp'),
});

describe('property: any sequence of pauses, resumes, clock jumps and restarts', () => {
  it('reads exactly what ran while it was not paused', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let live = 5_000;
        let wall = evening;
        let run: Run = startRun(freshRun, live);
        let ran = 0;
        let going = true;
        for (const step of acts) {
          live += step.wait;
          wall += step.wait + step.jump;
          if (going) ran += step.wait;
          if (step.do === 'pause') {
            run = pauseRun(run, live);
            going = false;
          } else if (step.do === 'resume') {
            run = resumeRun(run, live);
            going = true;
          } else if (step.do === 'restamp') {
            const fresh = live % 7_919;
            run = restampRun(run, live, fresh);
            live = fresh;
            going = false;
          }
          const length = 3_600_000;
          const reading = read({ kind: 'countdown', seconds: 3_600 }, run, { live, wall });
          expect(reading.elapsedMs).toBe(ran);
          expect(reading.remainingMs).toBe(Math.max(0, length - ran));
          expect(reading.overMs).toBe(Math.max(0, ran - length));
        }
      }),
    );
  });

  it('drifts by 0 ms over four simulated hours, however it is read in between', () => {
    const run = startRun(freshRun, 0);
    const fourHours: Timer = { kind: 'countdown', seconds: 4 * 3600 };
    for (let live = 0; live <= 4 * 3_600_000; live += 16_667) {
      expect(read(fourHours, run, { live, wall: evening + live }).remainingMs).toBe(4 * 3_600_000 - live);
    }
    expect(dueAt(fourHours, run)).toEqual({ clock: 'live', at: 4 * 3_600_000 });
  });
});

describe('the table of kinds', () => {
  it('has an entry for every kind, and every kind accepts its own smallest timer', () => {
    const smallest: { readonly [K in Timer['kind']]: Timer } = {
      single: { kind: 'single', seconds: 1 },
      phases: { kind: 'phases', seconds: 1 },
      rounds: { kind: 'rounds', seconds: 1 },
      turns: { kind: 'turns', seconds: 1 },
      countdown: { kind: 'countdown', seconds: 1 },
      pacer: { kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 1 },
      timeout: { kind: 'timeout', seconds: 1, rehearsal: true },
      'count-up': { kind: 'count-up' },
      until: { kind: 'until', at: 1 },
    };
    expect(Object.keys(smallest).sort()).toEqual(Object.keys(timerKinds).sort());
    for (const timer of Object.values(smallest)) expect(timerSchema.parse(timer)).toEqual(timer);
  });
});
