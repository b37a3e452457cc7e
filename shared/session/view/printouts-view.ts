import { z } from 'zod';
import { papers } from '../../couple/summary/version';
import { type Pages, pagesSchema } from '../../exercise/printouts/pages';
import { makePrintout, type Printout, type PrintoutSource, printoutSchema } from '../../exercise/printouts/printout';
import type { Book } from '../commands/book';
import type { PrintoutBatch } from '../state/printouts';
import type { Session } from '../state/session';
import { copyFaults } from '../state/take-home';
import { plannedExercises } from './planned-exercises';
import { reportOf } from './retreat-report';

/** What the console is shown of what is printed for the room. */
export interface PrintoutsView {
  /** What is looked at, as it would be made now; null where there is nothing on it. */
  readonly looked: (Printout & { readonly pages: Pages | null }) | null;
  readonly batch: PrintoutBatch | null;
}

const sourceNow = ({ retreat, settings }: Session, book: Book, printout: Printout): PrintoutSource => ({
  exercise: printout.exercise === null ? null : (book.exercise(printout.exercise) ?? null),
  planned: plannedExercises(retreat, book.exercise),
  helpLines: settings.helpLines ?? book.helpLines,
  report: retreat && reportOf(retreat, book),
});

/** A printout as it would be made at this moment. */
export const printoutNow = (session: Session, book: Book, printout: Printout): Pages | null =>
  makePrintout(printout, sourceNow(session, book, printout), book.printouts);

export function printoutsView(session: Session, book: Book): PrintoutsView {
  const { shown, looked, batch } = session.printouts;
  return {
    looked: shown && looked !== null ? { ...looked, pages: printoutNow(session, book, looked) } : null,
    batch,
  };
}

export const printoutsViewSchema: z.ZodType<PrintoutsView> = z.strictObject({
  looked: printoutSchema.extend({ pages: pagesSchema.nullable() }).nullable(),
  batch: z
    .strictObject({
      paper: z.enum(papers),
      place: z.string(),
      folder: z.string(),
      printouts: z.array(
        printoutSchema.extend({
          state: z.enum(['waits', 'making', 'made', 'failed', 'left']),
          fault: z.enum(copyFaults).nullable(),
          file: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
