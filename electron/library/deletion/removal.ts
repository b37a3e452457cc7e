import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { DocumentKind } from '../codec/document';
import { durableWrite, isStaleTemp, renamePatiently, syncFolder, type WriterDisk } from '../store/durable-write';
import { type DiskCode, errno } from '../store/failure';
import { filesUnder, namesIn, removeIfThere, removeTree } from '../store/files';
import {
  type DocumentFolder,
  type DocumentName,
  folderPathsOf,
  intendedBy,
  type LayoutKind,
  only,
  pathsOf,
} from '../store/layout';

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

/** A home that is to be removed, and those that go along with it: all of them, or, where it is refused before, none. */
export interface Removal {
  readonly home: DocumentFolder;
  readonly along: readonly DocumentFolder[];
  /** The documents that name the home, and of which nothing may name it any more, their older copies included. */
  readonly from: readonly DocumentName[];
}

const alongShape = z.array(z.strictObject({ at: z.string(), id: z.string() }));
/** Where no document names the home, what goes along is all there is to write down. */
const intentShape = z.union([
  alongShape.transform((along) => ({ along, from: [] })),
  z.strictObject({ along: alongShape, from: z.array(z.strictObject({ kind: z.string(), id: z.string() })) }),
]);

async function syncIfThere(folder: string): Promise<void> {
  await syncFolder(folder).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT') throw error;
  });
}

/**
 * Writes down that homes are to be removed. The code of what the disk refused, and then nothing is written down, a power cut or not; null
 * where it stands, or where nobody can tell: what may stand must be carried out.
 */
export async function intendRemoval(
  root: string,
  { home, along, from }: Removal,
  disk?: WriterDisk,
): Promise<DiskCode | null> {
  const { intent } = folderPathsOf(root, home);
  const options = { patienceMs, ...(disk && { disk }) };
  const written = await durableWrite(
    intent,
    Buffer.from(JSON.stringify(from.length === 0 ? along : { along, from })),
    options,
  );
  if (written.ok) return null;
  if (!written.replaced) return written.code;
  return withdraw(intent, disk).then(
    () => written.code,
    () => null,
  );
}

async function withdraw(intent: string, disk?: WriterDisk): Promise<void> {
  await (disk?.unlink(intent) ?? removeIfThere(intent));
  await syncFolder(dirname(intent), disk);
}

/** Says that nothing is left of what was removed: the next start removes nothing that is written there from now on. */
export function completeRemoval(root: string, home: DocumentFolder): Promise<void> {
  return withdraw(folderPathsOf(root, home).intent);
}

/**
 * Deletes all there is of a home whose removal is written down (S12): a rename out of sight, a delete, so that a crash only delays it. What
 * the disk will not let go keeps nothing else back, and is thrown at the end. `copies` are folders that hold the same under another name.
 */
export async function removeEverywhere(
  root: string,
  home: DocumentFolder,
  copies: () => Promise<readonly string[]>,
  onStep: (step: RemoveStep) => void,
): Promise<Removed> {
  const { main, history, quarantine, trash } = folderPathsOf(root, home);
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
  for (const folder of [dirname(main), dirname(quarantine), dirname(trash)]) await syncIfThere(folder);
  return { documents: put ?? documents.length, generations, quarantined };
}

const isOwn = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.');

/** What an intent says beside the home; null where the disk does not say. */
async function intentIn(file: string): Promise<Omit<Removal, 'home'> | null> {
  try {
    return intentShape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    return errno(error) === '' ? { along: [], from: [] } : null; // empty or rotten: the home itself goes all the same
  }
}

/** What was asked to be deleted and is not quite, read from the disk; `rest` is null where that cannot be read. */
export async function beingRemoved(
  root: string,
  kinds: readonly LayoutKind[],
): Promise<{ readonly home: DocumentFolder; readonly rest: Omit<Removal, 'home'> | null }[]> {
  const homes = (await namesIn(join(root, 'removing'))).flatMap((name) => intendedBy(name, kinds) ?? []);
  return Promise.all(homes.map(async (home) => ({ home, rest: await intentIn(folderPathsOf(root, home).intent) })));
}

/** How many older copies there are of a home's documents, those that were set aside included. */
export async function countCopies(root: string, home: DocumentFolder): Promise<number> {
  const { history, quarantine } = folderPathsOf(root, home);
  const files = await Promise.all([history, quarantine].map((folder) => filesUnder(folder).catch(() => [])));
  return files.flat().length;
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
