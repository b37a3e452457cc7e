import { z } from 'zod';
import { papers, versions } from '../../couple/summary/version';
import { printoutSchema } from '../../exercise/printouts/printout';
import { mostCouples } from '../../retreat/retreat-constants';
import { copySchema } from './take-home-commands';

const mostPrintouts = 100;

/** What goes to the printer, by the system's dialog. */
export const printJobCommands = [
  z.strictObject({
    type: z.literal('print/copies'),
    copies: z
      .array(copySchema)
      .min(1)
      .max(mostCouples * versions.length),
    paper: z.enum(papers),
  }),
  z.strictObject({
    type: z.literal('print/printouts'),
    printouts: z.array(printoutSchema).min(1).max(mostPrintouts),
    paper: z.enum(papers),
  }),
  /** Whatever is not with the printer yet does not go there. */
  z.strictObject({ type: z.literal('print/stop') }),
] as const;
