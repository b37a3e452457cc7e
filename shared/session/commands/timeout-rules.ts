import { shortestTimeout, timeoutExtended, timeoutFrom } from '../../retreat/private-timeout';
import { withCouple } from '../../retreat/retreat';
import type { PrivateTimeout } from '../../retreat/retreat-schema';
import { keptMoment } from '../../room/timer';
import type { Refusal } from '../protocol/refusal-code';
import { withRetreat } from '../state/open-retreat';
import type { Session } from '../state/session';
import type { Command } from './commands';
import { type Rules, refuse } from './context';
import { coupleOf, needsCouple } from './roster-rules';

type TimeoutCommand = Extract<Command, { type: `couple/timeout${string}` }>;

const timeoutOf = (session: Session, id: string): PrivateTimeout | null => coupleOf(session, id)?.timeout ?? null;

const withTimeout = (session: Session, id: string, timeout: PrivateTimeout | null): Session =>
  withRetreat(session, (retreat) => withCouple(retreat, id, (couple) => ({ ...couple, timeout })));

const needsTimeout = (session: Session, command: { readonly id: string }): Refusal | null =>
  needsCouple(session, command) ?? (timeoutOf(session, command.id) === null ? refuse('no-timeout') : null);

/** A private timeout beside the room's timer: several at once, and the wall knows of none (S16, S17). */
export const timeoutRules: Rules<TimeoutCommand['type']> = {
  'couple/timeout': {
    refuse: (session, command) => {
      const refused = needsCouple(session, command);
      if (refused !== null) return refused;
      if (command.minutes < shortestTimeout) return refuse('timeout-too-short');
      return timeoutOf(session, command.id) === null ? null : refuse('timeout-on');
    },
    apply: (session, { id, minutes }, { now }) => withTimeout(session, id, timeoutFrom(keptMoment(now.wall), minutes)),
  },
  'couple/timeout-extend': {
    refuse: (session, command, { now }) => {
      const timeout = timeoutOf(session, command.id);
      if (timeout === null) return needsTimeout(session, command);
      if (timeout.extended) return refuse('timeout-extended');
      return timeoutExtended(timeout, keptMoment(now.wall), command.minutes) === null
        ? refuse('timeout-too-long')
        : null;
    },
    apply: (session, { id, minutes }, { now }) => {
      const timeout = timeoutOf(session, id);
      const extended = timeout && timeoutExtended(timeout, keptMoment(now.wall), minutes);
      return extended === null ? session : withTimeout(session, id, extended);
    },
  },
  'couple/timeout-end': {
    refuse: needsTimeout,
    apply: (session, { id }) => withTimeout(session, id, null),
  },
};
