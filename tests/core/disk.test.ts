import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SmallDisk } from '../rig/small-disk';
import { allDocuments, filesOf, notesIn } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import {
  type CoreOnDisk,
  firstCouple,
  firstNote,
  lanternCouples,
  lead,
  libraryOf,
  roomGoesOn,
  startOnDisk,
  troubleIn,
} from './core-on-disk';
import { type CoreProcess, dropCoreProcess, startProcess } from './core-process';
import { mounted } from './mounted';

afterAll(dropCoreProcess);

const longer = `${firstNote} And for a break at eight.`;

const type = (core: CoreOnDisk, text: string): void =>
  core.do({ type: 'couple/note', id: firstCouple(core.session()), text });

/** Types more while something is wrong with the disk: it is said what is not saved and why, and the room goes on. */
async function typeInto(core: CoreOnDisk, reason: string): Promise<void> {
  type(core, longer);
  await until(() => core.trouble().startsWith(`Not saved: ${reason}`), reason);
  expect(core.session().unsavedNotes).toEqual([firstCouple(core.session())]);
  roomGoesOn(core);
}

/** Once the disk is well again it saves by itself. */
async function savesByItself(core: CoreOnDisk, library: string): Promise<void> {
  await core.saved();
  expect(core.trouble()).toBe('');
  expect(notesIn(library)).toContain(longer);
}

describe('a full disk', () => {
  it('keeps the room going, is said, and is written to by itself when there is room; whole at each 4 KiB', async () => {
    const userData = await aFolder();
    const library = libraryOf(userData);
    const disk = new SmallDisk(library, 2048);
    onTestFinished(() => disk.unmount());
    const core = await startOnDisk(userData);
    await lead(core);
    disk.fillTo(0);
    await typeInto(core, 'the disk is full.');

    const couple = join(library, 'couples', firstCouple(core.session()));
    const changed = (): number => statSync(couple).mtimeMs;
    const temps = (): string[] => readdirSync(couple).filter((name) => name.endsWith('.tmp'));
    let steps = 0;
    for (; !notesIn(library).some((note) => note.startsWith('Step')); steps += 1) {
      const before = changed();
      type(core, `Step ${steps}. ${'word '.repeat(2500)}`);
      // A temporary file came and went: the disk was asked.
      await until(() => changed() !== before && temps().length === 0, 'the disk to be asked');
      expect([...allDocuments(library).keys()].filter((name) => name.startsWith('note-'))).not.toEqual([]);
      expect(disk.giveBlock()).toBe(true);
    }
    expect(steps).toBeGreaterThan(2);

    disk.fillTo(0);
    await typeInto(core, 'the disk is full.');
    disk.empty();
    await savesByItself(core, library);
  });
});

describe('a folder', () => {
  it('that turns read-only loses nothing, and is written to by itself once it may be', async () => {
    const userData = await aFolder();
    const library = libraryOf(userData);
    const core = await startOnDisk(userData);
    await lead(core);
    // A read-only mount of the folder on itself: the very files, and every write to them is refused (EROFS).
    const down = mounted('--bind', library, library);
    execFileSync('mount', ['-o', 'remount,bind,ro', library]);
    await typeInto(core, 'Holdfast may not write to its folder.');
    expect(notesIn(library)).toContain(firstNote);
    down();
    await savesByItself(core, library);
  });

  it('that is taken away in mid-run is not made anew, and is written to when it is back', async () => {
    const userData = await aFolder();
    const library = libraryOf(userData);
    const core = await startOnDisk(userData);
    await lead(core);
    renameSync(library, `${library}-away`);
    await typeInto(core, 'the library’s folder is gone.');
    expect(existsSync(library)).toBe(false);
    renameSync(`${library}-away`, library);
    await savesByItself(core, library);
  });
});

