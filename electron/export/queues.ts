import { formats } from '../../shared/couple/summary/formats';
import { ownForms } from '../../shared/couple/summary/own-forms';
import type { Paper } from '../../shared/couple/summary/version';
import type { Happening } from '../../shared/session/commands/happenings';
import { needsRecord } from '../../shared/session/commands/record-rules';
import { ownCopyNow } from '../../shared/session/state/handover';
import type { FileState } from '../../shared/session/state/printouts';
import { type Batch, type CopyToMake, copyKey, handedId } from '../../shared/session/state/take-home';
import type { Store } from '../state/store';
import { fileOf, ownFile, printoutFile } from './file-names';
import { makers } from './formats';
import { type Making, NotMade } from './maker';
import { ownMaking } from './own-copy';
import { newPhrase } from './pass-phrase';
import { printoutMaking } from './printout';
import { momentOf } from './summary-of';

/** A file that is to be made, of whichever batch. */
export interface Waiting {
  /** The batch's folder. */
  readonly place: string;
  readonly folder: string;
  readonly paper: Paper;
  /** Where it goes below that. */
  readonly file: string;
  /** What it is made from at the moment this is asked. */
  readonly making: () => Making;
  /** What it opens with, and how that is told once it is made; null where it opens for everybody. */
  readonly lock: { readonly phrase: string; readonly is: Happening } | null;
  readonly is: (now: FileState) => Happening;
  /** The id of what a couple's record notes of it; null where nobody's does. */
  readonly entry: string | null;
  /** Whether all that its being made leaves in a couple's record is on the disk. */
  readonly isNoted: () => boolean;
}

const nextOf = <T extends FileState>(files: readonly T[] = []): readonly [number, T | undefined] => {
  const n = files.findIndex(({ state }) => state === 'waits');
  return [n, files[n]];
};

/** One for all files that are the same reader's. */
function lockOf({ encrypted, phrases }: Batch, copy: CopyToMake): Waiting['lock'] {
  if (!encrypted || formats[copy.format].encrypts !== true) return null;
  const phrase = phrases[copyKey(copy)] ?? newPhrase();
  return { phrase, is: { type: 'take-home/phrase', copy, phrase } };
}

function nextCopy(store: Store): Waiting | null {
  const session = store.session();
  const { batch } = session.takeHome;
  const [n, copy] = nextOf(batch?.copies);
  if (batch === null || copy === undefined) return null;
  return {
    ...batch,
    file: fileOf(session, copy, formats[copy.format].extension),
    making: () => {
      // What could not be noted in the record is not handed out.
      if (needsRecord(store.session(), copy.id) !== null) throw new NotMade('not-open');
      return makers[copy.format](momentOf(store.session(), store.book(), copy));
    },
    lock: lockOf(batch, copy),
    is: (is) => ({ type: 'take-home/copy', n, is }),
    entry: handedId(batch, n),
    isNoted: () => !store.session().unsavedRecords.includes(copy.id),
  };
}

function nextPrintout(store: Store): Waiting | null {
  const { batch } = store.session().printouts;
  const [n, printout] = nextOf(batch?.printouts);
  if (batch === null || printout === undefined) return null;
  return {
    ...batch,
    file: printoutFile(printout),
    making: () => printoutMaking(store.session(), store.book(), printout),
    lock: null,
    is: (is) => ({ type: 'printouts/file', n, is }),
    entry: null,
    isNoted: () => true,
  };
}

/** The file that the partner who has the laptop takes along. */
function nextOwn(store: Store): Waiting | null {
  const session = store.session();
  const now = ownCopyNow(session.handover);
  const making = now?.own.making;
  if (now === null || making?.state !== 'waits') return null;
  const { id, form } = making;
  const { couple, side } = now.to;
  const phrase = newPhrase();
  return {
    ...making,
    file: ownFile(session, { id: couple, version: side }, ownForms[form].extension),
    making: () => ownMaking(store.session(), store.book(), id),
    lock: { phrase, is: { type: 'handover/own-phrase', id, phrase } },
    is: (is) => ({ type: 'handover/own-file', id, is }),
    // What a process that dies leaves of it opens for nobody: its phrase is gone.
    entry: null,
    isNoted: () => !store.session().unsavedRecords.includes(couple),
  };
}

/** The file that is made next, one after another, whatever it is: first for who waits for it with the laptop in their hands. */
export const nextWaiting = (store: Store): Waiting | null => nextOwn(store) ?? nextCopy(store) ?? nextPrintout(store);
