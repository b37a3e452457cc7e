import type { DocumentKind } from '../codec/document';

import { type DiskCode, diskCode, type SaveCode } from '../store/failure';
import { removeIfThere } from '../store/files';
import { type DocumentFolder, type DocumentName, documentFolderOf, only, pathsOf } from '../store/layout';
import type { OpenDocument } from '../store/open-document';
import type { ForgetResult } from './forget-parts';
import { type Gone, homesOf, intendedPurge, type TakeOuts } from './purge-references';
import {
  beingRemoved,
  completeRemoval,
  intendRemoval,
  type Removal,
  type Removed,
  type RemoveStep,
  removeEverywhere,
} from './removal';

/**
 * `intended` says which of two it is: nothing was touched, and nothing waits; or it is written down, shown nowhere and closed to every
 * save, and finished at the next start that the disk lets finish it.
 */
export type RemoveResult =
  | ({ readonly ok: true } & Removed)
  | { readonly ok: false; readonly code: SaveCode; readonly intended: boolean };

export interface Removals {
  /** Removes a home and those that go along, and takes it out of the documents that name it. To be called while nothing else is removed, moved or forgotten. */
  readonly remove: (
    home: DocumentFolder,
    along: readonly DocumentFolder[],
    from?: readonly DocumentName[],
  ) => Promise<RemoveResult>;
  /** Removes homes one after another; the code of what was refused, or whether one that is written down is not finished. */
  readonly removeAll: (homes: readonly DocumentFolder[]) => Promise<SaveCode | 'unfinished' | null>;
  /** Whether the removal of a home is written down and not done: it is not there for anybody. */
  readonly isGoing: (home: DocumentFolder) => boolean;
  /** Finishes what earlier processes did not; resolves with what the disk will not finish yet. */
  readonly finish: () => Promise<readonly DocumentFolder[]>;
}

interface Options {
  readonly root: () => string;
  readonly kinds: readonly DocumentKind[];
  readonly takeOut: TakeOuts;
  readonly forbids: () => Promise<DiskCode | null>;
  readonly copiesOf: (home: DocumentFolder) => Promise<readonly string[]>;
  readonly document: (kind: string, id: string) => OpenDocument;
  /** The documents of a home that are open. */
  readonly open: (home: DocumentFolder) => readonly OpenDocument[];
  /** Which of the homes taken out of one are removed. */
  readonly decide: (home: DocumentFolder, gone: readonly DocumentFolder[]) => Promise<readonly Gone[]>;
  /** Takes a home out of memory and out of the lists. */
  readonly letGo: (home: DocumentFolder) => Promise<void>;
  /** Takes a part out of a document and its past, and out of what it is copied by. */
  readonly forget: (from: DocumentName, part: string) => Promise<ForgetResult>;
  readonly onStep: (step: RemoveStep, at: string) => void;
}

const keyOf = ({ at, id }: DocumentFolder): string => `${at}/${id}`;

