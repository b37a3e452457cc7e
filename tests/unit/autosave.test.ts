import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeDocument } from '../../electron/library/codec/document';
import { only } from '../../electron/library/store/layout';
import { type Autosave, startAutosave } from '../../electron/persistence/autosave';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { startOpening } from '../../electron/persistence/open-library';
import { createClock } from '../../electron/state/clock';
import { createStore, type Store } from '../../electron/state/store';
import { surfaces } from '../../electron/surfaces/surfaces';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { idleLive, isRunning } from '../../shared/session/state/session';
import { defaultSettings } from '../../shared/session/state/settings';
import { aBook, act, aDevice, aNow, aRetreat, aSession } from '../make';
import { aFolder, aHeld, cling, everything, illFile, opened, until } from './library-kit';

interface Desk {
  readonly store: Store;
  readonly autosave: Autosave;
  readonly do: (command: Command) => void;
  readonly saved: () => Promise<void>;
}

/** The main process's session and library, without its windows. */
async function start(userData: string): Promise<Desk> {
  const fail = (error: unknown): never => {
    throw error;
  };
  const clock = createClock(fail);
  const store = createStore(clock, aBook, fail, aDevice);
  const pointer = libraryPointer(userData);
  const autosave = startAutosave(store, clock, {
    pointer,
    first: startOpening(pointer),
    log: { event: () => undefined, bug: fail },
  });
  onTestFinished(() => autosave.close(true).then(() => undefined));
  await autosave.ready;
  return {
    store,
    autosave,
    do: (command) => {
      const answer = store.ask(command, surfaces.console);
      if (!answer.ok) throw new Error(`${command.type} refused: ${answer.refusal.code}`);
    },
    saved: () => until(() => store.session().saving.state === 'saved', 'saved'),
  };
}

const notice = ({ store }: Desk): string | undefined => store.session().notice?.code;
const said = (desk: Desk, code: string): Promise<void> => until(() => notice(desk) === code, code);
const shelf = ({ store }: Desk): string[] =>
  store
    .session()
    .shelf.map(({ title }) => title)
    .sort();
const libraryOf = (userData: string): string => join(userData, 'library');

const autumn = aRetreat('evening', { id: 'autumn', title: 'Autumn' });
const couples = autumn.couples.map((couple, at) => ({ ...couple, id: `autumn-c${at + 1}` }));
const marker = 'mark-4c1d';

/** A library with two retreats, of which one has two couples with notes, and older copies of everything. */
async function filled(): Promise<string> {
  const userData = await aFolder();
  const library = await opened(libraryOf(userData), documentKinds, {});
  const winter = { ...autumn, id: 'winter', title: 'Winter', couples: [] };
  for (const retreat of [{ ...autumn, couples }, winter]) {
    for (const _ of [1, 2]) await library.save('retreat', retreat.id, retreat);
  }
  for (const { id } of couples) {
    for (const _ of [1, 2]) await library.save('note', id, { id, retreat: 'autumn', note: marker });
  }
  await library.close();
  return userData;
}

/** Puts a couple of autumn on the roster of winter as well. */
async function alsoInWinter(userData: string, id: string): Promise<void> {
  const library = await opened(libraryOf(userData), documentKinds, {});
  const shared = couples.filter((couple) => couple.id === id);
  await library.save('retreat', 'winter', { ...autumn, id: 'winter', title: 'Winter', couples: shared });
  await library.close();
}

/** The files, older copies included, that hold a couple's note. */
async function withMark(userData: string): Promise<string[]> {
  const folders = ['couples', 'removing', 'quarantine'].map((name) => everything(join(libraryOf(userData), name)));
  const files = (await Promise.all(folders)).flatMap((found) => [...found]);
  return files.filter(([, text]) => text.includes(marker)).map(([file]) => file);
}

