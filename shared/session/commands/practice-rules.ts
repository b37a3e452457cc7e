import { mayWrite } from '../../couple/consent';
import {
  entryIn,
  measuresOf,
  type Practice,
  type PracticeEntry,
  type PracticeOwner,
  withoutPractised,
} from '../../couple/practice/practice';
import { type Noting, practiceKindOf } from '../../couple/practice/practice-kinds';
import { consentersOf, isPracticeWithheld, withWithheld } from '../../couple/practice/practice-view';
import type { CoupleRecord } from '../../couple/record';
import type { Scope } from '../../exercise/fields';
import { dateOf } from '../../retreat/schedule';
import type { Side } from '../../room/wall';
import type { Refusal } from '../protocol/refusal-code';
import { neededCharters, type OpenPractice, type Session } from '../state/session';
import type { Command } from './commands';
import { type Context, type Rules, refuse } from './context';
import { needsOpen, waitingWith } from './open-documents';
import { comes, needsAttendance, needsRecord, stampOf } from './record-rules';

type PracticeCommand = Exclude<Extract<Command, { type: `practice/${string}` }>, { type: 'practice/note' }>;

/** The most a couple notes. */
const mostPractised = 100_000;

/** The practice of a couple, if it is open and may be written to. */
export const needsPractice = (session: Session, id: string): Refusal | null => needsOpen(session.practices[id]);

export const withPractice = (session: Session, id: string, change: (practice: Practice) => Practice): Session => {
  const open = session.practices[id];
  if (open === undefined) return session;
  const practice = change(open.practice);
  if (practice === open.practice) return session;
  return {
    ...session,
    practices: { ...session.practices, [id]: { ...open, practice } },
    unsavedPractices: waitingWith(session.unsavedPractices, id),
  };
};

/** The session with a page that was handed to a partner, by its code; the same while their practice takes nothing. */
export const withPage = (
  session: Session,
  { id, side, code }: { readonly id: string; readonly side: Side; readonly code: string },
  { now, device }: Context,
): Session => {
  const retreat = session.retreat?.id;
  if (retreat === undefined || needsPractice(session, id) !== null) return session;
  const page = { id: code, retreat, at: now.wall, device, side, taken: [] };
  return withPractice(session, id, (practice) => ({ ...practice, pages: [...practice.pages, page] }));
};

/** The session with a practice that was read, unless it is no longer shown, or is there already: what is in memory is newer. */
export function withPracticeRead(session: Session, { practice, closed }: OpenPractice): Session {
  const { id } = practice;
  if (session.practices[id] !== undefined || !neededCharters(session).has(id)) return session;
  return { ...session, practices: { ...session.practices, [id]: { practice, closed } } };
}

/** What is joint at a retreat, or one partner's. */
interface Place {
  readonly owner: PracticeOwner;
  readonly retreat: string;
}

/** S8: which consent is missing for what needs these scopes, as a reason. */
function needsScopes(
  session: Session,
  record: CoupleRecord,
  { owner, retreat }: Place,
  scopes: readonly Scope[],
): Refusal | null {
  const here = session.retreat?.id === retreat;
  const lacks = (side: 'A' | 'B'): boolean =>
    scopes.some((scope) => !mayWrite(record.consents, retreat, side, scope)) ||
    (here && !comes(session, record.id, side));
  const [missing] = consentersOf(owner).filter(lacks);
  if (missing === undefined) return null;
  return owner === 'joint' ? refuse('joint-consent-missing') : refuse('consent-missing', { side: missing });
}

/** The entry and the record of its couple, while both are there and may be written to; else why not. */
function standing(session: Session, id: string, entry: string): Refusal | readonly [PracticeEntry, CoupleRecord] {
  const refused = needsRecord(session, id) ?? needsPractice(session, id);
  if (refused !== null) return refused;
  const practice = session.practices[id]?.practice;
  const record = session.records[id]?.record;
  const found = practice === undefined ? undefined : entryIn(practice, entry);
  return found === undefined || record === undefined ? refuse('no-such-entry') : [found, record];
}

const isRefusal = (found: ReturnType<typeof standing>): found is Refusal => !Array.isArray(found);

/** What may be noted at all, and is consented to. */
export const needsAllowed = (session: Session, record: CoupleRecord, place: Place, noting: Noting): Refusal | null => {
  const kind = practiceKindOf(noting);
  const code = kind.forbids(noting.content);
  if (code !== null) return refuse(code);
  return needsScopes(session, record, place, kind.scopes(noting.content));
};

/** Nobody has practised tomorrow. */
const needsDay = (on: string, { now }: Context): Refusal | null =>
  on > dateOf(now.wall) ? refuse('day-to-come') : null;

export const needsRoom = (session: Session, id: string): Refusal | null =>
  (session.practices[id]?.practice.entries.length ?? 0) >= mostPractised
    ? refuse('practice-full', { most: mostPractised })
    : null;

/** A kind that asks each is one partner's, any other is joint. */
const fitsOwner = (noting: Noting, owner: PracticeOwner): boolean =>
  (practiceKindOf(noting).whose === 'joint') === (owner === 'joint');

const same = (entry: PracticeEntry, { content, on }: { readonly content: Noting['content']; readonly on: string }) =>
  entry.on === on && JSON.stringify(entry.content) === JSON.stringify(content);

const practice = ({ id }: PracticeCommand) => ({ document: 'practice', id }) as const;

