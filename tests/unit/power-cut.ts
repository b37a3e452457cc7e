import { basename, dirname } from 'node:path';
import type { WriterDisk } from '../../electron/library/store/durable-write';

interface Inode {
  bytes: Buffer;
  /** What a power cut leaves of it. */
  synced: Buffer;
}

type Names = ReadonlyMap<string, Inode>;

interface Folder {
  names: Map<string, Inode>;
  /** The names as they were after each change since the last sync, the synced ones first: a journal that a cut may end anywhere. */
  journal: Names[];
}

class PowerCut extends Error {}

/** What a cut may choose: how much of the journal of names had reached the disk, and how much of the unsynced bytes, each from 0 to 1. */
export interface Luck {
  readonly names: number;
  readonly bytes: number;
}

/** The least luck: what was not synced is forgotten, renames included. */
export const noLuck: Luck = { names: 0, bytes: 0 };

/** A disk in memory whose power is cut before its n-th operation: from then on every operation fails, as in a process that has ended. */
export function diskWithPowerCut(cutBefore: number) {
  const folders = new Map<string, Folder>();
  let done = 0;

  function step(): void {
    if (done >= cutBefore) throw new PowerCut();
    done += 1;
  }

  function folderOf(path: string): Folder {
    const folder = folders.get(path) ?? { names: new Map(), journal: [new Map()] };
    folders.set(path, folder);
    return folder;
  }

  function change(path: string, inode: Inode | null): void {
    const folder = folderOf(dirname(path));
    if (inode === null) folder.names.delete(basename(path));
    else folder.names.set(basename(path), inode);
    folder.journal.push(new Map(folder.names));
  }

  const disk: WriterDisk = {
    open: async (path, flags) => {
      step();
      const inode: Inode = { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
      if (flags === 'wx') change(path, inode);
      return {
        writeFile: async (bytes) => {
          step();
          inode.bytes = Buffer.from(bytes);
        },
        sync: async () => {
          step();
          if (flags === 'wx') inode.synced = inode.bytes;
          else folderOf(path).journal = [new Map(folderOf(path).names)];
        },
        stat: async () => ({ size: inode.bytes.length }),
        close: async () => undefined,
      };
    },
    rename: async (from, to) => {
      step();
      const folder = folderOf(dirname(from));
      const inode = folder.names.get(basename(from));
      if (inode === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      // One change, as a rename is: at no moment is there neither name.
      folder.names.delete(basename(from));
      change(to, inode);
    },
    unlink: async (path) => {
      step();
      change(path, null);
    },
  };

  return {
    disk,
    /** How many operations were carried out. */
    done: () => done,
    /** What stands under a name when the power is back; null where there is no such name. */
    after: (path: string, luck: Luck): string | null => {
      const { journal } = folderOf(dirname(path));
      const inode = journal[Math.round(luck.names * (journal.length - 1))]?.get(basename(path));
      if (inode === undefined) return null;
      const isSynced = inode.synced.equals(inode.bytes);
      const left = isSynced ? inode.bytes : inode.bytes.subarray(0, Math.floor(luck.bytes * inode.bytes.length));
      return left.toString('utf8');
    },
  };
}
