import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { only } from '../../electron/library/store/layout';
import { clauseKindNames } from '../../shared/couple/charter/clause-kinds';
import { practiceKindNames } from '../../shared/couple/practice/practice-kinds';
import { documentKinds } from '../../shared/session/documents/documents';
import { aFolder, opened } from '../unit/library-kit';

const fixtures = join(import.meta.dirname, 'schema-1');
/** Each document of schema 1 as it was written in its day, and where a library keeps it. Never to be written anew. */
const places = {
  settings: ['settings.json', only],
  live: ['live.json', only],
  retreat: ['retreats/r1/retreat.json', 'r1'],
  note: ['couples/r1-c1/note.json', 'r1-c1'],
  record: ['couples/r1-c1/record.json', 'r1-c1'],
  practice: ['couples/r1-c1/practice.json', 'r1-c1'],
} as const;

test('documents of schema 1, as they were written in their day, open in this build and are saved in its own schema', async () => {
  const folder = await aFolder();
  expect((await readdir(fixtures)).sort()).toEqual(
    Object.keys(places)
      .map((kind) => `${kind}.json`)
      .sort(),
  );
  for (const [kind, [file]] of Object.entries(places)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(fixtures, `${kind}.json`), join(folder, file));
  }
  const library = await opened(folder, documentKinds, {});
  for (const [kind, [, id]] of Object.entries(places)) {
    const found = await library.read(kind as keyof typeof places, id);
    expect(found, kind).toMatchObject({ state: 'ok', readOnly: false, generation: 7 });
  }
  const retreat = await library.read('retreat', 'r1');
  if (retreat.state !== 'ok') throw new Error(retreat.state);
  // What was planned before there were forms is led in full.
  const items = retreat.body.days.flatMap((day) => day.items);
  expect(items.length).toBeGreaterThan(3);
  expect(items.filter(({ form }) => form !== 'full')).toEqual([]);
  expect(retreat.body.couples.filter(({ timeout }) => timeout !== null)).toEqual([]);
  const note = await library.read('note', 'r1-c1');
  if (note.state !== 'ok') throw new Error(note.state);
  expect(note.body.note).toBe('Kept since the first version.');
  expect(await library.save('note', 'r1-c1', note.body)).toEqual({ ok: true, generation: 8 });
  expect(await library.read('note', 'r1-c1')).toMatchObject({ state: 'ok', body: note.body });
  const record = await library.read('record', 'r1-c1');
  if (record.state !== 'ok') throw new Error(record.state);
  const { answers, consents, marks, removed } = record.body;
  expect(new Set(answers.map(({ value }) => value.kind)).size).toBe(7);
  expect(new Set(answers.map(({ owner }) => owner)).size).toBe(4);
  expect([consents, marks, removed].map(({ length }) => length)).not.toContain(0);
});

test.each(['record', 'charter', 'practice'] as const)(
  'a %s of schema 2, entries of every kind in it, opens as it was written',
  async (kind) => {
    const folder = await aFolder();
    const fixture = join(import.meta.dirname, `schema-2/${kind}.json`);
    await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
    await copyFile(fixture, join(folder, `couples/r1-c1/${kind}.json`));
    const library = await opened(folder, documentKinds, {});
    const found = await library.read(kind, 'r1-c1');
    expect(found).toMatchObject({ state: 'ok', readOnly: false, generation: 7 });
    if (found.state !== 'ok') throw new Error(found.state);
    const { body } = found;
    if ('clauses' in body) expect(new Set(body.clauses.map((clause) => clause.kind))).toEqual(new Set(clauseKindNames));
    if ('pages' in body) expect(new Set(body.entries.map((entry) => entry.kind))).toEqual(new Set(practiceKindNames));
    expect(body).toMatchObject(JSON.parse(await readFile(fixture, 'utf8')).body);
  },
);

const newest = [
  ...Object.entries(places).map(([kind, [file, id]]) => [kind, `schema-1/${kind}.json`, file, id] as const),
  ['charter', 'schema-2/charter.json', 'couples/r1-c1/charter.json', 'r1-c1'] as const,
] as readonly (readonly [keyof typeof places | 'charter', string, string, string])[];

test.each(newest)(
  'a %s of a schema that nobody knows yet is shown where it can be, and never written over',
  async (kind, from, file, id) => {
    const now = documentKinds[kind];
    const decoded = decodeDocument(now, await readFile(join(import.meta.dirname, from)));
    if (!decoded.ok) throw new Error(decoded.code);
    const { held } = decoded;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), fc.boolean(), async (newer, isStrange) => {
        const folder = await aFolder();
        const body = isStrange ? { ...(held.body as object), stranger: newer } : held.body;
        const bytes = encodeDocument({ ...now, schema: now.schema + newer }, { ...held, body, id });
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), bytes);
        const library = await opened(folder, documentKinds, {});
        const found = await library.read(kind, id);
        expect(found).toMatchObject(isStrange ? { state: 'newer' } : { state: 'ok', readOnly: true, body: held.body });
        expect(await library.save(kind, id, held.body as never)).toEqual({ ok: false, code: 'newer-schema' });
        expect((await readFile(join(folder, file))).equals(bytes)).toBe(true);
        await library.close();
      }),
      { numRuns: 6 },
    );
  },
);

