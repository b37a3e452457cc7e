import { join } from 'node:path';
import type { z } from 'zod';
import { type Beat, type Heart, lastBeat, startHeart } from './beat';
import { type Catalogue, catalogue, type Digest, type Entry } from './catalogue';
import type { DocumentKind } from './document';
import { type DiskCode, diskCode } from './failure';
import type { ReadResult } from './find-document';
import {
  type DocumentName,
  documentOf,
  folderOf,
  isDocumentId,
  isSingle,
  type KindName,
  only,
  placeOf,
} from './layout';
import { type Leaving, type SaveStep, settleLeaving, unfinishedLeavings, wipePast } from './leaving';
import { type Holder, type LockOptions, type LockResult, takeLock } from './lock-file';
import { copyLibrary, isFree, makeFolders } from './move';
import { type OpenDocument, openDocument, type SaveResult } from './open-document';
import { finishRemovals, namesIn, type Removed, removeEverywhere, sweepTemps } from './removal';
import { type SaveStatus, statusBoard } from './save-status';

/** The four kinds of document a library holds. */
export type Kinds = Readonly<Record<KindName, DocumentKind>>;
type BodyOf<K extends Kinds, N extends KindName> = z.output<K[N]['shape']>;
/** How the kinds that are listed are summarised. */
export type Digests = Readonly<Partial<Record<KindName, Digest>>>;
type SummaryOf<D extends Digests, N extends keyof D> = D[N] extends Digest<infer Summary> ? Summary : never;

type TakeOut = (body: never, ids: ReadonlySet<string>) => unknown;

export interface LibraryOptions<D extends Digests> extends LockOptions {
  /** How each kind that is listed is summarised. */
  readonly digests?: D;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** How documents are taken out of one of another kind: the body without the ids. For what a crash interrupted. */
  readonly takeOut?: Readonly<Partial<Record<KindName, TakeOut>>>;
  /** Told after each step of each save. */
  readonly onStep?: (step: SaveStep, kind: KindName) => void;
  /** How long a refused rename is tried again, in milliseconds. */
  readonly patienceMs?: number;
}

export type RemoveResult = ({ readonly ok: true } & Removed) | { readonly ok: false; readonly code: DiskCode };

/** `missed`: files of the old folder that could not be read any more. */
export type MoveResult =
  | { readonly ok: true; readonly copied: number; readonly missed: number }
  | { readonly ok: false; readonly code: DiskCode | 'not-free' | 'in-use' };

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
  readonly moveTo: (folder: string) => Promise<MoveResult>;
  /** Notes the live position every half second beside the live document, until stopped. */
  readonly startHeart: (read: () => Beat) => Heart;
  /** The position noted last, perhaps by a process that was killed; null if there is none. */
  readonly lastBeat: () => Promise<Beat | null>;
  /** Flushes, gives up what the disk will not take (the status returned names it), and releases the lock. */
  readonly close: () => Promise<SaveStatus>;
}

export type OpenResult<K extends Kinds, D extends Digests> =
  | { readonly ok: true; readonly library: Library<K, D> }
  | { readonly ok: false; readonly code: 'in-use'; readonly holder: Holder }
  | { readonly ok: false; readonly code: DiskCode };

async function idsOf(root: string, kind: KindName): Promise<string[]> {
  const names = (await namesIn(folderOf(root, kind))).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -5)] : [],
  );
  const ids = isSingle(kind) ? names.filter((name) => name === kind).map(() => only) : names.filter(isDocumentId);
  const past = [...(await namesIn(join(root, 'generations'))), ...(await namesIn(join(root, 'quarantine')))];
  const known = past.map(documentOf).flatMap((found) => (found?.kind === kind ? [found.id] : []));
  return [...new Set([...ids, ...known])].sort();
}

