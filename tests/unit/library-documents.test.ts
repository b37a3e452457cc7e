import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { openLibrary } from '../../electron/library/library';
import { only } from '../../electron/library/store/layout';
import { documentKinds } from '../../shared/session/documents/documents';
import { plainKinds } from './library-kinds';
import { aFolder, aHeld, aLibrary, everything, opened, until } from './library-kit';

const body = (n: number, text = '') => ({ n, text });

describe('a library', () => {
  it('gives back what was saved, also to the next process that opens it', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    expect(await library.read('note', 'ann-bo')).toEqual({ state: 'missing' });
    expect(await library.save('note', 'ann-bo', body(1, '👩‍👩‍👧‍👦 "q"'))).toEqual({ ok: true, generation: 1 });
    expect(await library.save('settings', only, body(2))).toEqual({ ok: true, generation: 1 });
    await library.close();
    const again = await aLibrary(folder);
    expect(await again.read('note', 'ann-bo')).toMatchObject({
      state: 'ok',
      readOnly: false,
      generation: 1,
      body: body(1, '👩‍👩‍👧‍👦 "q"'),
    });
    expect(await again.read('settings', only)).toMatchObject({ state: 'ok', body: body(2) });
    expect(await again.save('note', 'ann-bo', body(3))).toEqual({ ok: true, generation: 2 });
    expect(await again.list('note')).toEqual(['ann-bo']);
    expect(await again.list('retreat')).toEqual([]);
    expect(await again.list('settings')).toEqual([only]);
  });

  it('holds the documents of the app', async () => {
    const library = await opened(await aFolder(), documentKinds, {});
    const couple = { id: 'c-1', retreat: 'r-1', note: 'kept' };
    await library.save('note', 'c-1', couple);
    expect(await library.read('note', 'c-1')).toMatchObject({ state: 'ok', body: couple });
  });

  it('is private to this user', async () => {
    const folder = join(await aFolder(), 'library');
    const library = await aLibrary(folder);
    await library.save('note', 'a', body(1));
    await library.save('note', 'a', body(2));
    const modes = [
      folder,
      join(folder, 'couples'),
      join(folder, 'couples', 'a', 'history', 'note'),
      join(folder, 'couples', 'a', 'note.json'),
      join(folder, 'lock.json'),
    ];
    for (const path of modes) expect((await stat(path)).mode & 0o077, path).toBe(0);
  });

  it.each(['', '../x', 'a/b', 'a\\b', 'A', 'a.json', 'é', 'a\0', 'nul', 'com1', 'x'.repeat(65)])(
    'throws on the id %j',
    async (id) => {
      const library = await aLibrary(await aFolder());
      await expect(library.read('note', id)).rejects.toThrow(RangeError);
      expect(() => library.save('note', id, body(1))).toThrow(RangeError);
      await expect(library.read('live', 'other')).rejects.toThrow(RangeError);
    },
  );

  it('writes the latest of many saves at once, and answers them all when it is durable', async () => {
    const folder = await aFolder();
    let writes = 0;
    const library = await aLibrary(folder, { onStep: (step) => (writes += step === 'sync-folder' ? 1 : 0) });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => library.save('note', 'a', body(n))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(writes).toBe(2);
    expect(await library.read('note', 'a')).toMatchObject({ body: body(199), generation: 2 });
  });

  it('says saving, then saved, and only then has answered', async () => {
    const library = await aLibrary(await aFolder());
    const seen: string[] = [];
    const stop = library.subscribe(({ state }) => seen.push(state));
    const saved = library.save('note', 'a', body(1));
    expect(library.status().state).toBe('saving');
    await saved;
    expect(seen).toEqual(['saving', 'saved']);
    stop();
    await library.save('note', 'a', body(2));
    expect(seen).toEqual(['saving', 'saved']);
  });

  it('refuses a body it could not read back, keeps the good one, and says so', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    await library.save('note', 'a', body(1));
    expect(await library.save('note', 'a', { n: Number.NaN, text: '' })).toEqual({ ok: false, code: 'wrong-shape' });
    expect(library.status()).toMatchObject({
      state: 'not-saved',
      reason: 'wrong-shape',
      unsaved: [{ kind: 'note', id: 'a' }],
    });
    await library.save('note', 'a', body(2));
    expect(library.status().state).toBe('saved');
  });

  it('answers what comes after closing', async () => {
    const library = await aLibrary(await aFolder());
    const last = library.save('note', 'a', body(1));
    expect((await library.close()).state).toBe('saved');
    expect(await last).toEqual({ ok: true, generation: 1 });
    expect(await library.save('note', 'a', body(2))).toEqual({ ok: false, code: 'closed' });
  });

  it('sweeps what dead writers left, and nothing else', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'couples', 'a'), { recursive: true });
    await writeFile(join(folder, 'couples', 'a', '.note.json.4242-0011aabb-1.tmp'), 'half a sec');
    await writeFile(join(folder, '.live.json.4242-0011aabb-2.tmp'), 'half a sec');
    await writeFile(join(folder, 'couples', 'a', 'notes.txt'), 'a stranger');
    const library = await aLibrary(folder);
    await library.read('note', 'a');
    await library.tidy();
    expect(await readdir(join(folder, 'couples', 'a'))).toEqual(['notes.txt']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

const damages: [string, (file: string, good: Buffer) => Promise<void>, string][] = [
  ['cut short', (file, good) => writeFile(file, good.subarray(0, good.length - 9)), 'unreadable'],
  ['empty', (file) => writeFile(file, ''), 'unreadable'],
  ['full of NULs', (file, good) => writeFile(file, Buffer.alloc(good.length)), 'unreadable'],
  [
    'with a flipped bit',
    (file, good) =>
      writeFile(
        file,
        good.map((byte, at) => (at === good.lastIndexOf('"n":') + 4 ? byte ^ 1 : byte)),
      ),
    'checksum',
  ],
  [
    'of a wrong shape',
    (file) => writeFile(file, encodeDocument({ ...plainKinds.note, shape: z.unknown() }, aHeld([], 9))),
    'wrong-shape',
  ],
  ['of a wrong kind', (file) => writeFile(file, encodeDocument(plainKinds.retreat, aHeld(body(1), 9))), 'wrong-kind'],
];

describe.each(damages)('a document %s', (_what, damage, why) => {
  it('goes to quarantine, and the newest good generation is offered and can be saved back', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    for (const n of [1, 2, 3]) await library.save('note', 'a', body(n));
    const file = join(folder, 'couples', 'a', 'note.json');
    // Another inode, as when a disk loses a file's blocks: the generations do not share it.
    const good = await readFile(file);
    await rm(file);
    await damage(file, good);
    const damaged = await readFile(file);
    await library.close();

    const again = await aLibrary(folder);
    const found = await again.read('note', 'a');
    if (found.state !== 'damaged') throw new Error(found.state);
    expect(found).toMatchObject({ why, newestGood: { generation: 2, body: body(2) } });
    expect(await readFile(join(folder, found.quarantinedAs ?? ''))).toEqual(damaged);
    expect(await again.read('note', 'a')).toMatchObject({
      state: 'damaged',
      why: 'absent',
      newestGood: { body: body(2) },
    });
    expect(await again.list('note')).toEqual(['a']);
    expect(await again.save('note', 'a', found.newestGood?.body ?? body(0))).toMatchObject({
      ok: true,
      generation: 3,
    });
    expect(await again.read('note', 'a')).toMatchObject({ state: 'ok', body: body(2) });
    expect(await readFile(join(folder, found.quarantinedAs ?? ''))).toEqual(damaged);
  });

  it('is set aside before a save that never read it', async () => {
    const folder = await aFolder();
    const file = join(folder, 'couples', 'a', 'note.json');
    await mkdir(join(folder, 'couples', 'a'), { recursive: true });
    await damage(file, Buffer.from(encodeDocument(plainKinds.note, aHeld(body(1), 4))));
    const damaged = await readFile(file);
    const library = await aLibrary(folder);
    expect(await library.save('note', 'a', body(5))).toMatchObject({ ok: true });
    const [name] = await readdir(join(folder, 'quarantine', 'couples', 'a', 'note'));
    expect(await readFile(join(folder, 'quarantine', 'couples', 'a', 'note', name ?? ''))).toEqual(damaged);
  });
});

