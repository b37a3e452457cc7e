import {
  backdateRun,
  elapsed,
  freshRun,
  kindOf,
  type Now,
  pauseRun,
  type Reading,
  type Run,
  read,
  restampRun,
  resumeRun,
  startRun,
  type Timer,
} from './timer';
import type { Side, WallStep } from './wall';
import type { Cue } from './wall-constants';

/** What is being led: an exercise, a talk, a break or a free timer. All are steps on the wall. */
export const playingKinds = ['exercise', 'talk', 'break', 'timer'] as const;
export type PlayingKind = (typeof playingKinds)[number];

/** The stamps of a step that was on the wall. */
export interface StepRun {
  readonly run: Run;
  /** Live milliseconds at which the step was left, or null while it is on (or has never been). */
  readonly leftAt: number | null;
  /** Its end was heard: the cue of one run sounds once. */
  readonly rung: boolean;
  /** It was heard that its end is near: once a run, however much time it is given after that. */
  readonly rungEarly: boolean;
}

/** S19: what the partner gets because the one who had the floor was given more. */
export interface Offer {
  readonly to: Side;
  readonly ms: number;
  /** The step the time was added to. */
  readonly step: number;
  /** The step was made for it, because the partner's own turn had passed. */
  readonly made: boolean;
}

export interface Playing {
  readonly kind: PlayingKind;
  /** Public title. */
  readonly title: string;
  readonly steps: readonly WallStep[];
  readonly runs: readonly StepRun[];
  readonly index: number;
  readonly offer: Offer | null;
}

export const shows = ['neutral', 'welcome', 'plan', 'playing', 'closing', 'test-card'] as const;
export type Show = (typeof shows)[number];

/** Everything that is on stage. It holds no couple and cannot: this folder may import nothing that knows one. */
export interface Stage {
  readonly show: Show;
  /** How often the plan of the day was turned to its next picture since it was put on. */
  readonly turned: number;
  readonly playing: Playing | null;
  /** The holding card is up and the timer waits. */
  readonly held: boolean;
  /** Live milliseconds at which the hold began; null while there is none. */
  readonly heldAt: number | null;
  /** The timer was running when the hold began, so lifting it goes on. */
  readonly resumeOnRelease: boolean;
  /** The wall is empty; the timer goes on (S4). */
  readonly blank: boolean;
  /** The help card is over everything but blank (S22). */
  readonly help: boolean;
  readonly message: string | null;
  /** Every step and item goes on by itself. */
  readonly autopilot: boolean;
  /** The last cue, numbered so that it sounds once in every window. */
  readonly cue: { readonly id: number; readonly cue: Cue; readonly early: boolean } | null;
}

export const emptyStage: Stage = {
  show: 'neutral',
  turned: 0,
  playing: null,
  held: false,
  heldAt: null,
  resumeOnRelease: false,
  blank: false,
  help: false,
  message: null,
  autopilot: false,
  cue: null,
};

/** A step that has not been on. */
export const freshStep: StepRun = { run: freshRun, leftAt: null, rung: false, rungEarly: false };

/** Steps ready to be led: first step up, nothing started. */
export function playingOf(kind: PlayingKind, title: string, steps: readonly WallStep[]): Playing {
  return { kind, title, steps, runs: steps.map(() => freshStep), index: 0, offer: null };
}

/** Some step of it has been started, and so it is on the day's record. */
export const hasBegun = ({ runs }: Playing): boolean => runs.some(({ run }) => run.startedAt !== null);

export interface Current {
  readonly step: WallStep;
  readonly timer: Timer;
  readonly run: Run;
  readonly index: number;
}

/** The step that is on now, or null when nothing is being led. */
export function current(stage: Stage): Current | null {
  const playing = stage.playing;
  const step = playing?.steps[playing.index];
  const stepRun = playing?.runs[playing.index];
  if (playing === null || step === undefined || stepRun === undefined) return null;
  return { step, timer: step.timer, run: stepRun.run, index: playing.index };
}

export function reading(stage: Stage, now: Now): Reading | null {
  const on = current(stage);
  return on === null ? null : read(on.timer, on.run, now);
}

