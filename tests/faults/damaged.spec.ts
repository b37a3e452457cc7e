import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { encodeDocument } from '../../electron/library/codec/document';
import { documentKinds } from '../../shared/session/documents/documents';
import { consoleOf } from '../e2e/pages/console-page';
import { filesOf } from '../e2e/pages/saved';
import type { App } from '../rig/app';
import { giveToUser } from '../rig/stage';
import { expect } from '../rig/test';
import { evening, pair } from './leading';
import { test } from './rig';

const restored = 'A damaged file was set aside, and its last good copy was opened.';
const noCopy = 'A damaged file was set aside; it is kept, not deleted. No good copy of it was found.';
const newer = 'This was written by a newer Holdfast. It opens for reading only.';

const heldBefore = z.object({ id: z.string(), body: z.unknown() });
/** A later generation of what a file holds, with another body in it. */
const held = (good: Buffer, body: unknown) => ({
  id: heldBefore.parse(JSON.parse(good.toString())).id,
  generation: 99,
  device: '',
  from: null,
  savedAt: new Date().toISOString(),
  body,
});
const anything = { ...documentKinds.retreat, shape: z.unknown() };

/** What a disk, or another program, may have made of a file. */
const damages: Readonly<Record<string, (good: Buffer) => Uint8Array>> = {
  'cut short': (good) => good.subarray(0, good.length >> 1),
  empty: () => new Uint8Array(),
  'full of NULs': (good) => Buffer.alloc(good.length),
  'with one bit flipped': (good) => good.map((byte, at) => (at === good.lastIndexOf('"Ada"') + 2 ? byte ^ 1 : byte)),
  'of the wrong shape': (good) => encodeDocument(anything, held(good, { title: 7 })),
};

/** Puts other bytes in a file's place, as a file of their own: the older copies keep theirs. */
function replace(file: string, change: (good: Buffer) => Uint8Array): void {
  const good = readFileSync(file);
  rmSync(file);
  writeFileSync(file, change(good));
  giveToUser(file);
}

const fileOf = (library: string, kind: 'retreat' | 'note'): string => filesOf(library, kind)[0] ?? '';

/** A retreat and a note, each saved more than once, and the app closed. */
async function anEvening(app: App): Promise<void> {
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: evening, couples: pair });
  await expect(desk.prepare.name).toHaveValue(evening);
  await desk.goTo('Settings');
  for (const palette of ['Dusk', 'Paper', 'Dusk']) {
    await desk.page.getByText(palette, { exact: true }).first().click();
    await desk.saved();
  }
  await desk.goTo('Run');
  for (const note of ['First.', 'First, second.', 'First, second, third.']) {
    await desk.run.note(pair).fill(note);
    await expect(desk.run.couple(pair)).toContainText('Saved');
    await desk.saved();
  }
  await desk.goTo('Prepare');
  for (const name of ['Lantern night', evening]) {
    await desk.prepare.name.fill(name);
    await desk.prepare.name.press('Enter');
    await desk.saved();
  }
  await app.close();
}

for (const [what, damage] of Object.entries(damages)) {
  test(`a retreat’s file ${what}: it is set aside, its newest good copy opens, and the console says so`, async ({
    launch,
    userData,
  }) => {
    const library = join(userData, 'library');
    await anEvening(await launch({ userData }));
    const file = fileOf(library, 'retreat');
    replace(file, damage);
    const bytes = readFileSync(file);

    const desk = await consoleOf(await launch({ userData }));
    await desk.home.retreats.getByRole('listitem').first().getByRole('button').first().click();
    await expect(desk.prepare.name).toHaveValue(/^Lantern/);
    await expect(desk.banner).toContainText(restored);
    await expect(desk.prepare.couples).toContainText('Ada');
    const aside = join(library, 'quarantine', 'retreats', basename(dirname(file)), 'retreat');
    expect(readdirSync(aside).map((name) => readFileSync(join(aside, name)))).toEqual([bytes]);
    await desk.saved();
    expect(existsSync(file), 'the good copy stands in its place').toBe(true);
  });
}

test('settings and a note damaged at once: each comes back as its newest good copy, and the console says so', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  await anEvening(await launch({ userData }));
  for (const file of [join(library, 'settings.json'), fileOf(library, 'note')]) {
    replace(file, (good) => good.subarray(1));
  }
  const desk = await consoleOf(await launch({ userData }));
  await expect(desk.banner).toContainText(restored);
  await desk.home.retreat(evening).getByRole('button').first().click();
  await expect(desk.prepare.name).toHaveValue(evening);
  await desk.goTo('Run');
  await expect(desk.run.note(pair)).toHaveValue('First, second.');
  await expect(desk.banner).toContainText(restored);
  await desk.saved();
  expect(readdirSync(join(library, 'quarantine')).sort()).toEqual(['couples', 'settings']);
  expect(existsSync(join(library, 'settings.json'))).toBe(true);
});

test('a retreat damaged with all its copies: it is kept, nothing else is lost, and the console says so', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  await anEvening(await launch({ userData }));
  const file = fileOf(library, 'retreat');
  const past = join(dirname(file), 'history', 'retreat');
  for (const name of readdirSync(past)) replace(join(past, name), () => Buffer.from('{'));
  replace(file, () => Buffer.from('{'));
  const desk = await consoleOf(await launch({ userData }));
  await expect(desk.banner).toContainText(noCopy);
  expect(readdirSync(join(library, 'quarantine', 'retreats', basename(dirname(file)), 'retreat')).length).toBe(1);
  expect(readdirSync(past).length).toBeGreaterThan(0);
  await desk.home.startRetreat({ program: 'One evening', name: 'Another evening', couples: '' });
  await expect(desk.prepare.name).toHaveValue('Another evening');
  await desk.saved();
});

test('a retreat written by a newer Holdfast: it opens for reading, is never written over, and the console says so', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  await anEvening(await launch({ userData }));
  const file = fileOf(library, 'retreat');
  replace(file, (good) => {
    const { body } = heldBefore.parse(JSON.parse(good.toString()));
    return encodeDocument({ ...anything, schema: documentKinds.retreat.schema + 1 }, held(good, body));
  });
  const bytes = readFileSync(file);
  const desk = await consoleOf(await launch({ userData }));
  await desk.home.retreats.getByRole('listitem').first().getByRole('button').first().click();
  await expect(desk.prepare.name).toHaveValue(evening);
  await expect(desk.banner).toContainText(newer);
  await desk.prepare.name.fill('Changed here');
  await desk.prepare.name.press('Enter');
  await expect(desk.banner).toContainText('Not saved: it was written by a newer Holdfast and opens for reading only.');
  expect(readFileSync(file)).toEqual(bytes);
});
