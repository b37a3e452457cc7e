import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { durableWrite } from '../library/store/durable-write';
import { type DiskCode, diskCode, errno } from '../library/store/failure';
import { deviceIn } from './device';

/** Where the library lives, as it was noted last. */
export interface LibraryPointer {
  readonly folder: () => string;
  /** The id of this device, which is no part of any library. */
  readonly device: () => string;
  /**
   * Whether a library has been opened there before: if it is gone now, that is news, and no new one is made in silence. `unread`: there
   * is a note, and it cannot be read; the folder is the usual one then, which may be another than the one that was used last.
   */
  readonly known: () => 'never' | 'noted' | 'unread';
  /** Remembers a folder for the next start; the code of what the disk refused, or null once it is durable. */
  readonly note: (folder: string) => Promise<DiskCode | null>;
}

const slotBytes = 4096;
const noted = z.strictObject({ count: z.int().positive(), folder: z.string().nullable() });
type Noted = z.infer<typeof noted>;

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function slotText(slot: Noted): Buffer | null {
  const text = JSON.stringify(slot);
  const bytes = Buffer.from(`${sumOf(text)} ${text}`, 'utf8');
  return bytes.length < slotBytes ? Buffer.concat([bytes, Buffer.alloc(slotBytes - bytes.length, ' ')]) : null;
}

function slotOf(bytes: Buffer): Noted | null {
  const [sum = '', ...rest] = bytes.toString('utf8').trimEnd().split(' ');
  const text = rest.join(' ');
  if (sumOf(text) !== sum) return null;
  const parsed = noted.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function readSlots(file: string): Noted | 'never' | 'unread' {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return errno(error) === 'ENOENT' ? 'never' : 'unread';
  }
  const slots = [slotOf(bytes.subarray(0, slotBytes)), slotOf(bytes.subarray(slotBytes, 2 * slotBytes))];
  return (
    slots.reduce((best, slot) => (slot !== null && slot.count > (best?.count ?? 0) ? slot : best), null) ?? 'unread'
  );
}

/**
 * The place of the library, noted in a file of two slots that are written in turn. A note takes no new room on the disk, for the
 * day it is needed is the day the disk is full; one torn by a crash gives way to the one before.
 */
export function libraryPointer(userData: string): LibraryPointer {
  const file = join(userData, 'library-place');
  // Relative to the user's own data, so that a home folder may be renamed.
  const usual = join(userData, 'library');
  let last = readSlots(file);
  /** What the disk did not give before it may give now. */
  const look = (): typeof last => {
    if (last === 'unread') last = readSlots(file);
    return last;
  };
  const lastNoted = (): Noted | null => {
    const found = look();
    return typeof found === 'string' ? null : found;
  };
  let turn: Promise<unknown> = Promise.resolve();

  async function write(folder: string | null): Promise<DiskCode | null> {
    const before = lastNoted();
    if (before !== null && before.folder === folder) return null;
    const next = { count: (before?.count ?? 0) + 1, folder };
    const bytes = slotText(next);
    if (bytes === null) return 'unknown';
    try {
      const handle = await open(file, 'r+');
      try {
        await handle.write(bytes, 0, slotBytes, (next.count % 2) * slotBytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (errno(error) !== 'ENOENT') return diskCode(error);
      const empty = Buffer.alloc(slotBytes, ' ');
      const made = await durableWrite(file, Buffer.concat(next.count % 2 === 0 ? [bytes, empty] : [empty, bytes]));
      if (!made.ok) return made.code;
    }
    last = next;
    return null;
  }

  return {
    folder: () => {
      const folder = lastNoted()?.folder ?? null;
      return folder !== null && isAbsolute(folder) ? folder : usual;
    },
    device: () => deviceIn(userData),
    known: () => {
      const found = look();
      return typeof found === 'string' ? found : 'noted';
    },
    note: (folder) => {
      const done = turn.then(() => write(folder === usual ? null : folder));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}
