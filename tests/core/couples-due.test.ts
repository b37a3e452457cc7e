import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../shared/retreat/schedule';
import { dateAfter } from '../../shared/room/calendar-day';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { CouplesAmong } from '../../shared/session/protocol/couples-among';
import { aFolder, everything, opened, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

const dayMs = 86_400_000;
const marker = 'word-3d90';

const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
    { A: 'Eve', B: 'Finn' },
  ],
};

interface At {
  readonly id: string;
  readonly retreat: string;
}

const couple = ({ session }: CoreOnDisk, n: number): At => ({
  id: session().retreat?.couples[n]?.id ?? '',
  retreat: session().retreat?.id ?? '',
});

const today = ({ clock }: CoreOnDisk): string => dateOf(clock.now().wall);

const consent = (at: At, side: 'A' | 'B', given: boolean): Command => ({
  type: 'record/consent',
  ...at,
  side,
  scope: 'record',
  given,
});

async function shown(core: CoreOnDisk, { id }: At): Promise<void> {
  core.do({ type: 'records/show', sheets: [], whole: [id] });
  await until(() => core.session().charters[id] !== undefined && core.session().records[id] !== undefined, 'the page');
}

/** A couple that agreed on something, to be looked at again on that day. */
async function agreed(core: CoreOnDisk, at: At, review: string): Promise<void> {
  await shown(core, at);
  core.do(consent(at, 'A', true), consent(at, 'B', true), {
    type: 'charter/add',
    ...at,
    saying: { kind: 'principle', content: { text: marker } },
    carriedBy: 'both',
    review,
    captured: null,
  });
  await core.saved();
}

/** The core with three couples: the first has something due since yesterday, the second from tomorrow on, the third nothing. */
async function evening(userData: string): Promise<CoreOnDisk> {
  const core = await startOnDisk(userData);
  core.do(create);
  await core.saved();
  await agreed(core, couple(core, 0), dateAfter(today(core), -1));
  await agreed(core, couple(core, 1), dateAfter(today(core), 1));
  await core.autosave.findCouples({ text: '', among: 'due' });
  return core;
}

const due = ({ session }: CoreOnDisk): number => session().couplesDue;
const isDue = (core: CoreOnDisk, count: number) => until(() => due(core) === count, `${count} due`);
const found = async ({ autosave }: CoreOnDisk, among: CouplesAmong): Promise<readonly string[]> =>
  (await autosave.findCouples({ text: '', among })).couples.map(({ A }) => A);

