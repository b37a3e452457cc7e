import { readdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errno } from './failure';

const nowhere = new Set(['ENOENT', 'ENOTDIR']);

export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
}

/** The names of the folders in a folder. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
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

/** The files under a folder, or the file itself; none where there is neither. */
export async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (nowhere.has(errno(error))) return [];
    throw error;
  });
  return entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Deletes a file, or a folder with all that is in it. What the disk will not let go keeps nothing else back; resolves with what it threw. */
export async function removeTree(path: string): Promise<unknown[]> {
  let entries: { readonly name: string; readonly isDirectory: () => boolean }[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    if (errno(error) !== 'ENOTDIR') return [error];
    return removeIfThere(path).then(
      () => [],
      (refused: unknown) => [refused],
    );
  }
  const refused: unknown[] = [];
  for (const entry of entries) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) refused.push(...(await removeTree(inside)));
    else await removeIfThere(inside).catch((error: unknown) => refused.push(error));
  }
  if (refused.length === 0) await rmdir(path).catch((error: unknown) => refused.push(error));
  return refused;
}
