import { current, currentRung, goTo, hasNext, type Stage, withPlaying, withStepRun } from './stage';
import { dueAt, elapsed, kindOf, type Now, read } from './timer';
import type { Cue } from './wall-constants';

/** When it is heard that the end of what is on is near, or null: never in a run that is no longer than that itself. */
function earlyDue(stage: Stage): ReturnType<typeof dueAt> {
  const on = current(stage);
  if (on === null || on.step.early === null || currentRung(stage)) return null;
  if (stage.playing?.runs[on.index]?.rungEarly === true) return null;
  const before = on.step.early * 1000;
  const length = kindOf(on.timer).lengthMs(on.timer);
  if (length !== null && length + on.run.adjustedMs <= before) return null;
  const due = dueAt(on.timer, on.run);
  return due === null ? null : { clock: due.clock, at: due.at - before };
}

/** When the stage next changes by itself, on the clock that decides it, or null. */
export function nextDue(stage: Stage): ReturnType<typeof dueAt> {
  const on = current(stage);
  if (on === null || currentRung(stage)) return null;
  return earlyDue(stage) ?? dueAt(on.timer, on.run);
}

function ring(stage: Stage, cue: Cue, early: boolean): Stage {
  const rung = withPlaying(stage, (playing) =>
    withStepRun(playing, playing.index, (stepRun) => ({
      ...stepRun,
      ...(early ? { rungEarly: true } : { rung: true }),
    })),
  );
  return cue === 'none' ? rung : { ...rung, cue: { id: (stage.cue?.id ?? 0) + 1, cue, early } };
}

/**
 * The live moment at which what is on ended, if its time is up by `now`: what follows counts from there. A wall clock that is
 * past the end by more than has run was set, or the machine slept: then what follows counts from now.
 */
export function endedAt(stage: Stage, now: Now): number | null {
  const on = current(stage);
  const due = on === null ? null : dueAt(on.timer, on.run);
  if (on === null || due === null || due.at > now[due.clock]) return null;
  if (due.clock === 'live') return due.at;
  const late = now.wall - due.at;
  return late <= elapsed(on.run, now.live) ? now.live - late : now.live;
}

/**
 * Lets time pass up to `now`: rings each end, and that it is near, once, and goes on where the step says so. A step that follows
 * starts at the very moment the last one ended, so that late wake-ups never add up. `goesOn`: whether anything may go on by itself.
 */
export function tick(stage: Stage, now: Now, goesOn = true): Stage {
  let at = stage;
  for (;;) {
    const on = current(at);
    const early = earlyDue(at);
    if (early !== null && early.at <= now[early.clock]) {
      at = ring(at, 'soft', true);
      continue;
    }
    const ended = currentRung(at) ? null : endedAt(at, now);
    if (on === null || at.playing === null || ended === null) return at;
    const follows = goesOn && (on.step.advance === 'auto' || at.autopilot) && hasNext(at.playing);
    at = ring(at, on.step.cue, false);
    if (follows) at = goTo(at, on.index + 1, ended, true);
  }
}

/** For so long after a step went on by itself a press of Next can still be meant for the step before, in milliseconds. */
export const graceMs = 2_000;

/** The step that is on began by itself just now, at the very moment the one before it ended. */
export function hasJustGoneOn({ playing }: Stage, { live, wall }: Now): boolean {
  if (playing === null) return false;
  const { steps, runs, index } = playing;
  const [step, before] = [steps[index - 1], runs[index - 1]];
  const began = runs[index]?.run.startedAt;
  if (step === undefined || before?.leftAt == null || began !== before.leftAt || live - began >= graceMs) return false;
  const end = read(step.timer, before.run, { live: began, wall });
  return before.rung && end.state === 'done' && end.overMs === 0;
}
