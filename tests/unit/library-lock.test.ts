import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../electron/library/library';
import { type LockOptions, takeLock, thisMachine } from '../../electron/library/lock/lock-file';
import { plainKinds } from './library-kinds';
import { aFolder, aLibrary, until } from './library-kit';

const elsewhere = { id: 'other', name: 'the studio laptop' };

async function held(folder: string, options: LockOptions = {}) {
  const result = await takeLock(folder, options);
  if (!result.ok) throw new Error(result.code);
  onTestFinished(() => result.lock.release());
  return result.lock;
}

/** A lock file as some process left it, last renewed so many milliseconds ago. */
async function aLockFile(folder: string, fields: { machine?: object; pid?: number }, ageMs: number): Promise<void> {
  const file = join(folder, 'lock.json');
  const lock = { machine: thisMachine(), pid: 1, since: '2026-11-23T10:00:00.000Z', token: 'left', ...fields };
  // Under another name first, as a takeover does it: a lock is swapped, never edited.
  await writeFile(`${file}.new`, JSON.stringify(lock));
  const at = new Date(Date.now() - ageMs);
  await utimes(`${file}.new`, at, at);
  await rename(`${file}.new`, file);
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of a library', () => {
  it('lets a second opener in only when the first has closed, and says who that is', async () => {
    const folder = await aFolder();
    const first = await aLibrary(folder);
    const refused = await openLibrary(folder, plainKinds);
    expect(refused).toMatchObject({
      ok: false,
      code: 'in-use',
      holder: { machine: thisMachine().name, pid: process.pid },
    });
    await first.save('note', 'a', { n: 1, text: '' });
    await first.close();
    const second = await aLibrary(folder);
    expect(await second.read('note', 'a')).toMatchObject({ state: 'ok' });
  });

  it('gives way at once when its process is dead', async () => {
    const folder = await aFolder();
    await aLockFile(folder, { pid: await deadPid() }, 0);
    await held(folder);
  });

  it('gives way when a dead process had our process id', async () => {
    const folder = await aFolder();
    await aLockFile(folder, { pid: process.pid }, 0);
    await held(folder);
  });

  it.each([
    ['a living process of this computer', {}],
    ['another computer', { machine: elsewhere, pid: 99_999_999 }],
  ])('of %s holds while it is renewed, and gives way after two minutes', async (_who, fields) => {
    const folder = await aFolder();
    await aLockFile(folder, fields, 100_000);
    expect(await takeLock(folder)).toMatchObject({
      ok: false,
      code: 'in-use',
      holder: { since: '2026-11-23T10:00:00.000Z' },
    });
    await aLockFile(folder, fields, 130_000);
    await held(folder);
  });

  it.each(['', '{', '{"pid":1}'])('holds for two minutes although it reads %j', async (text) => {
    const folder = await aFolder();
    const file = join(folder, 'lock.json');
    await writeFile(file, text);
    expect(await takeLock(folder)).toMatchObject({ ok: false, code: 'in-use' });
    await utimes(file, new Date(0), new Date(0));
    await held(folder);
  });

  it('is won by one of many who find it stale, and the others are told so', { timeout: 30_000 }, async () => {
    for (let round = 0; round < 100; round += 1) {
      const folder = await aFolder();
      await aLockFile(folder, { machine: elsewhere }, 200_000);
      const results = await Promise.all(
        Array.from({ length: 12 }, async () => {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
          return takeLock(folder);
        }),
      );
      expect(results.map((result) => (result.ok ? 'won' : result.code)).sort()).toEqual([
        ...Array(11).fill('in-use'),
        'won',
      ]);
      for (const result of results) if (result.ok) await result.lock.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('gives way although an opener died while taking it over', { timeout: 10_000 }, async () => {
    const folder = await aFolder();
    await aLockFile(folder, { machine: elsewhere }, 200_000);
    const judged = await readFile(join(folder, 'lock.json'));
    const claim = join(folder, `lock.json.${createHash('sha256').update(judged).digest('hex').slice(0, 16)}`);
    await writeFile(claim, '');
    await utimes(claim, new Date(0), new Date(0));
    await held(folder);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('stays fresh while held, and comes back when the file was deleted', async () => {
    const folder = await aFolder();
    const file = join(folder, 'lock.json');
    const lock = await held(folder, { renewMs: 20 });
    await utimes(file, new Date(0), new Date(0));
    await until(async () => (await stat(file)).mtimeMs > 0, 'a renewal');
    await rm(file);
    await until(
      () =>
        readFile(file).then(
          () => true,
          () => false,
        ),
      'the lock to be back',
    );
    expect(lock.lost()).toBe(false);
  });

  it('never renews over the lock of someone who took the library', { timeout: 20_000 }, async () => {
    for (let round = 0; round < 150; round += 1) {
      const folder = await aFolder();
      const lock = await held(folder, { renewMs: 1 });
      await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 3));
      await aLockFile(folder, { machine: elsewhere }, 0);
      await until(() => lock.lost(), 'the loss to be noticed');
      expect(await readFile(join(folder, 'lock.json'), 'utf8')).toContain(elsewhere.name);
    }
  });

  it('once lost stays lost: nothing more is written, until the library is saved elsewhere', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder, { renewMs: 20 });
    await library.save('note', 'a', { n: 1, text: '' });
    await aLockFile(folder, { machine: elsewhere }, 0);
    await until(() => library.status().reason === 'lock-lost', 'the loss to show');
    const pending = library.save('note', 'a', { n: 2, text: '' });
    await until(() => library.status().unsaved.length === 1, 'the save to be refused');
    expect(await readFile(join(folder, 'couples', 'a', 'note.json'), 'utf8')).toContain('"n":1');
    expect(await library.moveTo(join(await aFolder(), 'new'))).toMatchObject({ ok: true });
    expect(await pending).toMatchObject({ ok: true });
    expect(library.status().state).toBe('saved');
    expect(await readFile(join(folder, 'lock.json'), 'utf8')).toContain(elsewhere.name);
  });
});

