import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { aRetreat } from '../make';
import { aFolder, everything, opened, until } from '../unit/library-kit';
import { libraryOf, startOnDisk } from './core-on-disk';

const person = (name: string) => ({ name, present: true });

/** A library of so many retreats with three couples each; couple `back` comes to the first and the last. */
async function filled(count: number): Promise<string> {
  const userData = await aFolder();
  const library = await opened(libraryOf(userData), documentKinds, {});
  const [like] = aRetreat().couples;
  if (like === undefined) throw new Error('no couple');
  for (let n = 0; n < count; n += 1) {
    const plain = aRetreat('evening', { id: `r${n}`, title: `Retreat ${n}` });
    const date = `2026-0${n + 1}-01`;
    const couples = [0, 1, 2].map((at) => ({
      ...like,
      id: at === 0 && (n === 0 || n === count - 1) ? 'back' : `c${n}-${at}`,
      seat: at + 1,
      A: person(at === 0 ? 'Zoë' : `Ann${n}`),
      B: person(n === count - 1 ? 'Łukasz' : `Ben ${at}`),
    }));
    const days = plain.days.map((day) => ({ ...day, date }));
    await library.save('retreat', plain.id, { ...plain, days, couples });
  }
  await library.close();
  return userData;
}

describe('finding a couple in every retreat', () => {
  it('finds names in any order, without their accents, each couple once, its last retreat first', async () => {
    const userData = await filled(4);
    const core = await startOnDisk(userData);
    await until(() => core.session().shelf.length === 4, 'the shelf');
    const { findCouples } = core.autosave;
    expect((await findCouples({ text: '' })).of).toBe(11);
    const { couples, of } = await findCouples({ text: 'lukasz zoe' });
    expect(of).toBe(1);
    expect(couples).toEqual([
      {
        id: 'back',
        A: 'Zoë',
        B: 'Łukasz',
        retreats: [
          { id: 'r3', title: 'Retreat 3', date: '2026-04-01' },
          { id: 'r0', title: 'Retreat 0', date: '2026-01-01' },
        ],
        archived: false,
        due: [],
      },
    ]);
    // The name it had at another retreat finds it as well.
    expect((await findCouples({ text: 'ben 0 zoe' })).couples.map(({ id }) => id)).toContain('back');
    expect((await findCouples({ text: 'nobody' })).of).toBe(0);
    expect((await findCouples({ id: 'c2-1' })).couples.map(({ id }) => id)).toEqual(['c2-1']);
    expect(core.autosave.held()).toBeLessThanOrEqual(2);
  });

  it('knows what is renamed, removed and deleted meanwhile, and keeps no name in a list on the disk', async () => {
    const userData = await filled(3);
    const core = await startOnDisk(userData);
    await until(() => core.session().shelf.length === 3, 'the shelf');
    const { findCouples } = core.autosave;
    expect((await findCouples({ text: 'ann1' })).of).toBe(2);
    core.do({ type: 'retreat/open', id: 'r1' });
    await until(() => core.session().retreat?.id === 'r1', 'the retreat');
    const rename: Command = { type: 'roster/rename', id: 'c1-1', side: 'A', name: 'Margarethe' };
    core.do(rename, { type: 'roster/remove', id: 'c1-2' });
    expect((await findCouples({ text: 'margarethe' })).of).toBe(1);
    expect((await findCouples({ text: 'ann1' })).of).toBe(0);
    core.do({ type: 'retreat/close' });
    await core.saved();
    await until(async () => (await findCouples({ text: 'margarethe' })).of === 1, 'it is found in the file');
    core.do({ type: 'retreat/delete', id: 'r1' });
    await until(async () => (await findCouples({ text: 'margarethe' })).of === 0, 'it is gone');
    const lists = [...(await everything(libraryOf(userData)))].filter(([file]) => file.includes('/index/'));
    expect(lists.filter(([, text]) => /Zo|ukasz|Ann/.test(text))).toEqual([]);
  });
});
