import { type AgendaItem, currentDay, itemAfter, type Retreat } from '../../retreat/retreat';
import { type HelpLine, projectRoom, type RoomView } from '../../room/room-view';
import { current, emptyStage, goTo, hasNext, type Stage, show } from '../../room/stage';
import { billboard } from '../commands/billboard';
import type { Book } from '../commands/book';
import type { CommandType, UndoneType } from '../commands/commands';
import { playingOfItem } from '../commands/playing';
import { publicTitle } from '../commands/public-title';
import { type Exposure, exposure } from '../policy/discretion';
import type { Choice, Live, Notice, Recovery, RetreatLine, Rewrite, Saving, Screens, Session } from '../state/session';
import type { Settings } from '../state/settings';

/** Everything the console page knows, sent by slice: only what changed. */
export interface ConsoleView {
  readonly settings: Settings;
  readonly shelf: readonly RetreatLine[];
  readonly retreat: Retreat | null;
  readonly notes: Readonly<Record<string, string>>;
  readonly unsavedNotes: readonly string[];
  readonly drafts: Session['drafts'];
  readonly rewrite: Rewrite | null;
  readonly live: Live;
  /** The live actions that can be taken back, newest first, and the step that was on before each. */
  readonly undos: readonly { readonly type: UndoneType; readonly backTo: string | null }[];
  readonly planUndo: CommandType | null;
  readonly screens: Screens;
  readonly discreet: boolean;
  readonly exposure: Exposure | null;
  readonly saving: Saving;
  readonly recovery: Recovery | null;
  readonly notice: Notice | null;
  /** Exactly what the room shows. */
  readonly room: RoomView;
  /** What the next step or item looks like, or null at the end. The room's page lays its scene out in advance. */
  readonly upNext: RoomView | null;
  /** What the facilitator looks at before it is put up, and what it would show. */
  readonly chosen: { readonly choice: Choice; readonly title: string; readonly view: RoomView } | null;
  readonly helpLines: readonly HelpLine[];
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
export function roomView(session: Session, book: Book): RoomView {
  const live = billboard(session, book);
  const frozen = session.live.veiled ? null : session.live.frozen;
  return projectRoom(wallStage(session), frozen === null ? live : { ...frozen.billboard, look: live.look }, book.room);
}

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
const stepView = (session: Session, index: number, book: Book): RoomView =>
  projectRoom(goTo(bare(session.live.stage), index, 0, false), billboard(session, book), book.room);

/** What the first step of an item would show, or null when it has none. */
function itemView(session: Session, item: AgendaItem, book: Book): RoomView | null {
  const playing = playingOfItem(item, book, null);
  if (playing === null) return null;
  return projectRoom(show({ ...bare(session.live.stage), playing }, 'playing'), billboard(session, book), book.room);
}

/** What Next would show: the next step, or the first step of the next item of the day. */
function upNext(session: Session, book: Book): RoomView | null {
  const { stage, after } = session.live;
  if (stage.playing !== null && hasNext(stage.playing)) return stepView(session, stage.playing.index + 1, book);
  const day = session.retreat === null ? undefined : currentDay(session.retreat);
  const item = day === undefined ? null : itemAfter(day, after);
  return item === null ? null : itemView(session, item, book);
}

function chosen(session: Session, book: Book): ConsoleView['chosen'] {
  const { choice, retreat, live } = session;
  if (choice === null) return null;
  if (choice.kind === 'step') {
    const step = live.stage.playing?.steps[choice.index];
    return step === undefined ? null : { choice, title: step.thought, view: stepView(session, choice.index, book) };
  }
  const day = retreat === null ? undefined : currentDay(retreat);
  const item = day?.items.find(({ id }) => id === choice.id);
  const view = item === undefined ? null : itemView(session, item, book);
  return item === undefined || view === null ? null : { choice, title: publicTitle(item, book), view };
}

export function consoleView(session: Session, book: Book): ConsoleView {
  const { settings, shelf, retreat, notes, live, screens, saving, recovery, notice } = session;
  return {
    settings,
    shelf,
    retreat,
    notes,
    unsavedNotes: session.unsavedNotes,
    drafts: session.drafts,
    rewrite: session.rewrite,
    live,
    undos: session.before
      .map(({ command, live: { stage } }) => ({ type: command, backTo: current(stage)?.step.thought ?? null }))
      .reverse(),
    planUndo: session.takeBacks.at(-1)?.type ?? null,
    screens,
    discreet: session.discreet,
    exposure: exposure(session),
    saving,
    recovery,
    notice,
    room: roomView(session, book),
    upNext: upNext(session, book),
    chosen: chosen(session, book),
    helpLines: settings.helpLines ?? book.helpLines,
  };
}
