import {
  type AgendaItem,
  currentDay,
  type Day,
  mostCouples,
  type Retreat,
  type RosterEntry,
  withCouple,
  withDay,
  withItem,
} from '../retreat/retreat';
import { seatRefused, type Wanted } from '../retreat/seats';
import type { Command } from './commands';
import { type Context, type Rules, refuse } from './context';
import { nextStart, rosterOf } from './make-retreat';
import type { Refusal } from './refusal-code';
import { hasBegunOnStage, remade } from './remake';
import { type Session, withoutDraft } from './session';

type PlanCommand = Extract<
  Command,
  {
    type:
      | 'retreat/rename'
      | `roster/${string}`
      | `couple/${string}`
      | 'day/insert'
      | 'day/restore'
      | 'day/remove'
      | 'day/move'
      | 'day/skip'
      | 'day/shift'
      | 'day/minutes'
      | 'day/form'
      | 'day/title'
      | 'day/starts'
      | 'day/date';
  }
>;

const mostItems = 120;

const withRetreat = (session: Session, change: (retreat: Retreat) => Retreat): Session =>
  session.retreat === null ? session : { ...session, retreat: change(session.retreat) };

const today = (session: Session): Day | undefined =>
  session.retreat === null ? undefined : currentDay(session.retreat);

/** The day that holds an item, whichever day is led: what was changed yesterday can be taken back today. */
const dayWith = (session: Session, item: string): Day | undefined =>
  session.retreat?.days.find((day) => day.items.some(({ id }) => id === item));

const withDayOf = (session: Session, item: string, change: (day: Day) => Day): Session => {
  const day = dayWith(session, item);
  return day === undefined ? session : withRetreat(session, (retreat) => withDay(retreat, day.id, change));
};

const itemOf = (session: Session, id: string): AgendaItem | undefined =>
  dayWith(session, id)?.items.find((item) => item.id === id);

const coupleOf = (session: Session, id: string) => session.retreat?.couples.find((couple) => couple.id === id);

const needsRetreat = ({ retreat }: Session): Refusal | null => (retreat === null ? refuse('no-retreat') : null);

const needsItem = (session: Session, { id }: { readonly id: string }): Refusal | null =>
  needsRetreat(session) ?? (itemOf(session, id) === undefined ? refuse('no-such-item') : null);

const needsCouple = (session: Session, { id }: { readonly id: string }): Refusal | null =>
  needsRetreat(session) ?? (coupleOf(session, id) === undefined ? refuse('no-such-couple') : null);

/** What is on stage, or has been, keeps its place: its times are part of the day's record. */
const needsIdleItem = (session: Session, command: { readonly id: string }): Refusal | null => {
  const missing = needsItem(session, command);
  if (missing !== null) return missing;
  const item = itemOf(session, command.id);
  return session.live.itemId === command.id || item?.actual != null ? refuse('item-on-stage') : null;
};

/** An item that is removed cannot be put on again by an undo: the day would go on from nowhere. */
function withoutUndoTo(session: Session, item: string): Session {
  const last = session.before.findLastIndex(({ live }) => live.itemId === item || live.after === item);
  return last === -1 ? session : { ...session, before: session.before.slice(last + 1) };
}

function insertAt(day: Day, index: number, item: AgendaItem): Day {
  return { ...day, items: [...day.items.slice(0, index), item, ...day.items.slice(index)] };
}

const indexOf = (session: Session, id: string): number =>
  dayWith(session, id)?.items.findIndex((item) => item.id === id) ?? -1;

/** The day an insertion goes into: that of the item it follows, else the current one. */
const dayToFill = (session: Session, after: string | null): Day | undefined =>
  after === null ? today(session) : dayWith(session, after);

const seatsOf = (session: Session): number[] => session.retreat?.couples.map(({ seat }: RosterEntry) => seat) ?? [];

/** No two couples have one seat: a wanted one that is taken, or wanted twice, is refused. */
export function needsFreeSeats(taken: readonly number[], wanted: readonly Wanted[]): Refusal | null {
  const seat = seatRefused(taken, wanted);
  return seat === null ? null : refuse('seat-taken', { seat });
}

