import { type AgendaItem, currentDay, itemAfter } from '../../retreat/retreat';
import { projectRoom, type RoomView } from '../../room/room-view';
import { emptyStage, goTo, hasNext, type Stage, show } from '../../room/stage';
import { billboard } from '../commands/billboard';
import type { Book } from '../commands/book';
import { playingOfItem } from '../commands/playing';
import type { Session } from '../state/session';

/** Looks once at a session in a book, however many pages are shown it. */
function once<V>(look: (session: Session, book: Book) => V): (session: Session, book: Book) => V {
  let last: { readonly session: Session; readonly book: Book; readonly view: V } | null = null;
  return (session, book) => {
    if (last?.session !== session || last.book !== book) last = { session, book, view: look(session, book) };
    return last.view;
  };
}

/**
 * The wall's stage: its own while frozen. What is said to the room itself goes over it all the same (design.md section 4):
 * nobody who holds the room, or writes to it, means a picture from before.
 */
function wallStage({ live }: Session): Stage {
  const { blank, help, held, heldAt, message } = live.stage;
  if (live.veiled) return { ...emptyStage, blank, help };
  return live.frozen === null ? live.stage : { ...live.frozen.stage, blank, help, held, heldAt, message };
}

/** The view sent to the room page and drawn in the console's preview. */
export const roomView = once((session, book): RoomView => {
  const live = billboard(session, book);
  const frozen = session.live.veiled ? null : session.live.frozen;
  return projectRoom(wallStage(session), frozen === null ? live : { ...frozen.billboard, look: live.look }, book.room);
});

/** The stage with nothing over what is on it. */
const bare = (stage: Stage): Stage => ({
  ...stage,
  held: false,
  heldAt: null,
  blank: false,
  help: false,
  message: null,
  cue: null,
});

/** What a step of what is on stage would show, before it begins. */
export const stepView = (session: Session, index: number, book: Book): RoomView =>
  projectRoom(goTo(bare(session.live.stage), index, 0, false), billboard(session, book), book.room);

/** What the first step of an item would show, or null when it has none. */
export function itemView(session: Session, item: AgendaItem, book: Book): RoomView | null {
  const playing = playingOfItem(item, book, null);
  if (playing === null) return null;
  return projectRoom(show({ ...bare(session.live.stage), playing }, 'playing'), billboard(session, book), book.room);
}

/** What Next would show: the next step, or the first step of the next item of the day. */
export const upNext = once((session, book): RoomView | null => {
  const { stage, after } = session.live;
  if (stage.playing !== null && hasNext(stage.playing)) return stepView(session, stage.playing.index + 1, book);
  const day = session.retreat === null ? undefined : currentDay(session.retreat);
  const item = day === undefined ? null : itemAfter(day, after);
  return item === null ? null : itemView(session, item, book);
});