export function removalsIn(options: Options): Removals {
  const { root, kinds, takeOut, open, letGo, onStep } = options;
  const going = new Map<string, Removal>();
  const pathsIn = (home: DocumentFolder) =>
    kinds
      .filter((kind) => documentFolderOf(kind, home.id).at === home.at)
      .map((kind) => pathsOf(root(), kind, home.id));

  function note(removal: Removal): void {
    for (const home of [removal.home, ...removal.along]) going.set(keyOf(home), removal);
  }

  /** What was being taken out of the documents of a home goes with it. */
  async function leavingOf(home: DocumentFolder): Promise<readonly DocumentFolder[]> {
    const intended = await Promise.all(pathsIn(home).map(intendedPurge));
    const waiting = open(home).flatMap((document) => document.leaving());
    return [...intended.flatMap((gone) => homesOf(gone ?? [])), ...homesOf(await options.decide(home, waiting))];
  }

  async function removeOne(home: DocumentFolder): Promise<Removed> {
    await Promise.all(open(home).map((document) => document.stop('removed')));
    try {
      return await removeEverywhere(
        root(),
        home,
        () => options.copiesOf(home),
        (step) => onStep(step, home.at),
      );
    } finally {
      await letGo(home);
    }
  }

  /** What there is only one of, as where the run is, may speak of them; nothing else does that is not removed or saved without them. */
  async function takeOutOfSingles(homes: readonly DocumentFolder[]): Promise<SaveCode | null> {
    const ids = new Set(homes.map(({ id }) => id));
    for (const { name, folder } of kinds) {
      const without = takeOut[name];
      if (folder !== null || without === undefined || homes.some(({ at }) => at === name)) continue;
      const forgotten = await options.document(name, only).forget((body) => without(body as never, ids) ?? body);
      if (!forgotten.ok && forgotten.code !== 'newer-schema') return forgotten.code;
    }
    return null;
  }

  /** Nothing that names it may do so any more. A document that went meanwhile names nobody. */
  async function takeOutOf(from: readonly DocumentName[], part: string): Promise<SaveCode | null> {
    let code: SaveCode | null = null;
    for (const each of from) {
      const forgotten = await options.forget(each, part);
      if (!forgotten.ok && forgotten.code !== 'removed') code ??= forgotten.code;
    }
    return code;
  }

  /** The home that the intent is named after goes last, and the intent after all of them. */
  async function carryOut({ home, along, from }: Removal): Promise<RemoveResult> {
    const homes = [...along, home];
    const total = { documents: 0, generations: 0, quarantined: 0 };
    let code: SaveCode | null = null;
    for (const each of homes) {
      try {
        const removed = await removeOne(each);
        for (const what of ['documents', 'generations', 'quarantined'] as const) total[what] += removed[what];
      } catch (error) {
        code ??= diskCode(error);
      }
    }
    code ??= await takeOutOf(from, home.id);
    code ??= await takeOutOfSingles(homes);
    if (code !== null) return { ok: false, code, intended: true };
    try {
      for (const { leaving } of homes.flatMap(pathsIn)) await removeIfThere(leaving);
      await completeRemoval(root(), home);
    } catch (error) {
      return { ok: false, code: diskCode(error), intended: true };
    }
    for (const each of homes) going.delete(keyOf(each));
    return { ok: true, ...total };
  }

  async function intend(
    home: DocumentFolder,
    along: readonly DocumentFolder[],
    from: readonly DocumentName[],
  ): Promise<Removal | DiskCode> {
    try {
      const leaving = await Promise.all([home, ...along].map(leavingOf));
      const others = new Map([...along, ...leaving.flat()].map((each) => [keyOf(each), each]));
      others.delete(keyOf(home));
      const removal = { home, along: [...others.values()], from };
      return (await intendRemoval(root(), removal)) ?? removal;
    } catch (error) {
      return diskCode(error);
    }
  }

  const remove: Removals['remove'] = async (home, along, from = []) => {
    const standing = going.get(keyOf(home));
    const forbidden = await options.forbids();
    if (forbidden !== null) return { ok: false, code: forbidden, intended: standing !== undefined };
    const removal = standing ?? (await intend(home, along, from));
    if (typeof removal === 'string') return { ok: false, code: removal, intended: false };
    note(removal);
    onStep('intend-removal', home.at);
    return carryOut(removal);
  };

  return {
    remove,
    removeAll: async (homes) => {
      let left: 'unfinished' | null = null;
      for (const home of homes) {
        const removed = await remove(home, []);
        if (removed.ok) continue;
        if (!removed.intended) return removed.code;
        left = 'unfinished';
      }
      return left;
    },
    isGoing: (home) => going.has(keyOf(home)),
    finish: async () => {
      for (const { home, rest } of await beingRemoved(root(), kinds)) {
        note({ home, ...(rest ?? { along: [], from: [] }) });
        // Whoever goes along is not known: none of them may be forgotten by taking the intent for done.
        if (rest !== null) await carryOut({ home, ...rest });
      }
      return [...going.keys()].map((key) => {
        const [at = '', id = ''] = key.split('/');
        return { at, id };
      });
    },
  };
}