/** The session with an item of the day led otherwise, and with it what is on stage and has not begun. */
function replanned(
  session: Session,
  id: string,
  change: Partial<Pick<AgendaItem, 'minutes' | 'form'>>,
  context: Context,
): Session {
  const changed = withDayOf(session, id, (day) => withItem(day, id, (item) => ({ ...item, ...change })));
  const item = itemOf(changed, id);
  return item === undefined ? changed : remade(changed, item, context);
}

/** The couple with nobody missing any more; who left has left. */
const here = (couple: RosterEntry): RosterEntry =>
  couple.status === 'left' || (couple.status !== 'late' && couple.A.present && couple.B.present)
    ? couple
    : {
        ...couple,
        status: couple.status === 'late' ? 'present' : couple.status,
        A: { ...couple.A, present: true },
        B: { ...couple.B, present: true },
      };

const absences = ({ retreat }: Session): readonly RosterEntry[] =>
  retreat?.couples.filter((couple) => here(couple) !== couple) ?? [];

const coupleId = ({ id }: Context, n: number): string => `${id}-couple-${n}`;
const itemId = ({ id }: Context): string => `${id}-item`;

export const planRules: Rules<PlanCommand['type']> = {
  'retreat/rename': {
    refuse: needsRetreat,
    apply: (session, { title }) => withRetreat(session, (retreat) => ({ ...retreat, title })),
    inverse: ({ retreat }) => (retreat === null ? null : { type: 'retreat/rename', title: retreat.title }),
  },
  'roster/add': {
    refuse: (session, { couples }) =>
      needsRetreat(session) ??
      ((session.retreat?.couples.length ?? 0) + couples.length > mostCouples
        ? refuse('too-many-couples', { most: mostCouples })
        : null) ??
      needsFreeSeats(
        seatsOf(session),
        couples.map(({ seat }) => seat),
      ),
    apply: (session, { couples }, context) =>
      withRetreat(withoutDraft(session, 'add-couples', 'add-corrections'), (retreat) => ({
        ...retreat,
        couples: [...retreat.couples, ...rosterOf(couples, seatsOf(session), (n) => coupleId(context, n))],
      })),
  },
  'roster/rename': {
    refuse: needsCouple,
    apply: (session, { id, side, name }) =>
      withRetreat(session, (retreat) =>
        withCouple(retreat, id, (couple) => ({ ...couple, [side]: { ...couple[side], name } })),
      ),
    inverse: (session, { id, side }) => {
      const couple = coupleOf(session, id);
      return couple === undefined ? null : { type: 'roster/rename', id, side, name: couple[side].name };
    },
  },
  'roster/seat': {
    refuse: (session, command) => {
      const others = session.retreat?.couples.filter(({ id }) => id !== command.id).map(({ seat }) => seat) ?? [];
      return needsCouple(session, command) ?? needsFreeSeats(others, [command.seat]);
    },
    apply: (session, { id, seat }) =>
      withRetreat(session, (retreat) => withCouple(retreat, id, (at) => ({ ...at, seat }))),
    inverse: (session, { id }) => {
      const couple = coupleOf(session, id);
      return couple === undefined ? null : { type: 'roster/seat', id, seat: couple.seat };
    },
  },
  // S12: a couple that is removed goes from everywhere, undo included; "left" is the status that can be taken back.
  'roster/remove': {
    refuse: needsCouple,
    apply: (session, { id }) => {
      const { [id]: _, ...notes } = session.notes;
      const takeBacks = session.takeBacks.filter((command) => !('id' in command) || command.id !== id);
      const unsavedNotes = session.unsavedNotes.filter((waiting) => waiting !== id);
      const rewrite = session.rewrite?.of.split('/').includes(id) ? null : session.rewrite;
      return withRetreat({ ...session, notes, unsavedNotes, rewrite, takeBacks }, (retreat) => ({
        ...retreat,
        couples: retreat.couples.filter((couple) => couple.id !== id),
      }));
    },
  },
  'roster/all-here': {
    refuse: (session) => needsRetreat(session) ?? (absences(session).length === 0 ? refuse('all-here-already') : null),
    apply: (session) => withRetreat(session, (retreat) => ({ ...retreat, couples: retreat.couples.map(here) })),
    inverse: (session) => ({
      type: 'roster/attendance',
      couples: absences(session).map(({ id, status, A, B }) => ({ id, status, A: A.present, B: B.present })),
    }),
  },
  'roster/attendance': {
    refuse: (session, { couples }) =>
      needsRetreat(session) ?? (couples.some(({ id }) => coupleOf(session, id)) ? null : refuse('no-such-couple')),
    apply: (session, { couples }) =>
      couples.reduce(
        (at, { id, status, A, B }) =>
          withRetreat(at, (retreat) =>
            withCouple(retreat, id, (couple) => ({
              ...couple,
              status,
              A: { ...couple.A, present: A },
              B: { ...couple.B, present: B },
            })),
          ),
        session,
      ),
  },
  'couple/status': {
    refuse: needsCouple,
    apply: (session, { id, status }) =>
      withRetreat(session, (retreat) => withCouple(retreat, id, (couple) => ({ ...couple, status }))),
    inverse: (session, { id }) => {
      const couple = coupleOf(session, id);
      return couple === undefined ? null : { type: 'couple/status', id, status: couple.status };
    },
  },
  'couple/presence': {
    refuse: needsCouple,
    apply: (session, { id, side, present }) =>
      withRetreat(session, (retreat) =>
        withCouple(retreat, id, (couple) => ({ ...couple, [side]: { ...couple[side], present } })),
      ),
    inverse: (session, { id, side }) => {
      const couple = coupleOf(session, id);
      return couple === undefined ? null : { type: 'couple/presence', id, side, present: couple[side].present };
    },
  },
  'couple/note': {
    refuse: needsCouple,
    apply: (session, { id, text }) => ({
      ...session,
      notes: { ...session.notes, [id]: text },
      unsavedNotes: [...session.unsavedNotes.filter((waiting) => waiting !== id), id],
    }),
  },
  'day/insert': {
    refuse: (session, { after, kind, ref }, { book }) => {
      const missing = needsRetreat(session);
      if (missing !== null) return missing;
      const day = dayToFill(session, after);
      if (day === undefined) return refuse('no-such-item');
      if (day.items.length >= mostItems) return refuse('day-full', { most: mostItems });
      if (kind === 'exercise' && book.exercise(ref ?? '') === undefined) return refuse('no-such-exercise');
      return kind === 'talk' && ref !== null && book.talk(ref) === undefined ? refuse('no-such-exercise') : null;
    },
    apply: (session, { after, kind, ref, title, minutes }, context) => {
      const index = after === null ? 0 : indexOf(session, after) + 1;
      const day = dayToFill(session, after);
      const before = day?.items.slice(0, index) ?? [];
      const starts = nextStart(before, context.book);
      const item: AgendaItem = {
        id: itemId(context),
        kind,
        ref: kind === 'exercise' || kind === 'talk' ? ref : null,
        title,
        minutes,
        form: 'full',
        starts,
        shift: 0,
        skipped: false,
        actual: null,
      };
      if (day === undefined) return session;
      return withRetreat(session, (retreat) => withDay(retreat, day.id, (at) => insertAt(at, index, item)));
    },
    inverse: (_, __, context) => ({ type: 'day/remove', id: itemId(context) }),
  },
  'day/restore': {
    refuse: (session, { day, item }) =>
      needsRetreat(session) ??
      (session.retreat?.days.some(({ id }) => id === day) === true ? null : refuse('no-such-day')) ??
      (dayWith(session, item.id) === undefined ? null : refuse('malformed')),
    apply: (session, { day, index, item }) =>
      withRetreat(session, (retreat) => withDay(retreat, day, (at) => insertAt(at, index, item))),
  },
  'day/remove': {
    refuse: needsIdleItem,
    apply: (session, { id }) =>
      withDayOf(withoutUndoTo(session, id), id, (day) => ({
        ...day,
        items: day.items.filter((item) => item.id !== id),
      })),
    inverse: (session, { id }) => {
      const day = dayWith(session, id);
      const item = itemOf(session, id);
      if (day === undefined || item === undefined) return null;
      return { type: 'day/restore', day: day.id, index: indexOf(session, id), item };
    },
  },
  'day/move': {
    refuse: needsItem,
    apply: (session, { id, to }) =>
      withDayOf(session, id, (day) => {
        const item = day.items.find((other) => other.id === id);
        const rest = day.items.filter((other) => other.id !== id);
        return item === undefined ? day : insertAt({ ...day, items: rest }, Math.min(to, rest.length), item);
      }),
    inverse: (session, { id }) => ({ type: 'day/move', id, to: Math.max(0, indexOf(session, id)) }),
  },
  'day/skip': {
    refuse: (session, command) => (command.skipped ? needsIdleItem(session, command) : needsItem(session, command)),
    apply: (session, { id, skipped }) =>
      withDayOf(session, id, (day) => withItem(day, id, (item) => ({ ...item, skipped }))),
    inverse: (_, { id, skipped }) => ({ type: 'day/skip', id, skipped: !skipped }),
  },
  'day/shift': {
    refuse: needsItem,
    apply: (session, { id, minutes }) =>
      withDayOf(session, id, (day) =>
        withItem(day, id, (item) => ({ ...item, shift: Math.max(-600, Math.min(600, item.shift + minutes)) })),
      ),
    inverse: (_, { id, minutes }) => ({ type: 'day/shift', id, minutes: -minutes }),
  },
  'day/minutes': {
    refuse: needsItem,
    apply: (session, { id, minutes }, context) => replanned(session, id, { minutes }, context),
    inverse: (session, { id }) => {
      const item = itemOf(session, id);
      return item === undefined ? null : { type: 'day/minutes', id, minutes: item.minutes };
    },
  },
  'day/form': {
    refuse: (session, { id }, { book }) => {
      const missing = needsItem(session, { id });
      if (missing !== null) return missing;
      const item = itemOf(session, id);
      if (item?.kind !== 'exercise' || book.exercise(item.ref ?? '') === undefined) return refuse('no-such-exercise');
      return hasBegunOnStage(session, id) ? refuse('steps-begun') : null;
    },
    apply: (session, { id, form }, context) => replanned(session, id, { form }, context),
    inverse: (session, { id }) => {
      const item = itemOf(session, id);
      return item === undefined ? null : { type: 'day/form', id, form: item.form };
    },
  },
  'day/title': {
    refuse: needsItem,
    apply: (session, { id, title }) =>
      withDayOf(session, id, (day) => withItem(day, id, (item) => ({ ...item, title }))),
    inverse: (session, { id }) => {
      const item = itemOf(session, id);
      return item === undefined ? null : { type: 'day/title', id, title: item.title };
    },
  },
  'day/starts': {
    refuse: needsItem,
    apply: (session, { id, starts }) =>
      withDayOf(session, id, (day) => withItem(day, id, (item) => ({ ...item, starts }))),
    inverse: (session, { id }) => {
      const item = itemOf(session, id);
      return item === undefined ? null : { type: 'day/starts', id, starts: item.starts };
    },
  },
  'day/date': {
    refuse: (session, { id }) =>
      needsRetreat(session) ??
      (session.retreat?.days.some((day) => day.id === id) === true ? null : refuse('no-such-day')),
    apply: (session, { id, date, start }) =>
      withRetreat(session, (retreat) => withDay(retreat, id, (day) => ({ ...day, date, start }))),
    inverse: (session, { id }) => {
      const day = session.retreat?.days.find((other) => other.id === id);
      return day === undefined ? null : { type: 'day/date', id, date: day.date, start: day.start };
    },
  },
};

export const isPlanCommand = (command: Command): command is PlanCommand => command.type in planRules;
