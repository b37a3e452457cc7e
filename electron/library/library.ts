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
import { removeTree } from './store/files';
import type { ReadResult } from './store/find-document';
import { idsOf } from './store/ids';
import { foldersOf, type Home, homeOf, placeOf } from './store/layout';
import { type Beat, type Heart, lastBeat, startHeart } from './store/live-position';
import { type OpenDocument, openDocument, type SaveResult } from './store/open-document';
import { type SaveStatus, statusBoard } from './store/save-status';
import { directTraffic } from './store/write-gate';
import { bringOver, isInFirstLayout } from './transfer/first-layout';
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

/** The kinds of document of a library, by name. */
export type Kinds = Readonly<Record<string, DocumentKind>>;
export type KindName<K extends Kinds> = keyof K & string;
type BodyOf<K extends Kinds, N extends KindName<K>> = z.output<K[N]['shape']>;
type SummaryOf<D extends Digests, N extends keyof D> = D[N] extends Digest<infer Summary> ? Summary : never;

/** Told after each step of each change of the disk; `kind` is the document's, or the folder's that is removed or brought over. */
export type OnStep = (step: SaveStep | 'bring-over', kind: string) => void;

export interface LibraryOptions<D extends Digests> extends LockOptions {
  /** How each kind that is listed is summarised. */
  readonly digests?: D;
  /** Whether a library must stand there already: one that is gone is never taken for a new one. */
  readonly mustExist?: boolean;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** For what a crash interrupted. */
  readonly takeOut?: Readonly<Partial<Record<string, TakeOut>>>;
  readonly onStep?: OnStep;
  /** How long a refused rename is tried again, in milliseconds. */
  readonly patienceMs?: number;
}

export type RemoveResult = ({ readonly ok: true } & Removed) | { readonly ok: false; readonly code: DiskCode };

export interface Library<K extends Kinds, D extends Digests> {
  readonly folder: () => string;
  readonly read: <N extends KindName<K>>(kind: N, id: string) => Promise<ReadResult<BodyOf<K, N>>>;
  /**
   * Resolves once this body, or a later one, is durable; never rejects for what a disk may do. `gone` was taken out of this document:
   * only with it is nothing left of it anywhere, older copies of this one included (S12), crash or no crash.
   */
  readonly save: <N extends KindName<K>>(
    kind: N,
    id: string,
    body: BodyOf<K, N>,
    gone?: readonly Home[],
  ) => Promise<SaveResult>;
  /** Deletes a home everywhere, every kind in it, history and quarantine included (S12), and tells what went. */
  readonly remove: (at: string, id: string) => Promise<RemoveResult>;
  /** The ids of a kind, sorted; those whose file is gone but whose history or quarantine is not included. */
  readonly list: (kind: KindName<K>) => Promise<string[]>;
  /** The summaries of a kind that has a digest, one for each id of `list`. */
  readonly index: <N extends keyof D & KindName<K>>(kind: N) => Promise<Entry<SummaryOf<D, N>>[]>;
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
  /** What was asked to be deleted earlier and the disk would not finish yet. It is not listed; the next start tries again. */
  readonly unfinished: readonly Home[];
  /** How many copies of documents, as sync tools leave them under other names, were set aside since it opened. */
  readonly setAside: () => number;
  /** Deletes the older copies of a document, quarantined ones included, and leaves the document itself. */
  readonly removePast: (kind: KindName<K>, id: string) => Promise<DiskCode | null>;
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
  const all = Object.values(kinds);
  const folders = foldersOf(all);
  const board = statusBoard(now);
  const documents = new Map<string, OpenDocument>();
  const traffic = directTraffic();
  let root = folder;
  const copies = copiesIn(() => root, all, now);
  const catalogues = cataloguesIn(options.digests ?? {}, () => root, copies);

  function kindOf(name: string): DocumentKind {
    const kind = kinds[name];
    if (kind === undefined) throw new RangeError(`not a kind of document: ${name}`);
    return kind;
  }
  const kindsAt = (at: string): readonly DocumentKind[] => all.filter((kind) => homeOf(kind, '').at === at);

