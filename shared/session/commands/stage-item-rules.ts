import { type AgendaItem, currentDay, itemAfter } from '../../retreat/retreat';
import * as on from '../../room/stage';
import { keptMoment } from '../../room/timer';
import { shortestTimeoutS } from '../../room/timer-limits';
import type { Refusal } from '../protocol/refusal-code';
import type { Live, Session } from '../state/session';
import type { LiveCommand } from './commands';
import { type Context, type Rules, refuse } from './context';
import { playingOfExercise, playingOfItem, playingOfTimer } from './playing';

type DayCommand = Extract<LiveCommand, { type: `day/${string}` | `drill/${string}` }>;

/** While the holding card is up nothing moves behind it: it is lifted first, and what waited is still there. */
export const needsRelease = ({ live }: Session): Refusal | null => (live.stage.held ? refuse('on-hold') : null);

/** A press of the clicker too many puts nothing more on; null while the day goes on. */
export function dayHasEnded({ retreat, live }: Session): Refusal | null {
  if (retreat === null || live.dayEndedAt === null) return null;
  return refuse(retreat.days.at(-1)?.id === live.dayId ? 'day-ended' : 'day-ended-next');
}

export function nextItem(session: Session): AgendaItem | null {
  const day = session.retreat === null ? undefined : currentDay(session.retreat);
  return day === undefined ? null : itemAfter(day, session.live.after);
}

/** Puts an agenda item on stage, ready to start. A break starts at once: it ends by the clock. */
export function putItem(live: Live, item: AgendaItem, context: Context): Live {
  const playing = playingOfItem(item, context.book, context.now.wall);
  if (playing === null) return live;
  const loaded = on.load(live.stage, playing);
  const stage = playing.kind === 'break' ? on.start(loaded, context.now) : loaded;
  // A day that goes on has not ended.
  const ref = item.kind === 'break' ? null : item.ref;
  return { ...live, stage, itemId: item.id, after: item.id, ref, starts: item.starts, dayEndedAt: null };
}

function itemOf(session: Session, id: string): AgendaItem | undefined {
  return session.retreat === null ? undefined : currentDay(session.retreat)?.items.find((item) => item.id === id);
}

/** What goes on stage and off it: the items of the day, and what is led beside them. */
export const dayRules: Rules<DayCommand['type']> = {
  'day/go': {
    refuse: (session, { id }, { book }) => {
      if (session.retreat === null) return refuse('no-retreat');
      const item = itemOf(session, id);
      if (item === undefined) return refuse('no-such-item');
      return needsRelease(session) ?? (playingOfItem(item, book, null) === null ? refuse('no-such-exercise') : null);
    },
    apply: (session, { id }, context) => {
      const item = itemOf(session, id);
      return item === undefined ? session : { ...session, live: putItem(session.live, item, context) };
    },
  },
  'day/next': {
    refuse: (session) =>
      session.retreat === null
        ? refuse('no-retreat')
        : (needsRelease(session) ?? (nextItem(session) === null ? (dayHasEnded(session) ?? refuse('day-over')) : null)),
    apply: (session, _, context) => {
      const item = nextItem(session);
      return item === null ? session : { ...session, live: putItem(session.live, item, context) };
    },
  },
  'day/end': {
    refuse: ({ retreat }) => (retreat === null ? refuse('no-retreat') : null),
    apply: (session, _, { now }) => ({
      ...session,
      live: {
        ...session.live,
        stage: on.end(session.live.stage),
        itemId: null,
        ref: null,
        dayEndedAt: keptMoment(now.wall),
      },
    }),
  },
  'drill/project': {
    refuse: (session, { exercise }, { book }) =>
      needsRelease(session) ?? (book.exercise(exercise) === undefined ? refuse('no-such-exercise') : null),
    apply: (session, { exercise }, { book }) => {
      const playing = playingOfExercise(exercise, 'A', book);
      if (playing === null) return session;
      const stage = on.load(session.live.stage, playing);
      return { ...session, live: { ...session.live, stage, itemId: null, ref: exercise, starts: 'A' } };
    },
  },
  'drill/timer': {
    refuse: (session, { timer }) =>
      needsRelease(session) ??
      (timer.kind === 'timeout' && timer.minutes * 60 < shortestTimeoutS ? refuse('timeout-too-short') : null),
    apply: (session, { timer, title }, { book, now }) => {
      const loaded = on.load(session.live.stage, playingOfTimer(timer, title, book, now.wall));
      const stage = timer.kind === 'until' ? on.start(loaded, now) : loaded;
      return { ...session, live: { ...session.live, stage, itemId: null, ref: null } };
    },
  },
};
