import { mkdir, open, readdir, readFile, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { syncFolder } from '../store/durable-write';
import { type DiskCode, errno } from '../store/failure';
import { namesIn } from '../store/files';

/** `missed`: files or folders of the old place that could not be read any more. */
export interface Copies {
  readonly copied: number;
  readonly missed: number;
}

export type MoveResult =
  | ({ readonly ok: true } & Copies)
  | { readonly ok: false; readonly code: DiskCode | 'not-free' | 'in-use' | 'stopped' };

export interface MoveOptions {
  /** Told how many files of how many are copied. */
  readonly onCopied?: (done: number, of: number) => void;
  /** Gives the move up while it still copies; nothing has changed then. */
  readonly signal?: AbortSignal;
  /** Runs when everything is copied and before anything is saved in the new place. */
  readonly beforeSwitch?: () => Promise<void>;
}

/** The person gave the move up. */
export class Stopped extends Error {}

/** Makes a library's folders, private to this user. */
export async function makeFolders(root: string, folders: readonly string[]): Promise<void> {
  await mkdir(root, { mode: 0o700, recursive: true });
  const made = await Promise.all(folders.map((folder) => mkdir(join(root, folder), { mode: 0o700, recursive: true })));
  if (made.some((path) => path !== undefined)) {
    await syncFolder(root);
    await syncFolder(dirname(root));
  }
}

/** Whether a library stands in a folder, which has this folder in it; throws what the disk refuses but for its not being there. */
export async function holdsLibrary(root: string, folder: string): Promise<boolean> {
  const found = await stat(join(root, folder)).catch((error: unknown) => {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return null;
    throw error;
  });
  return found?.isDirectory() ?? false;
}

/** Whether a folder may become a library: outside the present one, and empty or not there yet. */
export async function isFree(folder: string, root: string | null): Promise<boolean> {
  const path = root === null ? '..' : relative(root, folder);
  if (path === '' || (!path.startsWith('..') && !isAbsolute(path))) return false;
  return (await namesIn(folder)).length === 0;
}

/** The files that were made in the new place: what else may be there meanwhile is not ours to write over or to delete. */
export type Made = Set<string>;

async function writeDurably(bytes: Uint8Array, to: string, made: Made): Promise<void> {
  const handle = await open(to, made.has(to) ? 'w' : 'wx', 0o600);
  made.add(to);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isOurs = (name: string): boolean => !name.startsWith('lock.json') && !name.endsWith('.tmp');

/** The files under a folder, and how many of its folders could not be read. */
async function filesUnder(folder: string): Promise<{ readonly files: string[]; readonly missed: number }> {
  let entries: { readonly name: string; readonly isFile: () => boolean; readonly isDirectory: () => boolean }[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return { files: [], missed: errno(error) === 'ENOENT' ? 0 : 1 };
  }
  const files = entries.filter((entry) => entry.isFile() && isOurs(entry.name)).map(({ name }) => join(folder, name));
  let missed = 0;
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const inside = await filesUnder(join(folder, entry.name));
    files.push(...inside.files);
    missed += inside.missed;
  }
  return { files, missed };
}

/** What a file was when it was copied: another size, time or inode means that it changed since. */
type Marks = Map<string, string>;

async function markOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file);
  return `${size} ${mtimeMs} ${ino}`;
}

/**
 * Copies every file of a library durably, but for those that are as `marks` says from an earlier pass. What cannot be read is counted;
 * what cannot be written is thrown.
 */
export async function copyLibrary(
  root: string,
  to: string,
  { marks, made }: { readonly marks: Marks; readonly made: Made },
  { onCopied, signal }: MoveOptions,
): Promise<Copies> {
  const { files, missed: unread } = await filesUnder(root);
  const folders = new Set<string>([to]);
  let copied = 0;
  let missed = unread;
  for (const file of files) {
    if (signal?.aborted) throw new Stopped();
    const target = join(to, relative(root, file));
    let bytes: Uint8Array | null = null;
    try {
      const mark = await markOf(file);
      if (marks.get(file) === mark) continue;
      bytes = await readFile(file);
      marks.set(file, mark);
    } catch (error) {
      // A file that has gone since it was listed is an older copy that was thinned out.
      if (errno(error) !== 'ENOENT') missed += 1;
    }
    if (bytes === null) continue;
    await mkdir(dirname(target), { mode: 0o700, recursive: true });
    await writeDurably(bytes, target, made);
    for (const folder of upFrom(dirname(target), to)) folders.add(folder);
    copied += 1;
    onCopied?.(copied, files.length);
  }
  for (const folder of folders) await syncFolder(folder);
  return { copied, missed };
}

/** A folder and those above it, up to but without `top`. */
function upFrom(folder: string, top: string): string[] {
  return folder === top ? [] : [folder, ...upFrom(dirname(folder), top)];
}

/** Takes back what was made in a folder that was free before, and nothing else, so that it is free for the next attempt. */
export async function clearCopies(to: string, made: Made, libraryFolders: readonly string[]): Promise<void> {
  for (const file of made) await unlink(file).catch(() => undefined);
  const folders = new Set([
    ...libraryFolders.map((folder) => join(to, folder)),
    ...[...made].flatMap((file) => upFrom(dirname(file), to)),
  ]);
  // The deepest first; one that holds what is not ours stays.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) await rmdir(folder).catch(() => undefined);
}
