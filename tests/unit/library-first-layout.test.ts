import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { only } from '../../electron/library/store/layout';
import { digests, takeOut } from '../../electron/persistence/retreat-index';
import { documentKinds } from '../../shared/session/documents/documents';
import { aFolder, cling, everything, illFile, opened, until } from './library-kit';
import { bundleChild, run } from './library-process';

/** A library as the first Holdfast left it. Never to be written anew. */
const fixture = join(import.meta.dirname, '..', 'faults', 'library-1');

async function anOlderLibrary(): Promise<string> {
  const folder = await aFolder();
  await cp(fixture, folder, { recursive: true });
  return folder;
}

const textsIn = async (folder: string): Promise<string[]> =>
  [...(await everything(folder))].filter(([file]) => !/(lock\.json|index\/)/.test(file)).map(([, text]) => text);

/** That nothing of the first layout was lost, and nothing is left of it. */
async function isWhole(folder: string): Promise<void> {
  const library = await opened(folder, documentKinds, { digests });
  const notes = ['First.', 'First, second.', 'First, second, third.'];
  expect(await library.list('retreat')).toEqual(['autumn', 'winter']);
  expect(await library.list('note')).toEqual(['autumn-c1', 'autumn-c2']);
  expect(await library.read('retreat', 'autumn')).toMatchObject({
    state: 'ok',
    generation: 3,
    body: { title: 'Autumn' },
  });
  expect(await library.read('note', 'autumn-c1')).toMatchObject({ state: 'ok', body: { note: notes[2] } });
  expect(await library.read('note', 'autumn-c2')).toMatchObject({ state: 'ok', generation: 1 });
  expect(await library.read('settings', only)).toMatchObject({ state: 'ok', generation: 3, body: { palette: 'dusk' } });
  expect(await library.read('live', only)).toMatchObject({ state: 'ok', body: { retreat: 'autumn', closed: false } });
  expect((await library.index('retreat')).map(({ summary }) => summary?.title)).toEqual(['Autumn', 'Winter']);
  await library.close();
  const left = [...(await everything(folder)).keys()].map((file) => relative(folder, file));
  expect(left.filter((file) => !file.startsWith('index/')).sort()).toEqual([
    'couples/autumn-c1/history/note/1-20261120T192000000Z.json',
    'couples/autumn-c1/history/note/2-20261120T215000000Z.json',
    'couples/autumn-c1/note.json',
    'couples/autumn-c2/note.json',
    'history/settings/1-20261121T050000000Z.json',
    'history/settings/2-20261121T073000000Z.json',
    'live.json',
    'quarantine/couples/autumn-c1/note/20261120T230000000Z-unreadable.json',
    'retreats/autumn/history/retreat/1-20261120T094000000Z.json',
    'retreats/autumn/history/retreat/2-20261120T121000000Z.json',
    'retreats/autumn/retreat.json',
    'retreats/winter/retreat.json',
    'settings.json',
  ]);
  expect((await readdir(folder)).sort()).not.toContain('generations');
}

let child = '';
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => rm(dirname(child), { recursive: true, force: true }));

