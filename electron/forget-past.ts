import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './library/durable-write';
import type { Place } from './library/layout';

/** Deletes the older copies of a document, quarantined ones included, and leaves the document itself (S12). */
export async function forgetPast(place: Place): Promise<void> {
  for (const folder of [place.generations, place.quarantine]) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) await rm(join(folder, name), { force: true });
    if (names.length > 0) await syncFolder(folder);
  }
}