describe('what is due', () => {
  it('is counted for Home and listed by couple, and is right again with every save and every day', async () => {
    const core = await evening(await aFolder());
    const [first, second] = [couple(core, 0), couple(core, 1)];
    expect(due(core)).toBe(1);
    const { couples, of } = await core.autosave.findCouples({ text: '', among: 'due' });
    expect(of).toBe(1);
    expect(couples[0]).toMatchObject({ A: 'Ada', due: [{ clause: 'principle', on: dateAfter(today(core), -1) }] });

    // Another day.
    core.pass(dayMs);
    core.store.report({ type: 'power/resume' });
    await isDue(core, 2);
    expect(await found(core, 'due')).toEqual(['Ada', 'Cleo']);

    // Looked at: it is due later.
    await shown(core, second);
    const clause = core.session().charters[second.id]?.charter.clauses[0]?.id ?? '';
    core.do({ type: 'charter/review', ...second, clause, on: dateAfter(today(core), 30) });
    await isDue(core, 1);

    // A couple whose agreements are withheld: nothing of them is said, until they are in force again.
    await shown(core, first);
    core.do(consent(first, 'B', false));
    await isDue(core, 0);
    expect(await found(core, 'due')).toEqual([]);
    core.do(consent(first, 'B', true));
    await isDue(core, 1);

    core.do({ type: 'roster/remove', id: first.id });
    await isDue(core, 0);
    expect(await found(core, 'due')).toEqual([]);
  });

  it('goes with the retreat that is deleted', async () => {
    const core = await evening(await aFolder());
    const { retreat } = couple(core, 0);
    core.do({ type: 'retreat/close' }, { type: 'retreat/delete', id: retreat });
    await isDue(core, 0);
  });

  it.each([
    ['gone', (file: string) => rm(file)],
    ['damaged', (file: string) => writeFile(file, '{"version":1,"schema":')],
    ['of another build', (file: string) => writeFile(file, '{"version":0,"schema":0,"entries":[]}')],
  ])('is known again when the list on the disk is %s', async (_, spoil) => {
    const userData = await aFolder();
    const core = await evening(userData);
    await core.quit();
    const second = await startOnDisk(userData);
    await isDue(second, 1);
    await second.quit();
    for (const kind of ['record', 'charter', 'retreat']) {
      await spoil(join(libraryOf(userData), 'index', `${kind}.json`));
    }
    const third = await startOnDisk(userData);
    await isDue(third, 1);
    expect(await found(third, 'due')).toEqual(['Ada']);
  });

  it('is known when the list on the disk is older than the documents', async () => {
    const userData = await aFolder();
    const core = await evening(userData);
    const { id } = couple(core, 0);
    await core.quit();
    const second = await startOnDisk(userData);
    await isDue(second, 1);
    await second.quit();
    // Saved by somebody who keeps no list.
    const library = await opened(libraryOf(userData), documentKinds, {});
    const record = await library.read('record', id);
    if (record.state !== 'ok') throw new Error(record.state);
    const [act] = record.body.consents;
    if (act === undefined) throw new Error('no consent');
    const withdrawn = [...record.body.consents, { ...act, id: 'taken-back', given: false }];
    await library.save('record', id, { ...record.body, consents: withdrawn });
    await library.close();
    const third = await startOnDisk(userData);
    expect(await found(third, 'due')).toEqual([]);
    expect(due(third)).toBe(0);
  });

  it('leaves no word and no name in a list on the disk, and nothing of a couple that is deleted', async () => {
    const userData = await aFolder();
    const core = await evening(userData);
    const { id } = couple(core, 0);
    await core.quit();
    const second = await startOnDisk(userData);
    await isDue(second, 1);
    const lists = async (): Promise<string> =>
      [...(await everything(libraryOf(userData)))]
        .filter(([file]) => /index.(record|charter)/.test(file))
        .map(([, text]) => text)
        .join();
    expect(await lists()).toContain(id);
    expect(await lists()).not.toMatch(new RegExp(`${marker}|Ada|Cleo`));
    const retreat = second.session().shelf[0]?.id ?? '';
    second.do({ type: 'retreat/open', id: retreat });
    await until(() => second.session().retreat !== null, 'the retreat');
    second.do({ type: 'roster/remove', id });
    await isDue(second, 0);
    await second.saved();
    await until(async () => !(await lists()).includes(id), 'it is in no list');
  });
});

describe('an archived couple', () => {
  it('is listed only when asked for, has nothing due, and comes back as it was, also by undo and after a start', async () => {
    const userData = await aFolder();
    const core = await evening(userData);
    const first = couple(core, 0);
    await shown(core, first);
    const before = core.session().records[first.id]?.record;
    core.do({ type: 'record/archive', id: first.id, archived: true });
    // At once, and not only once it is on the disk.
    expect(due(core)).toBe(0);
    expect(await found(core, 'current')).toEqual(['Cleo', 'Eve']);
    expect(await found(core, 'archived')).toEqual(['Ada']);
    expect((await core.autosave.findCouples({ text: 'ada' })).couples[0]).toMatchObject({ A: 'Ada', archived: true });
    core.do({ type: 'edit/undo', couple: first.id });
    await isDue(core, 1);
    core.do({ type: 'edit/redo', couple: first.id });
    await isDue(core, 0);
    await core.saved();
    await core.quit();

    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length === 1, 'the shelf');
    expect(await found(again, 'current')).toEqual(['Cleo', 'Eve']);
    await shown(again, first);
    again.do({ type: 'record/archive', id: first.id, archived: false });
    await isDue(again, 1);
    expect(await found(again, 'archived')).toEqual([]);
    expect({ ...again.session().records[first.id]?.record, archived: null }).toEqual(before);
  });
});
