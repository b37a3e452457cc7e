import { castText, type Exercise, sourceOf } from '../../../shared/exercise/exercise';
import type { Playing } from '../../../shared/room/stage';
import type { Side } from '../../../shared/room/wall';

/** The leader's short name of each step on stage; a talk's card or a timer goes by its words on the wall. */
export function stepNames(playing: Playing, exercise: Exercise | undefined, starts: Side): readonly string[] {
  return playing.steps.map((step) => {
    const name = exercise?.steps[sourceOf(exercise, starts, step)]?.name;
    return name === undefined ? step.thought : castText(name, starts);
  });
}