/** Opens the library in a folder, making it where there is none, or says who has it open or what the disk refused. */
export async function openLibrary<K extends Kinds, D extends Digests = Record<never, never>>(
  folder: string,
  kinds: K,
  options: LibraryOptions<D> = {},
): Promise<OpenResult<K, D>> {
  const now = options.now ?? Date.now;
  const board = statusBoard(now);
  const documents = new Map<string, OpenDocument>();
  const catalogues = new Map<KindName, Catalogue>();
  let root = folder;

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

  const claimed = await claim(root);
  if (!claimed.ok) return claimed;
  let { lock } = claimed;

  const beatFile = () => join(root, 'live.beat');

  function catalogueOf(kind: KindName): Catalogue | null {
    const digest = options.digests?.[kind];
    if (!digest) return null;
    const made =
      catalogues.get(kind) ??
      catalogue(
        kinds[kind],
        digest,
        () => join(root, 'index'),
        (id) => placeOf(root, kind, id).file,
      );
    catalogues.set(kind, made);
    return made;
  }

  function documentAt(kind: KindName, id: string): OpenDocument {
    placeOf(root, kind, id);
    const key = `${kind}-${id}`;
    const document: OpenDocument =
      documents.get(key) ??
      openDocument(kinds[kind], () => placeOf(root, kind, id), {
        now,
        forbidden: () => (lock.lost() ? 'lock-lost' : null),
        onState: (state) => board.note(kind, id, state),
        onSaved: (held) => catalogueOf(kind)?.saved(id, held),
        removeOthers,
        onStep: (step) => options.onStep?.(step, kind),
        ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
      });
    documents.set(key, document);
    return document;
  }

  async function removeOthers(gone: readonly DocumentName[]): Promise<DiskCode | null> {
    for (const { kind, id } of gone) {
      const removed = await remove(kind, id);
      if (!removed.ok) return removed.code;
    }
    return null;
  }

  async function remove(kind: KindName, id: string): Promise<RemoveResult> {
    const leaving = documentAt(kind, id).leaving();
    await documentAt(kind, id).stop('removed');
    try {
      const refused = await removeOthers(leaving);
      if (refused !== null) return { ok: false, code: refused };
      const removed = await removeEverywhere(placeOf(root, kind, id));
      await catalogueOf(kind)?.forget(id);
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

  async function moveTo(target: string): Promise<MoveResult> {
    try {
      if (!(await isFree(target, root))) return { ok: false, code: 'not-free' };
      const next = await claim(target);
      if (!next.ok) return { ok: false, code: next.code };
      const copies = await copyLibrary(root, target).catch(async (error: unknown) => {
        await next.lock.release();
        throw error;
      });
      const left = lock;
      root = target;
      lock = next.lock;
      board.noteLost(false);
      for (const each of catalogues.values()) each.reset();
      await Promise.all([...documents.values()].map((document) => document.settle()));
      await left.release();
      return { ok: true, ...copies };
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

  /** Takes out again what a crash interrupted; what the disk will not take yet waits like any other save. */
  async function finishLeaving({ kind, id, gone }: Leaving): Promise<void> {
    const found = await documentAt(kind, id).read();
    if (found.state === 'newer' || found.state === 'unreachable') return;
    const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
    if (held !== null && gone.length > 0) {
      const without = options.takeOut?.[kind] as ((body: unknown, ids: ReadonlySet<string>) => unknown) | undefined;
      const body = without?.(held.body, new Set(gone.map((each) => each.id))) ?? held.body;
      void documentAt(kind, id).save(body, gone);
      return;
    }
    if ((await removeOthers(gone)) !== null) return;
    await wipePast(placeOf(root, kind, id));
    await settleLeaving(placeOf(root, kind, id));
  }

  async function finishWhatDied(): Promise<void> {
    await finishRemovals(root, async ({ kind, id }) => catalogueOf(kind)?.forget(id));
    for (const leaving of await unfinishedLeavings(root)) await finishLeaving(leaving);
  }

  const ready = await finishWhatDied().then(
    () => null,
    (error: unknown) => diskCode(error),
  );
  // Beside everything else: with ten thousand couples even reading the names takes a moment, and nothing waits for it.
  const swept = sweepTemps(root).catch(() => undefined);
  if (ready) {
    await lock.release();
    return { ok: false, code: ready };
  }

  const library: Library<K, D> = {
    folder: () => root,
    // The kind's shape has checked the body: what `read` finds is of the kind's type.
    read: async (kind, id) => (await documentAt(kind, id).read()) as ReadResult<BodyOf<K, typeof kind>>,
    save: (kind, id, body, gone) => documentAt(kind, id).save(body, gone),
    remove,
    list: async (kind) => idsOf(root, kind),
    index: async (kind) => {
      const entries = await catalogueOf(kind)?.entries(() => idsOf(root, kind));
      return (entries ?? []) as Entry<SummaryOf<D, typeof kind>>[];
    },
    status: board.status,
    subscribe: board.subscribe,
    flush,
    moveTo,
    startHeart: (read) => startHeart(beatFile, read),
    lastBeat: () => lastBeat(beatFile()),
    close,
  };
  return { ok: true, library };
}
