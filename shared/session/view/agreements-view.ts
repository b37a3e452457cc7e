import { type ClauseView, charterFor, type WordingView } from '../../couple/charter/charter-view';
import { sixTests } from '../../couple/charter/clause';
import { kindOf } from '../../couple/charter/clause-kinds';
import { readsAloud, type Said } from '../../couple/charter/reads-aloud';
import { wordDiff } from '../../couple/charter/word-diff';
import { mayWrite } from '../../couple/consent';
import type { Agreement } from '../../couple/handover-view';
import { type Side, sides } from '../../room/wall';
import type { Book } from '../commands/book';
import type { AskedPartner } from '../commands/own-words';
import type { Session } from '../state/session';

/** Both partners' record is consented to here, without which nothing joint is written (S8). */
export const isJoint = (session: Session, { couple, retreat }: AskedPartner): boolean => {
  const consents = session.records[couple]?.record.consents ?? [];
  return sides.every((side) => mayWrite(consents, retreat, side, 'record'));
};

/** The words this partner said yes to last, or else those just before. */
const knownTo = ({ earlier }: ClauseView, side: Side): WordingView | null =>
  earlier.findLast(({ consents }) => consents[side] !== null) ?? earlier.at(-1) ?? null;

/** The clauses a partner agrees to or has agreed to, what waits for them first; one that is not yet whole is not asked. */
export function agreementsView(session: Session, to: AskedPartner, book: Book): readonly Agreement[] {
  const record = session.records[to.couple]?.record;
  const charter = session.charters[to.couple]?.charter;
  const couple = session.retreat?.couples.find(({ id }) => id === to.couple);
  if (record === undefined || charter === undefined || couple === undefined) return [];
  const { clauses } = charterFor(charter, record.consents, to.side);
  const said = new Map<string, Said>(clauses.map(({ id, now }) => [id, now]));
  const speech = book.handover.speech({ A: couple.A.name || 'A', B: couple.B.name || 'B' });
  const reads = (one: Said): readonly string[] => readsAloud(one, speech, said);
  const agreements = clauses
    .filter(({ now: { saying } }) => kindOf(saying).flaws(saying.content).length === 0)
    .map((clause): Agreement => {
      const { id, now, bound, inForce } = clause;
      const known = knownTo(clause, to.side);
      const ticked = clause.ticks[to.side] ?? [];
      const given = clause.consents[to.side] !== null;
      const tests = bound ? sixTests.map((test) => ({ test, ticked: ticked.includes(test) })) : [];
      return {
        clause: id,
        wording: now.id,
        kind: book.handover.kind(now.saying.kind),
        reads: reads(now),
        changes: known === null ? null : wordDiff(reads(known).join('\n'), reads(now).join('\n')),
        tests: tests.map((one) => ({ ...one, label: book.handover.test(one.test) })),
        given,
        asks: !given || tests.some((one) => !one.ticked),
        inForce,
      };
    });
  return [...agreements.filter(({ asks }) => asks), ...agreements.filter(({ asks }) => !asks)];
}
