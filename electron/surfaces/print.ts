import { z } from 'zod';
import { printChannels as channels, type PrintView } from '../../shared/couple/print-channel';
import { summarySchema } from '../../shared/couple/summary/summary';
import { papers } from '../../shared/couple/summary/version';
import { idSchema } from '../../shared/room/id-schema';
import { type Surface, tells, type WholeView } from './surface';

const view: WholeView<PrintView | null> = {
  kind: 'whole',
  channel: channels.view,
  of: ({ printing }) => printing && { job: printing.job, paper: printing.paper, summary: printing.summary },
  schema: z.strictObject({ job: idSchema, paper: z.enum(papers), summary: summarySchema }).nullable(),
  // The job that waits for it says so.
  refused: null,
};

/** The page that becomes a PDF: it is drawn out of sight, and can say no more than that it is drawn. */
export const printSurface = {
  name: 'print',
  policy: () => ({}),
  permissions: [],
  cards: false,
  channels,
  asks: new Set(),
  commands: null,
  hears: { drawn: tells(channels.drawn, idSchema) },
  views: [view],
} as const satisfies Surface;
