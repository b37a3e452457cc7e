import { z } from 'zod';
import { printChannels as channels, type PrintView } from '../../shared/couple/print-channel';
import { summarySchema } from '../../shared/couple/summary/summary';
import { papers } from '../../shared/couple/summary/version';
import { pagesSchema } from '../../shared/exercise/printouts/pages';
import { idSchema } from '../../shared/room/id-schema';
import { type Surface, tells, type WholeView } from './surface';

const job = { job: idSchema, paper: z.enum(papers) } as const;

const count = z.number().int().positive();

const view: WholeView<PrintView | null> = {
  kind: 'whole',
  channel: channels.view,
  of: ({ printing }) => printing,
  schema: z
    .union([
      z.strictObject({ ...job, summary: summarySchema }),
      z.strictObject({ ...job, pages: pagesSchema }),
      z.strictObject({
        ...job,
        stack: z.array(
          z.union([z.strictObject({ count, summary: summarySchema }), z.strictObject({ count, pages: pagesSchema })]),
        ),
      }),
    ])
    .nullable(),
  // The job that waits for it says so.
  refused: null,
};

/** The page that becomes a PDF or goes to the printer: it is drawn out of sight, and can say no more than that it is drawn. */
export const printSurface = {
  name: 'print',
  policy: () => ({}),
  permissions: [],
  cards: false,
  channels,
  asks: new Set(),
  commands: null,
  // Said once a job, and each job waits for it: never fewer than files can be made.
  hears: { drawn: { ...tells(channels.drawn, idSchema), rate: { burst: 60, perSecond: 60 } } },
  views: [view],
} as const satisfies Surface;
