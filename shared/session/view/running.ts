import type { Running } from '../../retreat/schedule';
import type { Playing } from '../../room/stage';
import { freshRun, type Now, read } from '../../room/timer';
import type { Live } from '../state/session';

/** Milliseconds the steps on stage still need: what is left of this one, and all of those to come. */
export function stillNeeded(playing: Playing, now: Now): number {
  return playing.steps.reduce((sum, step, index) => {
    const stepRun = playing.runs[index];
    if (stepRun === undefined || index < playing.index) return sum;
    // A step that was left and comes again runs its whole length, with what it had been given.
    const run = index === playing.index ? stepRun.run : { ...freshRun, adjustedMs: stepRun.run.adjustedMs };
    return sum + (read(step.timer, run, now).remainingMs ?? 0);
  }, 0);
}

/** What the day's schedule has to know of the stage. */
export function runningOn({ stage: { playing }, itemId }: Live, now: Now): Running | null {
  return playing === null ? null : { id: itemId, remainingMs: stillNeeded(playing, now) };
}
