import { z } from 'zod';
import { papers } from '../../couple/summary/version';
import { printoutSchema } from '../../exercise/printouts/printout';

const mostPrintouts = 100;

/** What is printed for the room. */
export const printoutCommands = [
  /** Its place is on the screen, or is not any more. */
  z.strictObject({ type: z.literal('printouts/show'), on: z.boolean() }),
  /** Looks at one before it is made; null looks away. */
  z.strictObject({ type: z.literal('printouts/look'), printout: printoutSchema.nullable() }),
  z.strictObject({
    type: z.literal('printouts/make'),
    printouts: z.array(printoutSchema).min(1).max(mostPrintouts),
    paper: z.enum(papers),
  }),
  /** What is not made yet is left. */
  z.strictObject({ type: z.literal('printouts/stop') }),
  /** Makes what failed, and what was left, once more. */
  z.strictObject({ type: z.literal('printouts/again') }),
] as const;
