import { type RosterEntry, withCouple } from '../../retreat/retreat';
import { mostCouples, type Status } from '../../retreat/retreat-constants';
import { seatRefused, type Wanted } from '../../retreat/seats';
import type { Refusal } from '../protocol/refusal-code';
import { withoutDraftsOf, withoutForm } from '../state/drafts';
import { needsRetreat, withRetreat } from '../state/open-retreat';
import type { Session } from '../state/session';
import { withoutCouple } from '../state/undo-lists';
import type { Command } from './commands';
import { never, type Rules, refuse } from './context';
import { coupleIdOf, rosterOf } from './make-retreat';
import { withoutRecords } from './record-rules';
import { needsReturning, onTheirSides, withThoseBack } from './returning';

type RosterCommand = Exclude<
  Extract<Command, { type: `roster/${string}` | `couple/${string}` }>,
  { type: `couple/timeout${string}` | 'couple/swap' | 'roster/part' | 'roster/join' }
>;

export const coupleOf = (session: Session, id: string) => session.retreat?.couples.find((couple) => couple.id === id);

export const needsCouple = (session: Session, { id }: { readonly id: string }): Refusal | null =>
  needsRetreat(session) ?? (coupleOf(session, id) === undefined ? refuse('no-such-couple') : null);

const noteOf = ({ notes }: Session, id: string): string => notes[id] ?? '';

const seatsOf = (session: Session): number[] => session.retreat?.couples.map(({ seat }) => seat) ?? [];

/** No two couples have one seat: a wanted one that is taken, or wanted twice, is refused. */
export function needsFreeSeats(taken: readonly number[], wanted: readonly Wanted[]): Refusal | null {
  const seat = seatRefused(taken, wanted);
  return seat === null ? null : refuse('seat-taken', { seat });
}

const withStatus = (couple: RosterEntry, status: Status, day: string): RosterEntry => ({
  ...couple,
  status,
  leftOn: status === 'left' ? day : null,
});

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

const attendanceOf = ({ id, status, A, B }: RosterEntry) => ({ id, status, A: A.present, B: B.present });

const absences = ({ retreat }: Session): readonly RosterEntry[] =>
  retreat?.couples.filter((couple) => here(couple) !== couple) ?? [];

/** Nothing of a couple that is removed stays in memory, undo included (S12). */
function withoutCoupleAnywhere(session: Session, id: string): Session {
  const { [id]: _, ...notes } = session.notes;
  const undoLists = withoutCouple(session.undoLists, id);
  const unsavedNotes = session.unsavedNotes.filter((waiting) => waiting !== id);
  const drafts = withoutDraftsOf(session.drafts, id);
  const without = { ...withoutRecords(session, [id]), returning: [], notes, unsavedNotes, drafts, undoLists };
  if (coupleOf(session, id) === undefined) return without;
  return withRetreat(without, (retreat) => ({
    ...retreat,
    couples: retreat.couples.filter((couple) => couple.id !== id),
  }));
}

/**
 * The session with a couple again of which nothing was deleted, where its retreat is still open. What was typed meanwhile stays; its seat may
 * have been given away.
 */
export function withCoupleKept(
  session: Session,
  {
    retreat: of,
    couple,
    note,
  }: { readonly retreat: string; readonly couple: RosterEntry; readonly note: string | null },
): Session {
  if (session.retreat?.id !== of || coupleOf(session, couple.id) !== undefined) return session;
  const taken = new Set(seatsOf(session));
  let { seat } = couple;
  while (taken.has(seat)) seat += 1;
  const notes = note === null ? session.notes : { ...session.notes, [couple.id]: note };
  return withRetreat({ ...session, notes }, (retreat) => ({
    ...retreat,
    couples: [...retreat.couples, { ...couple, seat }],
  }));
}

/** Who is in the room, where, and what the facilitator notes about them. */
export const rosterRules: Rules<RosterCommand['type']> = {
  'roster/add': {
    refuse: (session, { couples }) =>
      needsRetreat(session) ??
      ((session.retreat?.couples.length ?? 0) + couples.length > mostCouples
        ? refuse('too-many-couples', { most: mostCouples })
        : null) ??
      needsFreeSeats(
        seatsOf(session),
        couples.map(({ seat }) => seat),
      ) ??
      needsReturning(session, couples, session.retreat?.couples ?? []),
    apply: (session, { couples }, context) =>
      withRetreat(
        {
          ...withThoseBack(session, couples, context),
          drafts: withoutForm(session.drafts, 'add-couples', 'add-corrections'),
        },
        (retreat) => ({
          ...retreat,
          couples: [
            ...retreat.couples,
            ...rosterOf(onTheirSides(session, couples), seatsOf(session), (n) => coupleIdOf(context.id, n)),
          ],
        }),
      ),
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
    apply: (session, { id }) => withoutCoupleAnywhere(session, id),
  },
  'couple/delete': { refuse: never, apply: (session, { id }) => withoutCoupleAnywhere(session, id) },
  'roster/all-here': {
    refuse: (session) => needsRetreat(session) ?? (absences(session).length === 0 ? refuse('all-here-already') : null),
    apply: (session) => withRetreat(session, (retreat) => ({ ...retreat, couples: retreat.couples.map(here) })),
    inverse: (session) => ({
      type: 'roster/attendance',
      couples: absences(session).map(attendanceOf),
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
              ...withStatus(couple, status, couple.leftOn ?? retreat.currentDay),
              A: { ...couple.A, present: A },
              B: { ...couple.B, present: B },
            })),
          ),
        session,
      ),
    inverse: (session, { couples }) => {
      const stood = couples.flatMap(({ id }) => coupleOf(session, id) ?? []);
      return stood.length === 0 ? null : { type: 'roster/attendance', couples: stood.map(attendanceOf) };
    },
  },
  'couple/status': {
    refuse: needsCouple,
    apply: (session, { id, status, leftOn: on }) =>
      // An undo says on which day it was.
      withRetreat(session, (retreat) =>
        withCouple(retreat, id, (couple) => withStatus(couple, status, on ?? retreat.currentDay)),
      ),
    inverse: (session, { id }) => {
      const couple = coupleOf(session, id);
      if (couple === undefined) return null;
      const { status, leftOn } = couple;
      return { type: 'couple/status', id, status, ...(leftOn === null ? {} : { leftOn }) };
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
    apply: (session, { id, text }) =>
      noteOf(session, id) === text
        ? session
        : {
            ...session,
            notes: { ...session.notes, [id]: text },
            unsavedNotes: [...session.unsavedNotes.filter((waiting) => waiting !== id), id],
          },
    inverse: (session, { id, text }) => {
      const before = noteOf(session, id);
      return before === text ? null : { type: 'couple/note', id, text: before };
    },
    edits: ({ id }) => ({ document: 'note', id }),
  },
};
