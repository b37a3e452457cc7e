import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { coupleKinds } from '../../electron/persistence/couple-file';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { aRetreat } from '../make';
import { aFolder, everything, opened, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const marker = 'word-81c4';
const name = 'Zerubavel';
const at = { id: 'back', retreat: 'r1' };

/** Two retreats that name the couple `back`, and one that does not, each with a couple of its own as well; older copies of all of it. */
async function filled(userData: string): Promise<void> {
  let hours = 0;
  const now = (): number => {
    hours += 1;
    return Date.UTC(2026, 0, 1, hours);
  };
  const library = await opened(libraryOf(userData), documentKinds, { now });
  const [like] = aRetreat().couples;
  if (like === undefined) throw new Error('no couple');
  for (const id of ['r1', 'r2', 'r3']) {
    const back = { ...like, id: 'back', seat: 1, A: { name, present: true } };
    const other = { ...like, id: `${id}-other`, seat: 2, A: { name: 'Ada', present: true } };
    const body = aRetreat('evening', { id, title: id, couples: id === 'r3' ? [other] : [back, other] });
    for (let n = 0; n < 3; n += 1) expect(await library.save('retreat', id, body)).toMatchObject({ ok: true });
  }
  await library.close();
  const core = await startOnDisk(userData);
  await until(() => core.session().shelf.length === 3, 'the shelf');
  core.do({ type: 'retreat/open', id: 'r1' });
  await until(() => core.session().retreat !== null, 'the retreat');
  core.do({ type: 'records/show', sheets: [], whole: [at.id] });
  const isRead = () => core.session().records[at.id] !== undefined && core.session().charters[at.id] !== undefined;
  await until(isRead, 'the couple');
  const consent = (side: 'A' | 'B'): Command => ({ type: 'record/consent', ...at, side, scope: 'record', given: true });
  const place = { exercise: 'right-to-pass', field: 'room-needs', owner: 'A' } as const;
  core.do(
    consent('A'),
    consent('B'),
    { type: 'record/answer', ...at, ...place, value: { kind: 'text', text: marker } },
    {
      type: 'charter/add',
      ...at,
      saying: { kind: 'principle', content: { text: marker } },
      carriedBy: 'both',
      review: '2026-01-01',
      captured: null,
    },
    { type: 'couple/note', id: at.id, text: marker },
  );
  await core.saved();
  await core.quit();
  // Everything once more, hours later: each document has an older copy.
  const later = await opened(libraryOf(userData), documentKinds, { now: () => Date.now() + 7_200_000 });
  const [record, charter, note] = await Promise.all([
    later.read('record', at.id),
    later.read('charter', at.id),
    later.read('note', at.id),
  ]);
  if (record.state !== 'ok' || charter.state !== 'ok' || note.state !== 'ok') throw new Error('not all is there');
  await later.save('record', at.id, record.body);
  await later.save('charter', at.id, charter.body);
  await later.save('note', at.id, note.body);
  await later.close();
  expect((await left(userData)).filter((file) => file.includes('history')).length).toBeGreaterThan(4);
}

/** The files, older copies included, that still say something of the couple. */
const left = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData)))]
    .filter(([, text]) => text.includes(marker) || text.includes(name))
    .map(([file]) => file);

async function rosters(userData: string): Promise<readonly string[][]> {
  const library = await opened(libraryOf(userData), documentKinds, {});
  const found = await Promise.all(['r1', 'r2', 'r3'].map((id) => library.read('retreat', id)));
  await library.close();
  return found.map((each) => (each.state === 'ok' ? each.body.couples.map(({ id }) => id) : [each.state]));
}

const without = [['r1-other'], ['r2-other'], ['r3-other']];

async function ready(userData: string): Promise<CoreOnDisk> {
  const core = await startOnDisk(userData);
  await until(() => core.session().shelf.length === 3, 'the shelf');
  return core;
}

const gone: Command = { type: 'couple/delete', id: at.id };

