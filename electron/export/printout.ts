import type { Printout } from '../../shared/exercise/printouts/printout';
import type { Book } from '../../shared/session/commands/book';
import type { Session } from '../../shared/session/state/session';
import { printoutNow } from '../../shared/session/view/printouts-view';
import { type Making, NotMade } from './maker';

/** Pages for the room, as the hidden page draws them. */
export function printoutMaking(session: Session, book: Book, printout: Printout): Making {
  const pages = printoutNow(session, book, printout);
  if (pages === null) throw new NotMade('nothing');
  return { from: pages, bytes: ({ print, paper }) => print({ paper, pages }) };
}