describe('a document of a newer version', () => {
  const newer = { ...plainKinds.note, schema: 2, shape: z.unknown() };
  const held = (present: unknown) => ({ ...aHeld(present, 5), savedAt: '2026-11-23T10:00:00.000Z' });

  it.each([
    ['that still fits is shown', body(1), { state: 'ok', readOnly: true, generation: 5, body: body(1) }],
    ['that does not fit is only named', { other: 1 }, { state: 'newer' }],
  ])('%s and never overwritten', async (_what, present, found) => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    const file = join(folder, 'couples', 'a', 'note.json');
    await mkdir(dirname(file));
    await writeFile(file, encodeDocument(newer, held(present)));
    const before = await readFile(file);
    expect(await library.read('note', 'a')).toMatchObject(found);
    expect(await library.save('note', 'a', body(2))).toEqual({ ok: false, code: 'newer-schema' });
    expect(library.status().reason).toBe('newer-schema');
    expect(await readFile(file)).toEqual(before);
    expect(decodeDocument(newer, before)).toEqual({ ok: true, held: held(present) });
  });
});

describe('deleting a couple', () => {
  const marker = 'mark-7f3a';

  it('leaves no byte of it anywhere, and tells what went (S12)', async () => {
    const folder = await aFolder();
    const digest = { version: 1, shape: z.string(), of: ({ text }: { text: string }) => text };
    const first = await opened(folder, plainKinds, { digests: { note: digest } });
    for (const n of [1, 2, 3]) await first.save('note', 'a', body(n, marker));
    await first.save('note', 'a-b', body(1, 'another couple'));
    await first.close();
    const listing = await opened(folder, plainKinds, { digests: { note: digest } });
    await listing.index('note');
    await listing.close();
    expect(await readFile(join(folder, 'index', 'note.json'), 'utf8')).toContain(marker);
    await writeFile(join(folder, 'couples', 'a', 'note.json'), `{"torn":"${marker}`);
    const library = await opened(folder, plainKinds, { digests: { note: digest } });
    const found = await library.read('note', 'a');
    expect(found.state).toBe('damaged');
    await library.save('note', 'a', body(4, marker));
    await writeFile(join(folder, 'couples', 'a', '.note.json.1-00000000-1.tmp'), marker);
    expect([...(await everything(folder)).values()].filter((text) => text.includes(marker)).length).toBeGreaterThan(4);

    expect(await library.remove('couples', 'a')).toEqual({ ok: true, documents: 1, generations: 2, quarantined: 1 });
    for (const [file, text] of await everything(folder)) {
      expect(text, file).not.toContain(marker);
      expect(file).not.toMatch(/[/-]a\//);
    }
    expect(await library.list('note')).toEqual(['a-b']);
    expect(await library.read('note', 'a')).toEqual({ state: 'missing' });
  });

  it('stops what was about to be saved', async () => {
    const folder = await aFolder();
    const pending: Promise<unknown>[] = [];
    const library: Awaited<ReturnType<typeof aLibrary>> = await aLibrary(folder, {
      onStep: (step) => {
        if (step === 'intend-removal') pending.push(library.save('note', 'a', body(9, marker)));
      },
    });
    await library.save('note', 'a', body(1, marker));
    void library.save('note', 'a', body(2, marker));
    void library.save('note', 'a', body(3, marker));
    await library.remove('couples', 'a');
    expect(await Promise.all(pending)).toEqual([{ ok: false, code: 'removed' }]);
    expect([...(await everything(folder)).values()].join()).not.toContain(marker);
    expect(library.status().state).toBe('saved');
  });

  it('is finished at the next start when a crash interrupted it', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    for (const n of [1, 2]) await library.save('note', 'a', body(n, marker));
    await library.close();
    await writeFile(join(folder, 'removing', 'couples-a.json'), '');
    const again = await aLibrary(folder);
    expect(await again.read('note', 'a')).toEqual({ state: 'missing' });
    await again.close();
    expect([...(await everything(folder)).values()].join()).not.toContain(marker);
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
  });
});