test('a retreat of schema 2, from before there were private timeouts, opens with nobody in one', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'retreats/r1'), { recursive: true });
  await copyFile(join(import.meta.dirname, 'schema-2/retreat.json'), join(folder, 'retreats/r1/retreat.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('retreat', 'r1');
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, generation: 8 });
  expect(found.body.couples.map(({ id, leftOn, timeout }) => ({ id, leftOn, timeout }))).toEqual([
    { id: 'r1-c1', leftOn: null, timeout: null },
    { id: 'r1-c2', leftOn: null, timeout: null },
  ]);
});

test('settings of schema 2, from before a help line was marked, are heard once for who is for one alone (S20)', async () => {
  const folder = await aFolder();
  await copyFile(join(import.meta.dirname, 'schema-2/settings.json'), join(folder, 'settings.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('settings', only);
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, generation: 7 });
  expect(found.body.helpLines?.map(({ name, alone }) => [name, alone])).toEqual([
    ['Emergency', false],
    ['Talking line', false],
    ['Women’s Shelter', true],
    ['For men', true],
  ]);
});

test('a charter of schema 1, from before a clause was kept while it was written, opens with nothing in writing', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
  await copyFile(join(import.meta.dirname, 'schema-1-charter.json'), join(folder, 'couples/r1-c1/charter.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('charter', 'r1-c1');
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, generation: 3, body: { writings: [] } });
  const [clause] = found.body.clauses;
  expect(clause?.wordings.map(({ content }) => content)).toEqual([{ text: 'rest on Sundays' }]);
  expect(clause?.consents.map(({ side, given }) => [side, given])).toEqual([['A', true]]);
});

test('a record of schema 1, from before a couple could be archived, opens with a couple that is not', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
  await copyFile(join(import.meta.dirname, 'schema-1-record.json'), join(folder, 'couples/r1-c1/record.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('record', 'r1-c1');
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, generation: 3, body: { archived: null } });
  expect(found.body.answers.map(({ value }) => value)).toEqual([{ kind: 'text', text: 'A chair near the window' }]);
  expect(found.body.consents.map(({ side, given }) => [side, given])).toEqual([
    ['A', true],
    ['B', true],
  ]);
});

test('a practice of schema 1, from before pages were handed out, opens with none', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
  await copyFile(join(fixtures, 'practice.json'), join(folder, 'couples/r1-c1/practice.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('practice', 'r1-c1');
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, body: { pages: [] } });
  const { entries } = JSON.parse(await readFile(join(fixtures, 'practice.json'), 'utf8')).body;
  expect(found.body.entries).toEqual(entries.map((entry: object) => ({ ...entry, captured: null })));
});

test('a practice of schema 2, from before an entry was made of what an exercise captured, opens with each noted by hand', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
  const fixture = join(import.meta.dirname, 'schema-2/practice.json');
  await copyFile(fixture, join(folder, 'couples/r1-c1/practice.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('practice', 'r1-c1');
  if (found.state !== 'ok') throw new Error(found.state);
  const { entries } = JSON.parse(await readFile(fixture, 'utf8')).body;
  expect(found).toMatchObject({ readOnly: false, generation: 7 });
  expect(found.body.entries).toEqual(entries.map((entry: object) => ({ ...entry, captured: null })));
});

test('a record of schema 2, from before it was noted what was handed out, opens with nothing noted', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'couples/r1-c1'), { recursive: true });
  await copyFile(join(import.meta.dirname, 'schema-2/record.json'), join(folder, 'couples/r1-c1/record.json'));
  const library = await opened(folder, documentKinds, {});
  const found = await library.read('record', 'r1-c1');
  if (found.state !== 'ok') throw new Error(found.state);
  expect(found).toMatchObject({ readOnly: false, generation: 7, body: { handed: [] } });
  const handed = {
    id: 'h1',
    retreat: 'r1',
    at: 1_772_000_000_000,
    device: 'laptop',
    format: 'pdf',
    version: 'A',
  } as const;
  expect(await library.save('record', 'r1-c1', { ...found.body, handed: [handed] })).toMatchObject({ ok: true });
  expect(await library.read('record', 'r1-c1')).toMatchObject({ state: 'ok', body: { handed: [handed] } });
});
