import { readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isStaleTemp, isTempOf, syncFolder } from './durable-write';
import { errno } from './failure';
import { type DocumentName, documentOf, folderOf, kindNames, type Place, placeOf } from './layout';

/** What a deletion took with it. */
export interface Removed {
  readonly documents: number;
  readonly generations: number;
  readonly quarantined: number;
}

export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
}

export async function removeIfThere(file: string): Promise<number> {
  try {
    await unlink(file);
    return 1;
  } catch (error) {
    if (errno(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Deletes a document with its past everywhere (S12). The intent is written down first, so that a crash only delays it. */
export async function removeEverywhere(place: Place): Promise<Removed> {
  await writeFile(place.removing, '', { mode: 0o600 });
  await syncFolder(dirname(place.removing));
  const folder = dirname(place.file);
  const temps = (await namesIn(folder)).filter((name) => isTempOf(name, basename(place.file)));
  for (const name of temps) await removeIfThere(join(folder, name));
  const generations = (await namesIn(place.generations)).length;
  const quarantined = (await namesIn(place.quarantine)).length;
  await rm(place.generations, { recursive: true, force: true });
  await rm(place.quarantine, { recursive: true, force: true });
  const documents = await removeIfThere(place.file);
  await removeIfThere(place.leaving);
  for (const each of [folder, dirname(place.generations), dirname(place.quarantine)]) await syncFolder(each);
  await removeIfThere(place.removing);
  return { documents, generations, quarantined };
}

/** Finishes the deletions that a crash interrupted; `forget` clears what else knows the document. */
export async function finishRemovals(root: string, forget: (document: DocumentName) => Promise<void>): Promise<void> {
  for (const name of await namesIn(join(root, 'removing'))) {
    const found = documentOf(name);
    if (!found) continue;
    await forget(found);
    await removeEverywhere(placeOf(root, found.kind, found.id));
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
