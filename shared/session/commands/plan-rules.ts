import { type AgendaItem, currentDay, type Day, withDay, withItem } from '../../retreat/retreat';
import { mostItems, mostShift } from '../../retreat/retreat-constants';
import type { Refusal } from '../protocol/refusal-code';
import { needsRetreat, withRetreat } from '../state/open-retreat';
import type { Session } from '../state/session';
import type { Command } from './commands';
import { type Context, type Rules, refuse } from './context';
import { nextStart } from './make-retreat';
import { keptTitle } from './public-title';
import { hasBegunOnStage, remade } from './remake';

type PlanCommand = Extract<
  Command,
  {
    type:
      | 'retreat/rename'
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

const needsItem = (session: Session, { id }: { readonly id: string }): Refusal | null =>
  needsRetreat(session) ?? (itemOf(session, id) === undefined ? refuse('no-such-item') : null);

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

const isFull = (day: Day | undefined): boolean => (day?.items.length ?? 0) >= mostItems;

function insertAt(day: Day, index: number, item: AgendaItem): Day {
  return { ...day, items: [...day.items.slice(0, index), item, ...day.items.slice(index)] };
}

const indexOf = (session: Session, id: string): number =>
  dayWith(session, id)?.items.findIndex((item) => item.id === id) ?? -1;

/** The day an insertion goes into: that of the item it follows, else the current one. */
const dayToFill = (session: Session, after: string | null): Day | undefined =>
  after === null ? today(session) : dayWith(session, after);

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

/** The minutes by which an item really moves: up to `mostShift` from its place. */
function shiftedBy(session: Session, { id, minutes }: { readonly id: string; readonly minutes: number }): number {
  const shift = itemOf(session, id)?.shift ?? 0;
  return Math.max(-mostShift, Math.min(mostShift, shift + minutes)) - shift;
}

const itemId = ({ id }: Context): string => `${id}-item`;

/** Edits of the plan. */
export const planRules: Rules<PlanCommand['type']> = {
  'retreat/rename': {
    refuse: needsRetreat,
    apply: (session, { title }) => withRetreat(session, (retreat) => ({ ...retreat, title })),
    inverse: ({ retreat }) => (retreat === null ? null : { type: 'retreat/rename', title: retreat.title }),
  },
  'day/insert': {
    refuse: (session, { after, kind, ref }, { book }) => {
      const missing = needsRetreat(session);
      if (missing !== null) return missing;
      const day = dayToFill(session, after);
      if (day === undefined) return refuse('no-such-item');
      if (isFull(day)) return refuse('day-full', { most: mostItems });
      if (kind === 'exercise' && book.exercise(ref ?? '') === undefined) return refuse('no-such-exercise');
      return kind === 'talk' && ref !== null && book.talk(ref) === undefined ? refuse('no-such-exercise') : null;
    },
    apply: (session, { after, kind, ref, title, minutes }, context) => {
      const index = after === null ? 0 : indexOf(session, after) + 1;
      const day = dayToFill(session, after);
      const before = day?.items.slice(0, index) ?? [];
      const starts = nextStart(before, context.book);
      const plain: AgendaItem = {
        id: itemId(context),
        kind,
        ref: kind === 'exercise' || kind === 'talk' ? ref : null,
        title: null,
        minutes,
        form: 'full',
        starts,
        shift: 0,
        skipped: false,
        actual: null,
      };
      const item = { ...plain, title: keptTitle(plain, title, context.book) };
      if (day === undefined) return session;
      return withRetreat(session, (retreat) => withDay(retreat, day.id, (at) => insertAt(at, index, item)));
    },
    inverse: (_, __, context) => ({ type: 'day/remove', id: itemId(context) }),
  },
  'day/restore': {
    refuse: (session, { day, item }) =>
      needsRetreat(session) ??
      (session.retreat?.days.some(({ id }) => id === day) === true ? null : refuse('no-such-day')) ??
      (dayWith(session, item.id) === undefined ? null : refuse('malformed')) ??
      (isFull(session.retreat?.days.find(({ id }) => id === day)) ? refuse('day-full', { most: mostItems }) : null),
    apply: (session, { day, index, item }) =>
      withRetreat(session, (retreat) => withDay(retreat, day, (at) => insertAt(at, index, item))),
    inverse: (_, { item }) => ({ type: 'day/remove', id: item.id }),
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
    refuse: (session, command) =>
      needsItem(session, command) ?? (shiftedBy(session, command) === 0 ? refuse('shifted-most') : null),
    apply: (session, command) =>
      withDayOf(session, command.id, (day) =>
        withItem(day, command.id, (item) => ({ ...item, shift: item.shift + shiftedBy(session, command) })),
      ),
    inverse: (session, command) => ({ type: 'day/shift', id: command.id, minutes: -shiftedBy(session, command) }),
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
    apply: (session, { id, title }, { book }) =>
      withDayOf(session, id, (day) => withItem(day, id, (item) => ({ ...item, title: keptTitle(item, title, book) }))),
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
