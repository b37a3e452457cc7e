import { Low } from 'lowdb';
import type { Codec } from '../codec/codec';
import type { DecodeCode, DocumentKind, Origin, SavedDocument } from '../codec/document';
import { forgetInPast, type Without } from '../deletion/forget-in-past';
import { type Gone, type Leaving, type SaveStep, saveAndPurge } from '../deletion/purge-references';
import { keepGeneration, thin } from '../history/generations';
import { documentAdapter, ReadFailure, WriteFailure } from './adapter';
import { type DiskCode, diskCode, type SaveCode } from './failure';
import { findPast, type Past, type ReadResult, setAside } from './find-document';
import type { DocumentFolder, DocumentPaths } from './layout';
import type { WriteGate } from './write-gate';

export type SaveResult =
  | {
      readonly ok: true;
      readonly generation: number;
      /** What became of what was taken out with it. */
      readonly left?: Leaving;
    }
  | { readonly ok: false; readonly code: SaveCode };

export interface StandingOptions {
  readonly codec: Codec;
  /** The id of this device, which every save carries. */
  readonly device: string;
  /** Epoch milliseconds, for stamps and ages. */
  readonly now: () => number;
  /** The code that forbids writing just now, such as a lost lock. */
  readonly forbids: () => Promise<DiskCode | null>;
  readonly onSaved: (held: SavedDocument) => void;
  readonly onStep?: (step: SaveStep) => void;
  readonly traffic: WriteGate;
  /** Runs before the document is looked at for the first time: clears its folder of what is not its own. */
  readonly enter: () => Promise<void>;
  /** Which of the homes taken out of this one are removed, and which are in use elsewhere. */
  readonly decide: (gone: readonly DocumentFolder[]) => Promise<readonly Gone[]>;
  /** Removes what was taken out of this one; the code of what the disk refused, or null. */
  readonly removeOthers: (gone: readonly DocumentFolder[]) => Promise<SaveCode | 'unfinished' | null>;
  readonly patienceMs?: number;
  /** Told each time a rename is refused, with the milliseconds waited so far. */
  readonly onRefused: (waitedMs: number) => void;
}

/** One document as it stands on the disk. Its calls are made one after another. */
export interface StandingDocument {
  readonly read: () => Promise<ReadResult>;
  /** The same, of which nobody is told. */
  readonly look: () => Promise<ReadResult>;
  /** Writes it, and takes homes out of it. */
  readonly write: (body: unknown, gone: readonly Gone[]) => Promise<SaveResult>;
  readonly forget: (without: Without) => Promise<SaveResult>;
  /** Thins out the older copies, beside everything else. */
  readonly tidy: () => void;
  readonly tidied: () => Promise<void>;
  /** What was read or written last; null where nothing stands. */
  readonly last: () => SavedDocument | null;
  /** Whoever saves could not read what stands there: it is kept, and never written over. */
  readonly isUnread: () => boolean;
}

const nothing: SavedDocument = { id: '', generation: 0, device: '', from: null, savedAt: '', body: undefined };
const thinEveryMs = 2000;

