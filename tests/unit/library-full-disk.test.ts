import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { aFolder, aLibrary, until } from './library-kit';
import { bundleChild, type Running, run } from './library-process';

let child = '';
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => rm(dirname(child), { recursive: true, force: true }));

interface SmallDisk {
  readonly library: string;
  readonly start: () => Running;
  readonly makeRoom: () => Promise<void>;
}

/** Root mounts a file system too small and nearly full; anyone else limits how large a file the child may write. */
async function aSmallDisk(): Promise<SmallDisk> {
  const folder = await aFolder();
  const library = join(folder, 'disk', 'library');
  await mkdir(join(folder, 'disk'));
  if (process.getuid?.() === 0) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', join(folder, 'disk')]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', join(folder, 'disk')]));
    const filler = join(folder, 'disk', 'filler');
    await writeFile(filler, Buffer.alloc(64 * 1024));
    return { library, start: () => run(process.execPath, [child, library, 'fill']), makeRoom: () => rm(filler) };
  }
  let started: Running | undefined;
  return {
    library,
    start: () => {
      started = run('prlimit', ['--fsize=16384:unlimited', process.execPath, child, library, 'fill']);
      return started;
    },
    makeRoom: async () =>
      void execFileSync('prlimit', ['--pid', `${started?.child.pid}`, '--fsize=unlimited:unlimited']),
  };
}

it('a full disk keeps the old file and the new edit, says so, and saves by itself when there is room', {
  timeout: 30_000,
}, async () => {
  const disk = await aSmallDisk();
  const running = disk.start();
  await until(() => running.lines.includes('not-saved disk-full'), 'the trouble to show');
  const standing = await readFile(join(disk.library, 'couples', 'a', 'note.json'), 'utf8');
  expect(standing).toContain('small');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(running.lines.filter((line) => line === 'durable')).toEqual([]);
  expect((await readdir(join(disk.library, 'couples'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);

  await disk.makeRoom();
  await running.ended;
  expect(running.lines).toEqual(['saving', 'not-saved disk-full', 'saved', 'durable']);
  const library = await aLibrary(disk.library);
  expect(await library.read('note', 'a')).toMatchObject({ state: 'ok', body: { n: 2 } });
  await library.close();
});
