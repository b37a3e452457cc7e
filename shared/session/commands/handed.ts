import type { Refusal } from '../protocol/refusal-code';
import type { HandedTo, Handover } from '../state/handover';
import type { Session } from '../state/session';
import type { Command } from './commands';
import { type Context, type Rule, refuse } from './context';
import { kept } from './record-rules';

export type HandoverCommand = Extract<Command, { type: `handover/${string}` }>;

/** The session with the laptop in other hands: of a record that was open for a partner nothing stays that nobody else shows. */
export const inHands = (session: Session, handover: Handover | null): Session => kept({ ...session, handover });

/** Whose the laptop is now; nobody else can be written for from the page in their hands. */
const handedTo = ({ handover }: Session): HandedTo | null => (handover?.kind === 'open' ? handover.to : null);

type Of<T> = Extract<HandoverCommand, { type: T }>;

/** A rule that knows who has the laptop. */
interface HandedRule<T extends HandoverCommand['type']> {
  readonly refuse: (session: Session, to: HandedTo, command: Of<T>, context: Context) => Refusal | null;
  readonly apply: (session: Session, to: HandedTo, command: Of<T>, context: Context) => Session;
}

/** A rule of the page a partner holds: refused while nobody holds it, or while their record cannot be written to. */
export const handed = <T extends HandoverCommand['type']>(rule: HandedRule<T>): Rule<T> => ({
  refuse: (session, command, context) => {
    const to = handedTo(session);
    if (to === null) return refuse('not-handed-over');
    return rule.refuse(session, to, command as Of<T>, context);
  },
  apply: (session, command, context) => {
    const to = handedTo(session);
    return to === null ? session : rule.apply(session, to, command as Of<T>, context);
  },
});