describe('a couple that is deleted from its page', () => {
  it('is gone from its folder, every roster and every older copy, open or not, and it is said what went (S12)', async () => {
    const userData = await aFolder();
    await filled(userData);
    const core = await ready(userData);
    core.do({ type: 'retreat/open', id: 'r2' });
    await until(() => core.session().retreat !== null, 'the retreat');
    core.do({ type: 'records/show', sheets: [], whole: [at.id] });
    await until(() => core.session().records[at.id] !== undefined, 'the record');
    const file = await core.autosave.coupleFile(at.id);
    expect(file).toMatchObject({ answers: 1, agreements: 1, practice: 0, notes: 1 });
    expect(file?.copies).toBeGreaterThan(0);
    core.do(gone);
    expect(core.session().retreat?.couples.map(({ id }) => id)).toEqual(['r2-other']);
    await until(() => core.notices.length > 0, 'what is said');
    expect(core.notices.at(-1)).toContain('Answers: 1. Agreements: 1. Practice: 0. Notes: 1.');
    expect(core.notices.at(-1)).toContain('Retreats that named them: 2.');
    await until(async () => (await core.autosave.findCouples({ id: at.id })).of === 0, 'nobody finds it');
    await core.saved();
    await core.quit();
    expect(await left(userData)).toEqual([]);
    expect(await rosters(userData)).toEqual(without);
  });

  it('while no retreat is open', async () => {
    const userData = await aFolder();
    await filled(userData);
    const core = await ready(userData);
    core.do(gone);
    await until(() => core.notices.length > 0, 'what is said');
    await core.quit();
    expect(await left(userData)).toEqual([]);
    expect(await rosters(userData)).toEqual(without);
  });

  it('is kept whole, and is where it was, while a retreat that may name it is of a newer Holdfast', async () => {
    const userData = await aFolder();
    await filled(userData);
    const core = await ready(userData);
    await core.quit();
    const file = join(libraryOf(userData), 'retreats', 'r2', 'retreat.json');
    const good = decodeDocument(documentKinds.retreat, await readFile(file));
    if (!good.ok) throw new Error(good.code);
    const newer = { ...documentKinds.retreat, schema: documentKinds.retreat.schema + 1 };
    await writeFile(file, encodeDocument(newer, good.held));
    const second = await ready(userData);
    second.do({ type: 'retreat/open', id: 'r1' });
    await until(() => second.session().retreat !== null, 'the retreat');
    second.do(gone);
    await until(() => second.notices.some((said) => said.startsWith('Nothing was deleted')), 'what is said');
    const ids = second.session().retreat?.couples.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(['back', 'r1-other']));
    expect(second.session().notes[at.id]).toBe(marker);
    await second.saved();
    expect((await left(userData)).some((file) => file.endsWith('couples/back/record.json'))).toBe(true);
  });

  it.each([
    ['intend-removal', 'couples', 1],
    ['put-away', 'couples', 1],
    ['delete', 'couples', 1],
    ['intend', 'retreat', 1],
    ['forget', 'retreat', 1],
    ['settle', 'retreat', 1],
    ['intend', 'retreat', 2],
    ['settle', 'retreat', 2],
  ] as const)(
    'is finished at the next start when kill -9 comes after %s of %s, the %i. time',
    async (step, kind, times) => {
      const userData = await aFolder();
      await filled(userData);
      const core = await startProcess(userData);
      await until(async () => (await core.session()).shelf.length === 3, 'the shelf');
      await core.dieAt(step, kind, times);
      await core.do(gone).catch(() => undefined);
      await core.died;
      const next = await ready(userData);
      await next.saved();
      await next.quit();
      expect(await left(userData)).toEqual([]);
      expect(await rosters(userData)).toEqual(without);
    },
  );

  it('counts every kind of document a couple has', () => {
    const kinds = Object.values(documentKinds).filter(({ folder }) => folder === 'couples');
    expect(coupleKinds).toEqual(kinds.map((kind) => kind.name));
  });
});