/** What a couple practised. Only what was consented to is written, of each partner what is theirs (S8). */
export const practiceRules: Rules<PracticeCommand['type']> = {
  'practice/add': {
    refuse: (session, { id, retreat, owner, on, noting }, context) => {
      const refused = needsAttendance(session, id, retreat) ?? needsPractice(session, id) ?? needsRoom(session, id);
      const record = session.records[id]?.record;
      if (refused !== null || record === undefined) return refused;
      if (!fitsOwner(noting, owner)) return refuse('other-owner');
      return needsDay(on, context) ?? needsAllowed(session, record, { owner, retreat }, noting);
    },
    apply: (session, { id, retreat, owner, on, noting }, context) =>
      withPractice(session, id, (before) => {
        // What the facilitator types they have read (S9).
        const reader = owner === 'joint' ? null : 'facilitator';
        const entry = {
          ...stampOf(context),
          retreat,
          ...noting,
          owner,
          on,
          reader,
          asks: [],
          captured: null,
        } as PracticeEntry;
        return { ...before, entries: [...before.entries, entry] };
      }),
    inverse: (_, { id }, context) => ({ type: 'practice/remove', id, entry: context.id }),
    edits: practice,
  },
  'practice/change': {
    refuse: (session, { id, entry, on, noting }, context) => {
      const found = standing(session, id, entry);
      if (isRefusal(found)) return found;
      const [before, record] = found;
      if (before.kind !== noting.kind) return refuse('other-kind');
      if (before.reader === 'only-i') return refuse('kept-private');
      if (isPracticeWithheld(record, before)) {
        return needsScopes(session, record, before, [practiceKindOf(before).scope]);
      }
      // What is withheld stays as it was: no consent is asked of it anew.
      const { scopes, forbids } = practiceKindOf(noting);
      const code = forbids(withWithheld(record, before, noting.content));
      if (code !== null) return refuse(code);
      return needsDay(on, context) ?? needsScopes(session, record, before, scopes(noting.content));
    },
    apply: (session, { id, entry, on, noting }, context) => {
      const record = session.records[id]?.record;
      if (record === undefined) return session;
      return withPractice(session, id, (before) => {
        const changed = (was: PracticeEntry): PracticeEntry => {
          const content = withWithheld(record, was, noting.content);
          if (same(was, { content, on })) return was;
          const { now, device } = context;
          return { ...was, content, on, at: now.wall, device } as PracticeEntry;
        };
        const entries = before.entries.map((was) => (was.id === entry ? changed(was) : was));
        if (entries.every((is, at) => is === before.entries[at])) return before;
        // What was deleted of it is measured anew.
        return { ...before, entries, removed: before.removed.filter(({ id }) => id !== measuresOf(entry)) };
      });
    },
    inverse: (session, command) => {
      const open = session.practices[command.id];
      const before = open === undefined ? undefined : entryIn(open.practice, command.entry);
      if (before === undefined || same(before, { content: command.noting.content, on: command.on })) return null;
      const noting = { kind: before.kind, content: before.content } as Noting;
      return { ...command, on: before.on, noting };
    },
    edits: practice,
  },
  'practice/remove': {
    // Whoever it is of may have it taken away, also once consent is withdrawn (S8).
    refuse: (session, { id, entry }) => {
      const found = standing(session, id, entry);
      if (isRefusal(found)) return found;
      return found[0].reader === 'only-i' ? refuse('kept-private') : null;
    },
    apply: (session, { id, entry }, { now }) =>
      withPractice(session, id, (before) => withoutPractised(before, new Set([entry]), now.wall)),
    inverse: (session, { id, entry }) => {
      const entries = session.practices[id]?.practice.entries ?? [];
      const index = entries.findIndex((one) => one.id === entry);
      const before = entries[index];
      return before === undefined ? null : { type: 'practice/restore', id, entry: before, index };
    },
    edits: practice,
  },
  'practice/restore': {
    refuse: (session, { id, entry }) => {
      const refused = needsRecord(session, id) ?? needsPractice(session, id) ?? needsRoom(session, id);
      const record = session.records[id]?.record;
      if (refused !== null || record === undefined) return refused;
      const removed = session.practices[id]?.practice.removed ?? [];
      if (!removed.some((mark) => mark.id === entry.id)) return refuse('no-such-entry');
      // What only its owner reads is not taken away here, and so does not come back.
      if (entry.reader === 'only-i') return refuse('kept-private');
      return needsAllowed(session, record, entry, entry);
    },
    apply: (session, { id, entry, index }) =>
      withPractice(session, id, (before) => ({
        ...before,
        entries: before.entries.toSpliced(index, 0, entry),
        removed: before.removed.filter((mark) => mark.id !== entry.id),
      })),
    inverse: (_, { id, entry }) => ({ type: 'practice/remove', id, entry: entry.id }),
    edits: practice,
  },
  // There is no way back by undo: it would let somebody read again what its owner closed.
  'practice/reader': {
    refuse: (session, { id, entry }) => {
      const found = standing(session, id, entry);
      if (isRefusal(found)) return found;
      const [before, record] = found;
      if (before.owner === 'joint') return refuse('other-owner');
      if (before.reader === 'only-i') return refuse('kept-private');
      if (!isPracticeWithheld(record, before)) return null;
      return needsScopes(session, record, before, [practiceKindOf(before).scope]);
    },
    apply: (session, { id, entry, reader, on }, { now }) =>
      withPractice(session, id, (before) => ({
        ...before,
        entries: before.entries.map((one) =>
          one.id === entry ? { ...one, reader, asks: [...one.asks, { reader, on, at: now.wall }] } : one,
        ),
      })),
  },
};
