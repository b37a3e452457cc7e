import { unarchived } from '../../couple/record';
import { bothOf, onOldSides } from '../policy/pair';
import type { ReturningCouple } from '../protocol/couple-search';
import type { Refusal } from '../protocol/refusal-code';
import type { Session } from '../state/session';
import { type Context, refuse } from './context';
import type { NewCouple } from './make-retreat';
import { stampOf, withRecord } from './record-rules';

const offered = ({ returning }: Session, { A, B, was }: NewCouple): ReturningCouple | undefined => {
  const pair = bothOf(A, B);
  return returning.find((couple) => couple.id === was && pair !== null && bothOf(couple.A, couple.B) === pair);
};

/**
 * Why these couples cannot go on with the records they are said to have, or null. Only a couple that was found by both of these names is
 * taken: what was deleted is found no more, and no other couple's record is reached by its id.
 */
export function needsReturning(
  session: Session,
  couples: readonly NewCouple[],
  roster: readonly { readonly id: string; readonly seat: number }[],
): Refusal | null {
  const back = couples.filter(({ was }) => was != null);
  for (const [n, couple] of back.entries()) {
    const seated = roster.find(({ id }) => id === couple.was);
    if (seated !== undefined) return refuse('here-already', { seat: seated.seat });
    const found = offered(session, couple);
    if (found === undefined || back.findIndex(({ was }) => was === couple.was) !== n) return refuse('not-returning');
    if (found.newer) return refuse('record-newer');
  }
  return null;
}

/** The couples as they go on the roster: of those who come back each on the side where their words are. */
export const onTheirSides = (session: Session, couples: readonly NewCouple[]): NewCouple[] =>
  couples.map((couple) => {
    const before = offered(session, couple);
    return before === undefined ? couple : onOldSides(couple, before);
  });

/** The session in which those who come back are archived no more, in what of theirs is open at once, and on the disk as one change. */
export function withThoseBack(session: Session, couples: readonly NewCouple[], context: Context): Session {
  const { id, at, device } = stampOf(context);
  const back = couples.flatMap(({ was }) => (was == null ? [] : [{ couple: was, at, device }]));
  if (back.length === 0) return session;
  const after = back.reduce(
    (one, { couple }) => withRecord(one, couple, (record) => unarchived(record, { at, device })),
    session,
  );
  return { ...after, underway: [...after.underway, { kind: 'move', id, moves: [], seat: null, back }] };
}

/** The session with the note of a couple that came back. What was typed before it was read follows it and is still to be saved: no letter of either is lost. */
export function withNoteRead(session: Session, { id, note }: { readonly id: string; readonly note: string }): Session {
  if (session.retreat?.couples.some((couple) => couple.id === id) !== true) return session;
  const typed = session.notes[id] ?? '';
  if (note === '' || typed === note) return session;
  if (typed === '') return { ...session, notes: { ...session.notes, [id]: note } };
  return { ...session, notes: { ...session.notes, [id]: `${note}\n\n${typed}` } };
}
