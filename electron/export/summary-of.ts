import type { Summary } from '../../shared/couple/summary/summary';
import { leftOutOf, madeNow } from '../../shared/session/view/take-home-view';
import { type Moment, NotMade } from './maker';

/** The summary as it may be made at this moment; what consent no longer allows is not. */
export function summaryOf({ session, book, copy }: Moment): Summary {
  const made = madeNow(session, book, copy, leftOutOf(session, copy));
  if (made === null) throw new NotMade('not-open');
  if (made.summary === null)
    throw new NotMade(made.leftOut.some(({ why }) => why === 'no-export') ? 'no-consent' : 'nothing');
  return made.summary;
}
