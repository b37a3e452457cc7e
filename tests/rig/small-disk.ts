import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { asRoot, giveToUser } from './stage';

const blockBytes = 4096;
const filler = 'filler';

/** A small file system of its own, mounted where a folder of the app's would be, to be filled, emptied and taken away. */
export class SmallDisk {
  readonly folder: string;
  #mounted = true;

  /** Mounts it; only root may, so anyone else's test fails here rather than passing for nothing. */
  constructor(folder: string, kilobytes: number) {
    if (!asRoot) throw new Error('Only root may mount a small disk: run the tests as root, as in a container.');
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=0700`, 'tmpfs', folder]);
    giveToUser(folder);
  }

  /** Bytes that are free. */
  get free(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Fills it with a file of root's until just so many blocks of 4 KiB are left. */
  fillTo(blocks: number): void {
    const file = openSync(join(this.folder, filler), 'a');
    const block = Buffer.alloc(blockBytes, 1);
    while (this.free > blocks * blockBytes) writeSync(file, block);
    closeSync(file);
  }

  /** Gives one block back; false when there was none to give. */
  giveBlock(): boolean {
    const path = join(this.folder, filler);
    const { size } = statSync(path);
    if (size < blockBytes) return false;
    const file = openSync(path, 'r+');
    ftruncateSync(file, size - blockBytes);
    closeSync(file);
    return true;
  }

  empty(): void {
    rmSync(join(this.folder, filler), { force: true });
  }

  unmount(): void {
    if (this.#mounted) execFileSync('umount', ['--lazy', this.folder]);
    this.#mounted = false;
  }
}
