import type { Printout } from '../../exercise/printouts/printout';
import type { Batch, CopyToMake } from './take-home';

/** How one file of a batch stands. */
export type FileState = Pick<CopyToMake, 'state' | 'fault' | 'file'>;

export type PrintoutToMake = Printout & FileState;

/** Printouts that are made one after another, into a folder of their own. */
export type PrintoutBatch = Pick<Batch, 'paper' | 'place' | 'folder'> & {
  readonly printouts: readonly PrintoutToMake[];
};

/** What is printed for the room: what is looked at before it is made, and what is being made. */
export interface Printouts {
  /** Its place is on the console's screen. */
  readonly shown: boolean;
  readonly looked: Printout | null;
  readonly batch: PrintoutBatch | null;
}

export const emptyPrintouts: Printouts = { shown: false, looked: null, batch: null };

export const printoutKey = ({ name, exercise }: Printout): string => (exercise === null ? name : `${name}/${exercise}`);

/** What is still to be made, or is just being made. */
export const isPrinting = ({ batch }: Pick<Printouts, 'batch'>): boolean =>
  batch?.printouts.some(({ state }) => state === 'waits' || state === 'making') === true;
