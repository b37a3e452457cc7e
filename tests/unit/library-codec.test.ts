import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Codec } from '../../electron/library/codec/codec';
import { decodeDocument } from '../../electron/library/codec/document';
import { only } from '../../electron/library/store/layout';
import { plainKinds } from './library-kinds';
import { aFolder, aLibrary, everything, opened, until } from './library-kit';

const body = (n: number, text = '') => ({ n, text });
const marker = 'mark-5e1f';

/** AES-256-GCM, as it may be one day; it takes its time, as a worker would. */
function sealed(key: Buffer): Codec {
  return {
    encode: async (bytes) => {
      await wait(1);
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    decode: async (bytes) => {
      await wait(1);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
  };
}

const digest = { version: 1, shape: z.string(), of: ({ text }: { text: string }) => text };

describe('a library behind another codec', () => {
  it('has every byte of documents, older copies, lists and the live position pass through it', async () => {
    const folder = await aFolder();
    const codec = sealed(randomBytes(32));
    const open = (at: string) =>
      opened(at, plainKinds, { codec, takeOut: { note: () => body(9) }, digests: { note: digest } });
    const first = await open(folder);
    for (const n of [1, 2, 3]) await first.save('note', 'a', body(n, marker));
    await first.save('live', only, body(1, marker));
    const heart = first.startPositionWriter(() => ({ live: 1234.5, wall: 1_795_000_000_000 }));
    await until(async () => (await first.lastLivePosition())?.live === 1234.5, 'a beat');
    await heart.stop();
    expect((await first.index('note')).map(({ summary }) => summary)).toEqual([marker]);
    await first.close();

    const kept = [...(await everything(folder))].filter(([file]) => !file.endsWith('lock.json'));
    expect(kept.map(([file]) => file.slice(folder.length + 1).replace(/\d{8}T.*/, '')).sort()).toEqual([
      'couples/a/history/note/1-',
      'couples/a/history/note/2-',
      'couples/a/note.json',
      'index/note.json',
      'live.beat',
      'live.json',
    ]);
    for (const [file, text] of kept) expect(text, file).not.toMatch(/mark-5e1f|holdfast|1234/);

    const second = await open(folder);
    expect(await second.lastLivePosition()).toEqual({ live: 1234.5, wall: 1_795_000_000_000 });
    expect((await second.index('note')).map(({ summary }) => summary)).toEqual([marker]);
    expect(await second.read('note', 'a')).toMatchObject({ state: 'ok', generation: 3, body: body(3, marker) });
    const target = join(await aFolder(), 'stick');
    expect(await second.moveTo(target)).toMatchObject({ ok: true, missed: 0 });
    await second.close();
    await rm(join(target, 'couples', 'a', 'note.json'));
    await writeFile(join(target, 'couples', 'a', 'note.json'), 'not sealed by this key');
    const third = await open(target);
    expect(await third.read('note', 'a')).toMatchObject({
      state: 'damaged',
      why: 'unreadable',
      newestGood: { generation: 2, body: body(2, marker) },
    });
    expect(await third.forget('note', 'a', [marker])).toMatchObject({ ok: true });
    expect(await third.read('note', 'a')).toMatchObject({ state: 'ok', body: body(9) });
    expect(await third.remove('couples', 'a')).toMatchObject({ ok: true });
  });
});

describe('the envelope', () => {
  const heldAt = async (folder: string) => {
    const decoded = decodeDocument(plainKinds.note, await readFile(join(folder, 'couples', 'a', 'note.json')));
    if (!decoded.ok) throw new Error(decoded.code);
    return decoded.held;
  };

  it('says which document it is, which device wrote it and from which generation it was made', async () => {
    const folder = await aFolder();
    const laptop = await aLibrary(folder, { device: 'laptop' });
    await laptop.save('note', 'a', body(1));
    expect(await heldAt(folder)).toMatchObject({ id: 'a', device: 'laptop', generation: 1, from: null });
    await laptop.close();
    const studio = await aLibrary(folder, { device: 'studio' });
    await studio.save('note', 'a', body(2));
    expect(await heldAt(folder)).toMatchObject({ device: 'studio', from: { generation: 1, device: 'laptop' } });
    await studio.save('note', 'a', body(3));
    await writeFile(`${folder}/couples/a/note.new`, 'cut sho');
    await rm(join(folder, 'couples', 'a', 'note.json'));
    await studio.read('note', 'a');
    await studio.save('note', 'a', body(2));
    // Made from the copy that was offered, under a number that nobody had.
    expect(await heldAt(folder)).toMatchObject({ generation: 4, from: { generation: 2, device: 'studio' } });
  });

  it('of another id is a copy: set aside, never opened as this one', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    await library.save('note', 'b', body(1, 'of b'));
    const bytes = await readFile(join(folder, 'couples', 'b', 'note.json'));
    await mkdir(join(folder, 'couples', 'a'));
    await writeFile(join(folder, 'couples', 'a', 'note.json'), bytes);
    expect(await library.read('note', 'a')).toMatchObject({ state: 'damaged', why: 'wrong-id', newestGood: null });
    expect(await library.read('note', 'b')).toMatchObject({ state: 'ok', body: body(1, 'of b') });
  });

  it('of a newer version is told from damage, left alone and never written over', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    const file = join(folder, 'couples', 'a', 'note.json');
    await library.save('note', 'a', body(1));
    await library.close();
    const { createHash } = await import('node:crypto');
    const newer = { ...JSON.parse(await readFile(file, 'utf8')), version: 3, sealedFor: 'two', checksum: '' };
    const checksum = createHash('sha256').update(JSON.stringify(newer)).digest('hex');
    await writeFile(file, JSON.stringify({ ...newer, checksum }));
    const again = await aLibrary(folder);
    expect(await again.read('note', 'a')).toEqual({ state: 'newer' });
    expect(await again.save('note', 'a', body(2))).toEqual({ ok: false, code: 'newer-schema' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...newer, checksum });
  });
});

