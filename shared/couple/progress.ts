import type { CaptureField } from '../exercise/fields';
import { ownersOf } from './answer-rules';
import type { CoupleRecord, Mark } from './record';
import { markOf } from './record';

/** How an exercise stands for a couple: as it was marked, or else by what was written. Null while nothing is. */
export type Progress = Mark | 'in-progress';

/** `capture`: what the exercise asks. It is done once every answer that may not be left empty is there. */
export function progressOf(
  record: CoupleRecord,
  retreat: string,
  exercise: string,
  capture: readonly CaptureField[],
): Progress | null {
  const marked = markOf(record, retreat, exercise);
  if (marked !== null) return marked;
  const written = record.answers.filter((answer) => answer.retreat === retreat && answer.exercise === exercise);
  if (written.length === 0) return null;
  const asked = capture.filter(({ kind, optional }) => kind !== 'consent' && !optional);
  const whole = asked.every(({ id, whose }) =>
    ownersOf(whose).every((owner) => written.some((answer) => answer.field === id && answer.owner === owner)),
  );
  return whole ? 'done' : 'in-progress';
}
