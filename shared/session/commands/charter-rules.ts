import { captures } from '../../couple/charter/captures';
import { type Charter, emptyCharter, holdsNothing, withoutWords } from '../../couple/charter/charter';
import { applyEdit, inverseOf, mostClauses, refuseEdit } from '../../couple/charter/charter-edit';
import type { Around, CharterEdit } from '../../couple/charter/edit-rule';
import { helpRestrictionIn } from '../../couple/charter/help-restriction';
import { type Offer, offersOf } from '../../couple/charter/offers';
import type { Stamp } from '../../couple/entry';
import { dateOf } from '../../retreat/schedule';
import type { Refusal } from '../protocol/refusal-code';
import { withoutDraftsIn } from '../state/drafts';
import { neededCharters, type OpenCharter, type Session } from '../state/session';
import { withoutDocument } from '../state/undo-lists';
import type { Command } from './commands';
import { type Context, type Rules, refuse } from './context';
import { waitingWith } from './open-documents';
import { needsAttendance, needsNothingUnderway, stampOf } from './record-rules';

type CharterCommand = Extract<Command, { type: `charter/${string}` }>;
type Of<T extends CharterCommand['type']> = Extract<Command, { type: T }>;

const aroundOf = (session: Session, id: string, { book, now }: Context): Around => ({
  consents: session.records[id]?.record.consents ?? [],
  today: dateOf(now.wall),
  dayOf: dateOf,
  restricts: (text, closed) => helpRestrictionIn(book.helpWords)(text, closed),
});

const stampFor = (context: Context, retreat: string): Stamp => ({ ...stampOf(context), retreat });

/** The charter of a couple, if it is open and may be written to. */
export function needsCharter(session: Session, id: string): Refusal | null {
  const open = session.charters[id];
  if (open === undefined || open.closed === 'unread') return refuse('record-closed');
  return open.closed === 'newer' ? refuse('record-newer') : null;
}

export const withCharter = (session: Session, id: string, change: (charter: Charter) => Charter): Session => {
  const open = session.charters[id];
  return open === undefined
    ? session
    : {
        ...session,
        charters: { ...session.charters, [id]: { ...open, charter: change(open.charter) } },
        unsavedCharters: waitingWith(session.unsavedCharters, id),
      };
};

/** The session with a charter that was read, unless it is no longer shown, or is there already: what is in memory is newer. */
export function withCharterRead(session: Session, { charter, closed }: OpenCharter): Session {
  const { id } = charter;
  if (session.charters[id] !== undefined || !neededCharters(session).has(id)) return session;
  return { ...session, charters: { ...session.charters, [id]: { charter, closed } } };
}

/** What a facilitator notes of a consent stands on a sheet; what a partner gives alone, they give in handover. */
const needsPaper = (edit: CharterEdit, { asker }: Context): Refusal | null =>
  edit.type === 'charter/consent' && edit.given && edit.paper === null && asker?.name === 'console'
    ? refuse('consent-needs-paper')
    : null;

/** Why an edit of a charter cannot be made now, or null. */
export function refuseCharterEdit(session: Session, edit: CharterEdit, context: Context): Refusal | null {
  const refused = needsAttendance(session, edit.id, edit.retreat) ?? needsCharter(session, edit.id);
  const open = session.charters[edit.id];
  if (refused !== null || open === undefined) return refused;
  const code = refuseEdit(open.charter, edit, aroundOf(session, edit.id, context));
  if (code === null) return needsPaper(edit, context);
  return refuse(code, code === 'charter-full' ? { most: mostClauses } : undefined);
}

/** The session after an edit of a charter that was not refused. */
export const withCharterEdit = (session: Session, command: CharterEdit, context: Context): Session =>
  withCharter(session, command.id, (charter) =>
    applyEdit(charter, command, stampFor(context, command.retreat), aroundOf(session, command.id, context)),
  );

const edit = {
  refuse: refuseCharterEdit,
  apply: withCharterEdit,
  inverse: (session: Session, command: CharterEdit, context: Context): CharterEdit | null => {
    const open = session.charters[command.id];
    return open === undefined ? null : inverseOf(open.charter, command, stampFor(context, command.retreat));
  },
  edits: ({ id }: CharterEdit) => ({ document: 'charter', id }) as const,
};

/** What an exercise left for a clause by this capture, or null. */
function offerFor(session: Session, { id, retreat, captured }: Of<'charter/draft'>, { book }: Context): Offer | null {
  const made = captures.find((capture) => capture.id === captured);
  const exercise = made === undefined ? undefined : book.exercise(made.exercise);
  const answers = session.records[id]?.record.answers;
  const clauses = session.charters[id]?.charter.clauses;
  if (exercise === undefined || answers === undefined || clauses === undefined) return null;
  return offersOf(exercise, retreat, answers, clauses).find((offer) => offer.id === captured) ?? null;
}

/** The edit that makes a clause of it, or null. */
function addOf(session: Session, command: Of<'charter/draft'>, context: Context): Of<'charter/add'> | null {
  const offer = offerFor(session, command, context);
  if (offer === null || offer.saying === null) return null;
  const { id, retreat, captured } = command;
  return {
    type: 'charter/add',
    id,
    retreat,
    saying: offer.saying,
    carriedBy: 'both',
    review: offer.review,
    captured,
  };
}

/** What a couple governs itself by. Both partners' consent is asked of every word of it (S8). */
export const charterRules: Rules<CharterCommand['type']> = {
  'charter/add': edit,
  'charter/edit': edit,
  'charter/tick': edit,
  'charter/consent': edit,
  'charter/confirm-help': edit,
  'charter/review': edit,
  'charter/remove': edit,
  'charter/restore': edit,
  'charter/write': edit,
  'charter/save': edit,
  'charter/discard': edit,
  'charter/draft': {
    refuse: (session, command, context) => {
      const refused = needsAttendance(session, command.id, command.retreat) ?? needsCharter(session, command.id);
      if (refused !== null) return refused;
      const add = addOf(session, command, context);
      return add === null ? refuse('nothing-captured') : refuseCharterEdit(session, add, context);
    },
    apply: (session, command, context) => {
      const add = addOf(session, command, context);
      return add === null ? session : edit.apply(session, add, context);
    },
    inverse: (_, { id, retreat }, context) => ({ type: 'charter/remove', id, retreat, clause: context.id }),
    edits: ({ id }) => ({ document: 'charter', id }),
  },
  'charter/delete': {
    refuse: (session, { id }) =>
      needsCharter(session, id) ??
      needsNothingUnderway(session, id) ??
      (holdsNothing(session.charters[id]?.charter ?? emptyCharter(id)) ? refuse('nothing-written') : null),
    apply: (session, { id }, { now }) => {
      const deleted = withCharter(session, id, (charter) => withoutWords(charter, now.wall));
      // What takes an edit back holds words.
      const undoLists = withoutDocument(session.undoLists, { document: 'charter', id });
      return { ...deleted, undoLists, drafts: withoutDraftsIn(session.drafts, { document: 'charter', id }) };
    },
  },
};