describe('deleting a retreat', () => {
  it('whose document cannot be read deletes nothing, says so, and goes whole when it can be read (S12)', async () => {
    const userData = await filled();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    const heal = illFile(join(libraryOf(userData), 'retreats', 'autumn', 'retreat.json'));
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-kept');
    expect((await withMark(userData)).length).toBe(4);
    heal();
    await until(() => shelf(desk).length === 2, 'it is on the shelf again');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed');
    expect(await withMark(userData)).toEqual([]);
    expect([...(await everything(libraryOf(userData)))].filter(([file]) => file.includes('autumn'))).toEqual([]);
  });

  it('whose roster is an older one finds the couples that are in no roster any more (S12)', async () => {
    const userData = await filled();
    const file = join(libraryOf(userData), 'retreats', 'autumn', 'retreat.json');
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    await desk.autosave.close(true);
    const before = await opened(libraryOf(userData), documentKinds, {});
    await before.save('retreat', 'autumn', { ...autumn, couples: [] });
    await before.save('retreat', 'autumn', { ...autumn, couples });
    await before.close();
    await writeFile(`${file}.new`, 'cut sho');
    await rename(`${file}.new`, file);
    const again = await start(userData);
    await until(() => shelf(again).length === 2, 'the shelf');
    again.do({ type: 'retreat/delete', id: 'autumn' });
    await said(again, 'retreat-removed');
    expect(await withMark(userData)).toEqual([]);
  });

  it('of which only an older copy is left deletes nothing while a newer Holdfast’s note may belong to it (S12)', async () => {
    const userData = await filled();
    const newer = { ...documentKinds.note, schema: 99 };
    const held = aHeld({ of: marker }, 1, 'autumn-c9');
    const folder = join(libraryOf(userData), 'couples', 'autumn-c9');
    await mkdir(folder);
    await writeFile(join(folder, 'note.json'), encodeDocument(newer, held));
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    await writeFile(join(libraryOf(userData), 'retreats', 'autumn', 'retreat.json'), 'cut sho');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-kept');
    expect((await withMark(userData)).length).toBe(5);
  });

  it('takes its couples along but for those that are in another retreat, and says how many those are', async () => {
    const userData = await filled();
    await alsoInWinter(userData, 'autumn-c2');
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    const lines = desk.store.session().shelf.map(({ id, couples, shared }) => [id, couples, shared]);
    expect(lines.sort()).toEqual([
      ['autumn', 2, 1],
      ['winter', 1, 1],
    ]);
    const before = await everything(join(libraryOf(userData), 'couples', 'autumn-c2'));
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed-couples-stay');
    expect(await readdir(join(libraryOf(userData), 'couples'))).toEqual(['autumn-c2']);
    expect(await everything(join(libraryOf(userData), 'couples', 'autumn-c2'))).toEqual(before);
    expect(await readdir(join(libraryOf(userData), 'retreats'))).toEqual(['winter']);
    await until(() => desk.store.session().shelf[0]?.shared === 0, 'nobody is in two retreats any more');
  });

  it('leaves its couples where they are to be kept, with what was typed last', async () => {
    const userData = await filled();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    desk.do({ type: 'couple/note', id: 'autumn-c1', text: 'Typed last' });
    desk.do({ type: 'retreat/delete', id: 'autumn', keepCouples: true });
    await said(desk, 'retreat-removed-couples-stay');
    await desk.autosave.close(true);
    const library = await opened(libraryOf(userData), documentKinds, {});
    expect(await library.list('retreat')).toEqual(['winter']);
    expect(await library.list('note')).toEqual(['autumn-c1', 'autumn-c2']);
    expect(await library.read('note', 'autumn-c1')).toMatchObject({ body: { note: 'Typed last' } });
  });

  it('deletes nothing while another retreat, which may name its couples, cannot be read', async () => {
    const userData = await filled();
    await alsoInWinter(userData, 'autumn-c2');
    const heal = illFile(join(libraryOf(userData), 'retreats', 'winter', 'retreat.json'));
    await rm(join(libraryOf(userData), 'index'), { recursive: true });
    const desk = await start(userData);
    await until(() => shelf(desk).length === 1, 'the shelf');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-kept');
    expect((await readdir(join(libraryOf(userData), 'couples'))).sort()).toEqual(['autumn-c1', 'autumn-c2']);
    heal();
    await until(() => shelf(desk).includes('Autumn'), 'it is on the shelf again');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed-couples-stay');
  });

  it('that the disk will not begin is refused before anything is touched, and its line and its run are back', async () => {
    const userData = await filled();
    const library = libraryOf(userData);
    const running = act(act(aSession({ ...autumn, couples }), { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
    const before = await opened(library, documentKinds, {});
    await before.save('live', only, { retreat: 'autumn', live: running.live, at: aNow(5_000), closed: false });
    await before.close();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    const kept = await everything(library);
    await rm(join(library, 'removing'), { recursive: true });
    await writeFile(join(library, 'removing'), 'no folder');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-kept');
    await until(() => shelf(desk).length === 2, 'its line is back');
    expect(desk.store.session().recovery).toMatchObject({ retreat: { id: 'autumn' } });
    await rm(join(library, 'removing'));
    expect(await everything(library)).toEqual(kept);
    await mkdir(join(library, 'removing'));
    // Nothing of it waits for the next start, and what is written to it afterwards stays.
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    desk.do({ type: 'couple/note', id: 'autumn-c1', text: 'Written later' });
    await until(() => desk.store.session().unsavedNotes.length === 0, 'the note');
    await desk.autosave.close(false);
    const again = await start(userData);
    await until(() => shelf(again).length === 2, 'the shelf');
    again.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => again.store.session().notes['autumn-c1'] === 'Written later', 'the note');
  });

  it('of which the disk will not let everything go is finished at the next start, and nothing else is said', async () => {
    const userData = await filled();
    const library = libraryOf(userData);
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    const free = cling(library, 'couples', 'autumn-c2', 'history');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'removal-unfinished');
    expect(shelf(desk)).toEqual(['Winter']);
    await desk.autosave.close(true);
    free();
    const again = await start(userData);
    await until(() => shelf(again).length === 1, 'the shelf');
    expect(await withMark(userData)).toEqual([]);
    expect([...(await everything(library))].filter(([file]) => file.includes('autumn'))).toEqual([]);
  });

  it('while a folder cannot be listed deletes nothing, and its line is back with a word', async () => {
    const userData = await filled();
    const folder = join(libraryOf(userData), 'retreats');
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'no folder');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-kept');
    expect(shelf(desk)).toEqual(['Autumn', 'Winter']);
    await rm(folder);
    await rename(`${folder}-away`, folder);
    expect((await withMark(userData)).length).toBe(4);
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed');
    expect(await withMark(userData)).toEqual([]);
  });

  it('takes what was set aside of an earlier run along', async () => {
    const userData = await filled();
    const aside = join(libraryOf(userData), 'quarantine', 'live');
    await mkdir(aside, { recursive: true });
    await writeFile(join(aside, '20261123T234501123Z-checksum.json'), 'Welcome, Robin');
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/delete', id: 'winter' });
    await said(desk, 'retreat-removed');
    expect(await readdir(aside)).toEqual([]);
  });
});

