import type { Exercise } from '../../../shared/exercise/exercise';
import { currentDay, type Retreat } from '../../../shared/retreat/retreat';
import type { Live, Log } from '../../../shared/session/state/session';

type Find = (id: string | null) => Exercise | undefined;

const beganAt = (
  log: Log,
  item: { readonly id: string; readonly actual: { readonly startedAt: number | null } | null },
) => (log[item.id] ?? item.actual)?.startedAt ?? null;

/** The exercises of the day that is open, each once, in the order of the day. */
export function exercisesOfDay(retreat: Retreat | null, find: Find): readonly Exercise[] {
  const items = retreat === null ? [] : (currentDay(retreat)?.items ?? []);
  const found = items.flatMap(({ ref, skipped }) => (skipped ? [] : (find(ref) ?? [])));
  return [...new Map(found.map((exercise) => [exercise.id, exercise])).values()];
}

/** The exercise whose form is meant: the one on stage, or else the one of the day that began last, or its first; null where there is none. */
export function exerciseNow(
  retreat: Retreat | null,
  { ref, log }: Pick<Live, 'ref' | 'log'>,
  find: Find,
): string | null {
  const onStage = find(ref);
  if (onStage !== undefined) return onStage.id;
  const items = retreat === null ? [] : (currentDay(retreat)?.items ?? []);
  const began = items.flatMap((item) => {
    const at = beganAt(log, item);
    const exercise = find(item.ref);
    return at === null || exercise === undefined ? [] : [{ at, id: exercise.id }];
  });
  const last = began.reduce<(typeof began)[number] | null>(
    (late, one) => (late === null || one.at >= late.at ? one : late),
    null,
  );
  return last?.id ?? exercisesOfDay(retreat, find)[0]?.id ?? null;
}
