import { join } from 'node:path';
import type { z } from 'zod';
import type { DocumentKind } from './codec/document';
import { finishWhatDied, type TakeOut } from './deletion/finish';
import { type SaveStep, wipePast } from './deletion/leaving';
import { type Removed, removeEverywhere, removeHistories, sweepTemps } from './deletion/removal';
import { copiesIn } from './history/copies';
import { cataloguesIn, type Digest, type Digests, type Entry } from './index/catalogue';
import { type Holder, type LockOptions, type LockResult, takeLock } from './lock/lock-file';
import { type DiskCode, diskCode } from './store/failure';
import { removeIfThere } from './store/files';
import type { ReadResult } from './store/find-document';
import { idsOf } from './store/ids';
import { type DocumentName, type KindName, placeOf } from './store/layout';
import { type Beat, type Heart, lastBeat, startHeart } from './store/live-position';
import { type OpenDocument, openDocument, type SaveResult } from './store/open-document';
import { type SaveStatus, statusBoard } from './store/save-status';
import { directTraffic } from './store/write-gate';
import {
  clearCopies,
  copyLibrary,
  holdsLibrary,
  isFree,
  type Made,
  type MoveOptions,
  type MoveResult,
  makeFolders,
  Stopped,
} from './transfer/move';

export type Kinds = Readonly<Record<KindName, DocumentKind>>;
type BodyOf<K extends Kinds, N extends KindName> = z.output<K[N]['shape']>;
type SummaryOf<D extends Digests, N extends keyof D> = D[N] extends Digest<infer Summary> ? Summary : never;

export interface LibraryOptions<D extends Digests> extends LockOptions {
  /** How each kind that is listed is summarised. */
  readonly digests?: D;
  /** Whether a library must stand there already: one that is gone is never taken for a new one. */
  readonly mustExist?: boolean;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** For what a crash interrupted. */
  readonly takeOut?: Readonly<Partial<Record<KindName, TakeOut>>>;
  /** Told after each step of each save. */
  readonly onStep?: (step: SaveStep, kind: KindName) => void;
  /** How long a refused rename is tried again, in milliseconds. */
  readonly patienceMs?: number;
}

export type RemoveResult = ({ readonly ok: true } & Removed) | { readonly ok: false; readonly code: DiskCode };

export interface Library<K extends Kinds, D extends Digests> {
  readonly folder: () => string;
  readonly read: <N extends KindName>(kind: N, id: string) => Promise<ReadResult<BodyOf<K, N>>>;
  /**
   * Resolves once this body, or a later one, is durable; never rejects for what a disk may do. `gone` are documents taken out of
   * this one: only with it is nothing left of them anywhere, older copies of this one included (S12), crash or no crash.
   */
  readonly save: <N extends KindName>(
    kind: N,
    id: string,
    body: BodyOf<K, N>,
    gone?: readonly DocumentName[],
  ) => Promise<SaveResult>;
  /** Deletes a document everywhere, generations and quarantine included (S12), and tells what went. */
  readonly remove: (kind: KindName, id: string) => Promise<RemoveResult>;
  /** The ids of a kind, sorted; those whose file is gone but whose generations or quarantine are not included. */
  readonly list: (kind: KindName) => Promise<string[]>;
  /** The summaries of a kind that has a digest, one for each id of `list`. */
  readonly index: <N extends keyof D & KindName>(kind: N) => Promise<Entry<SummaryOf<D, N>>[]>;
  readonly status: () => SaveStatus;
  /** Calls back whenever the status changes; returns the way to stop. */
  readonly subscribe: (listener: (status: SaveStatus) => void) => () => void;
  /** Tries once whatever is unsaved, and resolves with how that went. */
  readonly flush: () => Promise<SaveStatus>;
  /** Saves elsewhere from now on: copies what can be read into a free folder, then writes what memory knows better. */
  readonly moveTo: (folder: string, options?: MoveOptions) => Promise<MoveResult>;
  /** Notes the live position every half second beside the live document, until stopped. */
  readonly startHeart: (read: () => Beat) => Heart;
  /** The position noted last, perhaps by a process that was killed; null if there is none. */
  readonly lastBeat: () => Promise<Beat | null>;
  /** Looks whether the library is still ours, as after a sleep. */
  readonly look: () => Promise<void>;
  /** Documents whose deletion, asked for earlier, the disk would not finish yet. They are not listed; the next start tries again. */
  readonly unfinished: readonly DocumentName[];
  /** How many copies of documents, as sync tools leave them under other names, were set aside since it opened. */
  readonly setAside: () => number;
  /** Deletes the older copies of a document, quarantined ones included, and leaves the document itself. */
  readonly removePast: (kind: KindName, id: string) => Promise<DiskCode | null>;
  /** Flushes, gives up what the disk will not take (the status returned names it), and releases the lock. */
  readonly close: () => Promise<SaveStatus>;
}

