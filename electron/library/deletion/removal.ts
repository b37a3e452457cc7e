import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DocumentKind } from '../codec/document';
import type { Copy } from '../history/copies';
import { isStaleTemp, isTempOf, syncFolder } from '../store/durable-write';
import { namesIn, removeIfThere } from '../store/files';
import {
  type DocumentName,
  documentOf,
  folderOf,
  isSingle,
  type KindName,
  kindNames,
  only,
  type Place,
  placeOf,
} from '../store/layout';

/** What a deletion took with it. */
export interface Removed {
  readonly documents: number;
  readonly generations: number;
  readonly quarantined: number;
}

/**
 * Deletes a document with its past everywhere (S12). The intent is written down first, so that a crash only delays it; what the disk
 * will not let go keeps nothing else back, and is thrown at the end. `copies` are those that lie beside it under another name.
 */
export async function removeEverywhere(place: Place, copies: () => Promise<readonly Copy[]>): Promise<Removed> {
  await writeFile(place.removing, '', { mode: 0o600 });
  await syncFolder(dirname(place.removing));
  const folder = dirname(place.file);
  const refused: unknown[] = [];
  async function part<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    return work().catch((error: unknown) => {
      refused.push(error);
      return otherwise;
    });
  }
  const documents = await part(() => removeIfThere(place.file), 0);
  for (const { file } of await part(copies, [])) await part(() => removeIfThere(file), 0);
  const temps = (await part(() => namesIn(folder), [])).filter((name) => isTempOf(name, basename(place.file)));
  for (const name of temps) await part(() => removeIfThere(join(folder, name)), 0);
  const generations = (await part(() => namesIn(place.generations), [])).length;
  const quarantined = (await part(() => namesIn(place.quarantine), [])).length;
  await part(() => rm(place.generations, { recursive: true, force: true }), undefined);
  await part(() => rm(place.quarantine, { recursive: true, force: true }), undefined);
  await part(() => removeIfThere(place.leaving), 0);
  if (refused.length > 0) throw refused[0];
  for (const each of [folder, dirname(place.generations), dirname(place.quarantine)]) await syncFolder(each);
  await removeIfThere(place.removing);
  return { documents, generations, quarantined };
}

/** The documents whose deletion was asked for and is not finished: nothing of them is shown any more. */
export async function beingRemoved(root: string): Promise<DocumentName[]> {
  return (await namesIn(join(root, 'removing'))).flatMap((name) => documentOf(name) ?? []);
}

/** Finishes the deletions that a crash interrupted; `forget` clears what else knows the document. Resolves with what the disk still holds on to. */
export async function finishRemovals(
  root: string,
  forget: (document: DocumentName) => Promise<void>,
  copies: (document: DocumentName) => Promise<readonly Copy[]>,
): Promise<DocumentName[]> {
  const left: DocumentName[] = [];
  for (const found of await beingRemoved(root)) {
    await forget(found);
    await removeEverywhere(placeOf(root, found.kind, found.id), () => copies(found)).catch(() => left.push(found));
  }
  return left;
}

/** Deletes the past of documents that keep none, as an earlier version wrote it: it would outlive what it speaks of. */
export async function removeHistories(
  root: string,
  kinds: Readonly<Record<KindName, Pick<DocumentKind, 'history'>>>,
): Promise<void> {
  for (const kind of kindNames.filter((each) => isSingle(each) && kinds[each].history === false)) {
    await rm(placeOf(root, kind, only).generations, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Removes the temporary files of writers that died. */
export async function sweepTemps(root: string): Promise<void> {
  const folders = new Set([
    root,
    join(root, 'index'),
    join(root, 'removing'),
    ...kindNames.map((kind) => folderOf(root, kind)),
  ]);
  for (const folder of folders) {
    for (const name of (await namesIn(folder)).filter(isStaleTemp)) await removeIfThere(join(folder, name));
  }
}
