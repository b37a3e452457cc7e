import { castSteps, castText, type Exercise } from '../../../shared/exercise/exercise';
import type { Playing } from '../../../shared/room/stage';
import type { Side, WallStep } from '../../../shared/room/wall';

const same = (step: WallStep, other: WallStep): boolean =>
  step.thought === other.thought && step.detail === other.detail && step.speaker === other.speaker;

/**
 * For each step on stage, the index of the exercise's own step, so that its notes are found. A turn made to give a
 * partner the same time (S19) stands between them and has the notes of the turn it repeats.
 */
export function sourceSteps(exercise: Exercise, starts: Side, steps: readonly WallStep[]): readonly number[] {
  const own = castSteps(exercise, starts);
  let at = 0;
  return steps.map((step) => {
    const here = own[at];
    // Made-up turns have no partner's turn to match; the exercise's own turns always do.
    if (here !== undefined && same(here, step) && (here.pair === null) === (step.pair === null)) {
      at += 1;
      return at - 1;
    }
    return own.slice(0, at).findLastIndex((other) => same(other, step));
  });
}

/** The leader's short name of each step on stage; a talk's card or a timer goes by its words on the wall. */
export function stepNames(playing: Playing, exercise: Exercise | undefined, starts: Side): readonly string[] {
  if (exercise === undefined) return playing.steps.map(({ thought }) => thought);
  const sources = sourceSteps(exercise, starts, playing.steps);
  return playing.steps.map(({ thought }, index) => {
    const name = exercise.steps[sources[index] ?? -1]?.name;
    return name === undefined ? thought : castText(name, starts);
  });
}
