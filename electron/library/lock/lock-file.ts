import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tempBeside } from '../store/durable-write';
import { type DiskCode, diskCode, errno } from '../store/failure';

/** A computer: an id to tell it from others, and the name its people know it by. */
export interface Machine {
  readonly id: string;
  readonly name: string;
}

const lockShape = z.object({
  machine: z.object({ id: z.string(), name: z.string() }),
  pid: z.int(),
  since: z.iso.datetime(),
  token: z.string(),
});

type LockText = z.infer<typeof lockShape>;

/** Who holds a library: the computer's name, the process, and since when (ISO). */
export interface Holder {
  readonly machine: string;
  readonly pid: number;
  readonly since: string;
}

export interface Lock {
  /** Whether another opener has taken the library over; it stays lost. */
  readonly lost: () => boolean;
  /**
   * The code of what forbids writing now, or null. A lock that was not renewed for a while, as in a sleep, is looked at first:
   * another computer may have taken the library over meanwhile.
   */
  readonly forbids: () => Promise<DiskCode | null>;
  /** Looks at once, as after a sleep. */
  readonly look: () => Promise<DiskCode | null>;
  readonly release: () => Promise<void>;
}

export type LockResult =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly code: 'in-use'; readonly holder: Holder }
  | { readonly ok: false; readonly code: DiskCode };

export interface LockOptions {
  readonly machine?: Machine;
  readonly onLost?: () => void;
  /** How often the lock is renewed, in milliseconds; one not renewed for `staleMs` may be taken over. */
  readonly renewMs?: number;
  readonly staleMs?: number;
  /** Epoch milliseconds, sleep included. */
  readonly now?: () => number;
}

/** This computer, as far as the system tells it from others. */
export function thisMachine(): Machine {
  let id = '';
  try {
    id = readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    // only Linux has one; elsewhere the name has to do
  }
  return { id: createHash('sha256').update(`${hostname()} ${id}`).digest('hex').slice(0, 16), name: hostname() };
}

// Tells our own locks from those of a dead process that had our process id, as happens in containers.
const held = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errno(error) === 'EPERM';
  }
}

async function readText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return null;
    throw error;
  });
}

function lockOf(text: string | null): LockText | null {
  try {
    return lockShape.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

// Both times come from the disk that holds the library, so two computers whose clocks disagree still agree on the age.
async function ageOf(file: string): Promise<number | null> {
  const probe = tempBeside(file);
  await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
  try {
    const [lock, present] = await Promise.all([stat(file), stat(probe)]);
    return Math.abs(present.mtimeMs - lock.mtimeMs);
  } catch (error) {
    if (errno(error) === 'ENOENT') return null;
    throw error;
  } finally {
    await unlink(probe).catch(() => undefined);
  }
}

async function isHeld(file: string, lock: LockText | null, machine: Machine, staleMs: number): Promise<boolean> {
  if (lock && lock.machine.id === machine.id) {
    if (lock.pid === process.pid) return held.has(lock.token);
    if (!isAlive(lock.pid)) return false;
  }
  const age = await ageOf(file);
  return age !== null && age < staleMs;
}

async function create(file: string, text: string): Promise<boolean> {
  // Written whole under another name first: nobody ever reads half a lock.
  const temp = tempBeside(file);
  await writeFile(temp, text, { flag: 'wx', mode: 0o600 });
  try {
    await link(temp, file);
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    const handle = await open(file, 'wx', 0o600).catch(() => null); // a disk without hard links
    await handle?.writeFile(text);
    await handle?.close();
    return handle !== null;
  } finally {
    await unlink(temp).catch(() => undefined);
  }
}

// Whoever dies holding a claim holds others up no longer than this.
const claimMs = 10_000;

/**
 * Replaces the lock that was judged stale, unless someone else did. A claim named after that lock lets one opener at a time do so,
 * and the new lock replaces the old in one step: at no moment is there none.
 */
async function replaceStale(file: string, judged: string, text: string): Promise<boolean> {
  const claim = `${file}.${createHash('sha256').update(judged).digest('hex').slice(0, 16)}`;
  if (!(await create(claim, text))) {
    if (((await ageOf(claim)) ?? 0) > claimMs) await unlink(claim).catch(() => undefined);
    else await wait(10);
    return false;
  }
  try {
    if ((await readText(file)) !== judged) return false;
    const temp = tempBeside(file);
    await writeFile(temp, text, { flag: 'wx', mode: 0o600 });
    await rename(temp, file);
    return true;
  } finally {
    await unlink(claim).catch(() => undefined);
  }
}

// Reads and writes through one handle: a takeover swaps the file, so what is renewed is our own lock or nothing.
async function touch(file: string, mine: LockText): Promise<boolean> {
  const handle = await open(file, 'r+').catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return null;
    throw error;
  });
  try {
    const text = JSON.stringify(mine);
    if ((await handle?.readFile('utf8')) !== text) return false;
    await handle?.write(text, 0);
    return true;
  } finally {
    await handle?.close();
  }
}

