import type { Source } from '../../couple/summary/choose';
import type { SummaryWords } from '../../couple/summary/summary-words';
import { partnersOf, type Retreat } from '../../retreat/retreat';
import { dateOf } from '../../retreat/schedule';
import { dateAfter } from '../../room/calendar-day';
import type { Book } from '../commands/book';
import { ownCopyNow } from '../state/handover';
import type { Session } from '../state/session';

/** All that a copy is made from, and the words it is told in. */
export interface Sourced {
  readonly source: Source;
  readonly words: SummaryWords;
}

/** What a copy of this couple is made from at this moment; null while not all of that is open. */
export function sourceNow(session: Session, book: Book, id: string): Sourced | null {
  const { retreat, takeHome } = session;
  // Whoever leaves the place while files are made changes none of them.
  const begun = takeHome.batch && dateOf(takeHome.batch.at);
  const today = takeHome.shown ?? begun ?? (retreat === null ? '' : lastDay(retreat));
  return sourceOn(session, book, id, { today, alone: false });
}

/** The same of the partner's who has the laptop, for their own copy (S13): for nobody else is anything made of what only they may read. */
export function ownSourceNow(session: Session, book: Book): Sourced | null {
  const now = ownCopyNow(session.handover);
  return now && sourceOn(session, book, now.to.couple, { today: now.own.day, alone: true });
}

function sourceOn(session: Session, book: Book, id: string, how: Pick<Source, 'today' | 'alone'>): Sourced | null {
  const { retreat, settings } = session;
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
      helpLines: settings.helpLines ?? book.helpLines,
      ...how,
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
