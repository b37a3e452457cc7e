import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { filesOf, notesIn } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { firstCouple, firstNote, lead, libraryOf, roomGoesOn, startOnDisk } from './core-on-disk';

/** The lock of another computer, renewed just now. */
function lockElsewhere(library: string): void {
  const lock = {
    machine: { id: 'ffffffffffffffff', name: 'the studio laptop' },
    pid: 4242,
    since: new Date().toISOString(),
    token: 'elsewhere',
  };
  const file = join(library, 'lock.json');
  writeFileSync(`${file}.new`, JSON.stringify(lock));
  renameSync(`${file}.new`, file);
}

/** From here on the main process's own timers are moved by the test. */
function holdTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
}

it('a second computer that has the library at start is named, nothing is written, and it opens when that lock grows old', async () => {
  holdTimers();
  const userData = await aFolder();
  const library = libraryOf(userData);
  const first = await startOnDisk(userData);
  first.do({ type: 'retreat/create', program: 'evening', title: 'Lantern evening', date: '2026-03-07', couples: [] });
  await first.saved();
  await first.quit();
  lockElsewhere(library);
  const before = filesOf(library, 'retreat').map((file) => readFileSync(file));

  const core = await startOnDisk(userData);
  expect(core.session().saving).toMatchObject({
    state: 'not-saved',
    absent: { why: 'in-use', machine: 'the studio laptop' },
  });
  vi.advanceTimersByTime(3000);
  // It has looked again, and was refused again.
  await until(() => core.noted.filter((code) => code === 'keeping.not-open').length === 2, 'another look');
  expect(core.autosave.isOpen()).toBe(false);
  expect(filesOf(library, 'retreat').map((file) => readFileSync(file))).toEqual(before);
  const longAgo = new Date(Date.now() - 3 * 60_000);
  utimesSync(join(library, 'lock.json'), longAgo, longAgo);
  vi.advanceTimersByTime(3000);
  await until(() => core.session().shelf[0]?.title === 'Lantern evening', 'the shelf');
  expect(core.session().saving).toMatchObject({ state: 'saved', absent: null });
});

it('a second computer that takes the library in mid-run has nothing more written there, and saving elsewhere keeps it all', async () => {
  holdTimers();
  const userData = await aFolder();
  const library = libraryOf(userData);
  const target = join(await aFolder(), 'stick');
  const core = await startOnDisk(userData);
  const led = lead(core);
  vi.advanceTimersByTime(1000);
  await led;
  lockElsewhere(library);
  // The lock is looked after every quarter of a minute.
  vi.advanceTimersByTime(15_000);
  await until(() => core.trouble().startsWith('Not saved: another Holdfast took over the library.'), 'the loss');
  core.do({ type: 'couple/note', id: firstCouple(core.session()), text: `${firstNote} Here.` });
  vi.advanceTimersByTime(1000);
  roomGoesOn(core);
  expect(notesIn(library)).toEqual([firstNote]);
  expect(await core.autosave.moveTo(target)).toMatchObject({ ok: true, noted: true });
  await core.saved();
  expect(core.session().saving.folder).toBe(target);
  expect(notesIn(target)).toEqual([`${firstNote} Here.`]);
  expect(notesIn(library)).toEqual([firstNote]);
  expect(readFileSync(join(library, 'lock.json'), 'utf8')).toContain('the studio laptop');
  rmSync(join(library, 'lock.json'));
});
