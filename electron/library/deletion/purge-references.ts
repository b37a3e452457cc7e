import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { folderCopies } from '../history/quarantine';
import { durableWrite, syncFolder, type WriteStep } from '../store/durable-write';
import { type DiskCode, diskCode, errno } from '../store/failure';
import { namesIn, removeIfThere, removeTree } from '../store/files';
import {
  type DocumentFolder,
  type DocumentName,
  type DocumentPaths,
  type LayoutKind,
  leftBy,
  pathsOf,
} from '../store/layout';
import type { RemoveStep } from './removal';

/** The steps of a save that something is taken out of, around the writer's own; dying after any of them only delays it. */
export const purgeSteps = ['intend', 'wipe', 'remove', 'settle'] as const;
type PurgeStep = (typeof purgeSteps)[number];
export type SaveStep = WriteStep | PurgeStep | RemoveStep;

const goneShape = z.array(z.strictObject({ at: z.string(), id: z.string() }));

async function removeWhole(file: string): Promise<void> {
  const [refused] = await removeTree(file);
  if (refused !== undefined) throw refused;
}

/** Deletes the older copies of a document, quarantined ones and copies of its whole folder included, and leaves the document itself. */
export async function wipePast(paths: DocumentPaths): Promise<void> {
  const folders = [paths.history, paths.quarantine];
  for (const copy of await folderCopies(paths)) await removeWhole(copy);
  for (const folder of folders) for (const name of await namesIn(folder)) await removeWhole(join(folder, name));
  for (const folder of [...folders, dirname(paths.quarantine)]) {
    await syncFolder(folder).catch((error: unknown) => {
      if (errno(error) !== 'ENOENT') throw error;
    });
  }
}

interface Leave<Result> {
  readonly save: () => Promise<Result>;
  readonly removeOthers: (gone: readonly DocumentFolder[]) => Promise<DiskCode | null>;
  readonly onStep: (step: PurgeStep) => void;
}

type Refused = { readonly ok: false; readonly code: DiskCode };

/** Writes down what is taken out of a document, durably. */
export async function intendPurge(paths: DocumentPaths, gone: readonly DocumentFolder[]): Promise<DiskCode | null> {
  const intended = await durableWrite(paths.leaving, Buffer.from(JSON.stringify(gone)));
  return intended.ok ? null : intended.code;
}

/**
 * Saves a document that others were taken out of, and leaves nothing of them anywhere (S12). Which they are is written down first,
 * durably: dying at any step only delays it to the next start.
 */
export async function saveAndPurge<Result extends { readonly ok: boolean }>(
  paths: DocumentPaths,
  gone: readonly DocumentFolder[],
  { save, removeOthers, onStep }: Leave<Result>,
): Promise<Result | Refused> {
  const unwritten = await intendPurge(paths, gone);
  if (unwritten !== null) return { ok: false, code: unwritten };
  onStep('intend');
  const saved = await save();
  if (!saved.ok) return saved;
  try {
    await wipePast(paths);
    onStep('wipe');
    const refused = await removeOthers(gone);
    if (refused !== null) return { ok: false, code: refused };
    onStep('remove');
    await completePurge(paths);
    onStep('settle');
    return saved;
  } catch (error) {
    return { ok: false, code: diskCode(error) };
  }
}

/** Says that nothing is left of what was taken out. */
export async function completePurge(paths: DocumentPaths): Promise<void> {
  await removeIfThere(paths.leaving);
  await syncFolder(dirname(paths.leaving));
}

/** A document that others were being taken out of when the last process died. */
export interface Purge extends DocumentName {
  readonly gone: readonly DocumentFolder[];
}

async function goneIn(file: string): Promise<readonly DocumentFolder[]> {
  try {
    return goneShape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return []; // rotten: its past goes all the same, which is what it is there to say
  }
}

/** What a crash interrupted, read from the disk. */
export async function unfinishedPurges(root: string, kinds: readonly LayoutKind[]): Promise<Purge[]> {
  const found: Purge[] = [];
  for (const name of await namesIn(join(root, 'removing'))) {
    const document = leftBy(name, kinds);
    const kind = kinds.find((each) => each.name === document?.kind);
    if (document === null || kind === undefined) continue;
    found.push({ ...document, gone: await goneIn(pathsOf(root, kind, document.id).leaving) });
  }
  return found;
}
