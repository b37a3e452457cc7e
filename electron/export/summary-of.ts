import { makeSummary } from '../../shared/couple/summary/make-summary';
import type { Summary } from '../../shared/couple/summary/summary';
import type { Book } from '../../shared/session/commands/book';
import type { Session } from '../../shared/session/state/session';
import type { Copy } from '../../shared/session/state/take-home';
import { leftOutOf } from '../../shared/session/view/ready-now';
import { sourceNow } from '../../shared/session/view/take-home-source';
import { type Moment, NotMade } from './maker';
import { notReady } from './ready';

/** What a copy that the facilitator makes is made from at this moment. */
export function momentOf(session: Session, book: Book, copy: Copy): Moment {
  const now = sourceNow(session, book, copy.id);
  if (now === null) throw new NotMade('not-open');
  return { session, book, copy, out: leftOutOf(session, copy), ...now };
}

/** The summary as it may be made at this moment; what consent no longer allows is not. */
export function summaryOf(at: Moment): Summary {
  const { summary } = makeSummary(at.source, at.copy.version, at.out, at.words);
  if (summary === null) throw notReady(at, 'summary') ?? new Error('what was ready is not');
  return summary;
}
