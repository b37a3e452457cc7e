import type { ListedHelpLine } from '../../exercise/help-line';
import { currentDay, type Retreat } from '../../retreat/retreat';
import type { RoomView } from '../../room/room-view';
import { current } from '../../room/stage';
import type { Book } from '../commands/book';
import type { CommandType, UndoneType } from '../commands/commands';
import { publicTitle } from '../commands/public-title';
import { type Exposure, exposure } from '../policy/discretion';
import type { Drafts } from '../state/drafts';
import type { Choice, Live, Notice, Recovery, RetreatLine, Saving, Screens, Session } from '../state/session';
import { couplesLookedAt, notesToSave } from '../state/session';
import type { Settings } from '../state/settings';
import { emptyList, ownerOf } from '../state/undo-lists';
import { type AnswersBackView, answersBackView } from './answers-view';
import { chartersView, type OpenCharterView } from './charter-view';
import { type OpenPracticeView, practicesView } from './practice-view';
import { type PrintJobView, printJobView } from './print-job-view';
import { type PrintoutsView, printoutsView } from './printouts-view';
import { type RecordView, recordsView, type SheetView, sheetsView } from './record-view';
import { type TakeHomeView, takeHomeView } from './take-home-view';
import { itemView, roomView, stepView, upNext } from './wall-view';

/** Everything the console page knows, sent by slice: only what changed. */
export interface ConsoleView {
  readonly settings: Settings;
  readonly shelf: readonly RetreatLine[];
  /** How many couples have something due, and nothing else of them. */
  readonly couplesDue: number;
  readonly retreat: Retreat | null;
  readonly notes: Readonly<Record<string, string>>;
  readonly unsavedNotes: readonly string[];
  /** The couples whose consents and progress are looked at. */
  readonly sheets: Readonly<Record<string, SheetView>>;
  /** The couples whose record is open, as the facilitator may know it. */
  readonly records: Readonly<Record<string, RecordView>>;
  readonly unsavedRecords: readonly string[];
  /** What can be taken back, and made again, of the couples whose record is open, or who are looked at for what they take home. */
  readonly coupleEdits: Readonly<
    Record<string, { readonly undo: CommandType | null; readonly redo: CommandType | null }>
  >;
  /** The charters of those couples. */
  readonly charters: Readonly<Record<string, OpenCharterView>>;
  readonly unsavedCharters: readonly string[];
  /** What those couples practised. */
  readonly practices: Readonly<Record<string, OpenPracticeView>>;
  readonly unsavedPractices: readonly string[];
  readonly drafts: Drafts;
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
  /** There is a PIN to take the laptop back with. */
  readonly hasPin: boolean;
  /** Exactly what the room shows. */
  readonly room: RoomView;
  /** What the next step or item looks like, or null at the end. The room's page lays its scene out in advance. */
  readonly upNext: RoomView | null;
  /** What the facilitator looks at before it is put up, and what it would show. */
  readonly chosen: { readonly choice: Choice; readonly title: string; readonly view: RoomView } | null;
  readonly helpLines: readonly ListedHelpLine[];
  readonly takeHome: TakeHomeView;
  readonly answersBack: readonly AnswersBackView[];
  readonly printouts: PrintoutsView;
  readonly printJob: PrintJobView | null;
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

function coupleEdits(session: Session): ConsoleView['coupleEdits'] {
  const { shownRecords, undoLists } = session;
  const edited = couplesLookedAt(session).filter((id) => undoLists[ownerOf(id)] !== undefined);
  const edits = [...new Set([...shownRecords.whole, ...edited])].map((id) => {
    const { back, again } = undoLists[ownerOf(id)] ?? emptyList;
    return [id, { undo: back.at(-1)?.command.type ?? null, redo: again.at(-1)?.command.type ?? null }] as const;
  });
  return Object.fromEntries(edits);
}

export function consoleView(session: Session, book: Book): ConsoleView {
  const { settings, shelf, couplesDue, retreat, notes, live, screens, saving, recovery, notice } = session;
  return {
    settings,
    shelf,
    couplesDue,
    retreat,
    notes,
    unsavedNotes: notesToSave(session),
    sheets: sheetsView(session, book),
    records: recordsView(session, book),
    unsavedRecords: session.unsavedRecords,
    coupleEdits: coupleEdits(session),
    charters: chartersView(session, book),
    unsavedCharters: session.unsavedCharters,
    practices: practicesView(session, book),
    unsavedPractices: session.unsavedPractices,
    drafts: session.drafts,
    live,
    undos: session.before
      .map(({ command, live: { stage } }) => ({ type: command, backTo: current(stage)?.step.thought ?? null }))
      .reverse(),
    planUndo: session.undoLists.retreat?.back.at(-1)?.command.type ?? null,
    screens,
    discreet: session.discreet,
    exposure: exposure(session),
    saving,
    recovery,
    notice,
    hasPin: session.hasPin,
    room: roomView(session, book),
    upNext: upNext(session, book),
    chosen: chosen(session, book),
    helpLines: settings.helpLines ?? book.helpLines,
    takeHome: takeHomeView(session, book),
    answersBack: answersBackView(session),
    printouts: printoutsView(session, book),
    printJob: printJobView(session),
  };
}
