import type { Paper } from '../../couple/summary/version';
import type { Printout } from '../../exercise/printouts/printout';
import { type Copy, type CopyFault, copyFaults } from './take-home';

/** One thing that is printed: a copy a couple takes home, or a printout for the room. */
export type PrintPiece =
  | { readonly copy: Copy; readonly printout: null }
  | { readonly copy: null; readonly printout: Printout };

export const printStates = ['waits', 'drawing', 'asking', 'printed', 'left', 'failed'] as const;
export type PrintState = (typeof printStates)[number];

/** Why nothing was printed: each is worded by the console. */
export const printFaults = [...copyFaults, 'no-printer', 'printer', 'handed-over'] as const;
export type PrintFault = (typeof printFaults)[number];

/** What goes to a printer as one job. Nothing of it is on a disk. */
export interface PrintJob {
  readonly id: string;
  /** The retreat it was asked in, which a couple's record notes; null for printouts outside of one. */
  readonly retreat: string | null;
  readonly paper: Paper;
  /** The printer a partner chose for their own copy; null where the system's dialog asks for one. */
  readonly on: string | null;
  /** A piece with a fault is left out of what is printed. */
  readonly pieces: readonly (PrintPiece & { readonly fault: CopyFault | null })[];
  readonly state: PrintState;
  /** Why nothing of it was printed. */
  readonly fault: PrintFault | null;
  /** How many of its pieces are ready. */
  readonly drawn: number;
}

/** Once other files are made, what was said of the last job is no news. */
export const withoutLast = <T extends { readonly printJob: PrintJob | null }>(session: T): T =>
  isAtPrinter(session.printJob) ? session : { ...session, printJob: null };

/** It waits, is drawn, or its dialog is open: without a dialog, the printer takes it. */
export const isAtPrinter = (job: Pick<PrintJob, 'state'> | null): boolean =>
  job !== null && (job.state === 'waits' || job.state === 'drawing' || job.state === 'asking');