describe('after a sleep', () => {
  /** A library that has gone to sleep: its clock has moved, and none of its timers has. */
  async function asleep(folder: string, minutes: number) {
    let away = 0;
    const library = await aLibrary(folder, { now: () => Date.now() + away });
    await library.save('note', 'a', { n: 1, text: '' });
    away = minutes * 60_000;
    return library;
  }

  it.each([1, 5, 600])(
    'of %i minutes nothing is written into a library that another computer took meanwhile',
    async (minutes) => {
      const folder = await aFolder();
      const library = await asleep(folder, minutes);
      const file = join(folder, 'couples', 'a', 'note.json');
      await aLockFile(folder, { machine: elsewhere, pid: 99_999_999 }, 0);
      const theirs = await readFile(file);
      void library.save('note', 'a', { n: 2, text: '' });
      await until(() => library.status().reason === 'lock-lost', 'the loss to show');
      expect(await library.remove('couples', 'a')).toEqual({ ok: false, code: 'lock-lost', intended: false });
      expect(await readFile(file)).toEqual(theirs);
      expect(await readdir(join(folder, 'removing'))).toEqual([]);
    },
  );

  it('of minutes in the middle of a save, the old file is not replaced in a library that another computer took', async () => {
    const folder = await aFolder();
    let away = 0;
    const library = await aLibrary(folder, {
      now: () => Date.now() + away,
      onStep: (step) => {
        if (step !== 'verify' || away > 0 || !slept) return;
        away = 5 * 60_000;
        writeFileSync(join(folder, 'lock.json.new'), theirLock);
        renameSync(join(folder, 'lock.json.new'), join(folder, 'lock.json'));
      },
    });
    let slept = false;
    const theirLock = JSON.stringify({
      machine: elsewhere,
      pid: 1,
      since: '2026-11-23T10:00:00.000Z',
      token: 'theirs',
    });
    await library.save('note', 'a', { n: 1, text: '' });
    const file = join(folder, 'couples', 'a', 'note.json');
    const theirs = await readFile(file);
    slept = true;
    void library.save('note', 'a', { n: 2, text: '' });
    await until(() => library.status().reason === 'lock-lost', 'the loss to show');
    expect(await readFile(file)).toEqual(theirs);
  });

  it('of minutes in which nobody took the library it goes on, and the lock is fresh again', async () => {
    const folder = await aFolder();
    const library = await asleep(folder, 5);
    const long = new Date(Date.now() - 5 * 60_000);
    await utimes(join(folder, 'lock.json'), long, long);
    expect(await library.save('note', 'a', { n: 2, text: '' })).toMatchObject({ ok: true });
    expect(Date.now() - (await stat(join(folder, 'lock.json'))).mtimeMs).toBeLessThan(60_000);
  });

  it('a look says at once that the library is lost, before anything is saved', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    await aLockFile(folder, { machine: elsewhere, pid: 99_999_999 }, 0);
    await library.look();
    expect(library.status()).toMatchObject({ state: 'not-saved', reason: 'lock-lost' });
  });

  it('no sign of life is written into a library that another computer took', async () => {
    const folder = await aFolder();
    let away = 0;
    const library = await aLibrary(folder, { now: () => Date.now() + away });
    const heart = library.startPositionWriter(() => ({ live: 1, wall: 1 }));
    onTestFinished(heart.stop);
    await until(async () => (await library.lastLivePosition()) !== null, 'a beat');
    away = 5 * 60_000;
    await aLockFile(folder, { machine: elsewhere, pid: 99_999_999 }, 0);
    await rm(join(folder, 'live.beat'));
    await until(() => library.status().reason === 'lock-lost', 'the loss to show');
    expect(await library.lastLivePosition()).toBeNull();
  });
});
