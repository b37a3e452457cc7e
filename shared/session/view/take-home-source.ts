import type { Source } from '../../couple/summary/choose';
import type { SummaryWords } from '../../couple/summary/summary-words';
import { partnersOf, type Retreat } from '../../retreat/retreat';
import { dateAfter } from '../../room/calendar-day';
import type { Book } from '../commands/book';
import type { Session } from '../state/session';

/** All that a copy of this couple is made from at this moment, and the words it is told in; null while not all of that is open. */
export function sourceNow(
  session: Session,
  book: Book,
  id: string,
): { readonly source: Source; readonly words: SummaryWords } | null {
  const { retreat, settings, takeHome } = session;
  const couple = retreat?.couples.find((one) => one.id === id);
  const open = session.records[id];
  const charter = session.charters[id];
  const practice = session.practices[id];
  if (retreat === null || couple === undefined) return null;
  // A copy without what is still being read would look whole.
  if (open === undefined || charter === undefined || practice === undefined) return null;
  const last = lastDay(retreat);
  return {
    source: {
      record: open.record,
      charter: charter.charter,
      practice: practice.practice,
      partners: partnersOf(couple),
      lookBacks: { day30: dateAfter(last, 30), day60: dateAfter(last, 60) },
      // Whoever leaves the place while files are made changes none of them.
      today: takeHome.shown ?? takeHome.batch?.day ?? last,
      helpLines: settings.helpLines ?? book.helpLines,
    },
    words: book.summary({ A: couple.A.name || 'A', B: couple.B.name || 'B' }),
  };
}

const lastDay = ({ days }: Retreat): string => {
  const [last = ''] = days
    .map(({ date }) => date)
    .sort()
    .reverse();
  return last;
};