export function standingDocument(
  kind: DocumentKind,
  paths: () => DocumentPaths,
  options: StandingOptions,
): StandingDocument {
  const { codec, now } = options;
  let entered = false;
  let looked = false;
  let unread = false;
  // What stands on disk under the name, and the highest generation that ever did.
  let standing: SavedDocument | null = null;
  let highest = 0;
  /** What the next save is made from. */
  let origin: Origin | null = null;
  let keeps = kind.history !== false;
  let thinned = 0;
  let tidying: Promise<void> = Promise.resolve();

  const adapter = documentAdapter(codec, kind, paths, {
    keep: async () => {
      if (standing && keeps) await keepGeneration(paths().file, paths().history, standing);
    },
    forbids: options.forbids,
    onRefused: options.onRefused,
    ...(options.onStep && { onStep: options.onStep }),
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  });
  const low = new Low<SavedDocument>(adapter, nothing);

  function standOn({ found, highest: ever }: Past): ReadResult {
    standing = null;
    origin = found.state === 'damaged' ? found.newestGood : null;
    highest = ever;
    looked = true;
    return found;
  }

  function putAside(why: DecodeCode | 'unread', of = paths().home.id): Promise<ReadResult> {
    return setAside(codec, kind, paths(), highest, why, now(), of).then(standOn, (error: unknown) => ({
      state: 'unreachable',
      code: diskCode(error),
    }));
  }

  async function look(): Promise<ReadResult> {
    if (!entered) await options.enter().catch(() => undefined);
    entered = true;
    try {
      low.data = nothing;
      await low.read();
      if (low.data === nothing) return standOn(await findPast(codec, kind, paths(), highest));
      standing = low.data;
      origin = standing;
      highest = Math.max(highest, standing.generation);
      looked = true;
      return { state: 'ok', readOnly: false, ...standing };
    } catch (error) {
      looked = false;
      if (!(error instanceof ReadFailure)) return { state: 'unreachable', code: diskCode(error) };
      if (error.code !== 'newer-schema') {
        return putAside(error.code, error.held?.id);
      }
      return error.held ? { state: 'ok', readOnly: true, ...error.held } : { state: 'newer' };
    }
  }

  async function beforeFirstWrite(): Promise<SaveCode | null> {
    if (looked) return null;
    let found = await look();
    if (unread && found.state === 'ok' && !found.readOnly) found = await putAside('unread');
    if (found.state === 'unreachable') return found.code;
    unread = false;
    return found.state === 'newer' || (found.state === 'ok' && found.readOnly) ? 'newer-schema' : null;
  }

  async function write(body: unknown, gone: readonly Gone[]): Promise<SaveResult> {
    const refused = (await options.forbids()) ?? (await beforeFirstWrite());
    if (refused) return { ok: false, code: refused };
    if (gone.length === 0) return writeBody(body);
    return saveAndPurge(paths(), gone, {
      decide: options.decide,
      save: () => writeBody(body).finally(() => tidying),
      removeOthers: options.removeOthers,
      onStep: (step) => options.onStep?.(step),
    });
  }

  async function forget(without: Without): Promise<SaveResult> {
    entered = false;
    const refused = (await options.forbids()) ?? (await beforeFirstWrite());
    if (refused) return { ok: false, code: refused };
    const found = await look();
    if (found.state === 'unreachable') return { ok: false, code: found.code };
    const held = found.state === 'ok' ? found : found.state === 'damaged' ? found.newestGood : null;
    const body = held && without(held.body);
    if (held && !kind.shape.safeParse(body).success) return { ok: false, code: 'wrong-shape' };
    const kept = await forgetInPast(paths(), { codec, kind, without, onStep: () => options.onStep?.('forget') });
    if (kept !== null) return { ok: false, code: kept };
    if (held === null || body === held.body) return { ok: true, generation: highest };
    keeps = false;
    return writeBody(body).finally(() => {
      keeps = kind.history !== false;
    });
  }

  async function writeBody(body: unknown): Promise<SaveResult> {
    const held: SavedDocument = {
      id: paths().home.id,
      generation: highest + 1,
      device: options.device,
      from: origin && { generation: origin.generation, device: origin.device },
      savedAt: new Date(now()).toISOString(),
      body,
    };
    try {
      low.data = held;
      await options.traffic.write(() => low.write());
    } catch (error) {
      if (error instanceof WriteFailure && error.replaced) stand(held);
      if (error instanceof WriteFailure) return { ok: false, code: error.code };
      return { ok: false, code: error instanceof TypeError || error instanceof RangeError ? 'wrong-shape' : 'unknown' };
    }
    stand(held);
    options.onSaved(held);
    return { ok: true, generation: held.generation };
  }

  function stand(held: SavedDocument): void {
    standing = held;
    origin = held;
    highest = held.generation;
  }

  function tidy(): void {
    const at = performance.now();
    if (at - thinned < thinEveryMs) return;
    thinned = at;
    tidying = thin(paths().history, now()).catch(() => undefined);
  }

  return {
    read: async () => {
      const found = await look();
      unread = found.state === 'unreachable' && standing === null;
      return found;
    },
    look,
    write,
    forget,
    tidy,
    tidied: () => tidying,
    last: () => standing,
    isUnread: () => unread,
  };
}
