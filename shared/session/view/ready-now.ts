import { isWithdrawn } from '../../couple/consent';
import { choose, letsExport } from '../../couple/summary/choose';
import { daysToCome } from '../../couple/summary/days-to-come';
import { makeSummary } from '../../couple/summary/make-summary';
import type { Made } from '../../couple/summary/summary';
import { readersOf, type Version } from '../../couple/summary/version';
import { sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { Session } from '../state/session';
import { type Copy, copyKey } from '../state/take-home';
import type { CopyStanding, Readiness } from './copy-standing';
import { pageAsksOf } from './page-view';
import { type Sourced, sourceNow } from './take-home-source';

/** A copy as it would be made at this moment, or null while what it is made of is not all open. */
export function madeNow(session: Session, book: Book, copy: Copy, out: ReadonlySet<string>): Made | null {
  const now = sourceNow(session, book, copy.id);
  return now && makeSummary(now.source, copy.version, out, now.words);
}

/** What was left out of this copy by hand. */
export const leftOutOf = ({ takeHome }: Session, copy: Copy): ReadonlySet<string> =>
  new Set(takeHome.out[copyKey(copy)] ?? []);

const all = (is: Readiness): CopyStanding => ({ summary: is, days: is, questions: is, lacks: [] });

type Found = Pick<CopyStanding, 'lacks'> & { readonly is: Readiness };

function summaryNow({ source, words }: Sourced, version: Version, out: ReadonlySet<string>): Found {
  const { summary, leftOut } = makeSummary(source, version, out, words);
  if (summary !== null) return { is: 'ready', lacks: [] };
  const without = leftOut.flatMap((left) => (left.why === 'no-export' || left.why === 'withheld' ? [left.side] : []));
  const lacks = readersOf(version).filter((side) => without.includes(side));
  return { is: lacks.length > 0 ? 'no-consent' : 'nothing', lacks };
}

/** The same days for everybody are reason enough for a calendar; those of a couple stand in it where they may. */
function daysNow({ source, words }: Sourced, version: Version, out: ReadonlySet<string>): Found {
  const { consents } = source.record;
  const lacks = readersOf(version).filter(
    // Whoever makes one alone makes it of what is theirs, withdrawn or not (S13).
    (side) => !letsExport(consents, side) || (!source.alone && isWithdrawn(consents, side, 'record')),
  );
  if (lacks.length > 0) return { is: 'no-consent', lacks };
  const days = daysToCome(choose(source, version).readable, out, words.calendar.halves);
  return { is: days.length > 0 ? 'ready' : 'nothing', lacks };
}

function questionsNow({ source }: Sourced, version: Version, retreat: string): Found {
  // Each is asked alone.
  if (version === 'joint') return { is: 'nothing', lacks: [] };
  const { consents } = source.record;
  const asks = letsExport(consents, version) && pageAsksOf(consents, retreat, version).length > 0;
  return asks ? { is: 'ready', lacks: [] } : { is: 'no-consent', lacks: [version] };
}

/** How a copy that is made of this stands. No file is made that does not stand ready. */
export function standingOf(now: Sourced, version: Version, out: ReadonlySet<string>, retreat: string): CopyStanding {
  if (readersOf(version).some((side) => !now.source.partners.includes(side))) return all('alone');
  const summary = summaryNow(now, version, out);
  const days = daysNow(now, version, out);
  const questions = questionsNow(now, version, retreat);
  const lacks = [summary, days, questions].flatMap((found) => found.lacks);
  return {
    summary: summary.is,
    days: days.is,
    questions: questions.is,
    lacks: sides.filter((side) => lacks.includes(side)),
  };
}

/** How a copy stands at this moment. */
export function standingNow(session: Session, book: Book, copy: Copy): CopyStanding {
  const now = sourceNow(session, book, copy.id);
  if (session.retreat === null || now === null) return all('reading');
  return standingOf(now, copy.version, leftOutOf(session, copy), session.retreat.id);
}
