import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/session/commands/commands';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook } from '../make';
import { aFolder, everything, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

/** The short form of every run; `npm test -- --long` has them all. */
const kills = process.env.HOLDFAST_LONG === '1' ? 100 : 12;

const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
  ],
};
const marker = 'word-7f31';

interface Seats {
  readonly retreat: string;
  readonly first: string;
  readonly second: string;
}

function seatsOf({ retreat }: Session): Seats {
  const [first, second] = retreat?.couples ?? [];
  if (retreat === null || first === undefined || second === undefined) throw new Error('no couples');
  return { retreat: retreat.id, first: first.id, second: second.id };
}

const show = (...whole: string[]): Command => ({ type: 'records/show', sheets: [], whole });

const consent = (id: string, retreat: string, side: 'A' | 'B', given = true): Command => ({
  type: 'record/consent',
  id,
  retreat,
  side,
  scope: 'record',
  given,
});

const needs = (
  id: string,
  retreat: string,
  owner: 'A' | 'B',
  text: string,
): Extract<Command, { type: 'record/answer' }> => ({
  type: 'record/answer',
  id,
  retreat,
  exercise: 'right-to-pass',
  field: 'room-needs',
  owner,
  value: { kind: 'text', text },
});

const isRead = ({ records }: Session, ...ids: string[]): boolean => ids.every((id) => records[id] !== undefined);

/** The core with two couples, both of the first one having said yes to a record. */
async function opened(userData: string): Promise<CoreOnDisk & Seats> {
  const core = await startOnDisk(userData);
  core.do(create);
  const seats = seatsOf(core.session());
  core.do(show(seats.first));
  await until(() => isRead(core.session(), seats.first), 'the record');
  core.do(consent(seats.first, seats.retreat, 'A'), consent(seats.first, seats.retreat, 'B'));
  return { ...core, ...seats };
}

const textsOf = (session: Session, id: string): string[] =>
  (session.records[id]?.record.answers ?? []).map(({ value }) => ('text' in value ? value.text : ''));

/** The files of the library, older copies included, that hold the marker. */
const withMarker = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData)))].filter(([, text]) => text.includes(marker)).map(([file]) => file);

describe('a couple’s record', () => {
  it('is read when it is shown and let go when it is not, and is as it was left', async () => {
    const core = await opened(await aFolder());
    const { first, second, retreat } = core;
    expect(isRead(core.session(), second)).toBe(false);
    core.do(needs(first, retreat, 'A', marker));
    core.do(show(second));
    expect(isRead(core.session(), first)).toBe(false);
    await core.saved();
    core.do(show());
    await until(() => core.autosave.held() <= 4, 'bodies nobody uses are let go');
    core.do(show(first));
    await until(() => isRead(core.session(), first), 'the record');
    expect(textsOf(core.session(), first)).toEqual([marker]);
  });

  it('makes no folder for a couple of whom nothing is written', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(show(core.second));
    await until(() => isRead(core.session(), core.second), 'the record');
    core.do(show());
    await core.saved();
    const files = [...(await everything(join(libraryOf(userData), 'couples'))).keys()];
    expect(files.filter((file) => file.includes(core.second))).toEqual([]);
  });

  it('refuses what was not consented to, and every word once consent is taken back (S8)', async () => {
    const core = await opened(await aFolder());
    const { first, retreat, store } = core;
    const ask = (command: Command) => {
      const answer = store.ask(command, { name: 'console', asks: new Set([command.type]) });
      return answer.ok ? 'ok' : answer.refusal.code;
    };
    expect(ask({ ...needs(core.second, retreat, 'A', marker) })).toBe('record-closed');
    expect(ask(needs(first, retreat, 'A', marker))).toBe('ok');
    core.do(consent(first, retreat, 'A', false));
    expect(ask(needs(first, retreat, 'A', 'more'))).toBe('consent-missing');
    expect(ask(needs(first, retreat, 'B', 'of mine'))).toBe('ok');
    expect(JSON.stringify(consoleView(core.session(), aBook))).not.toContain(marker);
    core.do(consent(first, retreat, 'A'));
    expect(JSON.stringify(consoleView(core.session(), aBook))).toContain(marker);
  });

  it('keeps no deleted word in any file, older copies included, and undo brings none back (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    const { first, retreat } = core;
    for (const tail of ['', ' and more']) {
      core.do(needs(first, retreat, 'A', `${marker}${tail}`));
      await core.saved();
    }
    core.do(needs(first, retreat, 'B', 'stays'));
    await core.saved();
    expect((await withMarker(userData)).length).toBeGreaterThan(1);
    core.do({ type: 'record/delete', id: first, owner: 'A', what: 'all' });
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said');
    await core.saved();
    expect(await withMarker(userData)).toEqual([]);
    expect(textsOf(core.session(), first)).toEqual(['stays']);
    expect(JSON.stringify(core.session())).not.toContain(marker);
  });

  it('says that deleted words are still in older copies while the disk will not begin, and when they are not any more (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    const { first, retreat } = core;
    for (const tail of ['', ' and more']) {
      core.do(needs(first, retreat, 'A', `${marker}${tail}`));
      await core.saved();
    }
    const removing = join(libraryOf(userData), 'removing');
    await rm(removing, { recursive: true });
    await writeFile(removing, 'no folder');
    core.do({ type: 'record/delete', id: first, owner: 'A', what: 'all' });
    await until(() => core.session().notice?.code === 'words-kept', 'it is said');
    expect((await withMarker(userData)).length).toBeGreaterThan(0);
    core.do(needs(first, retreat, 'B', 'typed meanwhile'));
    await rm(removing);
    await mkdir(removing);
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said', 15_000);
    await core.saved();
    expect(await withMarker(userData)).toEqual([]);
    expect(textsOf(core.session(), first)).toEqual(['typed meanwhile']);
  }, 30_000);

  it('goes with the couple, from every file (S12)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(needs(core.first, core.retreat, 'A', marker));
    await core.saved();
    core.do({ type: 'roster/remove', id: core.first });
    await until(() => core.session().notice?.code === 'couple-removed', 'it is said');
    expect(await withMarker(userData)).toEqual([]);
    expect(core.session().records).toEqual({});
  });
});

describe('kill -9 while a sheet is typed', () => {
  it(`loses no letter that was acknowledged for a second, ${kills} times`, async () => {
    const userData = await aFolder();
    let expected: string | null = null;
    let seats: Seats | null = null;
    for (let n = 0; n < kills; n += 1) {
      const core = await startProcess(userData, { from: n * 10_000 });
      if (seats === null) {
        await core.do(create);
        seats = seatsOf(await core.session());
      } else {
        const open: Command = { type: 'retreat/open', id: seats.retreat };
        await until(async () => (await core.session()).shelf.length > 0, 'the shelf');
        await core.do(open);
        await until(async () => (await core.session()).retreat !== null, 'the retreat');
      }
      const { first, retreat } = seats;
      await core.do(show(first));
      await until(async () => isRead(await core.session(), first), 'the record');
      if (expected === null) await core.do(consent(first, retreat, 'A'));
      else expect(textsOf(await core.session(), first)).toEqual([expected]);
      expected = `${marker} ${n}`;
      for (let end = 1; end <= expected.length; end += 1) {
        await core.do(needs(first, retreat, 'A', expected.slice(0, end)));
      }
      await core.saved();
      await core.kill9();
    }
  }, 120_000);
});