export type OpenResult<K extends Kinds, D extends Digests> =
  | { readonly ok: true; readonly library: Library<K, D> }
  | { readonly ok: false; readonly code: 'in-use'; readonly holder: Holder }
  | { readonly ok: false; readonly code: DiskCode | 'no-library' };

/** Opens the library in a folder, making it where there is none unless that is forbidden, or says who has it open or what the disk refused. */
export async function openLibrary<K extends Kinds, D extends Digests = Record<never, never>>(
  folder: string,
  kinds: K,
  options: LibraryOptions<D> = {},
): Promise<OpenResult<K, D>> {
  const now = options.now ?? Date.now;
  const board = statusBoard(now);
  const documents = new Map<string, OpenDocument>();
  const traffic = directTraffic();
  let root = folder;
  const copies = copiesIn(() => root, kinds, now);
  const catalogues = cataloguesIn(kinds, options.digests ?? {}, () => root, copies.setAside);

  async function claim(at: string): Promise<LockResult> {
    try {
      await makeFolders(at);
    } catch (error) {
      return { ok: false, code: diskCode(error) };
    }
    const { onLost } = options;
    return takeLock(at, {
      ...options,
      onLost: () => {
        board.noteLost(true);
        onLost?.();
      },
    });
  }

  if (options.mustExist) {
    const there = await holdsLibrary(root).catch(diskCode);
    if (there !== true) return { ok: false, code: there || 'no-library' };
  }
  const claimed = await claim(root);
  if (!claimed.ok) return claimed;
  let { lock } = claimed;

  const beatFile = () => join(root, 'live.beat');

  function documentAt(kind: KindName, id: string): OpenDocument {
    placeOf(root, kind, id);
    const key = `${kind}-${id}`;
    const document: OpenDocument =
      documents.get(key) ??
      openDocument(kinds[kind], () => placeOf(root, kind, id), {
        now,
        forbids: () => lock.forbids(),
        onState: (state) => board.note(kind, id, state),
        onSaved: (held) => catalogues.of(kind)?.saved(id, held),
        removeOthers: async (gone) => {
          // A copy beside it names those who leave, as its older copies did.
          for (const { file } of await copies.of({ kind, id })) await removeIfThere(file);
          return removeOthers(gone);
        },
        traffic,
        onStep: (step) => options.onStep?.(step, kind),
        ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
      });
    documents.set(key, document);
    return document;
  }

  async function removeOthers(gone: readonly DocumentName[]): Promise<DiskCode | null> {
    for (const { kind, id } of gone) {
      await documentAt(kind, id).stop('removed');
      const removed = await removeNow(kind, id);
      if (!removed.ok) return removed.code;
    }
    return null;
  }

  async function remove(kind: KindName, id: string): Promise<RemoveResult> {
    const leaving = documentAt(kind, id).leaving();
    await documentAt(kind, id).stop('removed');
    return traffic.alone(async () => {
      const refused = await removeOthers(leaving);
      return refused === null ? removeNow(kind, id) : { ok: false, code: refused };
    });
  }

  async function removeNow(kind: KindName, id: string): Promise<RemoveResult> {
    const forbidden = await lock.forbids();
    if (forbidden !== null) return { ok: false, code: forbidden };
    try {
      const removed = await removeEverywhere(placeOf(root, kind, id), () => copies.of({ kind, id }));
      await catalogues.of(kind)?.forget(id);
      return { ok: true, ...removed };
    } catch (error) {
      return { ok: false, code: diskCode(error) };
    } finally {
      documents.delete(`${kind}-${id}`);
    }
  }

  async function flush(): Promise<SaveStatus> {
    await Promise.all([...documents.values()].map((document) => document.flush()));
    return board.status();
  }

  async function copyAndSwitch(target: string, moving: MoveOptions): Promise<MoveResult> {
    const next = await claim(target);
    const made: Made = new Set();
    if (!next.ok) {
      if (next.code !== 'in-use') await clearCopies(target, made);
      return { ok: false, code: next.code };
    }
    const seen = { marks: new Map<string, string>(), made };
    let goOn = (): void => undefined;
    try {
      const copies = await copyLibrary(root, target, seen, moving);
      // What was saved meanwhile comes along before anything is saved in the new place: no acknowledged change stays behind.
      goOn = await traffic.halt();
      await copyLibrary(root, target, seen, {});
      await moving.beforeSwitch?.();
      void lock.release();
      root = target;
      lock = next.lock;
      board.noteLost(false);
      catalogues.reset();
      return { ok: true, ...copies };
    } catch (error) {
      await next.lock.release();
      await clearCopies(target, made);
      return { ok: false, code: error instanceof Stopped ? 'stopped' : diskCode(error) };
    } finally {
      goOn();
    }
  }

  async function moveTo(target: string, moving: MoveOptions = {}): Promise<MoveResult> {
    try {
      if (!(await isFree(target, root))) return { ok: false, code: 'not-free' };
      const moved = await traffic.alone(() => copyAndSwitch(target, moving));
      if (moved.ok) await Promise.all([...documents.values()].map((document) => document.settle()));
      return moved;
    } catch (error) {
      return { ok: false, code: diskCode(error) };
    }
  }

  async function close(): Promise<SaveStatus> {
    const last = await flush();
    await Promise.all([...documents.values()].map((document) => document.stop('closed')));
    await swept;
    await lock.release();
    return last;
  }

  const finished = await finishWhatDied({
    root,
    document: documentAt,
    takeOut: options.takeOut ?? {},
    forget: async ({ kind, id }) => catalogues.of(kind)?.forget(id),
    copies: copies.of,
    removeOthers,
  }).then(
    (unfinished) => ({ unfinished, refused: null }),
    (error: unknown) => ({ unfinished: [], refused: diskCode(error) }),
  );
  // Beside everything else: with ten thousand couples even reading the names takes a moment, and nothing waits for it.
  const swept = sweepTemps(root)
    .then(() => copies.setAllAside('couple'))
    .catch(() => undefined);
  if (finished.refused) {
    await lock.release();
    return { ok: false, code: finished.refused };
  }
  await removeHistories(root, kinds);
  // Before any list is made: a copy is no second retreat.
  await copies.setAllAside('retreat');

  const library: Library<K, D> = {
    folder: () => root,
    // The kind's shape has checked the body: what `read` finds is of the kind's type.
    read: async (kind, id) => (await documentAt(kind, id).read()) as ReadResult<BodyOf<K, typeof kind>>,
    save: (kind, id, body, gone) => documentAt(kind, id).save(body, gone),
    remove,
    list: async (kind) => idsOf(root, kind),
    index: async (kind) => {
      const entries = await catalogues.of(kind)?.entries(() => idsOf(root, kind));
      return (entries ?? []) as Entry<SummaryOf<D, typeof kind>>[];
    },
    status: board.status,
    subscribe: board.subscribe,
    flush,
    moveTo,
    startHeart: (read) => startHeart(beatFile, read, { isOurs: async () => (await lock.forbids()) === null }),
    lastBeat: () => lastBeat(beatFile()),
    look: async () => {
      await lock.look();
    },
    setAside: copies.count,
    unfinished: finished.unfinished,
    removePast: async (kind, id) =>
      (await lock.forbids()) ?? wipePast(placeOf(root, kind, id)).then(() => null, diskCode),
    close,
  };
  return { ok: true, library };
}
