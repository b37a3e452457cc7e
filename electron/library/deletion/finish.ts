import type { DocumentKind } from '../codec/document';
import { type DocumentFolder, documentFolderOf, pathsOf } from '../store/layout';
import type { OpenDocument } from '../store/open-document';
import {
  completePurge,
  homesOf,
  idsIn,
  type Purge,
  type TakeOuts,
  unfinishedPurges,
  wipePast,
} from './purge-references';
import type { Removals } from './removals';

interface Finish {
  readonly root: string;
  readonly kinds: readonly DocumentKind[];
  readonly document: (kind: string, id: string) => OpenDocument;
  readonly takeOut: TakeOuts;
  readonly removals: Removals;
  /** Removes the copies that sync tools left of a home. */
  readonly removeCopies: (home: DocumentFolder) => Promise<void>;
}

/** Takes out again what a crash interrupted; what the disk will not take yet waits like any other save. */
async function finishPurge(at: Finish, kind: DocumentKind, { id, gone }: Purge): Promise<boolean> {
  if (gone === null) return false;
  const homes = homesOf(gone);
  const refused = await at.removals.removeAll(homes);
  const removed = refused === null || refused === 'unfinished';
  const paths = pathsOf(at.root, kind, id);
  const document = at.document(kind.name, id);
  // Whatever the document says by now, and whether it can be read or not.
  const found = await document.read();
  if (found.state === 'newer' || found.state === 'unreachable' || (found.state === 'ok' && found.readOnly))
    return false;
  const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
  const without = (body: unknown): unknown => at.takeOut[kind.name]?.(body as never, idsIn(gone)) ?? body;
  if (held !== null && homes.length > 0) {
    void document.save(without(held.body), gone);
    return removed;
  }
  if (!removed) return false;
  if (gone.length > homes.length) {
    await at.removeCopies(paths.home);
    if (!(await document.forget(without)).ok) return false;
  } else {
    await wipePast(paths);
  }
  await completePurge(paths, { earlier: [] });
  return true;
}

/**
 * Finishes the deletions that a crash interrupted, before anything else is read. One that the disk will not finish waits for the next
 * start and keeps nothing else shut; resolves with those.
 */
export async function finishWhatDied(at: Finish): Promise<readonly DocumentFolder[]> {
  const left = [...(await at.removals.finish())];
  for (const purge of await unfinishedPurges(at.root, at.kinds)) {
    const kind = at.kinds.find(({ name }) => name === purge.kind);
    if (kind === undefined || (await finishPurge(at, kind, purge).catch(() => false))) continue;
    left.push(documentFolderOf(kind, purge.id));
  }
  return left;
}
