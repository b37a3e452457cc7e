import type { Exercise } from '../../exercise/exercise';
import type { Retreat } from '../../retreat/retreat';

/** The exercises of the plan, each once, in the order of the days. */
export function plannedExercises(retreat: Retreat | null, exercise: (id: string) => Exercise | undefined): Exercise[] {
  const items = retreat?.days.flatMap(({ items }) => items) ?? [];
  const ids = items.flatMap(({ kind, ref, skipped }) => (kind === 'exercise' && !skipped && ref !== null ? [ref] : []));
  return [...new Set(ids)].map(exercise).filter((one) => one !== undefined);
}