describe('a rename', () => {
  it('that is refused for ten seconds is said to be another program’s doing, and is done when that lets go', async () => {
    const userData = await aFolder();
    const library = libraryOf(userData);
    const core = await startOnDisk(userData);
    await lead(core);
    const file = filesOf(library, 'note')[0] ?? '';
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    // A file mounted on itself cannot be replaced (EBUSY), as one that a virus scanner holds.
    const down = mounted('--bind', file, file);
    type(core, longer);
    const temps = (): string[] => readdirSync(dirname(file)).filter((name) => name.endsWith('.tmp'));
    await until(() => temps().length > 0, 'the first attempt');
    const [first] = temps();
    /** Time goes by much faster until something is so; how much of it went by. */
    const passUntil = async (isSo: () => boolean): Promise<number> => {
      const from = performance.now();
      await until(
        () => {
          if (!isSo()) vi.advanceTimersByTime(250);
          return isSo();
        },
        'what was to come',
        120_000,
      );
      return performance.now() - from;
    };
    const untilSaid = await passUntil(() => core.trouble().startsWith('Not saved: another program holds the file.'));
    expect(core.session().unsavedNotes).toEqual([firstCouple(core.session())]);
    roomGoesOn(core);
    const untilGivenUp = await passUntil(() => !temps().includes(first ?? ''));
    expect(untilSaid).toBeLessThan(untilGivenUp);
    expect(untilSaid + untilGivenUp).toBeGreaterThanOrEqual(10_000);
    expect(core.trouble()).toContain('another program holds the file.');
    expect(notesIn(library)).toContain(firstNote);
    roomGoesOn(core);
    down();
    await savesByItself(core, library);
  });
});

/** Lets these system calls of its files fail for real, with an error of the kernel's, until the function it gives is called. */
async function failing({ pid }: CoreProcess, calls: string, error: string): Promise<() => Promise<void>> {
  const threads = readdirSync(`/proc/${pid}/task`).filter((id) => id !== String(pid));
  expect(threads.length).toBeGreaterThan(0);
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`];
  const strace = spawn('strace', ['-q', ...threads.flatMap((id) => ['-p', id]), ...inject, '-o', '/dev/null'], {
    stdio: 'ignore',
  });
  const missing = new Promise<never>((_, reject) => strace.once('error', reject));
  await Promise.race([once(strace, 'spawn'), missing]);
  const tracerOf = (thread: string): string | undefined =>
    /^TracerPid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8'))?.[1];
  await until(() => threads.every((id) => tracerOf(id) === String(strace.pid)), 'the tracer');
  return async () => {
    strace.kill('SIGINT');
    await once(strace, 'exit');
  };
}

describe('a system call', () => {
  it.each([
    ['an fsync', 'fsync,fdatasync', 'EIO', 'the disk reported an error.'],
    ['an open', 'openat,open', 'EMFILE', 'the system has too many files open.'],
  ])(
    '%s that fails leaves the old file and the new edit, and is done anew when the disk is well',
    async (_, calls, error, reason) => {
      const userData = await aFolder();
      const library = libraryOf(userData);
      const core = await startProcess(userData);
      await core.do(
        {
          type: 'retreat/create',
          program: 'evening',
          title: 'Lantern evening',
          date: '2026-03-07',
          couples: lanternCouples,
        },
        { type: 'day/next' },
        { type: 'stage/start' },
      );
      const id = firstCouple(await core.session());
      await core.do({ type: 'couple/note', id, text: firstNote });
      await core.saved();
      const mend = await failing(core, calls, error);
      await core.do({ type: 'couple/note', id, text: longer });
      const trouble = async (): Promise<string> => troubleIn(await core.session());
      await until(async () => (await trouble()).startsWith(`Not saved: ${reason}`), reason, 15_000);
      expect((await core.session()).unsavedNotes).toEqual([id]);
      expect(notesIn(library), 'the old file stands').toContain(firstNote);
      await core.do({ type: 'stage/next' });
      await mend();
      await core.saved();
      expect(notesIn(library)).toContain(longer);
    },
  );
});
