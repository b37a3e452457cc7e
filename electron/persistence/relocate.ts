import type { MoveResult } from '../library/transfer/move';
import type { Log } from '../state/log';
import type { Store } from '../state/store';
import type { LibraryPointer } from './library-pointer';
import type { RetreatLibrary } from './retreat-index';

export type Moved = MoveResult & { readonly noted: boolean };

export interface Relocation {
  /** Saves in another folder from now on; null while no library is open. `noted`: whether the next start will know. */
  readonly moveTo: (folder: string) => Promise<Moved | null>;
  readonly stop: () => Promise<void>;
}

const tellEveryMs = 100;
const noteAgainMs = 3000;

/** Moves the library while everything goes on, and tells how far it has got. */
export function relocateLibrary(
  store: Store,
  pointer: LibraryPointer,
  library: () => RetreatLibrary | null,
  log: Log,
): Relocation {
  let stop: AbortController | null = null;
  let moving: Promise<unknown> = Promise.resolve();
  let later: NodeJS.Timeout | undefined;

  const tell = (progress: { readonly done: number; readonly of: number } | null): void =>
    store.report({ type: 'saving/changed', saving: { moving: progress } });

  /** The disk of the old place may be the one that holds the note, and be ill; it is asked until it takes it. */
  async function noteDown(folder: string): Promise<boolean> {
    clearTimeout(later);
    const noted = (await pointer.note(folder)) === null;
    if (!noted) later = setTimeout(() => void noteDown(folder).catch(log.bug), noteAgainMs).unref();
    return noted;
  }

  async function move(at: RetreatLibrary, folder: string, { signal }: AbortController): Promise<Moved> {
    let noted = false;
    let told = 0;
    tell({ done: 0, of: 0 });
    const moved = await at.moveTo(folder, {
      signal,
      onCopied: (done, of) => {
        if (performance.now() - told < tellEveryMs) return;
        told = performance.now();
        tell({ done, of });
      },
      beforeSwitch: async () => {
        noted = await noteDown(folder);
      },
    });
    tell(null);
    log.event('library.moved', { ok: moved.ok, noted });
    return { ...moved, noted };
  }

  return {
    moveTo: async (folder) => {
      const at = library();
      if (at === null) return null;
      stop = new AbortController();
      const done = move(at, folder, stop);
      moving = done.catch(log.bug);
      return done;
    },
    stop: async () => {
      stop?.abort();
      await moving;
    },
  };
}