describe('saving elsewhere', () => {
  it('takes everything along and goes on there', async () => {
    const folder = await aFolder();
    const target = join(await aFolder(), 'stick');
    const library = await aLibrary(folder);
    for (const n of [1, 2]) await library.save('note', 'a', body(n));
    await library.save('retreat', 'r', body(3));
    expect(await library.moveTo(target)).toEqual({ ok: true, copied: 3, missed: 0 });
    expect(library.folder()).toBe(target);
    expect(await library.save('note', 'a', body(4))).toEqual({ ok: true, generation: 3 });
    expect(await library.read('retreat', 'r')).toMatchObject({ body: body(3) });
    await library.close();
    expect(await (await aLibrary(target)).read('note', 'a')).toMatchObject({ state: 'ok', body: body(4) });
    expect(await (await aLibrary(folder)).read('note', 'a')).toMatchObject({ state: 'ok', body: body(2) });
  });

  it('refuses a folder with something in it, and its own', async () => {
    const folder = await aFolder();
    const taken = await aFolder();
    await writeFile(join(taken, 'x'), '');
    const library = await aLibrary(folder);
    for (const target of [taken, folder, join(folder, 'inner')]) {
      expect(await library.moveTo(target)).toEqual({ ok: false, code: 'not-free' });
    }
    expect(library.folder()).toBe(folder);
  });

  it('saves what memory holds when the folder was pulled away', async () => {
    const folder = join(await aFolder(), 'library');
    const target = join(await aFolder(), 'stick');
    const library = await aLibrary(folder);
    await library.save('note', 'a', body(1));
    await library.save('live', only, body(1));
    await rm(folder, { recursive: true });
    const pending = library.save('note', 'a', body(2));
    await until(() => library.status().state === 'not-saved', 'the loss to show');
    expect(library.status()).toMatchObject({ reason: 'folder-missing', unsaved: [{ kind: 'note', id: 'a' }] });
    expect(await library.read('note', 'a')).toMatchObject({ state: 'ok', body: body(2) });
    expect(await library.moveTo(target)).toMatchObject({ ok: true });
    expect((await pending).ok).toBe(true);
    expect(library.status().state).toBe('saved');
    await library.close();
    const again = await aLibrary(target);
    expect(await again.read('note', 'a')).toMatchObject({ state: 'ok', body: body(2) });
    expect(await again.read('live', only)).toMatchObject({ state: 'ok', body: body(1) });
  });

  it('needs nothing when the folder comes back', async () => {
    const folder = join(await aFolder(), 'library');
    const library = await aLibrary(folder);
    await library.save('note', 'a', body(1));
    await rename(folder, `${folder}-away`);
    const pending = library.save('note', 'a', body(2));
    await until(() => library.status().state === 'not-saved', 'the loss to show');
    await rename(`${folder}-away`, folder);
    expect(await pending).toMatchObject({ ok: true });
    await rm(join(folder, 'couples'), { recursive: true });
    expect(await library.save('note', 'a', body(3))).toMatchObject({ ok: true });
  });

  it('opens nowhere that is not a folder', async () => {
    const file = join(await aFolder(), 'file');
    await writeFile(file, '');
    expect(await openLibrary(join(file, 'library'), plainKinds)).toEqual({ ok: false, code: 'folder-missing' });
  });
});
