import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isStaleTemp } from '../library/store/durable-write';

/** What a batch's folder is called. Nothing else in a place is looked into: it is the facilitator's. */
const batchFolder = /^\d{4}-\d{2}-\d{2} \d{6}$/;

/** Takes away what a process that died in the middle of a file left of it; what cannot be read or removed stays. */
export async function sweepHalfFiles(place: string): Promise<void> {
  const folders = await readdir(place, { withFileTypes: true }).catch(() => []);
  for (const folder of folders.filter((one) => one.isDirectory() && batchFolder.test(one.name))) {
    const names = await readdir(join(place, folder.name), { recursive: true }).catch(() => []);
    for (const name of names.filter((one) => isStaleTemp(basename(one)))) {
      await rm(join(place, folder.name, name), { force: true }).catch(() => undefined);
    }
  }
}