describe('a library of the first layout', () => {
  it('is brought over when it opens, older copies and what was set aside included, and no byte is lost', async () => {
    const folder = await anOlderLibrary();
    const before = (await textsIn(folder)).sort();
    await isWhole(folder);
    expect((await textsIn(folder)).sort()).toEqual(before);
    await isWhole(folder);
  });

  it('has its older copies where they are looked for', async () => {
    const folder = await anOlderLibrary();
    await writeFile(join(folder, 'couples', 'autumn-c1.json'), 'cut sho');
    const library = await opened(folder, documentKinds, {});
    expect(await library.read('note', 'autumn-c1')).toMatchObject({
      state: 'damaged',
      newestGood: { generation: 2, body: { note: 'First, second.' } },
    });
  });

  it('is finished at the next start when kill -9 comes after any change of the disk', {
    timeout: 120_000,
  }, async () => {
    let deaths = 0;
    for (; ; deaths += 1) {
      const folder = await anOlderLibrary();
      const before = (await textsIn(folder)).sort();
      const running = run(process.execPath, [child, folder, 'bring', 'bring-over', `${deaths + 1}`]);
      await running.ended;
      if (running.child.signalCode !== 'SIGKILL') {
        expect(running.lines).toEqual(['open']);
        break;
      }
      expect((await textsIn(folder)).sort(), `after ${deaths + 1}`).toEqual(before);
      await isWhole(folder);
    }
    expect(deaths).toBeGreaterThan(8);
  });

  it('has what was being deleted deleted, and what was being taken out taken out', async () => {
    const folder = await anOlderLibrary();
    await mkdir(join(folder, 'removing'), { recursive: true });
    await writeFile(join(folder, 'removing', 'retreat-winter'), '');
    await writeFile(join(folder, 'removing', 'out-of-retreat-autumn'), '[{"kind":"couple","id":"autumn-c1"}]');
    const library = await opened(folder, documentKinds, {
      takeOut: {
        retreat: (body: { couples: { id: string }[] }, ids: ReadonlySet<string>) => ({
          ...body,
          couples: body.couples.filter(({ id }) => !ids.has(id)),
        }),
      },
    });
    await until(() => library.status().state === 'saved', 'the rest to be done');
    expect(await library.list('retreat')).toEqual(['autumn']);
    expect(await library.list('note')).toEqual(['autumn-c2']);
    await library.close();
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
    expect((await textsIn(folder)).filter((text) => text.includes('autumn-c1'))).toEqual(
      (await textsIn(folder)).filter((text) => text.includes('"kind":"live"')),
    );
  });

  it('sets copies that a sync tool left aside, and a document that is in both places', async () => {
    const folder = await anOlderLibrary();
    const file = join(folder, 'retreats', 'autumn.json');
    for (const name of ['autumn (conflicted copy)', 'autumn-laptop']) {
      await cp(file, join(folder, 'retreats', `${name}.json`));
    }
    await mkdir(join(folder, 'retreats', 'winter'));
    await writeFile(join(folder, 'retreats', 'winter', 'retreat.json'), 'of a newer day');
    const library = await opened(folder, documentKinds, { digests });
    expect(await library.list('retreat')).toEqual(['autumn', 'winter']);
    await library.close();
    const aside = [...(await everything(join(folder, 'quarantine', 'retreats'))).keys()];
    expect(aside.filter((name) => name.includes('/autumn/'))).toHaveLength(2);
    expect(aside.filter((name) => name.includes('/winter/'))).toHaveLength(1);
  });

  it('opens when something in it cannot be moved: that stays where it is, is said, and is brought over at a later start', async () => {
    const folder = await anOlderLibrary();
    const before = (await textsIn(folder)).sort();
    const heal = illFile(join(folder, 'retreats', 'winter.json'));
    const free = cling(folder, 'generations', 'couple-autumn-c1');
    const library = await opened(folder, documentKinds, { digests });
    expect(library.notBrought).toBe(2);
    expect(await library.list('retreat')).toEqual(['autumn']);
    expect(await library.read('retreat', 'autumn')).toMatchObject({ state: 'ok', body: { title: 'Autumn' } });
    await library.close();
    heal();
    free();
    await isWhole(folder);
    expect((await textsIn(folder)).sort()).toEqual(before);
    expect((await opened(folder, documentKinds, {})).notBrought).toBe(0);
  });

  it('does not bring back what was being deleted while the note of that cannot be brought over', async () => {
    const folder = await anOlderLibrary();
    await mkdir(join(folder, 'removing'), { recursive: true });
    await writeFile(join(folder, 'removing', 'out-of-retreat-autumn'), '[{"kind":"couple","id":"autumn-c1"}]');
    const heal = illFile(join(folder, 'removing', 'out-of-retreat-autumn'));
    const library = await opened(folder, documentKinds, { takeOut });
    expect(library.notBrought).toBeGreaterThan(0);
    expect(await library.list('retreat')).toEqual(['winter']);
    await library.close();
    heal();
    const again = await opened(folder, documentKinds, { takeOut });
    await until(() => again.status().state === 'saved', 'the rest to be done');
    expect(await again.list('note')).toEqual(['autumn-c2']);
    expect(again.notBrought).toBe(0);
  });

  it('has folders and damaged files that a sync tool copied go with what they are copies of (S12)', async () => {
    const folder = await anOlderLibrary();
    const old = join(folder, 'generations', 'couple-autumn-c1');
    for (const name of ['couple-autumn-c1 (1)', 'couple-autumn-c1-laptop', 'Copy of couple-autumn-c1', 'elsewhere']) {
      await cp(old, join(folder, 'generations', name), { recursive: true });
    }
    const aside = join(folder, 'quarantine', 'couple-autumn-c1.sync-conflict-1');
    await mkdir(aside, { recursive: true });
    await writeFile(join(aside, 'cut.json'), 'cut short in First');
    await writeFile(join(folder, 'couples', 'Copy of autumn-c1.json'), 'cut short in First');
    const library = await opened(folder, documentKinds, { digests });
    expect(library.notBrought).toBe(0);
    expect(await library.list('note')).toEqual(['autumn-c1', 'autumn-c2']);
    expect(await library.remove('couples', 'autumn-c1')).toMatchObject({ ok: true });
    await library.close();
    expect([...(await everything(folder))].filter(([, text]) => text.includes('First'))).toEqual([]);
    expect((await readdir(folder)).sort()).not.toContain('generations');
  });
});
