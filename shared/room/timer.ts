import type { z } from 'zod';
import { longestStepS, longestTimeoutS, shortestTimeoutS } from './timer-limits';
import type { runSchema, timerSchema } from './timer-schema';

/** Milliseconds on the live clock (monotonic, main process) and on the wall clock (epoch). */
export interface Now {
  readonly live: number;
  readonly wall: number;
}

/** A moment of the wall clock as it is kept: whole milliseconds, and never before 1970, wherever a clock has been set. */
export const keptMoment = (wall: number): number => Math.max(0, Math.round(wall));

export const minuteMs = 60_000;
/** How one step is timed. `until.at` is epoch milliseconds; everything else is in seconds. */
export type Timer = z.infer<typeof timerSchema>;
export type TimerKind = Timer['kind'];

/** The stamps of one run of a timer, all on the live clock, in milliseconds. Nothing here ticks. */
export type Run = z.infer<typeof runSchema>;

interface Kind<T extends Timer> {
  /** Planned length in milliseconds, or null for a timer that has no end of its own. */
  readonly lengthMs: (timer: T) => number | null;
  /** The smallest piece a change of length is made of, in milliseconds: a breath is never cut in half. */
  readonly grainMs: (timer: T) => number;
  /** The shortest and longest the timer may become, in milliseconds. */
  readonly shortestMs: (timer: T) => number;
  readonly longestMs: (timer: T) => number;
  /** Follows the wall clock: it can be neither paused nor backdated. */
  readonly followsWallClock: boolean;
  /** Steps of this kind are counted for the room ("2 of 4"). */
  readonly counted: boolean;
  /** Shows the clock time at which everyone is back. */
  readonly showsReturn: boolean;
}

interface InSeconds {
  readonly seconds: number;
}

const plain = {
  lengthMs: (timer: InSeconds) => timer.seconds * 1000,
  grainMs: () => 1000,
  shortestMs: () => 1000,
  longestMs: () => longestStepS * 1000,
  followsWallClock: false,
  counted: false,
  showsReturn: false,
};

const breathMs = (timer: { inSeconds: number; outSeconds: number }): number =>
  (timer.inSeconds + timer.outSeconds) * 1000;

/** The one place to add a timer kind: a new member of the union does not compile until it stands here. */
export const timerKinds: { readonly [K in TimerKind]: Kind<Extract<Timer, { kind: K }>> } = {
  single: plain,
  phases: { ...plain, counted: true },
  rounds: { ...plain, counted: true },
  turns: plain,
  countdown: plain,
  pacer: {
    ...plain,
    lengthMs: (timer) => breathMs(timer) * timer.cycles,
    grainMs: breathMs,
    shortestMs: breathMs,
  },
  timeout: {
    ...plain,
    shortestMs: (timer) => (timer.rehearsal ? 1000 : shortestTimeoutS * 1000),
    longestMs: () => longestTimeoutS * 1000,
    showsReturn: true,
  },
  'count-up': { ...plain, lengthMs: () => null },
  until: { ...plain, lengthMs: () => null, followsWallClock: true, showsReturn: true },
};

/** The rules of a timer's kind, with the timer already applied. */
export function kindOf(timer: Timer): Kind<Timer> {
  return timerKinds[timer.kind] as Kind<Timer>;
}

export interface Reading {
  readonly state: 'ready' | 'running' | 'paused' | 'done';
  /** Milliseconds run so far, pauses left out. */
  readonly elapsedMs: number;
  /** Full length with adjustments, or null when the timer has no end. */
  readonly lengthMs: number | null;
  readonly remainingMs: number | null;
  /** Milliseconds past the end. For the console only; the room rests at zero. */
  readonly overMs: number;
  /** What is left of the ring, 1 down to 0 (a count-up stays at 1). */
  readonly left: number;
  /** Epoch milliseconds at which the timer ends if nothing pauses it, or null. */
  readonly endsAt: number | null;
}

export const freshRun: Run = { startedAt: null, pausedAt: null, pausedMs: 0, adjustedMs: 0 };

/** Milliseconds run so far on the live clock; never negative, pauses left out. */
export function elapsed(run: Run, live: number): number {
  if (run.startedAt === null) return 0;
  return Math.max(0, (run.pausedAt ?? live) - run.startedAt - run.pausedMs);
}

function lengthNow(timer: Timer, run: Run, now: Now): number | null {
  if (timer.kind === 'until') {
    // The wall clock decides what is left; the length is only there so that the ring can empty.
    const left = Math.max(0, timer.at + run.adjustedMs - now.wall);
    return elapsed(run, now.live) + left;
  }
  const length = kindOf(timer).lengthMs(timer);
  return length === null ? null : length + run.adjustedMs;
}

