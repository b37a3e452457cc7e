import type { Paper } from '../../shared/couple/summary/version';
import type { Side } from '../../shared/room/wall';
import type { Book } from '../../shared/session/commands/book';
import type { Session } from '../../shared/session/state/session';
import type { Copy, CopyFault } from '../../shared/session/state/take-home';
import type { Sourced } from '../../shared/session/view/take-home-source';
import type { PrintSummary } from '../windows/print-window';

/** What a file is made from, as it is at one moment. */
export interface Moment extends Sourced {
  readonly session: Session;
  readonly book: Book;
  readonly copy: Copy;
  /** Ids of what was left out by hand. */
  readonly out: ReadonlySet<string>;
}

/** The code by which the answers to a partner's page find their way back. */
export type CodeOf = (couple: string, side: Side) => Promise<string>;

/** What a file is made with. */
export interface Tools {
  readonly print: PrintSummary;
  readonly paper: Paper;
  readonly codeOf: CodeOf;
  /** What the file is to open with; null where it opens for everybody. */
  readonly phrase: string | null;
}

/** A file that lies beside others in a couple's folder, once, whatever the number of those. */
export interface Beside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Making {
  /** All that stands in the file, as plain data: a file is written only while the same would stand in it. */
  readonly from: unknown;
  /** Its bytes; null where they were not there in time, and may be asked for once more. */
  readonly bytes: (tools: Tools) => Promise<Uint8Array | null>;
  /** What must be there before it is. */
  readonly beside?: readonly Beside[];
}

/** How files of one format are made. Throws {@link NotMade} where there may be none. */
export type Maker = (at: Moment) => Making;

/** Told as a fault of the copy, and no batch ends by it. */
export class NotMade extends Error {
  readonly fault: CopyFault;

  constructor(fault: CopyFault) {
    super(fault);
    this.fault = fault;
  }
}
