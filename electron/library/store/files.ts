import { readdir, unlink } from 'node:fs/promises';
import { errno } from './failure';

export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  });
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