/** The end of the step that is on has been heard; it rests until someone goes on. */
export function currentRung({ playing }: Stage): boolean {
  return playing?.runs[playing.index]?.rung === true;
}

export const hasNext = (playing: Playing): boolean => playing.index < playing.steps.length - 1;

/** "2 of 4" for a counted kind: its place among the steps of the same kind, null where it is the only one. */
export function position(playing: Playing, index: number): { readonly n: number; readonly of: number } | null {
  const kind = playing.steps[index]?.timer.kind;
  if (kind === undefined || !kindOf(playing.steps[index]?.timer as Timer).counted) return null;
  const same = playing.steps.flatMap((step, at) => (step.timer.kind === kind ? [at] : []));
  return same.length < 2 ? null : { n: same.indexOf(index) + 1, of: same.length };
}

/** Milliseconds each has had the floor so far in this exercise. */
export function airtime(playing: Playing, live: number): Readonly<Record<Side, number>> {
  const heard = { A: 0, B: 0 };
  playing.steps.forEach((step, index) => {
    const stepRun = playing.runs[index];
    if (stepRun === undefined || (step.speaker !== 'A' && step.speaker !== 'B')) return;
    const length = kindOf(step.timer).lengthMs(step.timer);
    const ran = elapsed(stepRun.run, stepRun.leftAt ?? live);
    heard[step.speaker] += length === null ? ran : Math.min(ran, length + stepRun.run.adjustedMs);
  });
  return heard;
}

/** The stage with what is being led changed; the same stage when nothing is. */
export function withPlaying(stage: Stage, change: (playing: Playing) => Playing): Stage {
  return stage.playing === null ? stage : { ...stage, playing: change(stage.playing) };
}

/** What is being led with the stamps of one step changed. */
export function withStepRun(playing: Playing, index: number, change: (stepRun: StepRun) => StepRun): Playing {
  return { ...playing, runs: playing.runs.map((stepRun, at) => (at === index ? change(stepRun) : stepRun)) };
}

function withRun(stage: Stage, change: (run: Run) => Run): Stage {
  return withPlaying(stage, (playing) =>
    withStepRun(playing, playing.index, (stepRun) => ({ ...stepRun, run: change(stepRun.run) })),
  );
}

/** Puts new steps up, not started. Hold and message end with what they were about; blank, help and autopilot stay. */
export function load(stage: Stage, playing: Playing): Stage {
  return { ...stage, show: 'playing', playing, held: false, heldAt: null, resumeOnRelease: false, message: null };
}

/** Asked for while it is on, the plan of the day turns to its next picture. */
export function show(stage: Stage, what: Show): Stage {
  return { ...stage, show: what, turned: what === 'plan' && stage.show === 'plan' ? stage.turned + 1 : 0 };
}

export function start(stage: Stage, now: Now): Stage {
  return withRun({ ...stage, show: 'playing' }, (run) => startRun(run, now.live));
}

export function pause(stage: Stage, now: Now): Stage {
  return withRun(stage, (run) => pauseRun(run, now.live));
}

export function resume(stage: Stage, now: Now): Stage {
  return withRun(stage, (run) => resumeRun(run, now.live));
}

export function backdate(stage: Stage, ms: number, now: Now): Stage {
  return withRun({ ...stage, show: 'playing' }, (run) => backdateRun(run, ms, now.live));
}

/** Goes to a step. It starts at `live` when the step it comes from was running; what it had been given is kept. */
export function goTo(stage: Stage, index: number, live: number, running: boolean): Stage {
  return withPlaying({ ...stage, show: 'playing' }, (playing) => {
    if (playing.steps[index] === undefined) return playing;
    const left = withStepRun(playing, playing.index, (stepRun) => ({
      ...stepRun,
      run: pauseRun(stepRun.run, live),
      leftAt: stepRun.run.startedAt === null ? null : live,
    }));
    const entered = withStepRun(left, index, (stepRun) => ({
      run: { ...freshRun, adjustedMs: stepRun.run.adjustedMs, startedAt: running ? live : null },
      leftAt: null,
      rung: false,
      rungEarly: false,
    }));
    const offer = entered.offer !== null && entered.offer.step > index ? entered.offer : null;
    return { ...entered, index, offer };
  });
}

