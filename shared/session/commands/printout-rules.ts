import type { Printout } from '../../exercise/printouts/printout';
import { withoutLast } from '../state/print-job';
import { type FileState, isPrinting, type PrintoutBatch, type Printouts, printoutKey } from '../state/printouts';
import type { Session } from '../state/session';
import type { Book } from './book';
import type { Command } from './commands';
import { never, type Rules, refuse } from './context';
import { folderOf } from './take-home-rules';

type PrintoutCommand = Extract<Command, { type: `printouts/${string}` }>;

const withPrintouts = (session: Session, change: Partial<Printouts>): Session => ({
  ...session,
  printouts: { ...session.printouts, ...change },
});

const withFiles = (session: Session, change: (file: FileState, at: number) => Partial<FileState>): Session => {
  const { batch } = session.printouts;
  if (batch === null) return session;
  const printouts = batch.printouts.map((one, at) => ({ ...one, ...change(one, at) }));
  return withPrintouts(session, { batch: { ...batch, printouts } });
};

/** How a printout of the batch stands now. */
export const withPrintout = (session: Session, n: number, is: FileState): Session =>
  withFiles(session, (_, at) => (at === n ? is : {}));

const isUndone = ({ state }: FileState): boolean => state === 'failed' || state === 'left';

export const isKnownPrintout = ({ exercise }: Printout, book: Book): boolean =>
  exercise === null || book.exercise(exercise) !== undefined;

/** Each of them once: two files never share a name. */
const batchOf = (printouts: readonly Printout[]): PrintoutBatch['printouts'] =>
  [...new Map(printouts.map((one) => [printoutKey(one), one])).values()].map((one) => ({
    ...one,
    state: 'waits',
    fault: null,
    file: null,
  }));

/** What is printed for the room is looked at, and made into files; no couple is in any of it. */
export const printoutRules: Rules<PrintoutCommand['type']> = {
  'printouts/show': {
    refuse: never,
    apply: (session, { on }) => withPrintouts(session, on ? { shown: true } : { shown: false, looked: null }),
  },
  'printouts/look': {
    refuse: (_, { printout }, { book }) =>
      printout === null || isKnownPrintout(printout, book) ? null : refuse('no-such-exercise'),
    apply: (session, { printout }) => withPrintouts(session, { looked: printout }),
  },
  'printouts/make': {
    refuse: (session, { printouts }, { book }) => {
      if (isPrinting(session.printouts)) return refuse('already-making');
      if (!printouts.every((one) => isKnownPrintout(one, book))) return refuse('no-such-exercise');
      return session.takeHome.place === null ? refuse('no-place') : null;
    },
    apply: (session, { printouts, paper }, { now }) => {
      const { place } = session.takeHome;
      if (place === null) return session;
      const folder = `${folderOf(now.wall)} room`;
      return withPrintouts(withoutLast(session), { batch: { paper, place, folder, printouts: batchOf(printouts) } });
    },
  },
  'printouts/stop': {
    refuse: ({ printouts }) => (isPrinting(printouts) ? null : refuse('not-making')),
    apply: (session) => withFiles(session, ({ state }) => (state === 'waits' ? { state: 'left' } : {})),
  },
  'printouts/again': {
    refuse: ({ printouts }) => {
      if (isPrinting(printouts)) return refuse('already-making');
      return printouts.batch?.printouts.some(isUndone) === true ? null : refuse('not-making');
    },
    apply: (session) => withFiles(session, (file) => (isUndone(file) ? { state: 'waits', fault: null } : {})),
  },
};
