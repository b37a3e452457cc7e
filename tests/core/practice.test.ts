import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeDocument } from '../../electron/library/codec/document';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook } from '../make';
import { journal, win } from '../practice-kit';
import { aFolder, everything, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

/** The short form of every run; `npm test -- --long` has them all. */
const kills = process.env.HOLDFAST_LONG === '1' ? 100 : 8;

const marker = 'word-9a17';
const on = '2026-03-06';

const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: [{ A: 'Ada', B: 'Bo' }],
};

interface At {
  readonly id: string;
  readonly retreat: string;
}

const atOf = ({ retreat }: Session): At => ({ id: retreat?.couples[0]?.id ?? '', retreat: retreat?.id ?? '' });
const show = (...whole: string[]): Command => ({ type: 'records/show', sheets: [], whole });
const isRead = ({ practices, records }: Session, id: string): boolean =>
  practices[id] !== undefined && records[id] !== undefined;
const consents = (at: At): Command[] =>
  sides.map((side) => ({ type: 'record/consent', ...at, side, scope: 'record', given: true }));
const mine = (at: At, text: string): Command => ({
  type: 'practice/add',
  ...at,
  owner: 'A',
  on,
  noting: journal(text),
});
const ours = (at: At, text: string): Command => ({
  type: 'practice/add',
  ...at,
  owner: 'joint',
  on,
  noting: win(text),
});

const entriesOf = (session: Session, id: string) => session.practices[id]?.practice.entries ?? [];

async function shown(core: CoreOnDisk, id: string): Promise<void> {
  core.do(show(id));
  await until(() => isRead(core.session(), id), 'what was practised');
}

/** The core with a couple, both of whom said yes to a record, and what it practised open. */
async function opened(userData: string) {
  const core = await startOnDisk(userData);
  core.do(create);
  const at = atOf(core.session());
  await shown(core, at.id);
  core.do(...consents(at));
  return { ...core, at };
}

/** The same retreat, in a start anew. */
async function again(userData: string, at: At): Promise<CoreOnDisk> {
  const core = await startOnDisk(userData);
  await until(() => core.session().shelf.length > 0, 'the shelf');
  core.do({ type: 'retreat/open', id: at.retreat });
  await until(() => core.session().retreat !== null, 'the retreat');
  await shown(core, at.id);
  return core;
}

/** The files of the library, older copies included, that hold the marker. */
const withMarker = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData)))].filter(([, text]) => text.includes(marker)).map(([file]) => file);

const filedSchema = z.object({
  id: z.string(),
  body: z.looseObject({ entries: z.array(z.looseObject({ content: z.looseObject({}) })) }),
});

/** What every file of a couple’s practice holds: the document, and its older copies. */
const practiceFiles = async (userData: string) =>
  [...(await everything(libraryOf(userData)))]
    .filter(([file]) => /practice.*\.json$/u.test(file))
    .map(([, text]) => filedSchema.parse(JSON.parse(text)).body);

const fileOf = (userData: string, { id }: At): string => join(libraryOf(userData), 'couples', id, 'practice.json');

const savedSchema = z.object({ id: z.string(), body: z.looseObject({}) });

/** Writes a whole and sound document of another schema, or of another couple, in place of what a file holds; returns its bytes. */
async function rewritten(file: string, { schema, id }: { readonly schema?: number; readonly id?: string }) {
  const held = savedSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const kind = { ...documentKinds.practice, shape: z.unknown(), schema: schema ?? documentKinds.practice.schema };
  const whose = id ?? held.id;
  const savedAt = new Date().toISOString();
  const body = { ...held.body, id: whose };
  const bytes = encodeDocument(kind, { id: whose, generation: 99, device: '', from: null, savedAt, body });
  await writeFile(file, bytes);
  return Buffer.from(bytes);
}

