import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { syncFolder } from './durable-write';
import { diskCode, errno } from './failure';
import { libraryFolders } from './layout';

/** Makes a library's folders, private to this user. */
export async function makeFolders(root: string): Promise<void> {
  await mkdir(root, { mode: 0o700, recursive: true });
  const made = await Promise.all(
    libraryFolders.map((folder) => mkdir(join(root, folder), { mode: 0o700, recursive: true })),
  );
  if (made.some((path) => path !== undefined)) {
    await syncFolder(root);
    await syncFolder(dirname(root));
  }
}

/** Whether a folder may become a library: outside the present one, and empty or not there yet. */
export async function isFree(folder: string, root: string): Promise<boolean> {
  const path = relative(root, folder);
  if (path === '' || (!path.startsWith('..') && !isAbsolute(path))) return false;
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (errno(error) === 'ENOENT') return true;
    throw error;
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies every file of a library, durably; resolves with how many were copied and how many could not be read. */
export async function copyLibrary(
  root: string,
  to: string,
): Promise<{ readonly copied: number; readonly missed: number }> {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const folders = new Set<string>([to]);
  let copied = 0;
  let missed = 0;
  for (const entry of found) {
    if (!entry.isFile() || entry.name.startsWith('lock.json') || entry.name.endsWith('.tmp')) continue;
    const path = relative(root, join(entry.parentPath, entry.name));
    const target = join(to, path);
    try {
      await mkdir(dirname(target), { mode: 0o700, recursive: true });
      await copyDurably(join(root, path), target);
      folders.add(dirname(target));
      copied += 1;
    } catch (error) {
      if (diskCode(error) === 'disk-full') throw error;
      missed += 1;
    }
  }
  for (const folder of folders) await syncFolder(folder);
  return { copied, missed };
}
