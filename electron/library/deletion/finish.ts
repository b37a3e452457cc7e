import type { DocumentKind } from '../codec/document';
import { type DocumentFolder, documentFolderOf, pathsOf } from '../store/layout';
import type { OpenDocument } from '../store/open-document';
import { completePurge, type Purge, unfinishedPurges, wipePast } from './purge-references';
import { beingRemoved } from './removal';

/** How homes are taken out of a document that names them: its body without those ids. */
export type TakeOut = (body: never, ids: ReadonlySet<string>) => unknown;

interface Finish {
  readonly root: string;
  readonly kinds: readonly DocumentKind[];
  readonly document: (kind: string, id: string) => OpenDocument;
  readonly takeOut: Readonly<Partial<Record<string, TakeOut>>>;
  /** Removes homes one after another; the first refusal, or null. */
  readonly remove: (gone: readonly DocumentFolder[]) => Promise<unknown>;
}

/** Takes out again what a crash interrupted; what the disk will not take yet waits like any other save. */
async function finishLeaving(at: Finish, { kind, id, gone }: Purge): Promise<boolean> {
  const paths = at.kinds.find(({ name }) => name === kind);
  if (paths === undefined) return true;
  // Whatever the document says by now, and whether it can be read or not.
  const removed = (await at.remove(gone)) === null;
  const found = await at.document(kind, id).read();
  if (found.state === 'newer' || found.state === 'unreachable') return removed;
  const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
  if (held !== null && gone.length > 0) {
    const without = at.takeOut[kind] as ((body: unknown, ids: ReadonlySet<string>) => unknown) | undefined;
    void at.document(kind, id).save(without?.(held.body, new Set(gone.map((each) => each.id))) ?? held.body, gone);
    return removed;
  }
  if (!removed) return false;
  await wipePast(pathsOf(at.root, paths, id));
  await completePurge(pathsOf(at.root, paths, id));
  return true;
}

/**
 * Finishes the deletions that a crash interrupted, before anything else is read. One that the disk will not finish waits for the next
 * start and keeps nothing else shut; resolves with those.
 */
export async function finishWhatDied(at: Finish): Promise<readonly DocumentFolder[]> {
  const left: DocumentFolder[] = [];
  for (const home of await beingRemoved(at.root, at.kinds)) {
    if ((await at.remove([home])) !== null) left.push(home);
  }
  for (const leaving of await unfinishedPurges(at.root, at.kinds)) {
    const kind = at.kinds.find(({ name }) => name === leaving.kind);
    const finished = await finishLeaving(at, leaving).catch(() => false);
    if (!finished && kind !== undefined) left.push(documentFolderOf(kind, leaving.id));
  }
  return left;
}
