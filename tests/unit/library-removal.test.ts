import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intendRemoval } from '../../electron/library/deletion/removal';
import { only } from '../../electron/library/store/layout';
import { plainKinds, takeOut } from './library-kinds';
import { aFolder, aLibrary, cling, everything, opened } from './library-kit';
import { bundleChild, run } from './library-process';
import { diskWithPowerCut, noLuck } from './power-cut';

const body = (n: number, text = '') => ({ n, text });
const along = ['a', 'b'].map((id) => ({ at: 'couples', id }));

/** Which of the marks stand anywhere. */
async function marks(folder: string): Promise<string[]> {
  const texts = [...(await everything(folder)).values()].join();
  return ['mark-r', 'mark-a', 'mark-b', 'mark-c'].filter((mark) => texts.includes(mark));
}

async function filled(folder: string) {
  const library = await opened(folder, plainKinds, { takeOut });
  for (const id of ['a', 'b', 'c']) for (const n of [1, 2]) await library.save('note', id, body(n, `mark-${id}`));
  for (const n of [1, 2]) await library.save('retreat', 'r', body(n, 'mark-r'));
  await library.save('live', only, body(1, 'mark-r'));
  return library;
}

let child = '';
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => rm(dirname(child), { recursive: true, force: true }));

describe('a deletion that takes others along', () => {
  it('leaves nothing of any of them, nor in what is known of the last run, and nothing else goes', async () => {
    const folder = await aFolder();
    const library = await filled(folder);
    expect(await library.remove('retreats', 'r', along)).toMatchObject({ ok: true, documents: 3, generations: 3 });
    expect(await marks(folder)).toEqual(['mark-c']);
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
  });

  it('is all of it or nothing when kill -9 comes after any change of the disk', { timeout: 120_000 }, async () => {
    let deaths = 0;
    for (; ; deaths += 1) {
      const folder = await aFolder();
      const running = run(process.execPath, [child, folder, 'remove', 'any', `${deaths + 1}`]);
      await running.ended;
      if (running.child.signalCode !== 'SIGKILL') {
        expect(running.lines).toEqual(['gone']);
        break;
      }
      const again = await opened(folder, plainKinds, { takeOut });
      await again.close();
      expect(await marks(folder), `after ${deaths + 1}`).toEqual(['mark-c']);
      expect(await readdir(join(folder, 'removing'))).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(6);
  });

  it('is refused before any of them is touched, and nothing waits: what is written later stays', async () => {
    const folder = await aFolder();
    const library = await filled(folder);
    const before = await everything(folder);
    await rm(join(folder, 'removing'), { recursive: true });
    await writeFile(join(folder, 'removing'), 'no folder');
    const waiting = library.save('note', 'a', body(3, 'mark-a'));
    expect(await library.remove('retreats', 'r', along)).toMatchObject({ ok: false, intended: false });
    expect(await waiting).toMatchObject({ ok: true });
    await rm(join(folder, 'removing'));
    await mkdir(join(folder, 'removing'));
    for (const [file, text] of before)
      if (!file.includes('/a/')) expect((await everything(folder)).get(file)).toBe(text);
    expect(await library.save('note', 'a', body(4, 'mark-a'))).toMatchObject({ ok: true });
    await library.close();
    const again = await aLibrary(folder);
    expect(await again.read('note', 'a')).toMatchObject({ state: 'ok', body: body(4, 'mark-a') });
    expect(await again.read('retreat', 'r')).toMatchObject({ state: 'ok' });
  });

  it('that the disk will not finish is there for nobody, takes no more saves, and is finished at the next start', async () => {
    const folder = await aFolder();
    const library = await filled(folder);
    const free = cling(folder, 'couples', 'b', 'history');
    expect(await library.remove('retreats', 'r', along)).toMatchObject({ ok: false, intended: true });
    expect(await library.list('note')).toEqual(['c']);
    expect(await library.list('retreat')).toEqual([]);
    expect(await library.read('note', 'b')).toEqual({ state: 'missing' });
    expect(await library.save('note', 'b', body(9, 'mark-b'))).toEqual({ ok: false, code: 'removed' });
    expect(library.status().state).toBe('saved');
    await library.close();
    free();
    const again = await opened(folder, plainKinds, { takeOut });
    expect(again.unfinished).toEqual([]);
    expect(await marks(folder)).toEqual(['mark-c']);
    expect(await again.save('note', 'b', body(1, 'another'))).toMatchObject({ ok: true });
    await again.close();
    expect(await (await aLibrary(folder)).read('note', 'b')).toMatchObject({ state: 'ok' });
  });

  it('and that a power cut meets right after it was refused is not carried out at the next start', async () => {
    const file = '/library/removing/retreats-r.json';
    const { disk, after } = diskWithPowerCut(Number.POSITIVE_INFINITY);
    let folders = 0;
    const ill = {
      ...disk,
      open: async (...asked: Parameters<typeof disk.open>) => {
        if (asked[1] === 'r') folders += 1;
        if (asked[1] === 'r' && folders === 1) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return disk.open(...asked);
      },
    };
    const removal = { home: { at: 'retreats', id: 'r' }, along, from: [] };
    expect(await intendRemoval('/library', removal, ill)).toBe('disk-error');
    for (const luck of [noLuck, { names: 1, bytes: 1 }]) expect(after(file, luck)).toBeNull();
    // One that nobody can tell of is carried out.
    folders = Number.NEGATIVE_INFINITY;
    const worse = {
      ...disk,
      open: async (path: string, flags: 'wx' | 'r') => {
        if (flags === 'r') throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return disk.open(path, flags);
      },
    };
    expect(await intendRemoval('/library', removal, worse)).toBeNull();
  });
});
