import type { Retreat } from '../../shared/retreat/retreat';
import type { Brought } from '../../shared/session/commands/happenings';
import type { Log } from '../state/log';
import type { Store } from '../state/store';
import type { OpenRun } from './crash-recovery';
import { type Raise, readNotes, readRetreat } from './load';
import type { RetreatLibrary } from './retreat-index';

/** Retreats on their way from the library into the session, and what memory keeps of the library meanwhile. */
export interface Arriving {
  /** Opens a retreat. */
  readonly open: (at: RetreatLibrary, id: string, token: string) => Promise<void>;
  /** Goes on with a run, in its retreat if it had one. */
  readonly goOn: (at: RetreatLibrary, run: OpenRun, token: string) => Promise<void>;
  /** Everything that is not used may leave memory. */
  readonly letGo: (at: RetreatLibrary) => void;
  /** What was read for a look alone. */
  readonly letGoUnlessArriving: (at: RetreatLibrary) => void;
}

/** `isShown`: whether documents of this couple are on the screen. */
export function arrivingIn(store: Store, raise: Raise, log: Log, isShown: (couple: string) => boolean): Arriving {
  let arriving: Pick<Retreat, 'id' | 'couples'> | null = null;

  /** The documents of what is open, or on its way to being so: memory knows them when the disk is gone. */
  function isUsed(kind: string, id: string): boolean {
    if (kind === 'settings' || kind === 'live') return true;
    if (kind === 'record' || kind === 'charter' || kind === 'practice') return isShown(id);
    return [store.session().retreat, arriving].some((retreat) =>
      kind === 'retreat' ? retreat?.id === id : retreat?.couples.some((couple) => couple.id === id),
    );
  }

  async function bring(at: RetreatLibrary, id: string): Promise<Brought | null> {
    arriving = { id, couples: [] };
    const retreat = await readRetreat(at, id, raise, log);
    arriving = retreat;
    return retreat === null ? null : { retreat, notes: await readNotes(at, retreat, raise) };
  }

  function letGo(at: RetreatLibrary): void {
    arriving = null;
    at.use(isUsed);
  }

  async function open(at: RetreatLibrary, id: string, token: string): Promise<void> {
    const brought = await bring(at, id);
    store.report(
      brought === null ? { type: 'library/not-brought', token } : { type: 'library/opened', token, ...brought },
    );
  }

  async function goOn(at: RetreatLibrary, { document, last }: OpenRun, token: string): Promise<void> {
    const opened = document.retreat === null ? null : await bring(at, document.retreat);
    store.report(
      document.retreat !== null && opened === null
        ? { type: 'library/not-brought', token }
        : { type: 'recovery/restored', token, opened, live: document.live, lastLive: last.live },
    );
  }

  return {
    open: (at, id, token) => open(at, id, token).finally(() => letGo(at)),
    goOn: (at, run, token) => goOn(at, run, token).finally(() => letGo(at)),
    letGo,
    letGoUnlessArriving: (at) => {
      if (arriving === null) letGo(at);
    },
  };
}