  async function claim(at: string): Promise<LockResult> {
    try {
      await makeFolders(at, folders);
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
    const there = await holdsLibrary(root, folders[0] ?? '').catch(diskCode);
    if (there !== true) return { ok: false, code: there || 'no-library' };
  }
  const claimed = await claim(root);
  if (!claimed.ok) return claimed;
  let { lock } = claimed;

  const beatFile = () => join(root, 'live.beat');

  function documentAt(name: string, id: string): OpenDocument {
    const kind = kindOf(name);
    const { home } = placeOf(root, kind, id);
    const key = `${name}-${id}`;
    const document: OpenDocument =
      documents.get(key) ??
      openDocument(kind, () => placeOf(root, kind, id), {
        now,
        forbids: () => lock.forbids(),
        onState: (state) => board.note(name, id, state),
        onSaved: (held) => catalogues.of(kind)?.saved(id, held),
        enter: () => copies.clear(kind, id),
        removeOthers: async (gone) => {
          // A copy beside it names those who leave, as its older copies did.
          const found = [...(await copies.of(home)), ...(await copies.beside(kind, id))];
          for (const path of found) await removeTree(path);
          return removeOthers(gone);
        },
        traffic,
        onStep: (step) => options.onStep?.(step, name),
        ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
      });
    documents.set(key, document);
    return document;
  }

  const openAt = ({ at, id }: Home): OpenDocument[] =>
    kindsAt(at).flatMap(({ name }) => documents.get(`${name}-${id}`) ?? []);

  async function removeOthers(gone: readonly Home[]): Promise<DiskCode | null> {
    for (const home of gone) {
      const removed = await removeNow(home);
      if (!removed.ok) return removed.code;
    }
    return null;
  }

  async function remove(at: string, id: string): Promise<RemoveResult> {
    const open = openAt({ at, id });
    const leaving = open.flatMap((document) => document.leaving());
    await Promise.all(open.map((document) => document.stop('removed')));
    return traffic.alone(async () => {
      const refused = await removeOthers(leaving);
      return refused === null ? removeNow({ at, id }) : { ok: false, code: refused };
    });
  }

  async function removeNow(home: Home): Promise<RemoveResult> {
    const there = kindsAt(home.at);
    for (const kind of there) placeOf(root, kind, home.id);
    await Promise.all(openAt(home).map((document) => document.stop('removed')));
    const forbidden = await lock.forbids();
    if (forbidden !== null) return { ok: false, code: forbidden };
    try {
      const removed = await removeEverywhere(
        root,
        home,
        () => copies.of(home),
        (step) => options.onStep?.(step, home.at),
      );
      for (const { leaving } of there.map((kind) => placeOf(root, kind, home.id))) await removeTree(leaving);
      return { ok: true, ...removed };
    } catch (error) {
      return { ok: false, code: diskCode(error) };
    } finally {
      for (const kind of there) {
        await catalogues.of(kind)?.forget(home.id);
        documents.delete(`${kind.name}-${home.id}`);
      }
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
      if (next.code !== 'in-use') await clearCopies(target, made, folders);
      return { ok: false, code: next.code };
    }
    const seen = { marks: new Map<string, string>(), made };
    let goOn = (): void => undefined;
    try {
      const copied = await copyLibrary(root, target, seen, moving);
      // What was saved meanwhile comes along before anything is saved in the new place: no acknowledged change stays behind.
      goOn = await traffic.halt();
      await copyLibrary(root, target, seen, {});
      await moving.beforeSwitch?.();
      void lock.release();
      root = target;
      lock = next.lock;
      board.noteLost(false);
      catalogues.reset();
      return { ok: true, ...copied };
    } catch (error) {
      await next.lock.release();
      await clearCopies(target, made, folders);
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
    await Promise.all(tidied.values());
    await lock.release();
    return last;
  }

  async function takeUp(): Promise<readonly Home[]> {
    if (await isInFirstLayout(root, all)) {
      await bringOver({ root, kinds: all, now, onStep: () => options.onStep?.('bring-over', '') });
    }
    return finishWhatDied({
      root,
      kinds: all,
      document: documentAt,
      takeOut: options.takeOut ?? {},
      remove: removeOthers,
    });
  }

  const finished = await takeUp().then(
    (unfinished) => ({ unfinished, refused: null }),
    (error: unknown) => ({ unfinished: [], refused: diskCode(error) }),
  );
  if (finished.refused) {
    await lock.release();
    return { ok: false, code: finished.refused };
  }
  await removeHistories(root, all);
  // Beside everything else: with ten thousand couples even reading the names takes a moment. A list alone waits: a copy is no second retreat.
  const tidied = new Map(
    ['', ...folders].map((name) => {
      const isKinds = all.some((kind) => kind.folder === name);
      const tidy = isKinds ? copies.setAllAside(name) : sweepTemps(join(root, name));
      return [name, tidy.catch(() => undefined)];
    }),
  );

  const library: Library<K, D> = {
    folder: () => root,
    // The kind's shape has checked the body: what `read` finds is of the kind's type.
    read: async (kind, id) => (await documentAt(kind, id).read()) as ReadResult<BodyOf<K, typeof kind>>,
    save: (kind, id, body, gone) => documentAt(kind, id).save(body, gone),
    remove,
    list: async (name) => {
      const kind = kindOf(name);
      await tidied.get(kind.folder ?? '');
      return idsOf(root, kind, all);
    },
    index: async (name) => {
      const kind = kindOf(name);
      await tidied.get(kind.folder ?? '');
      const entries = await catalogues.of(kind)?.entries(() => idsOf(root, kind, all));
      return (entries ?? []) as Entry<SummaryOf<D, typeof name>>[];
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
      (await lock.forbids()) ?? wipePast(placeOf(root, kindOf(kind), id)).then(() => null, diskCode),
    close,
  };
  return { ok: true, library };
}
