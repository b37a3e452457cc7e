import type { PaperPrinter } from '../../couple/handover-view';
import type { OwnFormName } from '../../couple/summary/own-forms';
import type { Paper } from '../../couple/summary/version';
import type { FileState } from './printouts';

/** The file of it that is made, or was made last. */
export interface OwnMaking extends FileState {
  /** Another one each time: what comes of an earlier one says nothing of it. */
  readonly id: string;
  readonly form: OwnFormName;
  readonly paper: Paper;
  readonly place: string;
  readonly folder: string;
  /** What it opens with, once it is made: here, until it is put away, and nowhere else. */
  readonly phrase: string | null;
}

/** The copy that the partner who has the laptop takes along, with what only they may read (S13). It goes with the laptop. */
export interface OwnCopy {
  /** The day on which its place was opened. */
  readonly day: string;
  /** Ids of sections and items that they left out by hand. */
  readonly out: readonly string[];
  readonly making: OwnMaking | null;
  /** Where it can be printed; null until the system was asked. */
  readonly printers: readonly PaperPrinter[] | null;
}

export const isOwnGoingOn = ({ making }: OwnCopy): boolean => making?.state === 'waits' || making?.state === 'making';
