import { type Consents, mayWrite } from '../../couple/consent';
import { type AskName, askNames, pageAsks } from '../../couple/page/page-asks';
import type { PageDocument } from '../../couple/page/page-document';
import { practiceKinds } from '../../couple/practice/practice-kinds';
import { dateAfter } from '../../room/calendar-day';
import type { Side } from '../../room/wall';
import type { Book } from '../commands/book';
import type { Session } from '../state/session';
import { sourceNow } from './take-home-source';

/** What a page may ask this partner: what they said yes to at this retreat (S8). */
export const pageAsksOf = (consents: Consents, retreat: string, side: Side): readonly AskName[] =>
  askNames.filter((ask) => mayWrite(consents, retreat, side, practiceKinds[pageAsks[ask].kind].scope));

/**
 * The page of one partner as it would be made at this moment: it holds nothing of them. Null while
 * there is nothing it may ask.
 */
export function pageNow(session: Session, book: Book, id: string, side: Side): PageDocument | null {
  const made = sourceNow(session, book, id);
  const retreat = session.retreat?.id;
  if (made === null || retreat === undefined) return null;
  const { record, lookBacks, helpLines } = made.source;
  const asks = pageAsksOf(record.consents, retreat, side);
  if (asks.length === 0) return null;
  return {
    language: book.language,
    asks,
    days: { first: dateAfter(lookBacks.day30, -29), 'day-30': lookBacks.day30, 'day-60': lookBacks.day60 },
    helpLines: helpLines.map(({ name, number, note }) => ({ name, number, note })),
    words: book.page,
  };
}
