import type { Answer } from '../../couple/answer';
import { isWithheld } from '../../couple/audience';
import type { PracticeEntry } from '../../couple/practice/practice';
import { practiceCaptures } from '../../couple/practice/practice-captures';
import {
  type PracticeAsked,
  type PracticeOffer,
  practiceAskedOf,
  practiceOffersOf,
} from '../../couple/practice/practice-offers';
import { dateOf } from '../../retreat/schedule';
import type { Side } from '../../room/wall';
import type { Refusal } from '../protocol/refusal-code';
import type { Session } from '../state/session';
import type { Book } from './book';
import type { Context } from './context';
import { refuse } from './context';
import { needsAllowed, needsPractice, needsRoom, withPractice } from './practice-rules';
import { stampOf } from './record-rules';

export const exercisesNoted = [...new Set(practiceCaptures.map(({ exercise }) => exercise))];

interface Place {
  readonly couple: string;
  readonly retreat: string;
}

/** The answers of a couple that anything may be made of: what is withheld is nobody's to use (S8). */
function usable(session: Session, couple: string): readonly Answer[] {
  const record = session.records[couple]?.record;
  return record === undefined ? [] : record.answers.filter((answer) => !isWithheld(record, answer));
}

/** What an exercise left to be noted by this capture, or null. */
export function practiceOfferFor(
  session: Session,
  { couple, retreat }: Place,
  captured: string,
  book: Book,
): PracticeOffer | null {
  const made = practiceCaptures.find(({ id }) => id === captured);
  const exercise = made === undefined ? undefined : book.exercise(made.exercise);
  const entries = session.practices[couple]?.practice.entries;
  if (exercise === undefined || entries === undefined) return null;
  return (
    practiceOffersOf(exercise, retreat, usable(session, couple), entries).find(({ id }) => id === captured) ?? null
  );
}

/** What this partner wrote that could be noted and that the other may not read, where they may write it: nobody else is asked for it (S9). */
export function practiceWords(
  session: Session,
  place: Place & { readonly side: Side },
  book: Book,
): readonly PracticeAsked[] {
  const entries = session.practices[place.couple]?.practice.entries;
  if (entries === undefined || needsPractice(session, place.couple) !== null) return [];
  const answers = usable(session, place.couple);
  return exercisesNoted
    .flatMap((id) => book.exercise(id) ?? [])
    .flatMap((exercise) => practiceAskedOf(exercise, place.retreat, answers, entries, place.side))
    .filter((asked) => refuseNoting(session, place, asked) === null);
}

/** Why what was captured cannot be noted, or null. */
export function refuseNoting(
  session: Session,
  { couple, retreat }: Place,
  offer: PracticeOffer | null,
): Refusal | null {
  const refused = needsPractice(session, couple) ?? needsRoom(session, couple);
  const record = session.records[couple]?.record;
  if (refused !== null || record === undefined) return refused;
  if (offer === null || offer.noting === null) return refuse('nothing-captured');
  return needsAllowed(session, record, { owner: offer.owner, retreat }, offer.noting);
}

/** The session with what was captured noted, of the day it was answered, for nobody to read who may not read the answers. */
export function withNoted(
  session: Session,
  { couple, retreat }: Place,
  offer: PracticeOffer,
  context: Context,
): Session {
  const { noting, owner, at, reader, asks, id: captured } = offer;
  if (noting === null) return session;
  const on = dateOf(at);
  const entry = { ...stampOf(context), retreat, ...noting, owner, on, reader, asks, captured } as PracticeEntry;
  return withPractice(session, couple, (before) => ({ ...before, entries: [...before.entries, entry] }));
}
