import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SmallDisk } from '../rig/small-disk';
import { notesIn } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { firstCouple, firstNote, lanternCouples, lead, libraryOf, roomGoesOn, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const longer = `${firstNote} And for a break at eight.`;
const lantern = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Lantern evening',
  date: '2026-03-07',
  couples: lanternCouples,
} as const;

/** Opens the one retreat of a library that has just been started; its notes. */
async function findsIt(userData: string, folder: string): Promise<readonly string[]> {
  const core = await startOnDisk(userData, 60 * 60 * 1000);
  expect(core.session().saving.folder).toBe(folder);
  await until(() => core.session().shelf[0]?.title === lantern.title, 'the shelf');
  core.do({ type: 'retreat/open', id: core.session().shelf[0]?.id ?? '' });
  await until(() => core.session().retreat !== null, 'the retreat');
  return Object.values(core.session().notes);
}

describe('save elsewhere', () => {
  it('writes what memory knows when the old folder is gone', async () => {
    const userData = await aFolder();
    const target = join(await aFolder(), 'stick');
    const core = await startOnDisk(userData);
    await lead(core);
    rmSync(libraryOf(userData), { recursive: true });
    core.do({ type: 'couple/note', id: firstCouple(core.session()), text: longer });
    await until(() => core.trouble().startsWith('Not saved: the library’s folder is gone.'), 'the loss');
    expect(existsSync(libraryOf(userData)), 'no new library where the old one was').toBe(false);
    roomGoesOn(core);
    expect(await core.autosave.moveTo(target)).toMatchObject({ ok: true, noted: true });
    await core.saved();
    core.do({ type: 'stage/end' });
    await core.quit();
    expect(await findsIt(userData, target)).toEqual([longer]);
  });

  it('needs no room on the full disk it leaves for the note of the new folder', async () => {
    // All of the app's data on the one disk, as on most laptops.
    const userData = await aFolder();
    const disk = new SmallDisk(userData, 4096);
    onTestFinished(() => disk.unmount());
    const target = join(await aFolder(), 'stick');
    const core = await startProcess(userData);
    await core.do(lantern);
    const id = firstCouple(await core.session());
    await core.do({ type: 'couple/note', id, text: firstNote });
    await core.saved();
    disk.fillTo(0);
    await core.do({ type: 'couple/note', id, text: longer });
    await until(async () => (await core.session()).saving.reason === 'disk-full', 'the disk to be full');
    expect(await core.moveTo(target)).toMatchObject({ ok: true, noted: true });
    await core.saved();
    await core.kill9();
    disk.empty();
    expect(await findsIt(userData, target)).toEqual([longer]);
  });
});

describe('a library that is gone at start', () => {
  it('is never replaced by an empty one in silence, nor by the copy that was left behind', async () => {
    const userData = await aFolder();
    const folder = await aFolder();
    const [target, away] = [join(folder, 'stick'), join(folder, 'away')];
    const first = await startOnDisk(userData);
    await lead(first);
    await first.autosave.moveTo(target);
    first.do({ type: 'stage/end' });
    await first.quit();
    renameSync(target, away);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());

    const core = await startOnDisk(userData);
    expect(core.session().saving).toMatchObject({ state: 'not-saved', absent: { why: 'missing' }, folder: target });
    expect(core.session().shelf).toEqual([]);
    // Looked for again, by hand and by itself.
    expect(await core.autosave.openAt(target, true)).toMatchObject({ ok: false });
    vi.advanceTimersByTime(3000);
    await until(() => core.noted.filter((code) => code === 'keeping.not-open').length === 2, 'another look');
    // Another folder, which holds none.
    expect(await core.autosave.openAt(folder, true)).toMatchObject({ ok: false, code: 'no-library' });
    expect(readdirSync(folder)).toEqual(['away']);
    expect(existsSync(target)).toBe(false);
    // The one it was moved to.
    expect(await core.autosave.openAt(away, true)).toBeNull();
    await until(() => core.session().shelf[0]?.title === lantern.title, 'the shelf');
    expect(core.session().saving).toMatchObject({ folder: away, absent: null });
    await core.quit();

    // The choice is remembered; when it comes back by itself it is opened by itself.
    renameSync(away, target);
    const waiting = await startOnDisk(userData);
    expect(waiting.session().saving).toMatchObject({ folder: away, absent: { why: 'missing' } });
    renameSync(target, away);
    vi.advanceTimersByTime(3000);
    await until(() => waiting.session().shelf[0]?.title === lantern.title, 'the shelf');
    await waiting.quit();
    renameSync(away, target);

    // A new one, where nothing is: neither of the two is written to.
    const fresh = await startOnDisk(userData);
    const made = join(userData, 'library-2');
    expect(await fresh.autosave.openAt(made, false)).toBeNull();
    expect(fresh.session()).toMatchObject({ shelf: [], saving: { folder: made, absent: null } });
    expect(notesIn(libraryOf(userData))).toEqual([firstNote]);
    expect(notesIn(target)).toEqual([firstNote]);
  });
});
