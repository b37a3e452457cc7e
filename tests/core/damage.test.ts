import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeDocument } from '../../electron/library/codec/document';
import { documentKinds } from '../../shared/session/documents/documents';
import { filesOf } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

const evening = 'Lantern evening';
const restored = 'A damaged file was set aside, and its last good copy was opened. Check the last minutes.';
const noCopy = 'A damaged file was set aside; it is kept, not deleted. No good copy of it was found.';
const newer = 'This was written by a newer Holdfast. It opens for reading only.';

const savedBefore = z.object({ id: z.string(), body: z.unknown() });
/** A later generation of what a file holds, with another body in it. */
const later = (good: Buffer, body: unknown) => ({
  id: savedBefore.parse(JSON.parse(good.toString())).id,
  generation: 99,
  device: '',
  from: null,
  savedAt: new Date().toISOString(),
  body,
});
const anything = { ...documentKinds.retreat, shape: z.unknown() };

/** What a disk, or another program, may have made of a file. */
const damages: readonly (readonly [string, (good: Buffer) => Uint8Array])[] = [
  ['cut short', (good) => good.subarray(0, good.length >> 1)],
  ['empty', () => new Uint8Array()],
  ['full of NULs', (good) => Buffer.alloc(good.length)],
  ['with one bit flipped', (good) => good.map((byte, at) => (at === good.lastIndexOf('"Ada"') + 2 ? byte ^ 1 : byte))],
  ['of the wrong shape', (good) => encodeDocument(anything, later(good, { title: 7 }))],
];

/** Puts other bytes in a file's place, as a file of their own: the older copies keep theirs. */
function replace(file: string, change: (good: Buffer) => Uint8Array): void {
  const good = readFileSync(file);
  rmSync(file);
  writeFileSync(file, change(good));
}

const fileOf = (library: string, kind: 'retreat' | 'note'): string => filesOf(library, kind)[0] ?? '';

/** The user's data after an evening in which settings, a retreat and a note were each saved more than once. */
async function makeEvening(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'holdfast-evening-'));
  const core = await startOnDisk(made);
  const couples = [{ A: 'Ada', B: 'Bo' }];
  core.do({ type: 'retreat/create', program: 'evening', title: evening, date: '2026-03-07', couples });
  for (const palette of ['dusk', 'paper', 'dusk'] as const) {
    core.do({ type: 'settings/change', patch: { palette } });
    await core.saved();
  }
  const id = core.session().retreat?.couples[0]?.id ?? '';
  for (const text of ['First.', 'First, second.', 'First, second, third.']) {
    core.do({ type: 'couple/note', id, text });
    await core.saved();
  }
  for (const title of ['Lantern night', evening]) {
    core.do({ type: 'retreat/rename', title });
    await core.saved();
  }
  await core.quit();
  return made;
}

let made: Promise<string> | undefined;
afterAll(async () => {
  if (made !== undefined) await rm(await made, { recursive: true, force: true });
});

/** That evening, in a folder of its own. */
async function anEvening(): Promise<string> {
  const userData = await aFolder();
  made ??= makeEvening();
  await cp(await made, userData, { recursive: true });
  return userData;
}

/** Opens the one retreat there is, and waits until it is there. */
async function open(core: CoreOnDisk): Promise<void> {
  await until(() => core.session().shelf.length === 1, 'the shelf');
  core.do({ type: 'retreat/open', id: core.session().shelf[0]?.id ?? '' });
  await until(() => core.session().retreat !== null, 'the retreat');
}

describe('a retreat’s file', () => {
  it.each(damages)('%s is set aside, its newest good copy opens, and the console says so', async (_, damage) => {
    const userData = await anEvening();
    const library = libraryOf(userData);
    const file = fileOf(library, 'retreat');
    replace(file, damage);
    const bytes = readFileSync(file);

    const core = await startOnDisk(userData);
    await open(core);
    expect(core.session().retreat?.title).toMatch(/^Lantern/);
    expect(core.session().retreat?.couples[0]?.A.name).toBe('Ada');
    expect(core.notices).toContain(restored);
    const aside = join(library, 'quarantine', 'retreats', basename(dirname(file)), 'retreat');
    expect(readdirSync(aside).map((name) => readFileSync(join(aside, name)))).toEqual([bytes]);
    await core.saved();
    expect(existsSync(file), 'the good copy stands in its place').toBe(true);
  });

  it('damaged with all its copies is kept, nothing else is lost, and the console says so', async () => {
    const userData = await anEvening();
    const library = libraryOf(userData);
    const file = fileOf(library, 'retreat');
    const past = join(dirname(file), 'history', 'retreat');
    for (const name of readdirSync(past)) replace(join(past, name), () => Buffer.from('{'));
    replace(file, () => Buffer.from('{'));
    const core = await startOnDisk(userData);
    await until(() => core.notices.includes(noCopy), 'it to be said');
    expect(readdirSync(join(library, 'quarantine', 'retreats', basename(dirname(file)), 'retreat')).length).toBe(1);
    expect(readdirSync(past).length).toBeGreaterThan(0);
    const another = { program: 'evening', title: 'Another evening', date: '2026-03-08', couples: [] };
    core.do({ type: 'retreat/create', ...another });
    await core.saved();
    expect(core.session().settings.palette).toBe('dusk');
    await core.quit();
    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.some(({ title }) => title === 'Another evening'), 'the other one');
  });

  it('written by a newer Holdfast opens for reading, is never written over, and the console says so', async () => {
    const userData = await anEvening();
    const file = fileOf(libraryOf(userData), 'retreat');
    replace(file, (good) => {
      const { body } = savedBefore.parse(JSON.parse(good.toString()));
      return encodeDocument({ ...anything, schema: documentKinds.retreat.schema + 1 }, later(good, body));
    });
    const bytes = readFileSync(file);
    const core = await startOnDisk(userData);
    await open(core);
    expect(core.session().retreat?.title).toBe(evening);
    expect(core.notices).toContain(newer);
    core.do({ type: 'retreat/rename', title: 'Changed here' });
    await until(
      () => core.trouble() === 'Not saved: it was written by a newer Holdfast and opens for reading only.',
      'the refusal',
    );
    await core.quit();
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe('settings and a note', () => {
  it('damaged at once each come back as their newest good copy, and the console says so', async () => {
    const userData = await anEvening();
    const library = libraryOf(userData);
    for (const file of [join(library, 'settings.json'), fileOf(library, 'note')]) {
      replace(file, (good) => good.subarray(1));
    }
    const core = await startOnDisk(userData);
    expect(core.notices).toEqual([restored]);
    expect(core.session().settings.palette).toBe('paper');
    await open(core);
    expect(Object.values(core.session().notes)).toEqual(['First, second.']);
    expect(core.notices).toEqual([restored, restored]);
    await core.saved();
    expect(readdirSync(join(library, 'quarantine')).sort()).toEqual(['couples', 'settings']);
    expect(existsSync(join(library, 'settings.json'))).toBe(true);
  });
});
