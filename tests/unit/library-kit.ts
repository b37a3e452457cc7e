import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Not the global one, which a test may hold.
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { SavedDocument } from '../../electron/library/codec/document';
import type { Kinds, Library, LibraryOptions } from '../../electron/library/contract';
import type { Digests } from '../../electron/library/index/document-index';
import { openLibrary } from '../../electron/library/library';
import { errno } from '../../electron/library/store/failure';
import { plainKinds } from './library-kinds';

/** A folder of its own for one test, gone afterwards. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-library-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  return folder;
}

type Plain = Library<typeof plainKinds, Record<never, never>>;

/** Opens a library of plain documents and closes it with the test. */
export async function aLibrary(
  folder: string,
  options: LibraryOptions<typeof plainKinds, Record<never, never>> = {},
): Promise<Plain> {
  return opened(folder, plainKinds, options);
}

/** Opens a library of any kinds and closes it with the test. */
export async function opened<K extends Kinds, D extends Digests>(
  folder: string,
  kinds: K,
  options: LibraryOptions<K, D>,
): Promise<Library<K, D>> {
  const result = await openLibrary(folder, kinds, options);
  if (!result.ok) throw new Error(`the library did not open: ${result.code}`);
  onTestFinished(async () => {
    await result.library.close();
  });
  return result.library;
}

/** A document as it stands on the disk, of the id `a`. */
export const aHeld = (body: unknown, generation = 1, id = 'a'): SavedDocument => ({
  id,
  generation,
  device: '',
  from: null,
  savedAt: new Date().toISOString(),
  body,
});

/** Every file under a folder with what is in it, by its path. */
export async function everything(folder: string): Promise<Map<string, string>> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)));
  } catch (error) {
    // What is being saved is renamed under whoever looks: then all of it is looked at anew.
    if (existsSync(folder) && errno(error) === 'ENOENT') return everything(folder);
    throw error;
  }
}

/** Waits until something is so, or fails after five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 5000): Promise<void> {
  const started = performance.now();
  while (!(await isSo())) {
    if (performance.now() - started > withinMs) throw new Error(`waited in vain: ${what}`);
    await wait(10);
  }
}

/** Where a folder that was mounted on itself stands by now: a mount goes along with the folder it is in. */
function mountedUnder(root: string): string[] {
  const lines = readFileSync('/proc/mounts', 'utf8').split('\n');
  return lines.flatMap((line) => line.split(' ')[1] ?? []).filter((path) => path.startsWith(root));
}

/** Holds a folder of a library so that the disk will not let it go; returns the way to free it. */
export function cling(root: string, ...path: string[]): () => void {
  if (process.getuid?.() !== 0) throw new Error('Only root may make a folder that cannot be deleted.');
  const folder = join(root, ...path);
  execFileSync('mount', ['--bind', folder, folder]);
  let clings = true;
  const free = (): void => {
    if (clings && mountedUnder(root).length > 0) execFileSync('umount', mountedUnder(root));
    clings = false;
  };
  onTestFinished(free);
  return free;
}

/** Makes a file give an I/O error; returns the way to heal it. */
export function illFile(file: string): () => void {
  if (process.getuid?.() !== 0) throw new Error('Only root may make a file that gives an I/O error.');
  execFileSync('mount', ['--bind', '/proc/1/mem', file]);
  let ill = true;
  const heal = (): void => {
    if (ill && mountedUnder(file).length > 0) execFileSync('umount', [file]);
    ill = false;
  };
  onTestFinished(heal);
  return heal;
}
