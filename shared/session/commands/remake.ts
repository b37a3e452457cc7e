import type { AgendaItem } from '../../retreat/retreat';
import { hasBegun } from '../../room/stage';
import type { Session } from '../state/session';
import type { Context } from './context';
import { playingOfItem } from './playing';

/** The item is on stage and some of it has been led: its steps stay as they are. */
export const hasBegunOnStage = ({ live }: Session, id: string): boolean =>
  live.itemId === id && live.stage.playing !== null && hasBegun(live.stage.playing);

/**
 * The steps of what is on stage made anew after its item of the day was changed, as long as it has not begun: what would be led is
 * what the plan says. Who starts stays as it was chosen live.
 */
export function remade(session: Session, item: AgendaItem, { book, now }: Context): Session {
  const { live } = session;
  if (live.itemId !== item.id || live.stage.playing === null || hasBegun(live.stage.playing)) return session;
  const playing = playingOfItem({ ...item, starts: live.starts }, book, now.wall);
  return playing === null ? session : { ...session, live: { ...live, stage: { ...live.stage, playing } } };
}
