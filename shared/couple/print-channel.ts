import type { Pages } from '../exercise/printouts/pages';
import type { Summary } from './summary/summary';
import type { Paper } from './summary/version';

/** The channels of the page that becomes a PDF. */
export const printChannels = {
  view: 'print/view',
  answer: 'print/answer',
  clockMoved: 'print/clock-moved',
  drawn: 'print/drawn',
} as const;

type DrawnPiece =
  | { readonly summary: Summary; readonly pages?: never }
  | { readonly pages: Pages; readonly summary?: never };

/** One of several in a job, and how many pages it has. */
export type StackedPiece = DrawnPiece & { readonly count: number };

/** What the page draws; `job` is another one each time. */
export type PrintView = { readonly job: string; readonly paper: Paper } & (
  | (DrawnPiece & { readonly stack?: never })
  | { readonly stack: readonly StackedPiece[]; readonly summary?: never; readonly pages?: never }
);

/** All that the page can reach outside itself, under `window.holdfastPrint`. */
export interface PrintBridge {
  readonly onView: (listener: (view: PrintView | null) => void) => void;
  /** All of a job is laid out, in letters that are there. */
  readonly drawn: (job: string) => void;
}