function hold(file: string, mine: LockText, options: LockOptions): Lock {
  const { renewMs = 15_000, now = Date.now } = options;
  let lost = false;
  let renewing: Promise<DiskCode | null> | null = null;
  let renewedAt = now();
  async function renew(): Promise<DiskCode | null> {
    // From before it is read: a sleep in the middle counts.
    const began = now();
    const kept =
      (await touch(file, mine)) || ((await readText(file)) === null && (await create(file, JSON.stringify(mine))));
    if (kept) {
      renewedAt = began;
      return null;
    }
    lost = true;
    clearInterval(timer);
    options.onLost?.();
    return 'lock-lost';
  }
  // A disk that does not answer is not a lost lock: the saves themselves will say what is wrong.
  function look(): Promise<DiskCode | null> {
    renewing ??= renew()
      .catch(diskCode)
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }
  async function forbids(): Promise<DiskCode | null> {
    // What was begun before a sleep proves nothing: then it is looked at once more.
    for (let looks = 0; !lost && Math.abs(now() - renewedAt) > 2 * renewMs && looks < 2; looks += 1) {
      const refused = await look();
      if (refused !== null) return refused;
    }
    return lost ? 'lock-lost' : null;
  }
  const timer = setInterval(() => void look(), renewMs);
  timer.unref();
  return {
    lost: () => lost,
    forbids,
    look: async () => (lost ? 'lock-lost' : look()),
    release: async () => {
      clearInterval(timer);
      await renewing;
      held.delete(mine.token);
      const there = lockOf(await readText(file).catch(() => null));
      if (there?.token === mine.token) await unlink(file).catch(() => undefined);
    },
  };
}

/**
 * Takes the one lock of a library, or says who holds it. A dead process of this computer, or a lock nobody renewed for two minutes,
 * gives way.
 */
export async function takeLock(root: string, options: LockOptions = {}): Promise<LockResult> {
  const { machine = thisMachine(), staleMs = 120_000 } = options;
  const file = join(root, 'lock.json');
  const mine: LockText = { machine, pid: process.pid, since: new Date().toISOString(), token: randomUUID() };
  const text = JSON.stringify(mine);
  // Ours from before it can be seen, or another opener in this process would take it for a dead one's.
  held.add(mine.token);
  try {
    for (;;) {
      if (await create(file, text)) return { ok: true, lock: hold(file, mine, options) };
      const judged = await readText(file);
      if (judged === null) continue;
      const there = lockOf(judged);
      if (await isHeld(file, there, machine, staleMs)) {
        held.delete(mine.token);
        const holder = { machine: there?.machine.name ?? '', pid: there?.pid ?? 0, since: there?.since ?? mine.since };
        return { ok: false, code: 'in-use', holder };
      }
      if (await replaceStale(file, judged, text)) return { ok: true, lock: hold(file, mine, options) };
    }
  } catch (error) {
    held.delete(mine.token);
    return { ok: false, code: diskCode(error) };
  }
}
