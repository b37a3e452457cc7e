import { randomBytes } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { ToPrint } from '../../shared/session/state/take-home';
import { pagePreferences } from '../security/lockdown';
import type { Store } from '../state/store';
import { loadPage } from './load-page';

/** How long a page may take to be drawn and to become a PDF, in milliseconds. */
const limitMs = 30_000;
/** Turns what is printed into the bytes of a PDF; null when the page did not draw it in time. */
export type PrintSummary = (job: ToPrint) => Promise<Uint8Array | null>;

export interface Printer {
  readonly print: PrintSummary;
  /** Lets go of the page: until the next job there is none, and nothing of the last one. */
  readonly rest: () => void;
}

export interface PrinterOptions {
  readonly connect: (window: BrowserWindow, drawn: (job: string) => void) => void;
}

/** Its page says how large the paper is, and what stands at the foot of it. */
const pdfOf = (window: BrowserWindow): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });

/** One hidden page for all jobs, one after another. It is made when the first of them comes. */
export function printer(store: Store, { connect }: PrinterOptions): Printer {
  let window: BrowserWindow | null = null;
  const waiting = new Map<string, () => void>();

  async function open(): Promise<BrowserWindow> {
    if (window !== null && !window.isDestroyed() && !window.webContents.isCrashed()) return window;
    window?.destroy();
    const made = new BrowserWindow({
      show: false,
      focusable: false,
      skipTaskbar: true,
      webPreferences: { ...pagePreferences('print'), backgroundThrottling: false },
    });
    made.removeMenu();
    window = made;
    connect(made, (job) => waiting.get(job)?.());
    await loadPage(made, 'print');
    return made;
  }

  function rest(): void {
    window?.destroy();
    window = null;
  }

  async function print(what: ToPrint): Promise<Uint8Array | null> {
    const job = randomBytes(8).toString('hex');
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      late = setTimeout(() => resolve(null), limitMs);
    });
    const work = async (): Promise<Uint8Array> => {
      const page = await open();
      const drawn = new Promise<void>((resolve) => waiting.set(job, resolve));
      store.report({ type: 'take-home/printing', printing: { job, ...what } });
      await drawn;
      return pdfOf(page);
    };
    try {
      return await Promise.race([work(), tooLate]);
    } finally {
      clearTimeout(late);
      waiting.delete(job);
      store.report({ type: 'take-home/printing', printing: null });
    }
  }

  return {
    // A page that hangs is not asked again: the next job has another one.
    print: async (job) => {
      const bytes = await print(job).catch(() => null);
      if (bytes === null) rest();
      return bytes;
    },
    rest,
  };
}