/** Reads a timer at a moment. Pure: the same stamps and the same moment give the same reading in every window. */
export function read(timer: Timer, run: Run, now: Now): Reading {
  const elapsedMs = elapsed(run, now.live);
  const lengthMs = lengthNow(timer, run, now);
  const remainingMs = lengthMs === null ? null : Math.max(0, lengthMs - elapsedMs);
  const started = run.startedAt !== null;
  const overMs =
    timer.kind === 'until'
      ? Math.max(0, now.wall - timer.at - run.adjustedMs)
      : lengthMs === null
        ? 0
        : Math.max(0, elapsedMs - lengthMs);
  const done = started && remainingMs === 0;
  return {
    state: !started ? 'ready' : done ? 'done' : run.pausedAt !== null ? 'paused' : 'running',
    elapsedMs,
    lengthMs,
    remainingMs,
    overMs,
    left: lengthMs === null ? 1 : lengthMs === 0 ? 0 : (remainingMs ?? 0) / lengthMs,
    endsAt: remainingMs === null ? null : now.wall + remainingMs,
  };
}

/** The moment a running timer ends, on the clock it follows, or null if nothing will end it. */
export function dueAt(timer: Timer, run: Run): { readonly clock: 'live' | 'wall'; readonly at: number } | null {
  if (run.startedAt === null || run.pausedAt !== null) return null;
  if (timer.kind === 'until') return { clock: 'wall', at: timer.at + run.adjustedMs };
  const length = kindOf(timer).lengthMs(timer);
  if (length === null) return null;
  return { clock: 'live', at: run.startedAt + run.pausedMs + length + run.adjustedMs };
}

export function startRun(run: Run, live: number): Run {
  return run.startedAt === null ? { ...run, startedAt: live } : resumeRun(run, live);
}

export function pauseRun(run: Run, live: number): Run {
  return run.startedAt === null || run.pausedAt !== null ? run : { ...run, pausedAt: live };
}

export function resumeRun(run: Run, live: number): Run {
  if (run.pausedAt === null) return run;
  return { ...run, pausedAt: null, pausedMs: run.pausedMs + Math.max(0, live - run.pausedAt) };
}

/** Moves the start `ms` earlier; a timer that has not started starts now, `ms` ago. */
export function backdateRun(run: Run, ms: number, live: number): Run {
  return { ...run, startedAt: (run.startedAt ?? live) - ms };
}

/** The change of length, in milliseconds, that `ms` really makes: whole grains, within the kind's bounds, never below what has run. */
export function allowedAdjustment(timer: Timer, run: Run, ms: number, now: Now): number {
  const kind = kindOf(timer);
  if (timer.kind === 'until') {
    const { remainingMs, overMs } = read(timer, run, now);
    // One more minute after the end means a minute from now.
    if (ms > 0) return overMs + ms;
    return Math.max(ms, -(remainingMs ?? 0));
  }
  const length = lengthNow(timer, run, now);
  if (length === null) return 0;
  const grain = kind.grainMs(timer);
  const wanted = Math.trunc(ms / grain) * grain;
  const ran = elapsed(run, now.live);
  const lowest = Math.max(kind.shortestMs(timer), Math.ceil(ran / grain) * grain);
  // One more minute after the end means a minute from now, so what ran over is made part of the length first.
  const from = wanted > 0 ? length + Math.max(0, Math.ceil((ran - length) / grain) * grain) : length;
  const target = Math.min(kind.longestMs(timer), Math.max(Math.min(lowest, length), from + wanted));
  return target - length;
}

/** The same run on a new live clock, paused, with what had run kept: for a crash restore. */
export function restampRun(run: Run, at: number, live: number): Run {
  if (run.startedAt === null) return run;
  return { ...run, startedAt: live - elapsed(run, at), pausedAt: live, pausedMs: 0 };
}

/** Where in the breath the pacer is: 0 empty to 1 full, on a sine, without a hold (S24). */
export function breathAt(
  timer: Extract<Timer, { kind: 'pacer' }>,
  elapsedMs: number,
): { readonly fill: number; readonly going: 'in' | 'out' } {
  const inMs = timer.inSeconds * 1000;
  const at = elapsedMs % breathMs(timer);
  return at < inMs
    ? { going: 'in', fill: (1 - Math.cos((Math.PI * at) / inMs)) / 2 }
    : { going: 'out', fill: (1 + Math.cos((Math.PI * (at - inMs)) / (timer.outSeconds * 1000))) / 2 };
}

/**
 * When everyone is back, in milliseconds of wall time, cut to the minute as a clock without seconds reads: what begins at 10:00 and
 * lasts 15 minutes ends at 10:15, and nobody is called before the time that stands there. Room and console both say it. While a timer waits the time moves, and says so honestly; once it is over the time stands. Null without an end.
 */
export function backAt({ endsAt, overMs }: Reading): number | null {
  if (endsAt === null) return null;
  // To the second first: two windows' clocks differ by a fraction of a millisecond, and a minute must not hang on that.
  const seconds = Math.round((endsAt - overMs) / 1000);
  return Math.floor(seconds / 60) * minuteMs;
}
