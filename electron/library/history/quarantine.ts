import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { DecodeCode } from '../codec/document';
import { syncFolder } from '../store/durable-write';
import { namesIn } from '../store/files';
import { type DocumentFolder, type DocumentPaths, folderPathsOf, only } from '../store/layout';

const copySuffix = '-copy';

async function putAside(path: string, into: string, why: string, now: number, ending: string): Promise<string> {
  await mkdir(into, { mode: 0o700, recursive: true });
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const taken = new Set(await readdir(into));
  let name = `${stamp}${why}${ending}`;
  for (let n = 2; taken.has(name); n += 1) name = `${stamp}-${n}${why}${ending}`;
  await rename(path, join(into, name));
  await syncFolder(into);
  return join(into, name);
}

/** Moves a file out of the way, never deleting it; resolves with its new path, relative to the library. */
export async function quarantine(
  paths: DocumentPaths,
  why: DecodeCode | 'unread' | 'copy',
  now: number,
  file = paths.file,
): Promise<string> {
  return relative(paths.root, await putAside(file, paths.quarantine, `-${why}`, now, '.json'));
}

/** The same of a folder that holds a copy of a home under a name that is not its own. */
export async function quarantineFolder(root: string, home: DocumentFolder, now: number, folder: string): Promise<void> {
  await putAside(folder, folderPathsOf(root, home).quarantine, copySuffix, now, '');
}

/** The copies of the whole folder a document is in, with every kind in them, that were set aside. */
export async function folderCopies({ root, home }: DocumentPaths): Promise<string[]> {
  const { quarantine: folder } = folderPathsOf(root, home);
  if (home.id === only) return [];
  return (await namesIn(folder)).filter((name) => name.endsWith(copySuffix)).map((name) => join(folder, name));
}

/** Whether damaged files or copies of a document were set aside earlier. */
export async function hasQuarantined(paths: DocumentPaths): Promise<boolean> {
  const files = await readdir(paths.quarantine).catch(() => []);
  if (files.length > 0) return true;
  const beside = await readdir(dirname(paths.quarantine)).catch(() => []);
  return beside.some((name) => name.endsWith(copySuffix));
}
