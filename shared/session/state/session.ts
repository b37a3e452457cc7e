import type { Charter } from '../../couple/charter/charter';
import type { Practice } from '../../couple/practice/practice';
import type { CoupleRecord } from '../../couple/record';
import type { Actual, Retreat } from '../../retreat/retreat';
import type { Billboard } from '../../room/room-view';
import { emptyStage, type Stage } from '../../room/stage';
import type { UndoneType } from '../commands/commands';
import type { ChangeUnderway } from '../documents/underway';
import type { ReturningCouple } from '../protocol/couple-search';
import type { Absent } from '../protocol/library-folder';
import type { NoticeCode } from '../protocol/notice-code';
import type { AnswersBack } from './answers-back';
import type { Drafts } from './drafts';
import { type Handover, ownCopyNow } from './handover';
import { isAtPrinter, type PrintJob } from './print-job';
import { emptyPrintouts, type Printouts } from './printouts';
import { defaultSettings, type Settings } from './settings';
import { emptyTakeHome, type Printing, type TakeHome } from './take-home';
import type { UndoLists } from './undo-lists';

/** An item of the day or a step of what is on stage that was pointed at, and is put up only when that is asked for. */
export type Choice = { readonly kind: 'item'; readonly id: string } | { readonly kind: 'step'; readonly index: number };

/** When the items and steps of the current day really ran, by item id. The retreat's `actual`s are a copy of it. */
export type Log = Readonly<Record<string, Actual>>;

/** A sleep the facilitator has not answered for: count it, or go on where it was? */
export interface Away {
  /** Wall clock at suspend, epoch milliseconds. */
  readonly since: number;
  /** Milliseconds away, or null while the machine still sleeps. */
  readonly ms: number | null;
  readonly wasRunning: boolean;
}

/** What is live: the stage, the frozen wall, where in the day it is. */
export interface Live {
  readonly dayId: string | null;
  /** The agenda item on stage; null for a drill or a free timer. */
  readonly itemId: string | null;
  /** The item after which the day goes on, whatever else is on stage in between. */
  readonly after: string | null;
  /** The exercise or talk on stage, so that the console finds its notes; null for breaks and free timers. */
  readonly ref: string | null;
  /** Who took the first turn in what is on stage. */
  readonly starts: 'A' | 'B';
  readonly stage: Stage;
  /** The wall's own stage while it is frozen (design.md section 4), and what stood beside it; its look follows the settings. */
  readonly frozen: { readonly stage: Stage; readonly billboard: Omit<Billboard, 'look'> } | null;
  /** After a crash or a lost display the room stays neutral until the facilitator says so (S2). */
  readonly veiled: boolean;
  readonly log: Log;
  /** Epoch milliseconds at which the facilitator ended the day, or null. */
  readonly dayEndedAt: number | null;
  readonly away: Away | null;
}

/** A live action that can be taken back: what it was, and what was live before it. */
export interface Before {
  readonly command: UndoneType;
  readonly live: Live;
}

export interface DisplayInfo {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly scaleFactor: number;
  readonly internal: boolean;
  readonly primary: boolean;
  /** The console's window is on it, or it shows the same picture as the one the console is on. */
  readonly console: boolean;
  /** Some part of the console's window is on it. */
  readonly meetsConsole: boolean;
}

export interface RoomStatus {
  /** `lost`: its display was unplugged; `down`: its page keeps failing. */
  readonly state: 'closed' | 'window' | 'full' | 'lost' | 'down';
  readonly displayId: string | null;
  /** Size the room is drawn at, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Screens {
  readonly displays: readonly DisplayInfo[];
  readonly room: RoomStatus;
  /** What the facilitator asked for; displays.ts makes it so. */
  readonly wanted: { readonly open: boolean; readonly displayId: string | null; readonly windowed: boolean };
  /** Number of times "identify" was asked for. */
  readonly identify: number;
  /** Two outputs show the same picture; `maybe` where the system would then tell of one display, and one is all there is now. */
  readonly mirrored: 'no' | 'maybe' | 'yes';
  /** The room's own window lies over the console's picture of it, which then draws nothing around its edges. */
  readonly pictureCovered: boolean;
}

export interface Saving {
  readonly state: 'saved' | 'saving' | 'not-saved';
  /** A stable code ("disk-full"), worded by the console. */
  readonly reason: string | null;
  /** Where the library lives on this machine. */
  readonly folder: string;
  /** Why no library is open, or null: while it is not, nothing of it is shown and what is made stays in memory. */
  readonly absent: Absent | null;
  /** How many files of how many are copied while the library moves; null when it does not. */
  readonly moving: { readonly done: number; readonly of: number } | null;
}