/** Running, or resting at its end: what it leads to starts. From a step that waits, paused, the next one waits too. */
const goesOn = (stage: Stage): boolean => {
  const on = current(stage);
  return on !== null && on.run.startedAt !== null && on.run.pausedAt === null && !stage.held;
};

export function next(stage: Stage, now: Now): Stage {
  const on = current(stage);
  return on === null ? stage : goTo(stage, on.index + 1, now.live, goesOn(stage));
}

export function back(stage: Stage, now: Now): Stage {
  const on = current(stage);
  return on === null ? stage : goTo(stage, on.index - 1, now.live, goesOn(stage));
}

export function restart(stage: Stage, now: Now): Stage {
  const on = current(stage);
  return on === null ? stage : goTo(stage, on.index, now.live, goesOn(stage));
}

export function jump(stage: Stage, index: number, now: Now): Stage {
  return goTo(stage, index, now.live, goesOn(stage));
}

export function setAdvance(stage: Stage, advance: WallStep['advance']): Stage {
  return withPlaying(stage, (playing) => ({
    ...playing,
    steps: playing.steps.map((step, index) => (index === playing.index ? { ...step, advance } : step)),
  }));
}

/** The holding card: the timer waits, and goes on when it is lifted if it was running. */
export function hold(stage: Stage, on: boolean, now: Now): Stage {
  if (on === stage.held) return stage;
  if (on) {
    const running = reading(stage, now)?.state === 'running';
    return { ...pause(stage, now), held: true, heldAt: now.live, resumeOnRelease: running };
  }
  const lifted = { ...stage, held: false, heldAt: null, resumeOnRelease: false };
  return stage.resumeOnRelease ? resume(lifted, now) : lifted;
}

export const blank = (stage: Stage, on: boolean): Stage => ({ ...stage, blank: on });
export const help = (stage: Stage, on: boolean): Stage => ({ ...stage, help: on });
export const message = (stage: Stage, text: string | null): Stage => ({ ...stage, message: text });
export const autopilot = (stage: Stage, on: boolean): Stage => ({ ...stage, autopilot: on });

/** Takes everything off the wall; blank stays as it was, so that ending never lights a dark room. */
export function end(stage: Stage): Stage {
  return { ...emptyStage, show: 'closing', blank: stage.blank, cue: stage.cue, autopilot: stage.autopilot };
}

/**
 * A stage that is gone back to, with what was heard in the meantime: it is not heard again in a run that goes on. A run
 * that began anew in between is another one.
 */
export function keepHeard(back: Stage, heard: Stage): Stage {
  const now = heard.playing;
  const same = now !== null && now.kind === back.playing?.kind && now.title === back.playing.title;
  const kept = { ...back, cue: heard.cue };
  if (!same) return kept;
  return withPlaying(kept, (playing) =>
    withStepRun(playing, playing.index, (stepRun) => {
      const later = now.runs[playing.index];
      const began = later?.run.startedAt ?? null;
      const goesOn = began !== null && stepRun.run.startedAt !== null && began <= stepRun.run.startedAt;
      return goesOn ? { ...stepRun, rungEarly: stepRun.rungEarly || later?.rungEarly === true } : stepRun;
    }),
  );
}

/** The stage on a new live clock, paused where it was: `at` is the old clock's last known moment. For a crash restore. */
export function restamp(stage: Stage, at: number, live: number): Stage {
  const heldAt = stage.heldAt === null ? null : live - Math.max(0, at - stage.heldAt);
  return withPlaying({ ...stage, heldAt }, (playing) => ({
    ...playing,
    runs: playing.runs.map((stepRun) => ({
      ...stepRun,
      run: restampRun(stepRun.run, stepRun.leftAt ?? at, live),
      leftAt: stepRun.leftAt === null ? null : live,
    })),
  }));
}
