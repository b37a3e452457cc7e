import { currentDay } from '../../retreat/retreat';
import type { Playing } from '../../room/stage';
import type { Session } from '../state/session';
import type { Context } from './context';
import { playingOfExercise, playingOfItem } from './playing';

/** What is on stage as the book tells it, or null for what is in no book: a free timer. */
function toldAnew({ retreat, live }: Session, { book, now }: Context): Playing | null {
  const day = retreat === null ? undefined : currentDay(retreat);
  const item = day?.items.find(({ id }) => id === live.itemId);
  if (item !== undefined) return playingOfItem({ ...item, starts: live.starts }, book, now.wall);
  return live.ref === null ? null : playingOfExercise(live.ref, live.starts, book);
}

/**
 * What is on stage in the words of another book, its time untouched. Only where every step has its like: a turn that was made for
 * someone (S19) has none, and keeps the words it was begun in.
 */
export function reworded(session: Session, context: Context): Session {
  const { live } = session;
  const { playing } = live.stage;
  const anew = playing === null ? null : toldAnew(session, context);
  if (playing === null || anew === null || anew.steps.length !== playing.steps.length) return session;
  const steps = playing.steps.map((step, index) => {
    const { thought, detail } = anew.steps[index] ?? step;
    return { ...step, thought, detail };
  });
  return { ...session, live: { ...live, stage: { ...live.stage, playing: { ...playing, title: anew.title, steps } } } };
}
