import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../rig/app';
import { expect } from '../rig/test';
import { allDocuments, filesOf, notesIn } from '../saved-documents';
import { firstNote, type Led, lead, pair, roomGoesOn } from './leading';
import { test } from './rig';

const longer = `${firstNote} And for a break at eight.`;
const libraryOf = (userData: string): string => join(userData, 'library');

/** Types more while something is wrong with the disk: the console says what is not saved and why, and the room goes on. */
async function typeInto(led: Led, reason: string): Promise<void> {
  await led.desk.run.note(pair).fill(longer);
  await expect(led.desk.saving).toHaveText('Not saved', { timeout: 15_000 });
  await expect(led.desk.banner).toContainText(`Not saved: ${reason}`);
  await expect(led.desk.run.couple(pair)).not.toContainText('Saved');
  await roomGoesOn(led);
}

/** Once the disk is well again it saves by itself. */
async function savesByItself({ desk }: Led, library: string): Promise<void> {
  await expect(desk.saving).toHaveText('Saved', { timeout: 20_000 });
  await expect(desk.run.couple(pair)).toContainText('Saved');
  expect(notesIn(library)).toContain(longer);
  await expect(desk.banner.filter({ hasText: 'Not saved' })).toHaveCount(0);
}

test('a full disk: the room goes on, the console says what is not saved, and with room again it saves by itself', async ({
  launch,
  displays,
  userData,
  smallDisk,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const library = libraryOf(userData);
  const disk = smallDisk(library, 2048);
  const led = await lead(await launch({ userData }));
  const { desk } = led;
  disk.fillTo(0);
  await typeInto(led, 'the disk is full.');

  await test.step('swept in 4 KiB steps: every document is whole at each of them', async () => {
    const couple = dirname(filesOf(library, 'note')[0] ?? '');
    const changed = () => statSync(couple).mtimeMs;
    const temps = () => readdirSync(couple).filter((name) => name.endsWith('.tmp'));
    let steps = 0;
    for (; !notesIn(library).some((note) => note.startsWith('Step')); steps += 1) {
      const before = changed();
      await desk.run.note(pair).fill(`Step ${steps}. ${'word '.repeat(2500)}`);
      // A temporary file came and went: the disk was asked.
      await expect.poll(() => changed() !== before && temps().length === 0).toBe(true);
      const documents = allDocuments(library);
      expect([...documents.keys()].filter((name) => name.startsWith('note-')).length).toBeGreaterThan(0);
      expect(disk.giveBlock()).toBe(true);
    }
    expect(steps).toBeGreaterThan(2);
  });

  disk.fillTo(0);
  await desk.run.note(pair).fill(longer);
  await roomGoesOn(led);
  disk.empty();
  await savesByItself(led, library);
});

test('a folder that turns read-only: nothing is lost, and it saves by itself once it may write again', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const library = libraryOf(userData);
  const led = await lead(await launch({ userData }));
  // A read-only mount of the folder on itself: the very files, and every write to them is refused (EROFS).
  execFileSync('mount', ['--bind', library, library]);
  try {
    execFileSync('mount', ['-o', 'remount,bind,ro', library]);
    await typeInto(led, 'Holdfast may not write to its folder.');
    expect(notesIn(library)).toContain(firstNote);
  } finally {
    execFileSync('umount', ['--lazy', library]);
  }
  await savesByItself(led, library);
});

test('the library’s folder taken away in mid-run: nothing is made in its place, and it goes on when it is back', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const library = libraryOf(userData);
  const led = await lead(await launch({ userData }));
  renameSync(library, `${library}-away`);
  await typeInto(led, 'the library’s folder is gone.');
  expect(existsSync(library)).toBe(false);
  renameSync(`${library}-away`, library);
  await savesByItself(led, library);
});

test('a rename refused for ten seconds: the console says that another program holds the file, and then it is saved', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const library = libraryOf(userData);
  const led = await lead(await launch({ userData }));
  const file = filesOf(library, 'note')[0] ?? '';
  // A file mounted on itself cannot be replaced (EBUSY), as one that a virus scanner holds.
  execFileSync('mount', ['--bind', file, file]);
  const refused = performance.now();
  try {
    await typeInto(led, 'another program holds the file.');
    await expect.poll(() => performance.now() - refused, { timeout: 15_000 }).toBeGreaterThan(10_000);
    await expect(led.desk.saving).toHaveText('Not saved');
    await roomGoesOn(led);
  } finally {
    execFileSync('umount', [file]);
  }
  await savesByItself(led, library);
});

/** The threads on which the running app reads and writes its files; Chromium's own are left alone. */
function fileThreads(app: App): string[] {
  const tasks = `/proc/${app.electron.process().pid}/task`;
  return readdirSync(tasks).filter((id) => readFileSync(`${tasks}/${id}/comm`, 'utf8').startsWith('libuv-worker'));
}

const tracerOf = (thread: string): string | undefined =>
  /^TracerPid:\t(\d+)/m.exec(execFileSync('cat', [`/proc/${thread}/status`], { encoding: 'utf8' }))?.[1];

/** Lets these system calls of the app's files fail for real, with an error of the kernel's, until the function it gives is called. */
async function failing(app: App, calls: string, error: string): Promise<() => Promise<void>> {
  const threads = fileThreads(app);
  expect(threads.length).toBeGreaterThan(0);
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`];
  const strace = spawn('strace', ['-q', ...threads.flatMap((id) => ['-p', id]), ...inject, '-o', '/dev/null'], {
    stdio: 'ignore',
  });
  const missing = new Promise<never>((_, reject) => strace.once('error', reject));
  await Promise.race([once(strace, 'spawn'), missing]);
  await expect.poll(() => threads.every((id) => tracerOf(id) === String(strace.pid))).toBe(true);
  return async () => {
    strace.kill('SIGINT');
    await once(strace, 'exit');
  };
}

test('an fsync that fails: the change is not called saved, and is written anew when the disk is well', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const led = await lead(app);
  const mend = await failing(app, 'fsync,fdatasync', 'EIO');
  try {
    await typeInto(led, 'the disk reported an error.');
    expect(notesIn(libraryOf(userData)), 'the old file stands').toContain(firstNote);
  } finally {
    await mend();
  }
  await savesByItself(led, libraryOf(userData));
});

test('no file may be opened any more: the console says so, and it saves by itself when others are closed', async ({
  launch,
  displays,
  userData,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch({ userData });
  const led = await lead(app);
  // Not by a limit on the whole process: Chromium itself ends where it may open nothing (library-many-files.test.ts does that).
  const mend = await failing(app, 'openat,open', 'EMFILE');
  try {
    await typeInto(led, 'the system has too many files open.');
  } finally {
    await mend();
  }
  await savesByItself(led, libraryOf(userData));
});
