import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SavedDocument } from '../../electron/library/codec/document';
import type { Kinds, Library, LibraryOptions } from '../../electron/library/contract';
import type { Digests } from '../../electron/library/index/document-index';
import { openLibrary } from '../../electron/library/library';
import { plainKinds } from './library-kinds';

/** A folder of its own for one test, gone afterwards. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-library-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  return folder;
}

type Plain = Library<typeof plainKinds, Record<never, never>>;

/** Opens a library of plain documents and closes it with the test. */
export async function aLibrary(folder: string, options: LibraryOptions<Record<never, never>> = {}): Promise<Plain> {
  return opened(folder, plainKinds, options);
}

/** Opens a library of any kinds and closes it with the test. */
export async function opened<K extends Kinds, D extends Digests>(
  folder: string,
  kinds: K,
  options: LibraryOptions<D>,
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
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)));
}

/** Waits until something is so, or fails after five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 5000): Promise<void> {
  const started = performance.now();
  while (!(await isSo())) {
    if (performance.now() - started > withinMs) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