describe('what a couple practises', () => {
  it('is read when the couple is shown whole, let go when it is not, and is as it was left', async () => {
    const core = await opened(await aFolder());
    const { id } = core.at;
    core.do(mine(core.at, marker), ours(core.at, marker));
    const left = entriesOf(core.session(), id);
    expect(consoleView(core.session(), aBook).practices[id]?.entries).toHaveLength(2);
    await core.saved();
    core.do({ type: 'records/show', sheets: [id], whole: [] });
    expect([core.session().practices, consoleView(core.session(), aBook).practices]).toEqual([{}, {}]);
    await shown(core, id);
    expect(entriesOf(core.session(), id)).toEqual(left);
  });

  it('makes no file for a couple of whom nothing is noted', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    await core.saved();
    expect(await readdir(join(libraryOf(userData), 'couples', core.at.id))).not.toContain('practice.json');
  });

  it('keeps no deleted word in any file, older copies included, told once with the record (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    const { at } = core;
    core.do({
      type: 'record/answer',
      ...at,
      exercise: 'right-to-pass',
      field: 'room-needs',
      owner: 'A',
      value: { kind: 'text', text: `${marker} answered` },
    });
    for (const tail of ['', ' more']) {
      core.do(mine(at, `${marker}${tail}`), ours(at, `together${tail}`));
      await core.saved();
    }
    const held = await withMarker(userData);
    expect(held.filter((file) => /practice/.test(file)).length).toBeGreaterThan(1);
    expect(held.filter((file) => /record/.test(file)).length).toBeGreaterThan(0);
    core.do({ type: 'record/delete', id: at.id, owner: 'A', what: 'all' });
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said');
    await core.saved();
    expect(await withMarker(userData)).toEqual([]);
    expect(core.notices).toHaveLength(1);
    expect(entriesOf(core.session(), at.id).map(({ content }) => content)).toEqual([
      { text: 'together' },
      { text: 'together more' },
    ]);
    core.do({ type: 'record/delete', id: at.id, owner: 'joint', what: 'all' });
    expect(entriesOf(core.session(), at.id)).toEqual([]);
  });

  it('keeps no deleted measure in any file, older copies included, and every word beside one (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    const { at } = core;
    core.do({ type: 'record/consent', ...at, side: 'A', scope: 'measures', given: true });
    const add = { type: 'practice/add', ...at, owner: 'A', on: '2026-03-06' } as const;
    const name = `${marker} scale`;
    core.do({ ...add, noting: journal('the phone', 9) });
    await core.saved();
    const other = { moment: 'before', item: 'other', name, score: 41 } as const;
    core.do({ ...add, noting: { kind: 'measure', content: other } });
    await core.saved();
    core.do({ ...add, noting: journal('the door') });
    await core.saved();
    const intensities = async (): Promise<unknown[]> => {
      const files = await practiceFiles(userData);
      return files.flatMap(({ entries }) => entries.flatMap(({ content }) => content.intensity ?? []));
    };
    expect(new Set(await intensities())).toEqual(new Set([9]));
    expect((await withMarker(userData)).length).toBeGreaterThan(1);
    core.do({ type: 'record/delete', id: at.id, owner: 'A', what: 'measures' });
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said');
    await core.saved();
    expect(await intensities()).toEqual([]);
    expect(await withMarker(userData)).toEqual([]);
    const triggers = (await practiceFiles(userData)).map(({ entries }) =>
      entries.map(({ content }) => content.trigger),
    );
    expect(triggers).toContainEqual(['the phone', 'the door']);
    expect(triggers.every(([first]) => first === 'the phone')).toBe(true);
  });

  it('goes with the couple, from every file (S12)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(mine(core.at, marker));
    await core.saved();
    core.do({ type: 'roster/remove', id: core.at.id });
    await until(() => core.session().notice?.code === 'couple-removed', 'it is said');
    expect(await withMarker(userData)).toEqual([]);
    expect(JSON.stringify(core.session())).not.toContain(marker);
  });

  it('that is damaged is set aside, and its newest good copy stands in its place', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    for (const text of ['first', 'second']) {
      core.do(ours(core.at, text));
      await core.saved();
    }
    await core.quit();
    const file = fileOf(userData, core.at);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
    const next = await again(userData, core.at);
    expect(next.notices).toHaveLength(1);
    expect(entriesOf(next.session(), core.at.id).map(({ content }) => content)).toEqual([{ text: 'first' }]);
    next.do(ours(core.at, 'third'));
    await next.saved();
    expect(await readFile(file, 'utf8')).toContain('third');
  });

  it('that a newer Holdfast wrote is not written over, and the console is told', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(ours(core.at, marker));
    await core.quit();
    const file = fileOf(userData, core.at);
    const newer = await rewritten(file, { schema: documentKinds.practice.schema + 1 });
    const next = await again(userData, core.at);
    expect(consoleView(next.session(), aBook).practices[core.at.id]).toMatchObject({
      entries: [{ content: { text: marker } }],
      closed: 'newer',
    });
    const answer = next.store.ask(ours(core.at, 'over it'), { name: 'console', asks: new Set(['practice/add']) });
    expect(answer.ok ? 'ok' : answer.refusal.code).toBe('record-newer');
    await next.quit();
    expect(await readFile(file)).toEqual(newer);
  });

  it('that lies in another couple’s folder is never opened as that couple’s', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(ours(core.at, marker));
    await core.quit();
    const file = fileOf(userData, core.at);
    await rewritten(file, { id: 'somebody-else' });
    const next = await again(userData, core.at);
    expect(JSON.stringify(next.session())).not.toContain(marker);
  });

  it(`is there after kill -9 once it was told as saved, ${kills} times`, async () => {
    const userData = await aFolder();
    const expected: unknown[] = [];
    let at: At | null = null;
    for (let n = 0; n < kills; n += 1) {
      const core = await startProcess(userData, { from: n * 10_000 });
      if (at === null) await core.do(create);
      else {
        await until(async () => (await core.session()).shelf.length > 0, 'the shelf');
        await core.do({ type: 'retreat/open', id: at.retreat });
        await until(async () => (await core.session()).retreat !== null, 'the retreat');
      }
      const here = atOf(await core.session());
      await core.do(show(here.id));
      await until(async () => isRead(await core.session(), here.id), 'what was practised');
      if (at === null) await core.do(...consents(here));
      at = here;
      expect(entriesOf(await core.session(), here.id).map(({ content }) => content)).toEqual(expected);
      await core.do(ours(here, `${marker} ${n}`), mine(here, `${marker} ${n}`));
      expected.push(win(`${marker} ${n}`).content, journal(`${marker} ${n}`).content);
      await core.saved();
      await core.kill9();
    }
  }, 120_000);
});
