import { captures } from '../../couple/charter/captures';
import { isCharterWithheld } from '../../couple/charter/charter';
import { type Asked, askedOf } from '../../couple/charter/offers';
import type { Side } from '../../room/wall';
import type { Session } from '../state/session';
import type { Book } from './book';

/** The partner of a couple who is asked, at a retreat. */
export interface AskedPartner {
  readonly couple: string;
  readonly retreat: string;
  readonly side: Side;
}

const exercisesThatMake = [...new Set(captures.map(({ exercise }) => exercise))];

/** What this partner wrote that could go into a draft and that the other may not read: nobody else is asked for it (S9). */
export function ownWords(session: Session, { couple, retreat, side }: AskedPartner, book: Book): readonly Asked[] {
  const record = session.records[couple]?.record;
  const charter = session.charters[couple]?.charter;
  if (record === undefined || charter === undefined || isCharterWithheld(record.consents)) return [];
  return exercisesThatMake.flatMap((id) => {
    const exercise = book.exercise(id);
    return exercise === undefined ? [] : askedOf(exercise, retreat, record.answers, charter.clauses, side);
  });
}
