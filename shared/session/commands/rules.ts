import type { Refusal } from '../protocol/refusal-code';
import type { EditedDocument, Session } from '../state/session';
import type { Command, CommandType } from './commands';
import { type Context, type Rule, type Rules, refuse } from './context';
import { draftRules } from './draft-rules';
import { homeRules } from './home-rules';
import { liveRules } from './live-rules';
import { planRules } from './plan-rules';
import { recordRules } from './record-rules';
import { rosterRules } from './roster-rules';

/** Where a document's newest edit stands that can still be taken back. What has run since (an inserted break, say) stays; -1 for none. */
const newestTakeBack = (session: Session, document: EditedDocument, context: Context): number =>
  session.takeBacks.findLastIndex(
    (back) => back.document === document && ruleOf(back.command).refuse(session, back.command, context) === null,
  );

/** Takes back that edit of the plan or the roster by its inverse, which is a change and a save of its own. */
const planUndo: Rules<'plan/undo'>['plan/undo'] = {
  refuse: (session, _, context) =>
    newestTakeBack(session, 'retreat', context) === -1 ? refuse('nothing-to-undo') : null,
  apply: (session, _, context) => {
    const at = newestTakeBack(session, 'retreat', context);
    const command = session.takeBacks[at]?.command;
    if (command === undefined) return session;
    const undone = ruleOf(command).apply(session, command, context);
    const left = session.takeBacks.filter((back, index) => index < at || back.document !== 'retreat');
    return { ...undone, takeBacks: left };
  },
};

/** Every command, once: a new one does not compile until it is whole. */
const rules: Rules<CommandType> = {
  ...liveRules,
  ...planRules,
  ...rosterRules,
  ...recordRules,
  ...draftRules,
  ...homeRules,
  'plan/undo': planUndo,
};

/** The rule of a command, typed for any command: the table above guarantees the match. */
export function ruleOf(command: Command): Rule<CommandType> {
  return rules[command.type] as Rule<CommandType>;
}

/** Why a command cannot be carried out now, or not by who asks, or null. A refusal changes nothing. */
export function refusal(session: Session, command: Command, context: Context): Refusal | null {
  if (context.asker?.asks.has(command.type) !== true) return refuse('not-from-here');
  return ruleOf(command).refuse(session, command, context);
}
