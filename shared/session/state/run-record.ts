import { type Actual, currentDay, type Retreat, withDay } from '../../retreat/retreat';
import { keptMoment, type Now } from '../../room/timer';
import type { Live, Log, Session } from './session';

const wallOf = (live: number, now: Now): number => keptMoment(now.wall - (now.live - live));

function closed(entry: Actual, at: number): Actual {
  return {
    ...entry,
    endedAt: at,
    steps: entry.steps.map((step) => (step.endedAt === null ? { ...step, endedAt: at } : step)),
  };
}

/** Each time is written once, when its own stamp is set: a clock set back later, or a restart, does not rewrite it. */
function stepsOf(before: Live, after: Live, entry: Actual | undefined, now: Now): Actual['steps'] {
  const known = before.itemId === after.itemId ? before.stage.playing?.runs : undefined;
  const steps = new Map(entry?.steps.map((step) => [step.index, step]));
  after.stage.playing?.runs.forEach((stepRun, index) => {
    const { run, leftAt } = stepRun;
    const was = known?.[index];
    if (run.startedAt === null || was === stepRun) return;
    const written = was?.run.startedAt === run.startedAt ? steps.get(index)?.startedAt : undefined;
    const startedAt = written ?? wallOf(run.startedAt, now);
    steps.set(index, { index, startedAt, endedAt: leftAt === null ? null : wallOf(leftAt, now) });
  });
  return [...steps.values()].sort((one, other) => one.index - other.index);
}

/** The day's log after a change of what is live, at `now`. */
export function record(before: Live, after: Live, now: Now): Log {
  let log = after.log;
  const left = before.itemId;
  const leftEntry = left === null ? undefined : log[left];
  if (left !== null && leftEntry?.endedAt === null && (left !== after.itemId || after.stage.playing === null)) {
    log = { ...log, [left]: closed(leftEntry, keptMoment(now.wall)) };
  }
  const { itemId } = after;
  if (itemId === null || after.stage.playing === null || after.stage.playing.runs === before.stage.playing?.runs)
    return log;
  const steps = stepsOf(before, after, log[itemId], now);
  const first = steps[0];
  if (first === undefined) return log;
  const startedAt = Math.min(...steps.map((step) => step.startedAt));
  return { ...log, [itemId]: { startedAt, endedAt: null, steps } };
}

/** The retreat with the log's times copied onto its current day. The same object when nothing changed. */
export function withLog(retreat: Retreat, live: Live): Retreat {
  const day = currentDay(retreat);
  if (day === undefined || live.dayId !== day.id) return retreat;
  const stale = day.items.some((item) => item.actual !== (live.log[item.id] ?? null));
  if (!stale && day.endedAt === live.dayEndedAt) return retreat;
  return withDay(retreat, day.id, (at) => ({
    ...at,
    endedAt: live.dayEndedAt,
    items: at.items.map((item) => {
      const actual = live.log[item.id] ?? null;
      return item.actual === actual ? item : { ...item, actual };
    }),
  }));
}

/** The session after a change of what is live: times are logged, and the retreat follows. */
export function logged(session: Session, live: Live, now: Now): Session {
  const after = { ...live, log: record(session.live, live, now) };
  const retreat = session.retreat === null ? null : withLog(session.retreat, after);
  return { ...session, live: after, retreat };
}
