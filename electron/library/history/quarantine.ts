import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DecodeCode } from '../codec/document';
import { syncFolder } from '../store/durable-write';
import type { Place } from '../store/layout';

/** Moves a file out of the way, never deleting it; resolves with its new path, relative to the library. */
export async function quarantine(
  place: Place,
  why: DecodeCode | 'unread' | 'copy',
  now: number,
  file = place.file,
): Promise<string> {
  await mkdir(place.quarantine, { mode: 0o700, recursive: true });
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const taken = new Set(await readdir(place.quarantine));
  let name = `${stamp}-${why}.json`;
  for (let n = 2; taken.has(name); n += 1) name = `${stamp}-${why}-${n}.json`;
  await rename(file, join(place.quarantine, name));
  await syncFolder(place.quarantine);
  return `quarantine/${basename(place.quarantine)}/${name}`;
}

/** Whether damaged files of a document were set aside earlier. */
export async function hasQuarantined(place: Place): Promise<boolean> {
  return (await readdir(place.quarantine).catch(() => [])).length > 0;
}
