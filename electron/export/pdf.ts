import type { Maker } from './maker';
import { summaryOf } from './summary-of';

/** Pages of paper, as the hidden page draws them. What locks them is loaded when a phrase is asked for, and not before. */
export const pdf: Maker = (at) => {
  const summary = summaryOf(at);
  return {
    from: summary,
    bytes: async ({ print, paper, phrase }) => {
      const pages = await print({ paper, summary });
      if (pages === null || phrase === null) return pages;
      return (await import('./encrypt-pdf')).encryptPdf(pages, phrase);
    },
  };
};
