import { z } from 'zod';
import { type PrintFault, type PrintJob, printFaults, printStates } from '../state/print-job';
import type { Session } from '../state/session';

/** What the console is shown of what goes to the printer: numbers alone. */
export interface PrintJobView extends Pick<PrintJob, 'state' | 'fault' | 'drawn'> {
  readonly of: number;
  /** Whether they are copies that couples take home, or printouts for the room. */
  readonly what: 'copies' | 'printouts';
  /** How many were left out, and why the first of them was. */
  readonly without: number;
  readonly why: PrintFault | null;
}

export function printJobView({ printJob }: Session): PrintJobView | null {
  if (printJob === null) return null;
  const { state, fault, drawn, pieces } = printJob;
  const without = pieces.filter((piece) => piece.fault !== null);
  return {
    state,
    fault,
    drawn,
    of: pieces.length,
    what: pieces.some(({ copy }) => copy !== null) ? 'copies' : 'printouts',
    without: without.length,
    why: without[0]?.fault ?? null,
  };
}

const count = z.number().int().nonnegative();

export const printJobViewSchema: z.ZodType<PrintJobView> = z.strictObject({
  state: z.enum(printStates),
  fault: z.enum(printFaults).nullable(),
  drawn: count,
  of: count,
  what: z.enum(['copies', 'printouts']),
  without: count,
  why: z.enum(printFaults).nullable(),
});
