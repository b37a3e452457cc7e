import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { only } from '../../electron/library/store/layout';
import { documentKinds } from '../../shared/session/documents/documents';
import { act, aNow, aSession } from '../make';
import { plainKinds } from './library-kinds';
import { aFolder, aLibrary, cling, everything, opened } from './library-kit';

const body = (n: number, text = '') => ({ n, text });

describe('a leftover that cannot be deleted', () => {
  it('keeps nothing else shut, is not shown, and goes when the disk lets it', async () => {
    const folder = await aFolder();
    const first = await aLibrary(folder);
    for (const id of ['r-1', 'r-2', 'r-3'])
      for (const n of [1, 2]) await first.save('retreat', id, body(n, `mark-${id}`));
    const free = cling(folder, 'retreats', 'r-2', 'history');
    expect(await first.remove('retreats', 'r-2')).toMatchObject({ ok: false });
    await first.close();

    const second = await aLibrary(folder);
    expect(second.unfinished).toEqual([{ at: 'retreats', id: 'r-2' }]);
    expect(await second.list('retreat')).toEqual(['r-1', 'r-3']);
    expect(await second.read('retreat', 'r-1')).toMatchObject({ state: 'ok' });
    expect(await second.save('retreat', 'r-3', body(3))).toMatchObject({ ok: true });
    await second.close();

    free();
    const third = await aLibrary(folder);
    expect(third.unfinished).toEqual([]);
    expect([...(await everything(folder))].filter(([file, text]) => `${file}${text}`.includes('r-2'))).toEqual([]);
  });

  it('is the only thing that stays of what is deleted', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    for (const n of [1, 2]) await library.save('note', 'a', body(n, 'mark-a'));
    cling(folder, 'couples', 'a', 'history');
    expect(await library.remove('couples', 'a')).toMatchObject({ ok: false });
    expect(await readdir(join(folder, 'couples'))).toEqual([]);
    expect(await library.list('note')).toEqual([]);
  });

  it('does not keep shut what couples were being taken out of', async () => {
    const folder = await aFolder();
    await (await aLibrary(folder)).close();
    await mkdir(join(folder, 'removing', 'out-of-retreat-r.json'));
    expect((await aLibrary(folder)).status().state).toBe('saved');
  });
});

describe('the live document', () => {
  const kinds = { ...plainKinds, live: { ...plainKinds.live, history: false } as const };

  it('keeps no older copies', async () => {
    const folder = await aFolder();
    const library = await opened(folder, kinds, {});
    for (const n of [1, 2, 3]) await library.save('live', only, body(n, `on the wall ${n}`));
    expect(await readdir(join(folder, 'history'))).toEqual([]);
    expect(await library.read('live', only)).toMatchObject({ state: 'ok', body: body(3, 'on the wall 3') });
  });

  it('loses those an earlier version kept, when the library opens', async () => {
    const folder = await aFolder();
    const before = await aLibrary(folder);
    for (const n of [1, 2, 3]) await before.save('live', only, body(n, 'on the wall'));
    expect(await readdir(join(folder, 'history'))).toEqual(['live']);
    await before.close();
    await opened(folder, kinds, {});
    expect(await readdir(join(folder, 'history'))).toEqual([]);
  });

  it('is of that kind in the app', async () => {
    const folder = await aFolder();
    const library = await opened(folder, documentKinds, {});
    const live = act(aSession(), { type: 'stage/message', text: 'Welcome, Robin' }, 0).live;
    for (const at of [1, 2, 3]) {
      await library.save('live', only, { retreat: 'r1', live, at: aNow(at), closed: false });
    }
    expect([...(await everything(folder))].filter(([, text]) => text.includes('Robin'))).toHaveLength(1);
  });
});
