import { makeSummary } from '../../shared/couple/summary/make-summary';
import type { Summary } from '../../shared/couple/summary/summary';
import type { Book } from '../../shared/session/commands/book';
import type { Session } from '../../shared/session/state/session';
import type { Copy } from '../../shared/session/state/take-home';
import { sourceNow } from '../../shared/session/view/take-home-source';
import { leftOutOf } from '../../shared/session/view/take-home-view';
import { type Moment, NotMade } from './maker';

/** What a copy that the facilitator makes is made from at this moment. */
export function momentOf(session: Session, book: Book, copy: Copy): Moment {
  const now = sourceNow(session, book, copy.id);
  if (now === null) throw new NotMade('not-open');
  return { session, book, copy, out: leftOutOf(session, copy), ...now };
}

/** The summary as it may be made at this moment; what consent no longer allows is not. */
export function summaryOf({ source, words, copy, out }: Moment): Summary {
  const made = makeSummary(source, copy.version, out, words);
  if (made.summary === null)
    throw new NotMade(made.leftOut.some(({ why }) => why === 'no-export') ? 'no-consent' : 'nothing');
  return made.summary;
}
