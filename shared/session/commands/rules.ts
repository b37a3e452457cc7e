import type { Refusal } from '../protocol/refusal-code';
import type { Session } from '../state/session';
import { answersRules } from './answers-rules';
import { charterRules } from './charter-rules';
import type { Command, CommandType } from './commands';
import { type Context, type Rule, type Rules, refuse } from './context';
import { deleteRules } from './delete-rules';
import { draftRules } from './draft-rules';
import { editsBy } from './edits';
import { handoverRules } from './handover-rules';
import { homeRules } from './home-rules';
import { joinRules } from './join-rules';
import { liveRules } from './live-rules';
import { moveRules } from './move-rules';
import { noteRules } from './note-rules';
import { partRules } from './part-rules';
import { planRules } from './plan-rules';
import { practiceRules } from './practice-rules';
import { printJobRules } from './print-job-rules';
import { printoutRules } from './printout-rules';
import { recordRules } from './record-rules';
import { rosterRules } from './roster-rules';
import { swapRules } from './swap-rules';
import { takeHomeRules } from './take-home-rules';
import { timeoutRules } from './timeout-rules';

const { rules: undoRules, edited, settled } = editsBy(ruleOf);

export { edited, settled };

/** Every command, once: a new one does not compile until it is whole. */
const rules: Rules<CommandType> = {
  ...liveRules,
  ...planRules,
  ...rosterRules,
  ...timeoutRules,
  ...recordRules,
  ...moveRules,
  ...partRules,
  ...joinRules,
  ...swapRules,
  ...handoverRules,
  ...charterRules,
  ...practiceRules,
  ...noteRules,
  ...deleteRules,
  ...takeHomeRules,
  ...answersRules,
  ...printoutRules,
  ...printJobRules,
  ...draftRules,
  ...homeRules,
  ...undoRules,
};

/** The rule of a command, typed for any command: the table above guarantees the match. */
export function ruleOf(command: Command): Rule<CommandType> {
  return rules[command.type] as Rule<CommandType>;
}

/** What is heard from the room's own window while a partner has the laptop. All else of the console's waits for the PIN. */
const reachesTheRoom: ReadonlySet<CommandType> = new Set(['stage/blank', 'stage/hold', 'room/close']);

/** Why a command cannot be carried out now, or not by who asks, or null. A refusal changes nothing. */
export function refusal(session: Session, command: Command, context: Context): Refusal | null {
  if (context.asker?.asks.has(command.type) !== true) return refuse('not-from-here');
  if (session.handover !== null && context.asker.name === 'console' && !reachesTheRoom.has(command.type)) {
    return refuse('handed-over');
  }
  return ruleOf(command).refuse(session, command, context);
}
