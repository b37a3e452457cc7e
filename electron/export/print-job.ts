import { needsRecord } from '../../shared/session/commands/record-rules';
import { isAtPrinter, type PrintFault, type PrintJob, type PrintPiece } from '../../shared/session/state/print-job';
import type { CopyFault, Drawable, Stacked } from '../../shared/session/state/take-home';
import { printoutNow } from '../../shared/session/view/printouts-view';
import type { Store } from '../state/store';
import type { OnPaper, PaperEnd, PrintSummary } from '../windows/print-window';
import { NotMade } from './maker';
import { momentOf, summaryOf } from './summary-of';

interface Tools {
  readonly print: PrintSummary;
  readonly onPaper: OnPaper;
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
function drawableOf(store: Store, { copy, printout }: PrintPiece): Drawable {
  const session = store.session();
  if (copy === null) {
    const pages = printoutNow(session, store.book(), printout);
    if (pages === null) throw new NotMade('nothing');
    return { pages };
  }
  // What could not be noted in the record is not handed out.
  if (needsRecord(session, copy.id) !== null) throw new NotMade('not-open');
  return { summary: summaryOf(momentOf(session, store.book(), copy)) };
}

/** Why what was drawn may not be printed any more, or null. */
function faultOf(store: Store, { piece, stacked: { count: _, ...drawn } }: Ready): CopyFault | null {
  try {
    return JSON.stringify(drawableOf(store, piece)) === JSON.stringify(drawn) ? null : 'changed';
  } catch (error) {
    if (error instanceof NotMade) return error.fault;
    throw error;
  }
}

export interface PrintJobs {
  /** One was asked for and is not begun. */
  readonly waits: () => boolean;
  readonly work: () => Promise<void>;
  /** Is called after every change of the session. */
  readonly look: () => void;
}

/**
 * Prints what was asked for as one job, by the system's dialog. Until that has its answer, consent is looked at again with each change of a
 * record (S10).
 */
export function printJobs(store: Store, { print, onPaper, rest, bug }: Tools): PrintJobs {
  let look = (): void => undefined;

  /** Another one may have been asked for once this was stopped. */
  const isWanted = ({ id }: PrintJob): boolean => {
    const { printJob } = store.session();
    return printJob?.id === id && isAtPrinter(printJob);
  };
  const tell = (state: PrintJob['state'], fault: PrintFault | null = null): void =>
    store.report({ type: 'print/state', state, fault });

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
        const what = drawableOf(store, piece);
        ready.push({ n, piece, stacked: { ...what, count: await pagesIn(what, job) } });
      } catch (error) {
        if (!(error instanceof NotMade)) bug(error);
        fault = error instanceof NotMade ? error.fault : 'page';
      }
      if (!isWanted(job)) return [];
      store.report({ type: 'print/piece', n, fault });
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
        const fault = ready.map((one) => faultOf(store, one)).find((one) => one !== null);
        if (fault !== undefined) resolve(fault);
      };
    });

  async function ask(job: PrintJob, ready: readonly Ready[]): Promise<void> {
    tell('asking');
    const stopped = forbidden(job, ready);
    const stack = ready.map(({ stacked }) => stacked);
    const end = await onPaper({ paper: job.paper, stack }, stopped).finally(() => {
      look = () => undefined;
    });
    if (end === 'printed' || end === 'left') return tell(end);
    if (end !== 'stopped') return tell('failed', faults[end]);
    const fault = await stopped;
    if (fault !== null) tell('failed', fault);
  }

  async function carryOut(job: PrintJob): Promise<void> {
    tell('drawing');
    const all = await drawn(job);
    if (!isWanted(job)) return;
    const ready = all.filter((one) => {
      const fault = faultOf(store, one);
      if (fault !== null) store.report({ type: 'print/piece', n: one.n, fault });
      return fault === null;
    });
    const [first] = store.session().printJob?.pieces.flatMap(({ fault }) => fault ?? []) ?? [];
    if (ready.length > 0) await ask(job, ready);
    else tell('failed', first ?? 'nothing');
  }

  return {
    waits: () => store.session().printJob?.state === 'waits',
    work: async () => {
      const { printJob } = store.session();
      if (printJob !== null) await carryOut(printJob).finally(rest);
    },
    look: () => look(),
  };
}
