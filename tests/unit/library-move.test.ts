import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeDocument } from '../../electron/library/codec/document';
import { openLibrary } from '../../electron/library/library';
import { plainKinds, takeOut } from './library-kinds';
import { aFolder, aLibrary, everything, opened } from './library-kit';

const body = (n: number, text = '') => ({ n, text });
const ids = Array.from({ length: 40 }, (_, n) => `c-${n}`);

async function aFullLibrary(folder: string) {
  const library = await opened(folder, plainKinds, { takeOut });
  for (const id of ids) await library.save('note', id, body(1, `mark-${id}.`));
  return library;
}

describe('moving a library while it is used', () => {
  it('gives back what was edited last, also what waits until the move is over', async () => {
    const library = await opened(await aFolder(), plainKinds, { takeOut });
    await library.save('retreat', 'r', body(1, 'Ada and Bo'));
    await library.save('note', 'c', body(1));
    let found: unknown;
    let saved: Promise<unknown> = Promise.resolve();
    await library.moveTo(join(await aFolder(), 'stick'), {
      beforeSwitch: async () => {
        saved = library.save('retreat', 'r', body(2), [{ at: 'couples', id: 'c' }]);
        found = await library.read('retreat', 'r');
      },
    });
    expect(found).toMatchObject({ state: 'ok', body: body(2) });
    expect(await saved).toMatchObject({ ok: true });
    expect(await library.read('note', 'c')).toEqual({ state: 'missing' });
  });

  it('leaves no acknowledged change behind', async () => {
    const library = await aFullLibrary(await aFolder());
    const target = join(await aFolder(), 'stick');
    const acknowledged = new Map<string, number>();
    const saves: Promise<unknown>[] = [];
    let behind: string[] | null = null;
    const moved = await library.moveTo(target, {
      onCopied: (done) => {
        const id = ids[(done * 7) % ids.length] ?? '';
        const n = 100 + done;
        saves.push(library.save('note', id, body(n)).then(({ ok }) => ok && acknowledged.set(id, n)));
      },
      // From here on the next start looks in the new folder: all that was acknowledged must be there.
      beforeSwitch: async () => {
        const promised = [...acknowledged];
        const found = promised.map(async ([id, n]) => {
          const decoded = decodeDocument(plainKinds.note, await readFile(join(target, 'couples', id, 'note.json')));
          return decoded.ok && (decoded.held.body as { n: number }).n >= n ? '' : id;
        });
        behind = (await Promise.all(found)).filter((id) => id !== '');
        expect(promised.length).toBeGreaterThan(10);
      },
    });
    expect(moved).toMatchObject({ ok: true, missed: 0 });
    expect(behind).toEqual([]);
    await Promise.all(saves);
    await library.close();
    const again = await aLibrary(target);
    for (const [id, n] of acknowledged) expect(await again.read('note', id)).toMatchObject({ body: { n } });
  });

  it('takes nothing along that is removed meanwhile (S12)', async () => {
    const library = await aFullLibrary(await aFolder());
    const target = join(await aFolder(), 'stick');
    const removals: Promise<unknown>[] = [];
    await library.save('retreat', 'r', body(1, 'mark-c-9.'));
    await library.moveTo(target, {
      onCopied: (done) => {
        if (done !== ids.length) return;
        removals.push(library.remove('couples', 'c-3'));
        removals.push(library.save('retreat', 'r', body(2), [{ at: 'couples', id: 'c-9' }]));
      },
    });
    await Promise.all(removals);
    expect(removals.length).toBe(2);
    const texts = [...(await everything(target)).values()].join();
    expect(texts).not.toContain('mark-c-3.');
    expect(texts).not.toContain('mark-c-9.');
    expect(texts).toContain('mark-c-4.');
  });

  it('can be given up, and then nothing has changed', async () => {
    const folder = await aFolder();
    const library = await aFullLibrary(folder);
    const target = await aFolder();
    const stop = new AbortController();
    const moved = await library.moveTo(target, {
      signal: stop.signal,
      onCopied: (done) => {
        if (done === 20) stop.abort();
      },
    });
    expect(moved).toEqual({ ok: false, code: 'stopped' });
    expect(library.folder()).toBe(folder);
    expect(await readdir(target)).toEqual([]);
    expect(await library.save('note', 'c-1', body(2))).toMatchObject({ ok: true });
    expect(await library.moveTo(target)).toMatchObject({ ok: true });
  });

  it('stopped, takes back what it made and leaves what somebody else put there meanwhile', async () => {
    const folder = await aFolder();
    const library = await aFullLibrary(folder);
    const target = join(await aFolder(), 'stick');
    const stop = new AbortController();
    const moved = await library.moveTo(target, {
      signal: stop.signal,
      onCopied: (done) => {
        if (done === 10) {
          mkdirSync(join(target, 'Photos'));
          for (const file of ['Photos/summer.jpg', 'budget.ods', 'couples/list.txt']) {
            writeFileSync(join(target, file), 'not ours');
          }
        }
        if (done === 20) stop.abort();
      },
    });
    expect(moved).toEqual({ ok: false, code: 'stopped' });
    const left = [...(await everything(target))].map(([file, text]) => [relative(target, file), text]);
    expect(left.sort()).toEqual([
      ['Photos/summer.jpg', 'not ours'],
      ['budget.ods', 'not ours'],
      ['couples/list.txt', 'not ours'],
    ]);
    expect((await readdir(target)).sort()).toEqual(['Photos', 'budget.ods', 'couples']);
  });

  it('does not write over a file that somebody else put there meanwhile', async () => {
    const library = await aFullLibrary(await aFolder());
    const target = join(await aFolder(), 'stick');
    const moved = await library.moveTo(target, {
      onCopied: (done) => {
        for (const id of done === 10 ? ['c-39', 'c-9'] : []) {
          mkdirSync(join(target, 'couples', id));
          writeFileSync(join(target, 'couples', id, 'note.json'), 'not ours', { flag: 'wx' });
        }
      },
    });
    expect(moved).toMatchObject({ ok: false });
    const left = [...(await everything(target))].map(([file, text]) => [relative(target, file), text]);
    expect(left.filter(([, text]) => text === 'not ours')).toEqual(left);
    expect(left).toHaveLength(2);
  });

  it('counts what cannot be read any more, and takes the rest', async () => {
    if (process.getuid?.() !== 0) throw new Error('Only root may make a file that gives an I/O error.');
    const folder = await aFolder();
    const library = await aFullLibrary(folder);
    const ill = join(folder, 'couples', 'c-5', 'note.json');
    // Memory at address 0 of another process: reading it is an I/O error, as on a dying disk.
    execFileSync('mount', ['--bind', '/proc/1/mem', ill]);
    onTestFinished(() => void execFileSync('umount', [ill]));
    const target = join(await aFolder(), 'stick');
    expect(await library.moveTo(target)).toEqual({ ok: true, copied: ids.length - 1, missed: 1 });
    // Memory knows what the disk no longer gives.
    expect(await library.read('note', 'c-5')).toMatchObject({ state: 'ok', body: { text: 'mark-c-5.' } });
  });
});

describe('a library that must be there already', () => {
  it('is not made where there is none', async () => {
    const folder = join(await aFolder(), 'gone');
    expect(await openLibrary(folder, plainKinds, { mustExist: true })).toEqual({ ok: false, code: 'no-library' });
    const empty = await aFolder();
    await writeFile(join(empty, 'holiday.jpg'), '');
    expect(await openLibrary(empty, plainKinds, { mustExist: true })).toEqual({ ok: false, code: 'no-library' });
    expect(await readdir(empty)).toEqual(['holiday.jpg']);
    await (await aLibrary(folder)).close();
    expect(await aLibrary(folder, { mustExist: true })).toMatchObject({});
  });
});
