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

/** What the page draws; `job` is another one each time. */
export type PrintView = { readonly job: string; readonly paper: Paper } & (
  | { readonly summary: Summary; readonly pages?: never }
  | { readonly pages: Pages; readonly summary?: never }
);

/** All that the page can reach outside itself, under `window.holdfastPrint`. */
export interface PrintBridge {
  readonly onView: (listener: (view: PrintView | null) => void) => void;
  /** All of a job is laid out, in letters that are there. */
  readonly drawn: (job: string) => void;
}
