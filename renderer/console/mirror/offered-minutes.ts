import { contractMinutes } from '../../../shared/couple/timeout-contract';
import { shortestTimeout } from '../../../shared/retreat/private-timeout';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import type { Shelves } from './content';

/**
 * How long a private timeout of this couple is offered to last: what is in force between them, or else what they wrote, if their record is
 * open, or else the shortest there is (S16).
 */
export function offeredMinutes(
  { records, charters }: Pick<ConsoleView, 'records' | 'charters'>,
  content: Shelves,
  couple: string,
): number {
  const clauses = charters[couple]?.clauses ?? [];
  const agreed = clauses.flatMap(({ inForce, now: { saying } }) =>
    inForce && saying.kind === 'timeout' ? [saying.content.length] : [],
  );
  const newest = agreed.at(-1);
  if (newest !== undefined) return newest;
  const asked = content.exercise('timeout-agreement')?.capture.find(({ id }) => id === 'length');
  const offered = asked?.kind === 'choice' ? asked.options : [];
  return contractMinutes(records[couple]?.answers ?? [], offered) ?? shortestTimeout;
}
