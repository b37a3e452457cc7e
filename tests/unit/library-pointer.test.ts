import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { aFolder } from './library-kit';

const slotBytes = 4096;

describe('the place of the library', () => {
  it('is the usual one until another was noted, and is known from then on', async () => {
    const folder = await aFolder();
    const place = libraryPointer(folder);
    expect([place.folder(), place.known()]).toEqual([join(folder, 'library'), 'never']);
    expect(await place.note('/media/stick/Holdfast')).toBeNull();
    expect(libraryPointer(folder).folder()).toBe('/media/stick/Holdfast');
    expect(libraryPointer(folder).known()).toBe('noted');
    expect(await libraryPointer(folder).note(join(folder, 'library'))).toBeNull();
    expect(libraryPointer(folder).folder()).toBe(join(folder, 'library'));
  });

  it('moves along with the user’s own data when it is the usual one', async () => {
    const [ann, annSmith] = [await aFolder(), await aFolder()];
    await libraryPointer(ann).note(join(ann, 'library'));
    await rename(join(ann, 'library-place'), join(annSmith, 'library-place'));
    expect(libraryPointer(annSmith).folder()).toBe(join(annSmith, 'library'));
    expect(libraryPointer(annSmith).known()).toBe('noted');
  });

  it('is noted without taking room: the file is the same one, and no larger', async () => {
    const folder = await aFolder();
    const place = libraryPointer(folder);
    const file = join(folder, 'library-place');
    await place.note('/a');
    const before = await stat(file);
    await place.note(`/${'long'.repeat(500)}`);
    const after = await stat(file);
    expect([after.ino, after.size]).toEqual([before.ino, before.size]);
  });

  it('gives way to the one before when its note was torn anywhere', async () => {
    const folder = await aFolder();
    const file = join(folder, 'library-place');
    const place = libraryPointer(folder);
    await place.note('/zero');
    await place.note('/one');
    const before = await readFile(file);
    await place.note('/two');
    const whole = await readFile(file);
    const slot = before.subarray(0, slotBytes).equals(whole.subarray(0, slotBytes)) ? slotBytes : 0;
    for (let at = 0; at < 40; at += 1) {
      const torn = Buffer.concat([whole]);
      before.copy(torn, slot + at, slot + at, slot + slotBytes);
      await writeFile(file, torn);
      expect(libraryPointer(folder).folder(), `torn at ${at}`).toBe('/one');
    }
  });

  it('that cannot be read is not taken for a first start, and is known once it can be read again', async () => {
    const folder = await aFolder();
    const note = join(folder, 'library-place');
    const first = libraryPointer(folder);
    for (const stick of ['/media/one', '/media/two', '/media/three']) await first.note(stick);
    await rename(note, `${note}-away`);
    await mkdir(note); // as good as any error of the disk
    const place = libraryPointer(folder);
    expect(place.known()).toBe('unread');
    expect(await place.note('/media/four')).not.toBeNull();
    await rm(note, { recursive: true });
    await rename(`${note}-away`, note);
    expect([place.known(), place.folder()]).toEqual(['noted', '/media/three']);
    // Newer than what it had not read.
    await place.note('/media/four');
    expect(libraryPointer(folder).folder()).toBe('/media/four');
  });

  it.each([
    ['nothing', ''],
    ['half a note', '{'],
    ['NULs', '\0'.repeat(slotBytes * 2)],
    ['another JSON', 'null'],
  ])('is the usual one when its note reads as %s', async (_what, text) => {
    const folder = await aFolder();
    await writeFile(join(folder, 'library-place'), text);
    expect([libraryPointer(folder).folder(), libraryPointer(folder).known()]).toEqual([
      join(folder, 'library'),
      'unread',
    ]);
  });
});
