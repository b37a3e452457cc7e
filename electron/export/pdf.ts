import type { Maker } from './maker';
import { summaryOf } from './summary-of';

/** Pages of paper, as the hidden page draws them. */
export const pdf: Maker = (at) => {
  const summary = summaryOf(at);
  return { from: summary, bytes: ({ print, paper }) => print({ paper, summary }) };
};
