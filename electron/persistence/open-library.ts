import { documentKinds } from '../../shared/session/documents/documents';
import type { Absent } from '../../shared/session/protocol/library-folder';
import type { OnStep, OpenResult } from '../library/contract';
import { openLibrary } from '../library/library';
import type { SaveCode } from '../library/store/failure';
import type { Log } from '../state/log';
import type { LibraryPointer } from './library-pointer';
import { digests, namedElsewhere, type RetreatLibrary, takeOut } from './retreat-index';

type Opened = OpenResult<typeof documentKinds, typeof digests> | { readonly ok: false; readonly code: 'place-unread' };
type Refused = Extract<Opened, { readonly ok: false }>;

const tryAgainMs = 3000;

interface Trying {
  readonly log: Log;
  readonly pointer: LibraryPointer;
  /** Told after each step of each save; a test dies at one of them. */
  readonly onStep?: OnStep;
  /** A library has opened, at the first attempt or later. */
  readonly take: (library: RetreatLibrary) => Promise<void>;
  /** None is open, and why. */
  readonly tell: (absent: Absent, reason: SaveCode) => void;
}

/** Opens the library, and goes on trying where it will not open; the person may look elsewhere. */
export interface Opening {
  /** Settles after the first attempt. */
  readonly ready: Promise<void>;
  /** Opens the library of another folder, or of the same one at once, and remembers it; resolves with what was refused, or null. */
  readonly at: (folder: string, mustExist: boolean) => Promise<Refused | null>;
  readonly stop: () => void;
}

function absenceOf(refused: Refused): { readonly absent: Absent; readonly reason: SaveCode } {
  const absent = (why: Absent['why'], machine = ''): Absent => ({ why, machine });
  if (refused.code === 'in-use') return { absent: absent('in-use', refused.holder.machine), reason: 'lock-lost' };
  if (refused.code === 'no-library' || refused.code === 'folder-missing') {
    return { absent: absent('missing'), reason: 'folder-missing' };
  }
  if (refused.code === 'place-unread') return { absent: absent('unread'), reason: 'unknown' };
  return { absent: absent('refused'), reason: refused.code };
}

/** Begins to open the library where it was noted last; this may begin before anything else of the app is up. */
export function startOpening(pointer: LibraryPointer, onStep?: OnStep): Promise<Opened> {
  return openNoted(pointer, onStep);
}

/** Where the last library is cannot be guessed: an older one, or a new one, in its place would be taken for it. */
async function openNoted(pointer: LibraryPointer, onStep?: OnStep): Promise<Opened> {
  const known = pointer.known();
  if (known === 'unread') return { ok: false, code: 'place-unread' };
  return openAt(pointer, pointer.folder(), known === 'noted', onStep);
}

function openAt(pointer: LibraryPointer, folder: string, mustExist: boolean, onStep?: OnStep): Promise<Opened> {
  const device = pointer.device();
  return openLibrary(folder, documentKinds, {
    device,
    digests,
    takeOut,
    namedElsewhere,
    mustExist,
    ...(onStep && { onStep }),
  });
}

/** Goes on from the first attempt until a library is open. */
export function keepTrying(first: Promise<Opened>, { log, pointer, onStep, take, tell }: Trying): Opening {
  let retry: NodeJS.Timeout | undefined;
  let open = false;
  let stopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** One attempt at a time: a folder must not be opened twice. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(log.bug);
    return done;
  }

  async function judge(opened: Opened, late: boolean): Promise<void> {
    if (opened.ok) {
      open = true;
      await take(opened.library);
      return;
    }
    log.event('keeping.not-open', { late });
    const { absent, reason } = absenceOf(opened);
    tell(absent, reason);
    if (!stopped) retry = setTimeout(() => void enqueue(tryAgain), tryAgainMs);
  }

  async function tryAgain(): Promise<void> {
    if (!open && !stopped) await judge(await openNoted(pointer, onStep), true);
  }

  async function tryAt(folder: string, mustExist: boolean): Promise<Refused | null> {
    if (open) return null;
    const opened = await openAt(pointer, folder, mustExist, onStep);
    if (!opened.ok) return opened;
    clearTimeout(retry);
    // Before anything is saved there: what the next start would not find is not saved.
    await pointer.note(folder);
    await judge(opened, true);
    return null;
  }

  return {
    ready: enqueue(async () => {
      const opened = await first;
      if (opened.ok) void pointer.note(pointer.folder());
      await judge(opened, false);
    }),
    at: (folder, mustExist) => enqueue(() => tryAt(folder, mustExist)),
    stop: () => {
      stopped = true;
      clearTimeout(retry);
    },
  };
}
