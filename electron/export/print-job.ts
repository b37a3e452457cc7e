import { needsRecord } from '../../shared/session/commands/record-rules';
import { ownCopyNow } from '../../shared/session/state/handover';
import { isAtPrinter, type PrintFault, type PrintJob, type PrintPiece } from '../../shared/session/state/print-job';
import { printJobsOf, type Session } from '../../shared/session/state/session';
import { type Copy, type CopyFault, copyKey, type Drawable, type Stacked } from '../../shared/session/state/take-home';
import { printoutNow } from '../../shared/session/view/printouts-view';
import type { Store } from '../state/store';
import type { OnPaper, PaperEnd, Printers, PrintSummary } from '../windows/print-window';
import { NotMade } from './maker';
import { ownMoment } from './own-copy';
import { momentOf, summaryOf } from './summary-of';

interface Tools {
  readonly print: PrintSummary;
  readonly onPaper: OnPaper;
  readonly printers: Printers;
  readonly rest: () => void;
  readonly bug: (error: unknown) => void;
}

interface Ready {
  readonly n: number;
  readonly piece: PrintPiece;
  readonly stacked: Stacked;
}

/** How often a page that does not draw is asked. */
const tries = 2;

/** How a dialog that printed nothing is told. */
const faults: Readonly<Record<Exclude<PaperEnd, 'printed' | 'left' | 'stopped'>, PrintFault>> = {
  page: 'page',
  'no-printer': 'no-printer',
  refused: 'printer',
};

/** What would be printed at this moment. Throws {@link NotMade} where there may be nothing. */
function drawableOf(store: Store, { on }: PrintJob, { copy, printout }: PrintPiece): Drawable {
  const session = store.session();
  if (on !== null) {
    const own = ownMoment(session, store.book());
    // One that was asked for by an earlier partner comes to nothing.
    if (copy === null || copyKey(own.copy) !== copyKey(copy)) throw new NotMade('changed');
    return { summary: summaryOf(own) };
  }
  if (copy === null) {
    const pages = printoutNow(session, store.book(), printout);
    if (pages === null) throw new NotMade('nothing');
    return { pages };
  }
  // What could not be noted in the record is not handed out.
  if (needsRecord(session, copy.id) !== null) throw new NotMade('not-open');
  return { summary: summaryOf(momentOf(session, store.book(), copy)) };
}

/** Whether it is the copy of the partner who has the laptop, and looks at it. */
function isWithOwner({ handover }: Session, copy: Copy | null): boolean {
  const now = ownCopyNow(handover);
  return now !== null && copy !== null && now.to.couple === copy.id && now.to.side === copy.version;
}

/** Why what was drawn may not be printed any more, or null. */
function faultOf(store: Store, job: PrintJob, { piece, stacked: { count: _, ...drawn } }: Ready): CopyFault | null {
  try {
    return JSON.stringify(drawableOf(store, job, piece)) === JSON.stringify(drawn) ? null : 'changed';
  } catch (error) {
    if (error instanceof NotMade) return error.fault;
    throw error;
  }
}

export interface PrintJobs {
  /** The one that was asked for and is not begun; a partner's own comes first. */
  readonly next: () => PrintJob | null;
  readonly work: (job: PrintJob) => Promise<void>;
  /** Is called after every change of the session. */
  readonly look: () => void;
}

/**
 * Prints what was asked for as one job: by the system's dialog, or on the printer that a partner chose for their own copy. Until the dialog
 * has its answer, or that printer the job, consent is looked at again with each change of a record (S10).
 */
