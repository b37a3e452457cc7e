import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DocumentKind } from '../codec/document';
import { isStaleTemp, renamePatiently, syncFolder } from '../store/durable-write';
import { errno } from '../store/failure';
import { filesUnder, namesIn, removeIfThere, removeTree } from '../store/files';
import { type DocumentFolder, folderPathsOf, intendedBy, type LayoutKind, only, pathsOf } from '../store/layout';

/** What a deletion took with it, in files. */
export interface Removed {
  readonly documents: number;
  readonly generations: number;
  readonly quarantined: number;
}

// Only Windows refuses for a moment what it grants later.
const patienceMs = process.platform === 'win32' ? 10_000 : 0;

/** The steps of a removal; dying after any of them only delays it. */
export const removeSteps = ['intend-removal', 'put-away', 'delete'] as const;
export type RemoveStep = (typeof removeSteps)[number];

async function syncIfThere(folder: string): Promise<void> {
  await syncFolder(folder).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT') throw error;
  });
}

/**
 * Deletes all there is of a home (S12): an intent, a rename out of sight, a delete, so that a crash only delays it. What the disk will
 * not let go keeps nothing else back, and is thrown at the end. `copies` are folders that hold the same under another name.
 */
export async function removeEverywhere(
  root: string,
  home: DocumentFolder,
  copies: () => Promise<readonly string[]>,
  onStep: (step: RemoveStep) => void = () => undefined,
): Promise<Removed> {
  const { main, history, quarantine, intent, trash } = folderPathsOf(root, home);
  await writeFile(intent, '', { mode: 0o600 });
  await syncFolder(dirname(intent));
  onStep('intend-removal');
  const refused: unknown[] = [];
  const generations = (await filesUnder(history).catch(() => [])).length;
  const quarantined = (await filesUnder(quarantine).catch(() => [])).length;
  const documents = home.id === only ? [main] : (await namesIn(main).catch(() => [])).filter((name) => isOwn(name));
  // Left by an attempt that died: the present one takes its name.
  refused.push(...(await removeTree(trash)));
  const put = await renamePatiently(main, trash, { patienceMs }).then(
    () => documents.length,
    (error: unknown) => (errno(error) === 'ENOENT' ? 0 : null),
  );
  onStep('put-away');
  // What cannot be renamed is deleted where it stands.
  for (const path of [trash, ...(put === null ? [main] : []), history, quarantine]) {
    refused.push(...(await removeTree(path)));
  }
  const others = await copies().catch((error: unknown) => {
    refused.push(error);
    return [];
  });
  for (const path of others) refused.push(...(await removeTree(path)));
  onStep('delete');
  if (refused.length > 0) throw refused[0];
  for (const folder of [dirname(main), dirname(quarantine), dirname(intent)]) await syncIfThere(folder);
  await removeIfThere(intent);
  return { documents: put ?? documents.length, generations, quarantined };
}

const isOwn = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.');

/** What was asked to be deleted and is not quite: nothing of it is shown any more. */
export async function beingRemoved(root: string, kinds: readonly LayoutKind[]): Promise<DocumentFolder[]> {
  return (await namesIn(join(root, 'removing'))).flatMap((name) => intendedBy(name, kinds) ?? []);
}

/** Deletes the past of documents that keep none, as an earlier version wrote it: it would outlive what it speaks of. */
export async function removeHistories(root: string, kinds: readonly DocumentKind[]): Promise<void> {
  for (const kind of kinds.filter(({ folder, history }) => folder === null && history === false)) {
    await rm(pathsOf(root, kind, only).history, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Removes the temporary files that writers which died left in a folder. */
export async function sweepTemps(folder: string): Promise<void> {
  for (const name of (await namesIn(folder)).filter(isStaleTemp)) await removeIfThere(join(folder, name));
}