describe('removing a couple from a roster', () => {
  const named = async (folder: string): Promise<number> =>
    [...(await everything(folder))].filter(([, text]) => text.includes('autumn-c2')).length;

  async function removed(userData: string, expected: string): Promise<Desk> {
    const desk = await start(userData);
    await until(() => shelf(desk).includes('Autumn'), 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    desk.do({ type: 'roster/remove', id: 'autumn-c2' });
    await said(desk, expected);
    return desk;
  }

  it.each(['names it as well', 'cannot be read and may name it'])(
    'leaves what is kept about it alone while another retreat %s: it goes from this roster and its past only',
    async (why) => {
      const userData = await filled();
      const library = libraryOf(userData);
      await alsoInWinter(userData, 'autumn-c2');
      const before = await everything(join(library, 'couples', 'autumn-c2'));
      const winter = join(library, 'retreats', 'winter', 'retreat.json');
      const heal = why.startsWith('cannot') ? illFile(winter) : () => undefined;
      await rm(join(library, 'index'), { recursive: true, force: true });
      const desk = await removed(userData, 'couple-left');
      await desk.autosave.close(true);
      heal();
      expect(await named(join(library, 'retreats', 'autumn'))).toBe(0);
      expect(await named(winter.replace('/retreat.json', ''))).toBeGreaterThan(0);
      expect(await everything(join(library, 'couples', 'autumn-c2'))).toEqual(before);
      expect(await readdir(join(library, 'removing'))).toEqual([]);
    },
  );

  it('that is in no other retreat takes all of it along, and says what the disk will not let go', async () => {
    const userData = await filled();
    const library = libraryOf(userData);
    const free = cling(library, 'couples', 'autumn-c2', 'history');
    const desk = await removed(userData, 'removal-unfinished');
    await desk.saved();
    await desk.autosave.close(true);
    free();
    await (await start(userData)).autosave.close(true);
    expect(await named(library)).toBe(0);
  });
});

describe('a copy of a document under another name, as sync tools leave it', () => {
  const files = [
    'retreat-laptop',
    'retreat.sync-conflict-20261123-101010-ABCDEFG',
    'retreat (conflicted copy)',
    'else',
  ];
  const folders = ['autumn-laptop', 'autumn (1)', 'elsewhere'];

  /** What stands in the quarantine of a retreat. */
  async function aside(userData: string): Promise<string[]> {
    const found = await everything(join(libraryOf(userData), 'quarantine', 'retreats', 'autumn'));
    return [...found].filter(([file]) => !file.includes('/history/')).map(([, text]) => text);
  }

  it.each([
    ...files.map((name) => ['file', `retreats/autumn/${name}.json`, 'retreats/autumn/retreat.json'] as const),
    ...folders.map((name) => ['folder', `retreats/${name}`, 'retreats/autumn'] as const),
  ])(
    'the %s %s is set aside and said, is no retreat of its own, and is not written over the first',
    async (_what, copy, of) => {
      const userData = await filled();
      const library = libraryOf(userData);
      const first = await readFile(join(library, 'retreats', 'autumn', 'retreat.json'));
      await cp(join(library, of), join(library, copy), { recursive: true });
      const desk = await start(userData);
      await said(desk, 'copy-set-aside');
      expect(shelf(desk)).toEqual(['Autumn', 'Winter']);
      expect((await readdir(join(library, 'retreats'))).sort()).toEqual(['autumn', 'winter']);
      expect((await readdir(join(library, 'retreats', 'autumn'))).sort()).toEqual(['history', 'retreat.json']);
      expect(await readFile(join(library, 'retreats', 'autumn', 'retreat.json'))).toEqual(first);
      expect(await aside(userData)).toEqual([first.toString('latin1')]);
      desk.do({ type: 'retreat/delete', id: 'autumn' });
      await said(desk, 'retreat-removed');
      expect([...(await everything(library))].filter(([, text]) => text.includes('"autumn"'))).toEqual([]);
    },
  );

  it('of a kind that this Holdfast does not know is nobody’s copy, and stays', async () => {
    const userData = await filled();
    const beside = join(libraryOf(userData), 'retreats', 'autumn', 'menu.json');
    await writeFile(beside, '{"format":"holdfast","kind":"menu"}');
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    expect(await readFile(beside, 'utf8')).toContain('menu');
  });

  it.each([
    ['file', 'retreats/autumn/retreat.sync-conflict-1.json', 'retreats/autumn/retreat.json'],
    ['folder', 'retreats/autumn (1)', 'retreats/autumn'],
  ])('the %s of a retreat does not keep the name of a couple that is removed (S12)', async (_what, copy, of) => {
    const userData = await filled();
    const library = libraryOf(userData);
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    await cp(join(library, of), join(library, copy), { recursive: true });
    desk.do({ type: 'roster/remove', id: 'autumn-c1' });
    await said(desk, 'couple-removed');
    const named = [...(await everything(library))].filter(([, text]) => text.includes('"name":"Ada"'));
    expect(named).toEqual([]);
  });

  it('that was set aside at start does not keep the name of a couple that is removed later (S12)', async () => {
    const userData = await filled();
    const library = libraryOf(userData);
    await cp(join(library, 'retreats', 'autumn'), join(library, 'retreats', 'autumn (1)'), { recursive: true });
    const desk = await start(userData);
    await said(desk, 'copy-set-aside');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    desk.do({ type: 'roster/remove', id: 'autumn-c1' });
    await said(desk, 'couple-removed');
    const named = [...(await everything(library))].filter(([, text]) => text.includes('"name":"Ada"'));
    expect(named).toEqual([]);
  });

  it('that took the place of another retreat’s file is set aside alone: that retreat comes back from its older copies, and stays', async () => {
    const userData = await filled();
    const library = libraryOf(userData);
    await cp(join(library, 'retreats', 'autumn', 'retreat.json'), join(library, 'retreats', 'winter', 'retreat.json'));
    const desk = await start(userData);
    await until(() => shelf(desk).join() === 'Autumn,Winter', 'the shelf');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed');
    await until(() => shelf(desk).join() === 'Winter', 'the shelf');
    desk.do({ type: 'retreat/open', id: 'winter' });
    await until(() => desk.store.session().retreat?.id === 'winter', 'the retreat');
    await desk.autosave.close(true);
    expect([...(await everything(library))].filter(([, text]) => text.includes('"autumn"'))).toEqual([]);
  });

  it('that took the place of another couple’s file does not take that couple along (S12)', async () => {
    const userData = await filled();
    const folder = join(libraryOf(userData), 'couples');
    const library = await opened(libraryOf(userData), documentKinds, {});
    const other = { id: 'autumn-c1-b', retreat: 'autumn', note: 'another' };
    for (const _ of [1, 2]) await library.save('note', other.id, other);
    await cp(join(folder, 'autumn-c1', 'note.json'), join(folder, other.id, 'note.json'));
    await cp(join(folder, 'autumn-c1'), join(folder, 'Copy of autumn-c1'), { recursive: true });
    await mkdir(join(folder, 'Kopie von autumn-c1'));
    await writeFile(join(folder, 'Kopie von autumn-c1', 'note.json'), `cut short in ${marker}`);
    expect(await library.remove('couples', 'autumn-c1')).toMatchObject({ ok: true });
    expect((await readdir(folder)).sort()).toEqual(['autumn-c1-b', 'autumn-c2']);
    await library.close();
    const again = await opened(libraryOf(userData), documentKinds, {});
    expect(await again.read('note', other.id)).toMatchObject({ state: 'damaged', newestGood: { body: other } });
    const left = (await withMark(userData)).filter((file) => !file.includes('autumn-c2'));
    expect(left).toEqual([]);
  });

  it('does not outlive the couple it is a copy of, and no other couple goes with it (S12)', async () => {
    const userData = await filled();
    const folder = join(libraryOf(userData), 'couples');
    const library = await opened(libraryOf(userData), documentKinds, {});
    const other = { id: 'autumn-c10', retreat: 'autumn', note: 'another' };
    await library.save('note', other.id, other);
    for (const name of ['autumn-c1-laptop', 'autumn-c1.sync-conflict-1', 'autumn-c1 (conflicted copy)']) {
      await cp(join(folder, 'autumn-c1'), join(folder, name), { recursive: true });
    }
    expect(await library.remove('couples', 'autumn-c1')).toMatchObject({ ok: true });
    expect((await readdir(folder)).sort()).toEqual(['autumn-c10', 'autumn-c2']);
    await library.close();
  });
});

describe('a library whose place cannot be read', () => {
  it('is not replaced by a new one in silence, nor by the usual one; it opens once the note can be read', async () => {
    const userData = await filled();
    const stick = join(await aFolder(), 'stick');
    await rename(libraryOf(userData), stick);
    const note = join(userData, 'library-place');
    await libraryPointer(userData).note(stick);
    await rename(note, `${note}-away`);
    await mkdir(note);
    const desk = await start(userData);
    expect(desk.store.session().saving.absent).toEqual({ why: 'unread', machine: '' });
    expect(await readdir(userData)).not.toContain('library');
    await rm(note, { recursive: true });
    await rename(`${note}-away`, note);
    await until(() => shelf(desk).length === 2, 'the library');
    expect(desk.store.session().saving.folder).toBe(stick);
  });
});

describe('what is held in memory', () => {
  it('is what is open: another retreat that was looked at leaves it, and comes back whole', async () => {
    const desk = await start(await filled());
    await until(() => shelf(desk).length === 2, 'the shelf');
    for (const [id, held] of [
      ['autumn', 3],
      ['winter', 1],
      ['autumn', 3],
    ] as const) {
      desk.do({ type: 'retreat/open', id });
      await until(() => desk.store.session().retreat?.id === id, id);
      // Settings and the live document stand beside it.
      await until(() => desk.autosave.held() === held + 2, `${held} documents of ${id}`);
    }
    expect(Object.values(desk.store.session().notes)).toEqual([marker, marker]);
    desk.do({ type: 'retreat/close' });
    await until(() => desk.autosave.held() === 2, 'it is let go');
  });
});

describe('a run that was not closed', () => {
  const live = act(act(aSession({ ...autumn, couples }), { type: 'day/next' }, 0), { type: 'stage/start' }, 0).live;

  async function crashed(): Promise<string> {
    const userData = await filled();
    const library = await opened(libraryOf(userData), documentKinds, {});
    await library.save('live', only, { retreat: 'autumn', live, at: aNow(5_000), closed: false });
    await library.close();
    return userData;
  }
  const drill = (desk: Desk): void => {
    desk.do({ type: 'drill/project', exercise: 'timeout-rehearsal' });
    desk.do({ type: 'stage/start' });
  };

  it('can be gone on with after something else was led in between', async () => {
    const desk = await start(await crashed());
    expect(desk.store.session().recovery).toMatchObject({ retreat: { id: 'autumn', title: 'Autumn' } });
    drill(desk);
    desk.do({ type: 'stage/end' });
    desk.do({ type: 'recovery/go-on' });
    await until(() => isRunning(desk.store.session()), 'the run');
    expect(desk.store.session().retreat?.id).toBe('autumn');
    expect(desk.store.session().live.itemId).toBe(live.itemId);
    expect(desk.store.session().recovery).toBeNull();
  });

  it('is offered at the next start too when something else was led in between and ended', async () => {
    const userData = await crashed();
    const desk = await start(userData);
    drill(desk);
    desk.do({ type: 'stage/end' });
    await desk.saved();
    await desk.autosave.close(true);
    expect((await start(userData)).store.session().recovery).toMatchObject({ retreat: { id: 'autumn' } });
  });

  it('and is dismissed while something else is led is not offered again', async () => {
    const userData = await crashed();
    const desk = await start(userData);
    drill(desk);
    desk.do({ type: 'recovery/dismiss' });
    desk.do({ type: 'stage/end' });
    await desk.autosave.close(true);
    expect((await start(userData)).store.session().recovery).toBeNull();
  });

  it('goes with its retreat: it is neither on offer nor on the disk', async () => {
    const userData = await crashed();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    expect(desk.store.session().recovery).toBeNull();
    await said(desk, 'retreat-removed');
    const left = await readFile(join(libraryOf(userData), 'live.json'), 'utf8');
    expect(JSON.parse(left).body).toMatchObject({ retreat: null, closed: true, live: idleLive });
    await desk.autosave.close(false);
    expect((await start(userData)).store.session().recovery).toBeNull();
  });

  it('stays on offer when its retreat cannot be read just now, and that is said', async () => {
    const userData = await crashed();
    const desk = await start(userData);
    const heal = illFile(join(libraryOf(userData), 'retreats', 'autumn', 'retreat.json'));
    desk.do({ type: 'recovery/go-on' });
    await said(desk, 'retreat-unread');
    await until(() => desk.store.session().asked === null, 'it is waited for no longer');
    expect(desk.store.session().recovery).not.toBeNull();
    heal();
    desk.do({ type: 'recovery/go-on' });
    await until(() => isRunning(desk.store.session()), 'the run');
  });

  it('whose record is damaged says what is left: its retreat, whole', async () => {
    const userData = await crashed();
    await writeFile(join(libraryOf(userData), 'live.json'), 'cut sho');
    const desk = await start(userData);
    expect(notice(desk)).toBe('run-damaged');
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await until(() => desk.store.session().retreat?.id === 'autumn', 'the retreat');
    desk.do({ type: 'day/next' });
    await desk.saved();
  });
});

describe('what could not be read when it was needed', () => {
  const aside = async (userData: string, name: string): Promise<string[]> => {
    const folder = join(libraryOf(userData), 'quarantine', name);
    const names = await readdir(folder).catch(() => []);
    return Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  };

  it('is said, and set aside before something else is saved in its place: the settings', async () => {
    const userData = await filled();
    const library = await opened(libraryOf(userData), documentKinds, {});
    await library.save('settings', only, { ...defaultSettings, palette: 'dusk' });
    await library.close();
    const heal = illFile(join(libraryOf(userData), 'settings.json'));
    const desk = await start(userData);
    expect(notice(desk)).toBe('document-unread');
    heal();
    desk.do({ type: 'settings/change', patch: { hour12: true } });
    await desk.saved();
    expect(await aside(userData, 'settings')).toEqual([expect.stringContaining('"palette":"dusk"')]);
    await desk.autosave.close(true);
    expect((await start(userData)).store.session().settings).toEqual({ ...defaultSettings, hour12: true });
  });

  it('is said, and set aside before something else is saved in its place: a note', async () => {
    const userData = await filled();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    const heal = illFile(join(libraryOf(userData), 'couples', 'autumn-c1', 'note.json'));
    desk.do({ type: 'retreat/open', id: 'autumn' });
    await said(desk, 'document-unread');
    await until(() => desk.store.session().retreat !== null, 'the retreat');
    heal();
    for (const text of ['Late', 'Late today']) {
      desk.do({ type: 'couple/note', id: 'autumn-c1', text });
      await until(() => desk.store.session().unsavedNotes.length === 0, 'the note');
    }
    expect(await aside(userData, 'couples/autumn-c1/note')).toEqual([expect.stringContaining(marker)]);
  });
});

describe('what was changed while no library was open', () => {
  it('is saved once one is: the settings too, and what was kept of the others stands', async () => {
    const userData = await filled();
    const library = await opened(libraryOf(userData), documentKinds, {});
    await library.save('settings', only, { ...defaultSettings, palette: 'dusk', digits: 'none' });
    await library.close();
    const away = join(await aFolder(), 'away');
    await libraryPointer(userData).note(libraryOf(userData));
    await rename(libraryOf(userData), away);
    const desk = await start(userData);
    expect(desk.store.session().saving.absent?.why).toBe('missing');
    desk.do({ type: 'settings/change', patch: { hour12: true, digits: 'seconds' } });
    await rename(away, libraryOf(userData));
    expect(await desk.autosave.openAt(libraryOf(userData), true)).toBeNull();
    const expected = { ...defaultSettings, palette: 'dusk', digits: 'seconds', hour12: true };
    expect(desk.store.session().settings).toEqual(expected);
    await desk.autosave.close(true);
    expect((await start(userData)).store.session().settings).toEqual(expected);
  });

  it('is never taken for a run that was open before', async () => {
    const userData = await filled();
    const away = join(await aFolder(), 'away');
    await libraryPointer(userData).note(libraryOf(userData));
    await rename(libraryOf(userData), away);
    const desk = await start(userData);
    desk.do({ type: 'drill/project', exercise: 'timeout-rehearsal' });
    await rename(away, libraryOf(userData));
    const opening = desk.autosave.openAt(libraryOf(userData), true);
    while (!desk.autosave.isOpen()) {
      desk.do({ type: 'stage/blank', on: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (let n = 0; n < 20; n += 1) {
      desk.do({ type: 'stage/blank', on: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await opening;
    expect(desk.store.session().recovery).toBeNull();
  });

  it('is saved in a new one too', async () => {
    const userData = await aFolder();
    await libraryPointer(userData).note('/media/gone');
    const desk = await start(userData);
    desk.do({ type: 'settings/change', patch: { hour12: true } });
    expect(await desk.autosave.openAt(libraryOf(userData), false)).toBeNull();
    await desk.autosave.close(true);
    expect((await start(userData)).store.session().settings.hour12).toBe(true);
  });
});

describe('a retreat that is still being opened', () => {
  it('does not come back to life when it is deleted meanwhile and something is edited after', async () => {
    const userData = await filled();
    const desk = await start(userData);
    await until(() => shelf(desk).length === 2, 'the shelf');
    desk.do({ type: 'retreat/open', id: 'autumn' });
    desk.do({ type: 'retreat/delete', id: 'autumn' });
    await said(desk, 'retreat-removed');
    expect(desk.store.ask({ type: 'retreat/rename', title: 'Alive' }, surfaces.console).ok).toBe(false);
    await desk.autosave.close(true);
    expect([...(await everything(libraryOf(userData)))].filter(([file]) => file.includes('autumn'))).toEqual([]);
  });
});