/** A line on the home screen; derived from the library, never a couple's. */
export interface RetreatLine {
  readonly id: string;
  readonly title: string;
  readonly program: string;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly couples: number;
  /** How many of them are in another retreat as well. */
  readonly shared: number;
  /** Epoch milliseconds of the last save. */
  readonly touchedAt: number;
  readonly demo: boolean;
}

/** A run that ended without being closed: offered again, paused, with the room neutral. */
export interface Recovery {
  readonly retreat: { readonly id: string; readonly title: string } | null;
  readonly title: string;
  readonly step: string | null;
  readonly remainingMs: number | null;
  /** Epoch milliseconds of the last sign of life. */
  readonly lastSeen: number;
}

/** Something the console must say that no state shows ("the older copy was restored"). */
export interface Notice {
  readonly id: number;
  /** `refused`: what the native menu asked for has no answer of its own to show. */
  readonly code: NoticeCode | 'refused';
  readonly values: Readonly<Record<string, string | number>>;
}

/** What was asked of the library and has not come yet. Only what is still asked for when it comes takes any place. */
export interface Asked {
  readonly token: string;
  /** The retreat it is about, or null. */
  readonly retreat: string | null;
}

/** A couple's record as it is open: nothing is written to one that a newer Holdfast wrote, or that cannot be read just now. */
export interface OpenRecord {
  readonly record: CoupleRecord;
  readonly closed: 'newer' | 'unread' | null;
}

/** A couple's charter as it is open. */
export interface OpenCharter {
  readonly charter: Charter;
  readonly closed: OpenRecord['closed'];
}

/** What a couple practised, as it is open. */
export interface OpenPractice {
  readonly practice: Practice;
  readonly closed: OpenRecord['closed'];
}

/** The couples whose records the console shows: consents and how each exercise stands, or all of it. */
export interface ShownRecords {
  readonly sheets: readonly string[];
  readonly whole: readonly string[];
}

export interface Session {
  readonly settings: Settings;
  readonly shelf: readonly RetreatLine[];
  /** How many couples have something due by today, as far as it is known. */
  readonly couplesDue: number;
  readonly retreat: Retreat | null;
  /** The facilitator's private note for each couple, by couple id. */
  readonly notes: Readonly<Record<string, string>>;
  /** Couples whose note is not yet on the disk as it stands. */
  readonly unsavedNotes: readonly string[];
  /** The records that are shown and were read, by couple id. All others are on the disk alone. */
  readonly records: Readonly<Record<string, OpenRecord>>;
  readonly shownRecords: ShownRecords;
  /** Couples whose record is not yet on the disk as it stands. */
  readonly unsavedRecords: readonly string[];
  /** The charters of the couples that are shown whole, once they are read. */
  readonly charters: Readonly<Record<string, OpenCharter>>;
  /** Couples whose charter is not yet on the disk as it stands. */
  readonly unsavedCharters: readonly string[];
  /** What those couples practised, once it is read. */
  readonly practices: Readonly<Record<string, OpenPractice>>;
  /** Couples of whom what they practised is not yet on the disk as it stands. */
  readonly unsavedPractices: readonly string[];
  /** What changes documents of several couples, and is not yet on the disk as a whole. */
  readonly underway: readonly ChangeUnderway[];
  /** Who was found last to have been here before. Only of these the record goes on: what may be deleted meanwhile is looked for anew. */
  readonly returning: readonly ReturningCouple[];
  readonly drafts: Drafts;
  readonly live: Live;
  /** What the facilitator is looking at before it is put up. */
  readonly choice: Choice | null;
  /** The live state before each of the last live actions, newest last, for their undo. */
  readonly before: readonly Before[];
  /** The retreat and each couple are taken back on their own. */
  readonly undoLists: UndoLists;
  readonly screens: Screens;
  /** Names and notes are hidden on the console, behind seat numbers and dots. */
  readonly discreet: boolean;
  readonly saving: Saving;
  readonly recovery: Recovery | null;
  readonly asked: Asked | null;
  readonly notice: Notice | null;
  /** The laptop is in a partner's hands, or locked after it was; null while the facilitator has it. */
  readonly handover: Handover | null;
  /** The facilitator has chosen a PIN to take the laptop back with. */
  readonly hasPin: boolean;
  readonly takeHome: TakeHome;
  /** Files that came back from home, in the order they came: in memory alone, until they are taken in or put away. */
  readonly answersBack: readonly AnswersBack[];
  /** What is printed for the room. */
  readonly printouts: Printouts;
  /** What goes to the printer, or went there last. */
  readonly printJob: PrintJob | null;
  /** The same of what a partner prints for themselves, with the laptop in their hands. No view of the console has a place for it. */
  readonly ownPrint: PrintJob | null;
  /** What is drawn to become a file or to be printed just now, or null. */
  readonly printing: Printing | null;
}

