import type { Retreat } from '../../retreat/retreat';
import { refuse } from '../commands/context';
import type { Refusal } from '../protocol/refusal-code';
import type { Session } from './session';

export const needsRetreat = ({ retreat }: Session): Refusal | null => (retreat === null ? refuse('no-retreat') : null);

/** The session with the retreat that is open changed; the same session when none is. */
export const withRetreat = (session: Session, change: (retreat: Retreat) => Retreat): Session =>
  session.retreat === null ? session : { ...session, retreat: change(session.retreat) };
