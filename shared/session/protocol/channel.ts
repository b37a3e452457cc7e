import type { Now } from '../../room/timer';
import type { Command } from '../commands/commands';
import type { FilesAsk } from '../state/take-home';
import type { ConsoleChanges } from '../view/console-changes';
import type { ConsoleView } from '../view/console-view';
import type { CoupleFile } from './couple-file';
import type { CoupleSearch, FoundCouples, Pairs, ReturningCouple } from './couple-search';
import type { LibraryAnswer, LibraryAsk } from './library-folder';
import type { Answer } from './refusal-code';

/** The console page's channels; they hang on its own webContents, never on the global ipcMain. */
export const consoleChannels = {
  command: 'console/command',
  answer: 'console/answer',
  askView: 'console/ask-view',
  view: 'console/view',
  changes: 'console/changes',
  askClock: 'console/ask-clock',
  clockMoved: 'console/clock-moved',
  beat: 'console/beat',
  intentsWait: 'console/intents-wait',
  takeIntents: 'console/take-intents',
  askVersions: 'console/ask-versions',
  place: 'console/place',
  findCouples: 'console/find-couples',
  findReturning: 'console/find-returning',
  coupleFile: 'console/couple-file',
  pin: 'console/pin',
  filesFolder: 'console/files-folder',
  key: 'console/key',
  comeForward: 'console/come-forward',
  overlaid: 'console/overlaid',
  pictureAt: 'console/picture-at',
} as const;

/** What the native menu asks of the console page. */
export const intents = [
  'palette',
  'keys',
  'about',
  'home',
  'settings',
  'run',
  'prepare',
  'couples',
  'find-couple',
] as const;
export type Intent = (typeof intents)[number];

export type Picture = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** A key that was pressed in the room's own window. */
export type Pressed = Readonly<
  Record<'key' | 'code', string> & Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey' | 'repeat', boolean>
>;

export interface Versions {
  readonly app: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
}

/** All the console page can do: what its preload exposes as `window.holdfast`. */
export interface ConsoleBridge {
  /** By its answer, `onView` has had every change that was made before it. */
  readonly command: (command: Command) => Promise<Answer>;
  /** The whole view, once; afterwards `onView` gets the slices that changed. */
  readonly askView: () => Promise<ConsoleView>;
  readonly onView: (listener: (changed: ConsoleChanges) => void) => void;
  readonly askClock: () => Promise<Now>;
  readonly onClockMoved: (listener: () => void) => () => void;
  /** Something is asked of the page: it takes it, so that nothing asked of a page that died is lost. */
  readonly onIntents: (listener: () => void) => () => void;
  readonly takeIntents: () => Promise<readonly Intent[]>;
  /** A key was pressed in the room's own window; one that comes while no page is there is lost, as one pressed here would be. */
  readonly onKey: (listener: (pressed: Pressed) => void) => () => void;
  /** Something of this page's needs the keyboard. */
  readonly comeForward: () => void;
  /** Where this page draws its picture of the room, in CSS pixels, null while it draws none: the room's window lies over that first of all. */
  readonly pictureAt: (picture: Picture | null) => void;
  /** Whether something is open over this page's screen: the room's window does not lie over that. */
  readonly overlaid: (on: boolean) => void;
  readonly beat: () => void;
  /** The couples of every retreat that a name finds. */
  readonly findCouples: (search: CoupleSearch) => Promise<FoundCouples>;
  /** The couples of earlier retreats that have both names of one of these. */
  readonly findReturning: (pairs: Pairs) => Promise<readonly ReturningCouple[]>;
  /** What is kept about a couple, in numbers; null while no library is open. */
  readonly coupleFile: (id: string) => Promise<CoupleFile | null>;
  /** Chooses the PIN that takes the laptop back; whether the disk has it. */
  readonly setPin: (digits: string) => Promise<boolean>;
  /** Asks where files go from now on, in the system's own dialog, or shows the folder of the last batch in the system's own way. */
  readonly filesFolder: (ask: FilesAsk) => Promise<boolean>;
  readonly askVersions: () => Promise<Versions>;
  /** Asks about the place of the library; answers once it is done, which may take a dialog and a long copy. */
  readonly place: (ask: LibraryAsk) => Promise<LibraryAnswer>;
}
