import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DiskCode, DiskRefused, diskCode, errno } from './failure';

/** The writer's steps in order; dying after any of them leaves the old file or the new one, whole. */
export const writeSteps = ['create', 'write', 'sync', 'verify', 'keep', 'rename', 'sync-folder'] as const;
export type WriteStep = (typeof writeSteps)[number];

/** `replaced` tells whether the new bytes already stand under the name, though perhaps not yet durably. */
export type WriteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: DiskCode; readonly replaced: boolean };

interface OpenFile {
  readonly writeFile: (bytes: Uint8Array) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly stat: () => Promise<{ readonly size: number }>;
  readonly close: () => Promise<void>;
}

/** What the writer asks of a disk; a model of one can forget what was not synced. */
export interface WriterDisk {
  readonly open: (path: string, flags: 'wx' | 'r', mode?: number) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
}

const realDisk: WriterDisk = { open, rename, unlink };

export interface WriteOptions {
  readonly disk?: WriterDisk;
  /** Runs just before the old file is replaced, to keep a copy of it; its failure does not stop the save. */
  readonly keep?: () => Promise<void>;
  /** Asked just before the old file is replaced; a code forbids it. */
  readonly forbids?: () => Promise<DiskCode | null>;
  /** How long a refused rename is tried again, in milliseconds: virus scanners hold files for seconds. */
  readonly patienceMs?: number;
  /** Told each time a rename is refused, with the milliseconds waited so far. */
  readonly onRefused?: (waitedMs: number) => void;
  /** Told when a step is done. */
  readonly onStep?: (step: WriteStep) => void;
}

const session = `${process.pid}-${randomBytes(4).toString('hex')}`;
let count = 0;

/** Whether a file name is a temporary file that some other, finished, process left behind. */
export function isStaleTemp(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.tmp') && !name.includes(`.${session}-`);
}

/** A name for a temporary file beside `target` that no other writer uses. */
export function tempBeside(target: string): string {
  count += 1;
  return join(dirname(target), `.${basename(target)}.${session}-${count}.tmp`);
}

/** Makes a folder's entries (new names, renames) outlive a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string, disk = realDisk): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

class ShortWrite extends Error {}
class RenameRefused extends Error {}
type OnStep = (step: WriteStep) => void;

async function fill(disk: WriterDisk, temp: string, bytes: Uint8Array, onStep: OnStep): Promise<void> {
  let handle: OpenFile | undefined;
  try {
    handle = await disk.open(temp, 'wx', 0o600);
    onStep('create');
    await handle.writeFile(bytes);
    onStep('write');
    await handle.sync();
    onStep('sync');
    if ((await handle.stat()).size !== bytes.byteLength) throw new ShortWrite();
    onStep('verify');
  } finally {
    await handle?.close();
  }
}

const transient = new Set(['EPERM', 'EBUSY', 'EACCES']);

type Patience = Pick<WriteOptions, 'disk' | 'patienceMs' | 'onRefused'>;

/** Renames a file or folder, again and again while another program holds it. */
export async function renamePatiently(
  from: string,
  to: string,
  { disk = realDisk, patienceMs = 10_000, onRefused }: Patience = {},
): Promise<void> {
  const started = performance.now();
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!transient.has(errno(error))) throw error;
      const waited = performance.now() - started;
      if (waited >= patienceMs) throw new RenameRefused();
      onRefused?.(waited);
      await wait(pause);
    }
  }
}

function codeOf(error: unknown): DiskCode {
  if (error instanceof ShortWrite) return 'short-write';
  if (error instanceof RenameRefused) return 'rename-refused';
  return diskCode(error);
}

/**
 * Replaces `target` with `bytes` so that a crash or power cut leaves the old file or the new one; resolves once it is durable.
 * On any error the temporary file is removed and never synced again: after a failed fsync the kernel may call lost pages clean.
 */
export async function durableWrite(
  target: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<WriteResult> {
  const { disk = realDisk, keep, onStep = () => undefined } = options;
  const temp = tempBeside(target);
  let replaced = false;
  try {
    await fill(disk, temp, bytes, onStep);
    await keep?.().catch(() => undefined);
    onStep('keep');
    const forbidden = (await options.forbids?.()) ?? null;
    if (forbidden !== null) throw new DiskRefused(forbidden);
    await renamePatiently(temp, target, options);
    replaced = true;
    onStep('rename');
    await syncFolder(dirname(target), disk);
    onStep('sync-folder');
    return { ok: true };
  } catch (error) {
    if (!replaced) await disk.unlink(temp).catch(() => undefined);
    return { ok: false, code: codeOf(error), replaced };
  }
}
