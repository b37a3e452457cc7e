import type { RetreatLine } from '../../shared/session/state/session';
import { errno } from '../library/store/failure';
import type { Log } from '../state/log';
import type { Store } from '../state/store';
import type { Raise } from './load';
import { removeRetreat } from './remove-retreat';
import { type RetreatLibrary, retreatIndex } from './retreat-index';

/** What Home lists. */
export interface Shelf {
  /** Lists what is in the library, and says what of it cannot be listed. */
  readonly refresh: (at: RetreatLibrary) => Promise<void>;
  /** Sweeps what lies beside the documents, and says what was set aside. */
  readonly tidy: (at: RetreatLibrary) => Promise<void>;
  /**
   * Deletes a retreat, and says what became of it. `line` and `giveBack` are for what the session took for gone: a retreat that is kept is
   * on the list again, and its run on offer.
   */
  readonly remove: (at: RetreatLibrary, asked: Asked) => Promise<void>;
}

interface Asked {
  readonly id: string;
  readonly keepCouples: boolean;
  readonly line: RetreatLine | undefined;
  readonly giveBack: () => void;
}

const removalNotices = {
  removed: 'retreat-removed',
  'couples-stay': 'retreat-removed-couples-stay',
  unfinished: 'removal-unfinished',
  kept: 'retreat-kept',
} as const;

export function shelfOf(store: Store, raise: Raise, log: Log): Shelf {
  let told: string | null = null;
  let copiesTold = 0;

  const show = (shelf: readonly RetreatLine[]): void => {
    if (JSON.stringify(shelf) !== JSON.stringify(store.session().shelf)) store.report({ type: 'library/shelf', shelf });
  };

  /** What a disk refuses is said; anything else is a bug. */
  const note = (error: unknown): void => {
    if (errno(error) === '') log.bug(error);
  };

  function tellCopies(at: RetreatLibrary): void {
    if (at.setAside() > copiesTold) raise('copy-set-aside');
    copiesTold = at.setAside();
  }

  async function refresh(at: RetreatLibrary): Promise<void> {
    // A folder that cannot be listed says nothing of what is in it: what was listed last stays.
    const { lines, lost } = await retreatIndex(at).catch((error: unknown) => {
      note(error);
      return { lines: store.session().shelf, lost: 'retreat-unread' as const };
    });
    if (lost !== null && told !== lost) raise(lost);
    told = lost;
    tellCopies(at);
    show(lines);
  }

  async function remove(at: RetreatLibrary, { id, keepCouples, line, giveBack }: Asked): Promise<void> {
    const removal = await removeRetreat(at, id, keepCouples).catch((error: unknown) => {
      note(error);
      return 'kept' as const;
    });
    if (removal === 'kept') {
      const { shelf } = store.session();
      if (line !== undefined && !shelf.some((each) => each.id === id)) {
        show([...shelf, line].sort((one, other) => other.touchedAt - one.touchedAt));
      }
      giveBack();
    }
    await refresh(at);
    raise(removalNotices[removal]);
  }

  async function tidy(at: RetreatLibrary): Promise<void> {
    await at.tidy();
    tellCopies(at);
  }

  return { refresh, tidy, remove };
}