export const idleLive: Live = {
  dayId: null,
  itemId: null,
  after: null,
  ref: null,
  starts: 'A',
  stage: emptyStage,
  frozen: null,
  veiled: false,
  log: {},
  dayEndedAt: null,
  away: null,
};

export const emptySession: Session = {
  settings: defaultSettings,
  shelf: [],
  couplesDue: 0,
  retreat: null,
  notes: {},
  unsavedNotes: [],
  records: {},
  shownRecords: { sheets: [], whole: [] },
  unsavedRecords: [],
  charters: {},
  unsavedCharters: [],
  practices: {},
  unsavedPractices: [],
  underway: [],
  returning: [],
  drafts: {},
  live: idleLive,
  choice: null,
  before: [],
  undoLists: {},
  screens: {
    displays: [],
    room: { state: 'closed', displayId: null, width: 1920, height: 1080 },
    wanted: { open: false, displayId: null, windowed: false },
    identify: 0,
    mirrored: 'no',
    pictureCovered: false,
  },
  discreet: false,
  saving: { state: 'saved', reason: null, folder: '', absent: null, moving: null },
  recovery: null,
  asked: null,
  notice: null,
  handover: null,
  hasPin: false,
  takeHome: emptyTakeHome,
  answersBack: [],
  printouts: emptyPrintouts,
  printJob: null,
  ownPrint: null,
  printing: null,
};

/** Says something that no state shows. */
export function withNotice(session: Session, notice: Omit<Notice, 'id'>): Session {
  return { ...session, notice: { ...notice, id: (session.notice?.id ?? 0) + 1 } };
}

/** Couples whose note is not yet on the disk as it was typed. */
export function notesToSave({ drafts, unsavedNotes }: Session): readonly string[] {
  const typed = Object.values(drafts).flatMap(({ of }) => (of.document === 'note' ? [of.id] : []));
  return typed.length === 0 ? unsavedNotes : [...new Set([...unsavedNotes, ...typed])];
}

const handedCouple = ({ handover }: Session): readonly string[] =>
  handover?.kind === 'opening' || handover?.kind === 'open' ? [handover.to.couple] : [];

/** Every couple of the retreat, while what couples take home is on the screen: of it the console is sent how it stands, and no word. */
export const couplesLookedAt = ({ takeHome: { shown }, retreat }: Session): readonly string[] =>
  shown === null ? [] : (retreat?.couples.map(({ id }) => id) ?? []);

/** Those of whom files are being made, and those whose note of a file is not on the disk yet, whatever the console shows meanwhile. */
const couplesInBatch = ({ takeHome: { batch }, unsavedRecords }: Session): readonly string[] =>
  batch?.copies.flatMap(({ id, state }) =>
    state === 'waits' || state === 'making' || unsavedRecords.includes(id) ? [id] : [],
  ) ?? [];

/** What goes to a printer or went there last, whoever asked for it: a partner who waits with the laptop in their hands comes first. */
export const printJobsOf = ({ printJob, ownPrint }: Session): readonly PrintJob[] =>
  [ownPrint, printJob].filter((job) => job !== null);

/** The same of those whose copies go to the printer. */
const couplesAtPrinter = (session: Session): readonly string[] =>
  printJobsOf(session).flatMap((job) =>
    job.pieces.flatMap(({ copy }) =>
      copy !== null && (isAtPrinter(job) || session.unsavedRecords.includes(copy.id)) ? [copy.id] : [],
    ),
  );

/** That of the partner who looks at their own copy. */
const takingAlong = ({ handover }: Session): readonly string[] => {
  const now = ownCopyNow(handover);
  return now === null ? [] : [now.to.couple];
};

/** The couples all of whose documents are in memory. */
export const neededWhole = (session: Session): ReadonlySet<string> =>
  new Set([
    ...session.shownRecords.whole,
    ...couplesLookedAt(session),
    ...couplesInBatch(session),
    ...couplesAtPrinter(session),
    ...takingAlong(session),
  ]);

/** The couples whose records are: those the console shows as well, and that of the partner who has the laptop. */
export const neededRecords = (session: Session): ReadonlySet<string> =>
  new Set([...session.shownRecords.sheets, ...neededCharters(session)]);

/** The couples whose charters are, and what they practised. */
export const neededCharters = (session: Session): ReadonlySet<string> =>
  new Set([...neededWhole(session), ...handedCouple(session)]);

/** A run is on: something is being led, so the machine stays awake and quitting asks. */
export const isRunning = (session: Session): boolean => session.live.stage.playing !== null;
