import { join } from 'node:path';
import { plain } from './codec/codec';
import type { DocumentKind } from './codec/document';
import type { BodyOf, Kinds, Library, LibraryOptions, OpenResult, SummaryOf } from './contract';
import { finishWhatDied } from './deletion/finish';
import { type ForgetResult, forgetParts } from './deletion/forget-parts';
import { type Gone, removeWhole } from './deletion/purge-references';
import { countCopies, removeHistories, sweepTemps } from './deletion/removal';
import { removalsIn } from './deletion/removals';
import { copiesIn } from './history/sync-copies';
import { type Digests, documentIndexesIn, type Entry } from './index/document-index';
import { type LockResult, takeLock } from './lock/lock-file';
import { diskCode } from './store/failure';
import type { ReadResult } from './store/find-document';
import { homesOf, idsOf, inBatches } from './store/ids';
import { type DocumentFolder, type DocumentName, documentFolderOf, foldersOf, pathsOf } from './store/layout';
import { lastLivePosition, startPositionWriter } from './store/live-position';
import { type OpenDocument, openDocument, removedDocument } from './store/open-document';
import { type SaveStatus, statusBoard } from './store/save-status';
import { writeGate } from './store/write-gate';
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

/** Opens the library in a folder, making it where there is none unless that is forbidden, or says who has it open or what the disk refused. */
export async function openLibrary<K extends Kinds, D extends Digests = Record<never, never>>(
  folder: string,
  kinds: K,
  options: LibraryOptions<K, D> = {},
): Promise<OpenResult<K, D>> {
  const now = options.now ?? Date.now;
  const all = Object.values(kinds);
  const folders = foldersOf(all);
  const board = statusBoard(now);
  const documents = new Map<string, OpenDocument>();
  const traffic = writeGate();
  /** The folders in which what lies beside the documents was looked at, or is being. */
  const tidied = new Map<string, Promise<void>>();
  let tidying: Promise<void> = Promise.resolve();
  let root = folder;
  const { codec = plain, device = '', takeOut = {} } = options;
  const copies = copiesIn(() => root, codec, all, now);
  const indexes = documentIndexesIn(codec, options.digests ?? {}, () => root, copies);
  const followers = new Map<string, (id: string, summary: unknown) => void>();
  let isUsed: (kind: string, id: string) => boolean = () => true;

  const tellFollowers = (name: string, id: string, summary: unknown): void => followers.get(name)?.(id, summary);

  function kindOf(name: string): DocumentKind {
    const kind = kinds[name];
    if (kind === undefined) throw new RangeError(`not a kind of document: ${name}`);
    return kind;
  }
  const kindsAt = (at: string): readonly DocumentKind[] => all.filter((kind) => documentFolderOf(kind, '').at === at);

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
    const { home } = pathsOf(root, kind, id);
    if (removals.isGoing(home)) return removedDocument;
    const key = `${name}-${id}`;
    const document: OpenDocument =
      documents.get(key) ??
      openDocument(kind, () => pathsOf(root, kind, id), {
        codec,
        device,
        now,
        forbids: () => lock.forbids(),
        onState: (state) => board.note(name, id, state),
        onSaved: (held) => {
          const index = indexes.of(kind);
          if (index !== null) tellFollowers(name, id, index.saved(id, held));
        },
        onRest: () => {
          if (!isUsed(name, id) && documents.get(key) === document) documents.delete(key);
        },
        enter: () => copies.clear(kind, id),
        decide: (gone) => decide(home, gone),
        removeOthers: async (gone) => {
          // A copy beside it names those who leave, as its older copies did.
          await removeCopies(home);
          for (const path of await copies.beside(kind, id)) await removeWhole(path);
          return removals.removeAll(gone);
        },
        traffic,
        onStep: (step) => options.onStep?.(step, name),
        ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
      });
    documents.set(key, document);
    return document;
  }

  const openAt = ({ at, id }: DocumentFolder): OpenDocument[] =>
    kindsAt(at).flatMap(({ name }) => documents.get(`${name}-${id}`) ?? []);

  const removals = removalsIn({
    root: () => root,
    kinds: all,
    takeOut,
    forbids: () => lock.forbids(),
    copiesOf: copies.of,
    document: documentAt,
    open: openAt,
    decide,
    letGo: async ({ at, id }) => {
      for (const kind of kindsAt(at)) {
        await indexes.of(kind)?.forget(id);
        if (indexes.of(kind) !== null) tellFollowers(kind.name, id, null);
        // It takes no more saves: whoever asks for it next opens it anew.
        documents.delete(`${kind.name}-${id}`);
      }
    },
    forget: (from, part) => forget(from, [part]),
    onStep: (step, at) => options.onStep?.(step, at),
  });

  function forget({ kind: name, id }: DocumentName, parts: readonly string[]): Promise<ForgetResult> {
    const kind = kindOf(name);
    return forgetParts(kind, pathsOf(root, kind, id), parts, {
      document: documentAt(name, id),
      takeOut,
      forbids: () => lock.forbids(),
      removeCopies,
      unlist: async () => indexes.of(kind)?.forget(id),
      onStep: (step) => options.onStep?.(step, name),
    });
  }

  /** A home that another document names as well is only taken out of this one; so is every one while that cannot be known. */
  async function decide(home: DocumentFolder, gone: readonly DocumentFolder[]): Promise<readonly Gone[]> {
    if (gone.length === 0 || options.namedElsewhere === undefined) return gone;
    const elsewhere = await options.namedElsewhere(library, home).catch(() => null);
    return gone.map((each) => (elsewhere === null || elsewhere.has(each.id) ? { part: each.id } : each));
  }

  async function removeCopies(home: DocumentFolder): Promise<void> {
    for (const path of await copies.of(home)) await removeWhole(path);
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
      indexes.reset();
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
    await Promise.all([tidying, ...tidied.values()]);
    await lock.release();
    return last;
  }

  let notBrought = 0;
  async function takeUp(): Promise<readonly DocumentFolder[]> {
    if (await isInFirstLayout(root, all)) {
      notBrought = await bringOver({ root, codec, kinds: all, now, onStep: () => options.onStep?.('bring-over', '') });
    }
    return finishWhatDied({
      root,
      kinds: all,
      document: documentAt,
      takeOut,
      removals,
      removeCopies,
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
  /** With ten thousand couples even reading the names takes a moment: only a list waits for it, for a copy is no second retreat. */
  function tidyFolder(name: string): Promise<void> {
    const isKinds = all.some((kind) => kind.folder === name);
    const done =
      tidied.get(name) ?? (isKinds ? copies.setAllAside(name) : sweepTemps(join(root, name))).catch(() => undefined);
    tidied.set(name, done);
    return done;
  }

  /** Whether all there is of a kind is listed, and not only what can be read where it is thought to be. */
  const isListed = (name: string): boolean => {
    const digest = options.digests?.[name];
    return digest !== undefined && digest.sparse !== true;
  };

  async function tidy(): Promise<void> {
    await Promise.all(['', ...folders].map(tidyFolder));
    for (const kind of all.filter(({ name }) => isListed(name))) {
      const ids = await idsOf(root, kind, removals.isGoing).catch(() => []);
      await inBatches(ids, (id) => copies.clear(kind, id).catch(() => undefined));
    }
  }

  const library: Library<K, D> = {
    folder: () => root,
    // The kind's shape has checked the body: what `read` finds is of the kind's type.
    read: async (kind, id) => (await documentAt(kind, id).read()) as ReadResult<BodyOf<K, typeof kind>>,
    save: (kind, id, body, gone) => documentAt(kind, id).save(body, gone),
    remove: (at, id, along = [], from = []) => traffic.alone(() => removals.remove({ at, id }, along, from)),
    copies: (at, id) => countCopies(root, { at, id }),
    list: async (name) => {
      const kind = kindOf(name);
      await tidyFolder(kind.folder ?? '');
      return idsOf(root, kind, removals.isGoing);
    },
    index: async (name) => {
      const kind = kindOf(name);
      if (isListed(name)) await tidyFolder(kind.folder ?? '');
      const ids = isListed(name) ? idsOf : homesOf;
      const entries = await indexes.of(kind)?.entries(() => ids(root, kind, removals.isGoing));
      return (entries ?? []) as Entry<SummaryOf<D, typeof name>>[];
    },
    follow: (name, listener) => {
      followers.set(name, listener as (id: string, summary: unknown) => void);
    },
    status: board.status,
    subscribe: board.subscribe,
    flush,
    moveTo,
    startPositionWriter: (read) =>
      startPositionWriter(beatFile, read, { codec, isOurs: async () => (await lock.forbids()) === null }),
    lastLivePosition: () => lastLivePosition(beatFile(), codec),
    look: async () => {
      await lock.look();
    },
    tidy: () => {
      tidying = traffic.alone(tidy);
      return tidying;
    },
    setAside: copies.count,
    unfinished: finished.unfinished,
    notBrought,
    forget: (kind, id, parts) => traffic.alone(() => forget({ kind, id }, parts)),
    use: (wanted) => {
      isUsed = wanted;
      for (const document of documents.values()) document.rest();
    },
    held: () => documents.size,
    close,
  };
  return { ok: true, library };
}