describe('a part that is forgotten', () => {
  const takeOut = {
    note: ({ n, text }: { n: number; text: string }, parts: ReadonlySet<string>) =>
      body(
        n,
        [...parts].reduce((left, part) => left.replaceAll(part, ''), text),
      ),
  };
  const holders = async (folder: string): Promise<string[]> =>
    [...(await everything(folder))].filter(([, text]) => text.includes(marker)).map(([file]) => file);

  it('is gone from the document, its older copies, what was set aside and the list; the rest stays (S8, S12)', async () => {
    const folder = await aFolder();
    const library = await opened(folder, plainKinds, { takeOut, digests: { note: digest } });
    for (const n of [1, 2, 3]) await library.save('note', 'a', body(n, `kept ${n} ${marker}`));
    await library.save('note', 'b', body(1, marker));
    await library.index('note');
    const aside = join(folder, 'quarantine', 'couples', 'a', 'note', '20261123T234501123Z-unreadable.json');
    await mkdir(dirname(aside), { recursive: true });
    await writeFile(aside, `cut short in ${marker}`);
    await writeFile(join(folder, 'couples', 'a', 'note (conflicted copy).json'), `a copy with ${marker}`);
    expect((await holders(folder)).length).toBeGreaterThan(4);

    expect(await library.forget('note', 'a', [marker])).toEqual({ ok: true, generation: 4 });
    const left = (await holders(folder)).filter((file) => !file.includes('/couples/b/') && !file.includes('/index/'));
    expect(left).toEqual([]);
    expect(await library.read('note', 'a')).toMatchObject({ state: 'ok', body: body(3, 'kept 3 ') });
    expect((await library.index('note')).map(({ summary }) => summary)).toEqual(['kept 3 ', marker]);
    await library.close();

    await writeFile(join(folder, 'couples', 'a', 'note.json'), '');
    const again = await aLibrary(folder);
    expect(await again.read('note', 'a')).toMatchObject({
      state: 'damaged',
      newestGood: { generation: 2, body: body(2, 'kept 2 ') },
    });
  });

  it('is gone too from what was typed and waits for the disk', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder, { takeOut });
    await library.save('note', 'a', body(1, marker));
    const saved = [2, 3].map((n) => library.save('note', 'a', body(n, `kept ${n} ${marker}`)));
    await library.forget('note', 'a', [marker]);
    await Promise.all(saved);
    expect(await library.read('note', 'a')).toMatchObject({ body: body(3, 'kept 3 ') });
    expect(await holders(folder)).toEqual([]);
  });

  it('is not forgotten where a newer Holdfast wrote the document, and that is answered', async () => {
    const folder = await aFolder();
    const library = await opened(folder, { ...plainKinds, note: { ...plainKinds.note, schema: 2 } }, {});
    await library.save('note', 'a', body(1, marker));
    await library.close();
    const older = await aLibrary(folder);
    expect(await older.forget('note', 'a', [marker])).toEqual({ ok: false, code: 'newer-schema', intended: false });
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
  });
});

describe('bodies nobody uses', () => {
  it('leave memory once they are on the disk, and come back when they are asked for', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    const ids = Array.from({ length: 40 }, (_, n) => `c-${n}`);
    for (const id of ids) await library.save('note', id, body(1, id));
    expect(library.held()).toBe(40);
    library.use((_kind, id) => id === 'c-7');
    await until(() => library.held() === 1, 'the others to go');
    for (const id of ids) expect(await library.read('note', id)).toMatchObject({ body: body(1, id) });
    await until(() => library.held() === 1, 'what was only read to go');
    expect(await library.save('note', 'c-3', body(2))).toEqual({ ok: true, generation: 2 });
    await until(() => library.held() === 1, 'what was saved to go');
  });

  it('stay while the disk will not take them', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    await library.save('note', 'a', body(1));
    library.use(() => false);
    await rm(join(folder, 'couples'), { recursive: true });
    await writeFile(join(folder, 'couples'), 'a file where the folder was');
    const saved = library.save('note', 'a', body(2, 'the only one'));
    await until(() => library.status().state === 'not-saved', 'the refusal');
    expect(library.held()).toBe(1);
    expect(await library.read('note', 'a')).toMatchObject({ body: body(2, 'the only one') });
    await rm(join(folder, 'couples'));
    expect(await saved).toMatchObject({ ok: true });
    await until(() => library.held() === 0, 'it to go');
  });
});
