import { contractMinutes } from '../../../shared/couple/timeout-contract';
import { shortestTimeout } from '../../../shared/retreat/private-timeout';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import type { Shelves } from './content';

/** How long a private timeout of this couple is offered to last: what they agreed, if their record is open, or else the shortest there is. */
export function offeredMinutes({ records }: Pick<ConsoleView, 'records'>, content: Shelves, couple: string): number {
  const asked = content.exercise('timeout-agreement')?.capture.find(({ id }) => id === 'length');
  const offered = asked?.kind === 'choice' ? asked.options : [];
  return contractMinutes(records[couple]?.answers ?? [], offered) ?? shortestTimeout;
}
