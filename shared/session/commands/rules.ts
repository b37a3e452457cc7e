import type { Refusal } from '../protocol/refusal-code';
import type { Session } from '../state/session';
import type { Command, CommandType } from './commands';
import { type Context, type Rule, type Rules, refuse } from './context';
import { homeRules } from './home-rules';
import { liveRules } from './live-rules';
import { planRules } from './plan-rules';
import { rosterRules } from './roster-rules';

/** Where the newest edit stands that can still be taken back. What has run since (an inserted break, say) stays; -1 for none. */
const newestTakeBack = (session: Session, context: Context): number =>
  session.takeBacks.findLastIndex((back) => ruleOf(back).refuse(session, back, context) === null);

/** Takes back that edit of the plan or the roster by its inverse, which is a change and a save of its own. */
const planUndo: Rules<'plan/undo'>['plan/undo'] = {
  refuse: (session, _, context) => (newestTakeBack(session, context) === -1 ? refuse('nothing-to-undo') : null),
  apply: (session, _, context) => {
    const at = newestTakeBack(session, context);
    const back = session.takeBacks[at];
    if (back === undefined) return session;
    const undone = ruleOf(back).apply(session, back, context);
    return { ...undone, takeBacks: session.takeBacks.slice(0, at) };
  },
};

/** Every command, once: a new one does not compile until it is whole. */
const rules: Rules<CommandType> = { ...liveRules, ...planRules, ...rosterRules, ...homeRules, 'plan/undo': planUndo };

/** The rule of a command, typed for any command: the table above guarantees the match. */
export function ruleOf(command: Command): Rule<CommandType> {
  return rules[command.type] as Rule<CommandType>;
}

/** Why a command cannot be carried out now, or not by who asks, or null. A refusal changes nothing. */
export function refusal(session: Session, command: Command, context: Context): Refusal | null {
  if (context.asker?.asks.has(command.type) !== true) return refuse('not-from-here');
  return ruleOf(command).refuse(session, command, context);
}
