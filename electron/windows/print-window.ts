import { randomBytes } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { PaperPrinter } from '../../shared/couple/handover-view';
import type { ToPrint } from '../../shared/session/state/take-home';
import { pagePreferences } from '../security/lockdown';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { loadPage } from './load-page';
import { paperPrinters } from './paper-printers';

/** How long a page may take to be drawn and to become a PDF, in milliseconds. */
const limitMs = 30_000;
/** Turns what is printed into the bytes of a PDF; null when the page did not draw it in time. */
export type PrintSummary = (job: ToPrint) => Promise<Uint8Array | null>;

/** How a job of the system's dialog ended: `left` without a yes, or `stopped` by what the job was to wait for. */
export type PaperEnd = 'printed' | 'left' | 'stopped' | 'no-printer' | 'refused' | 'page';
/**
 * Shows the system's print dialog for it, or hands it to the printer of this name without one (`on`). Once `stopped` resolves, nothing more
 * of it goes to a printer.
 */
export type OnPaper = (job: ToPrint, stopped: Promise<unknown>, on: string | null) => Promise<PaperEnd>;
/** The printers of this computer that print on paper. */
export type Printers = () => Promise<readonly PaperPrinter[]>;

export interface Printer {
  readonly print: PrintSummary;
  readonly onPaper: OnPaper;
  readonly printers: Printers;
  /** Lets go of the page: until the next job there is none, and nothing of the last one. */
  readonly rest: () => void;
}

export interface PrinterOptions {
  readonly connect: (window: BrowserWindow, drawn: (job: string) => void) => void;
  /** The window that the system's dialog belongs to. */
  readonly over: BrowserWindow;
  readonly clock: Clock;
}

/** Its page says how large the paper is, and what stands at the foot of it. */
const pdfOf = (window: BrowserWindow): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });

/** Chromium says why not in words, and these alone when somebody said no. */
const isLeft = (why: string): boolean => /cancell?ed/i.test(why);

/** What was printed, as far as the system knows: it has the job. */
async function printed({ webContents }: BrowserWindow, paper: ToPrint['paper'], on: string | null): Promise<PaperEnd> {
  const how = on === null ? { silent: false } : { silent: true, deviceName: on };
  const [done, why] = await new Promise<readonly [boolean, string]>((resolve) =>
    webContents.print({ ...how, printBackground: true, pageSize: paper }, (is, reason) => resolve([is, reason])),
  );
  if (done) return 'printed';
  if (on === null && isLeft(why)) return 'left';
  return (await webContents.getPrintersAsync()).length === 0 ? 'no-printer' : 'refused';
}

/** Waits for work as long as it may take by the live clock, which a test can move; for null after that. */
function limiter(clock: Clock): <T>(work: Promise<T>) => Promise<T | null> {
  let look = (): void => undefined;
  clock.onMoved(() => look());
  return async (work) => {
    const end = clock.now().live + limitMs;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      look = () => {
        clearTimeout(timer);
        const left = end - clock.now().live;
        if (left <= 0) resolve(null);
        else timer = setTimeout(look, left);
      };
      look();
    });
    return Promise.race([work, tooLate]).finally(() => {
      clearTimeout(timer);
      look = () => undefined;
    });
  };
}

/** One hidden page for all jobs, one after another. It is made when the first of them comes. */
export function printer(store: Store, { connect, over, clock }: PrinterOptions): Printer {
  const inTime = limiter(clock);
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

  /** Has it on the page for as long as it is used. */
  async function onPage<T>(what: ToPrint, use: (drawn: () => Promise<BrowserWindow>) => Promise<T>): Promise<T> {
    const job = randomBytes(8).toString('hex');
    const drawn = async (): Promise<BrowserWindow> => {
      const page = await open();
      const done = new Promise<void>((resolve) => waiting.set(job, resolve));
      store.report({ type: 'take-home/printing', printing: { job, ...what } });
      await done;
      return page;
    };
    try {
      return await use(drawn);
    } finally {
      waiting.delete(job);
      store.report({ type: 'take-home/printing', printing: null });
    }
  }

  async function askPrinter(drawn: Promise<BrowserWindow>, paper: ToPrint['paper']): Promise<PaperEnd> {
    const page = await inTime(drawn);
    if (page === null) return 'page';
    // The dialog comes where its window is: never on the room's display.
    if (!over.isDestroyed()) {
      const { x, y } = over.getBounds();
      page.setPosition(x, y);
    }
    return printed(page, paper, null);
  }

  /** What goes there without a dialog is there at once: nothing stops it then, and its end is what is noted. */
  async function handTo(
    on: string,
    drawn: Promise<BrowserWindow>,
    paper: ToPrint['paper'],
    stopped: Promise<'stopped'>,
  ): Promise<PaperEnd> {
    const page = await Promise.race([inTime(drawn), stopped]);
    if (page === 'stopped') return page;
    if (page === null) return 'page';
    return (await inTime(printed(page, paper, on))) ?? 'refused';
  }

  return {
    // A page that hangs is not asked again: the next job has another one.
    print: async (what) => {
      const bytes = await onPage(what, (drawn) => inTime(drawn().then(pdfOf))).catch(() => null);
      if (bytes === null) rest();
      return bytes;
    },
    onPaper: async (what, stopped, on) => {
      const isStopped = stopped.then(() => 'stopped' as const);
      const end = await onPage(what, (drawn) =>
        on === null
          ? Promise.race([askPrinter(drawn(), what.paper), isStopped])
          : handTo(on, drawn(), what.paper, isStopped),
      ).catch((): PaperEnd => 'page');
      if (end !== 'printed' && end !== 'left') rest();
      return end;
    },
    printers: async () => (over.isDestroyed() ? [] : paperPrinters(await over.webContents.getPrintersAsync())),
    rest,
  };
}
