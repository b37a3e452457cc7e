import { withHanded } from '../../couple/record';
import type { Paper } from '../../couple/summary/version';
import { isAtPrinter, type PrintJob, type PrintPiece } from '../state/print-job';
import { printoutKey } from '../state/printouts';
import { printJobsOf, type Session } from '../state/session';
import { copyKey } from '../state/take-home';
import type { Command } from './commands';
import { type Context, type Rules, refuse } from './context';
import type { Happening } from './happenings';
import { isKnownPrintout } from './printout-rules';
import { stampOf, withRecord } from './record-rules';
import { isKnownCopy } from './take-home-rules';

type PrintCommand = Extract<Command, { type: `print/${string}` }>;

const needsPrinter = ({ printJob }: Session) => (isAtPrinter(printJob) ? refuse('already-printing') : null);

/** Each of them once. */
const once = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

/** A job of these pieces that is not begun. */
export const newJob = (
  pieces: readonly PrintPiece[],
  on: string | null,
): Pick<PrintJob, 'on' | 'pieces' | 'state' | 'fault' | 'drawn'> => ({
  on,
  pieces: pieces.map((piece) => ({ ...piece, fault: null })),
  state: 'waits',
  fault: null,
  drawn: 0,
});

const asked = (session: Session, { id }: Context, paper: Paper, pieces: readonly PrintPiece[]): Session => ({
  ...session,
  printJob: {
    id,
    retreat: session.retreat?.id ?? null,
    paper,
    ...newJob(pieces, null),
  },
});

/** Changes this job, whoever asked for it. */
function withJob(session: Session, id: string, is: Partial<PrintJob>): Session {
  const changed = (job: PrintJob | null) => (job?.id === id ? { ...job, ...is } : job);
  return { ...session, printJob: changed(session.printJob), ownPrint: changed(session.ownPrint) };
}

const jobOf = (session: Session, id: string): PrintJob | undefined => printJobsOf(session).find((job) => job.id === id);

/** What waits for the system's dialog is not printed once the laptop is in other hands: no dialog stands over it there, and nobody else answers it. */
export const withoutDialog = (session: Session): Session =>
  session.printJob !== null && isAtPrinter(session.printJob)
    ? withJob(session, session.printJob.id, { state: 'failed', fault: 'handed-over' })
    : session;

/** A piece is ready, or is left out. */
export const withPiece = (
  session: Session,
  { job: id, n, fault }: Extract<Happening, { type: 'print/piece' }>,
): Session => {
  const job = jobOf(session, id);
  if (job === undefined) return session;
  const pieces = job.pieces.map((piece, at) => (at === n ? { ...piece, fault } : piece));
  return withJob(session, id, { pieces, drawn: job.drawn + 1 });
};

/** How it stands now. What the printer has is noted in the records of those whose it is: paper cannot be taken back. */
export function withPrintState(
  session: Session,
  { job: id, state, fault }: Extract<Happening, { type: 'print/state' }>,
  context: Context,
): Session {
  const job = jobOf(session, id);
  if (job === undefined) return session;
  const { retreat, pieces } = job;
  const printed = state === 'printed' && retreat !== null ? pieces.filter((piece) => piece.fault === null) : [];
  const noted = printed.reduce(
    (before, { copy }, n) =>
      copy === null || retreat === null
        ? before
        : withRecord(before, copy.id, (record) => {
            const stamp = { ...stampOf(context), id: `${context.id}-${n}`, retreat };
            return withHanded(record, { format: 'paper', version: copy.version }, stamp);
          }),
    session,
  );
  return withJob(noted, id, { state, fault });
}

/** What is printed on paper: copies of the couples of the retreat that is open, or what is for the room. */
export const printJobRules: Rules<PrintCommand['type']> = {
  'print/copies': {
    refuse: (session, { copies }) =>
      needsPrinter(session) ?? (copies.every((copy) => isKnownCopy(session, copy)) ? null : refuse('no-such-couple')),
    apply: (session, { copies, paper }, context) =>
      asked(
        session,
        context,
        paper,
        once(copies, copyKey).map((copy) => ({ copy, printout: null })),
      ),
  },
  'print/printouts': {
    refuse: (session, { printouts }, { book }) =>
      needsPrinter(session) ??
      (printouts.every((one) => isKnownPrintout(one, book)) ? null : refuse('no-such-exercise')),
    apply: (session, { printouts, paper }, context) =>
      asked(
        session,
        context,
        paper,
        once(printouts, printoutKey).map((printout) => ({ copy: null, printout })),
      ),
  },
  'print/stop': {
    refuse: ({ printJob }) => (isAtPrinter(printJob) ? null : refuse('not-printing')),
    apply: (session) =>
      session.printJob === null ? session : withJob(session, session.printJob.id, { state: 'left' }),
  },
};
