import type { CaptureField } from '../exercise/fields';
import type { Side } from '../room/wall';
import type { Owner } from './answer';
import { ownersOf } from './answer-rules';
import type { CoupleRecord, Mark } from './record';
import { markOf } from './record';

/** How an exercise stands for a couple: as it was marked, or else by what was written. Null while nothing is. */
export type Progress = Mark | 'in-progress';

/**
 * `capture`: what the exercise asks; `partners`: those who are there. It is done once every answer that may not be left
 * empty is there; nothing is asked of a partner who is not, and nothing joint of one alone.
 */
export function progressOf(
  record: CoupleRecord,
  retreat: string,
  exercise: string,
  capture: readonly CaptureField[],
  partners: readonly Side[],
): Progress | null {
  const marked = markOf(record, retreat, exercise);
  if (marked !== null) return marked;
  const written = record.answers.filter((answer) => answer.retreat === retreat && answer.exercise === exercise);
  if (written.length === 0) return null;
  const asked = capture.filter(({ kind, optional }) => kind !== 'consent' && !optional);
  const alone = partners.length < 2;
  const asksOf = (owner: Owner) => owner === 'facilitator' || (owner === 'joint' ? !alone : partners.includes(owner));
  const whole = asked.every(({ id, whose }) =>
    ownersOf(whose)
      .filter(asksOf)
      .every((owner) => written.some((answer) => answer.field === id && answer.owner === owner)),
  );
  return whole ? 'done' : 'in-progress';
}
