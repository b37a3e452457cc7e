import type { Charter } from '../../couple/charter/charter';
import type { PaperPrinter } from '../../couple/handover-view';
import type { Practice } from '../../couple/practice/practice';
import type { CoupleRecord } from '../../couple/record';
import type { Retreat, RosterEntry } from '../../retreat/retreat';
import type { Side } from '../../room/wall';
import type { ChangeUnderway } from '../documents/underway';
import type { ReturningCouple } from '../protocol/couple-search';
import type { PrintFault, PrintState } from '../state/print-job';
import type { FileState } from '../state/printouts';
import type {
  Live,
  Notice,
  OpenCharter,
  OpenPractice,
  OpenRecord,
  Recovery,
  RetreatLine,
  Saving,
  Screens,
} from '../state/session';
import type { Settings } from '../state/settings';
import type { Copy, CopyFault, CopyToMake, Printing } from '../state/take-home';

/** A retreat as the library brings it. */
export interface Brought {
  readonly retreat: Retreat;
  readonly notes: Readonly<Record<string, string>>;
}

/** What the main process reports. None of it can come through the door. */
export type Happening =
  | { readonly type: 'time/tick' }
  /** The book is another one: what is on stage takes its words. */
  | { readonly type: 'language/changed' }
  | { readonly type: 'power/suspend' }
  | { readonly type: 'power/resume' }
  | {
      readonly type: 'screens/changed';
      readonly screens: Partial<Pick<Screens, 'displays' | 'room' | 'mirrored' | 'wanted' | 'pictureCovered'>>;
    }
  | { readonly type: 'room/lost' }
  | { readonly type: 'saving/changed'; readonly saving: Partial<Saving> }
  | { readonly type: 'library/shelf'; readonly shelf: readonly RetreatLine[] }
  | { readonly type: 'library/due'; readonly couples: number }
  /** A couple that was to be deleted is still there, all of it. */
  | {
      readonly type: 'library/couple-kept';
      readonly retreat: string;
      readonly couple: RosterEntry;
      readonly note: string | null;
    }
  | { readonly type: 'library/settings'; readonly settings: Settings }
  | ({ readonly type: 'library/opened'; readonly token: string } & Brought)
  /** What was asked for cannot be read just now. */
  | { readonly type: 'library/not-brought'; readonly token: string }
  /** No key followed for a while in a field that is saved by itself. */
  | { readonly type: 'draft/rested'; readonly key: string }
  | { readonly type: 'library/note-saved'; readonly id: string; readonly note: string }
  /** The note of a couple that came back, from before it did. */
  | { readonly type: 'library/note-read'; readonly id: string; readonly note: string }
  | { readonly type: 'library/returning'; readonly couples: readonly ReturningCouple[] }
  | { readonly type: 'recovery/found'; readonly recovery: Recovery }
  /** A record that is shown was read. A couple without one has an empty one, which is on no disk before something is in it. */
  | ({ readonly type: 'library/record-read' } & OpenRecord)
  | { readonly type: 'library/record-saved'; readonly record: CoupleRecord }
  /** The same of a charter, and of what was practised. */
  | ({ readonly type: 'library/charter-read' } & OpenCharter)
  | { readonly type: 'library/charter-saved'; readonly charter: Charter }
  | ({ readonly type: 'library/practice-read' } & OpenPractice)
  | { readonly type: 'library/practice-saved'; readonly practice: Practice }
  /** The last run ended in the middle of it. */
  | { readonly type: 'library/underway-found'; readonly underway: ChangeUnderway }
  | { readonly type: 'library/underway-done'; readonly id: string }
  | {
      readonly type: 'recovery/restored';
      readonly token: string;
      /** The retreat the run belongs to, or null. */
      readonly opened: Brought | null;
      readonly live: Live;
      readonly lastLive: number;
    }
  /** The disk knows that a start from now on must be locked, or did not take it. */
  | { readonly type: 'handover/marked'; readonly ok: boolean }
  /** Idle, unplugged, or its page gone: its words hide. */
  | { readonly type: 'handover/lock' }
  /** The last run ended in a partner's hands. */
  | { readonly type: 'handover/found' }
  /** The facilitator is back: by the PIN, or without it after the long wait. */
  | { readonly type: 'handover/left'; readonly byPin: boolean }
  /** What the file opens with that the partner who has the laptop takes along, and how it stands now. */
  | { readonly type: 'handover/own-phrase'; readonly id: string; readonly phrase: string }
  | { readonly type: 'handover/own-file'; readonly id: string; readonly is: FileState }
  /** The printers that print on paper: a partner chooses among them. */
  | { readonly type: 'handover/printers'; readonly printers: readonly PaperPrinter[] }
  | { readonly type: 'pin/known'; readonly set: boolean }
  /** Where batches get their folders. */
  | { readonly type: 'take-home/placed'; readonly place: string }
  | { readonly type: 'take-home/printing'; readonly printing: Printing | null }
  /** A partner's page of the retreat that is open is handed out, and this is its code. */
  | { readonly type: 'take-home/page'; readonly id: string; readonly side: Side; readonly code: string }
  /** What a copy of the batch that is made opens with. */
  | { readonly type: 'take-home/phrase'; readonly copy: Copy; readonly phrase: string }
  /** How a copy of the batch stands now; `n`: its place in it. */
  | {
      readonly type: 'take-home/copy';
      readonly n: number;
      readonly is: Pick<CopyToMake, 'state' | 'fault' | 'file'>;
    }
  /** How a printout of its batch stands now. */
  | { readonly type: 'printouts/file'; readonly n: number; readonly is: FileState }
  /** A piece of what goes to the printer is ready, or is left out. */
  | { readonly type: 'print/piece'; readonly job: string; readonly n: number; readonly fault: CopyFault | null }
  | {
      readonly type: 'print/state';
      readonly job: string;
      readonly state: PrintState;
      readonly fault: PrintFault | null;
    }
  | { readonly type: 'notice/raise'; readonly notice: Omit<Notice, 'id'> };