export function printJobs(store: Store, { print, onPaper, printers, rest, bug }: Tools): PrintJobs {
  let look = (): void => undefined;
  let asksPrinters = false;

  const now = ({ id }: PrintJob): PrintJob | null => printJobsOf(store.session()).find((job) => job.id === id) ?? null;
  /** Another one may have been asked for once this was stopped; a partner's own is wanted for as long as they look at it. */
  const isWanted = (job: PrintJob): boolean =>
    isAtPrinter(now(job)) && (job.on === null || job.pieces.every(({ copy }) => isWithOwner(store.session(), copy)));
  const tell = ({ id }: PrintJob, state: PrintJob['state'], fault: PrintFault | null = null): void =>
    store.report({ type: 'print/state', job: id, state, fault });

  /** Where a partner who looks at their own copy can print it. */
  function askPrinters(): void {
    if (asksPrinters || ownCopyNow(store.session().handover)?.own.printers !== null) return;
    asksPrinters = true;
    void printers()
      .catch((error: unknown) => {
        bug(error);
        return [];
      })
      .then((known) => {
        asksPrinters = false;
        store.report({ type: 'handover/printers', printers: known });
      });
  }

  async function pagesIn(what: Drawable, { paper }: PrintJob): Promise<number> {
    for (let n = 0; n < tries; n += 1) {
      const bytes = await print({ paper, ...what });
      if (bytes !== null) return (await import('./count-pages')).countPages(bytes);
    }
    throw new NotMade('page');
  }

  /** What can be printed of it; of the rest it is told why not. */
  async function drawn(job: PrintJob): Promise<readonly Ready[]> {
    const ready: Ready[] = [];
    for (const [n, piece] of job.pieces.entries()) {
      let fault: CopyFault | null = null;
      try {
        const what = drawableOf(store, job, piece);
        ready.push({ n, piece, stacked: { ...what, count: await pagesIn(what, job) } });
      } catch (error) {
        if (!(error instanceof NotMade)) bug(error);
        fault = error instanceof NotMade ? error.fault : 'page';
      }
      if (!isWanted(job)) return [];
      store.report({ type: 'print/piece', job: job.id, n, fault });
    }
    return ready;
  }

  /** Resolves once it may not be printed any more, as why not; null where it was stopped by hand. */
  const forbidden = (job: PrintJob, ready: readonly Ready[]): Promise<PrintFault | null> =>
    new Promise((resolve) => {
      let { records } = store.session();
      look = () => {
        if (!isWanted(job)) resolve(null);
        const before = records;
        records = store.session().records;
        if (records === before) return;
        const fault = ready.map((one) => faultOf(store, job, one)).find((one) => one !== null);
        if (fault !== undefined) resolve(fault);
      };
    });

  async function ask(job: PrintJob, ready: readonly Ready[]): Promise<void> {
    tell(job, 'asking');
    const stopped = forbidden(job, ready);
    const stack = ready.map(({ stacked }) => stacked);
    const end = await onPaper({ paper: job.paper, stack }, stopped, job.on).finally(() => {
      look = () => undefined;
    });
    if (end === 'printed' || end === 'left') return tell(job, end);
    if (end !== 'stopped') return tell(job, 'failed', faults[end]);
    const fault = await stopped;
    if (fault !== null) tell(job, 'failed', fault);
  }

  async function carryOut(job: PrintJob): Promise<void> {
    tell(job, 'drawing');
    const all = await drawn(job);
    if (!isWanted(job)) return;
    const ready = all.filter((one) => {
      const fault = faultOf(store, job, one);
      if (fault !== null) store.report({ type: 'print/piece', job: job.id, n: one.n, fault });
      return fault === null;
    });
    const [first] = now(job)?.pieces.flatMap(({ fault }) => fault ?? []) ?? [];
    if (ready.length > 0) await ask(job, ready);
    else tell(job, 'failed', first ?? 'nothing');
  }

  return {
    next: () => printJobsOf(store.session()).find(({ state }) => state === 'waits') ?? null,
    work: async (job) => {
      await carryOut(job).finally(rest);
      // What nobody waits for any more keeps no other from the printer.
      if (isAtPrinter(now(job))) tell(job, 'left');
    },
    look: () => {
      look();
      askPrinters();
    },
  };
}
