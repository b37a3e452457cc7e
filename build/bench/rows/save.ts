import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { openLibrary } from '../../../electron/library/library';
import { pathsOf } from '../../../electron/library/store/layout';
import { documentKinds } from '../../../shared/session/documents/documents';
import { makeUserFolder } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import { libraryIn, noteOf, plantLibrary } from '../library';
import { median } from '../numbers';
import { makeRecord } from '../record';
import { type Row, ratioRow } from '../row';

const warmUps = 10;
const few = { retreats: 1, couples: 10, entries: 20 };
const many = { retreats: 200, couples: 10_000, entries: 20 };
const id = 'retreat-0-c0';
const retreat = 'retreat-0';
/** How far apart the two sizes may be and still count as the same. */
const same = 1.2;

interface Measured {
  readonly couples: number;
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** A couple's note made durable, in a library of ten couples and in one of ten thousand. */
export async function save(times: number): Promise<Row[]> {
  const note = (n: number) => ({ id, retreat, note: `${noteOf(n)} ${String(n).padStart(6)}` });
  return rows(await measureSaves('note', note, [few, many], times));
}

/** The whole record of a couple made durable after a letter, with 200 entries in it. */
export async function saveRecord(times: number): Promise<Row[]> {
  const long = makeRecord(id, retreat, 200);
  const [first, ...others] = long.answers;
  if (first === undefined) throw new Error('There is no entry.');
  const record = (n: number) => ({
    ...long,
    answers: [{ ...first, value: { kind: 'text' as const, text: `Letter ${String(n).padStart(6)}` } }, ...others],
  });
  const measured = await measureSaves('record', record, [few], times);
  return measured.map((one) => saveRow('a record of 200 entries saved', one));
}

/**
 * A document made durable by the library, in turn with the least that makes the same bytes durable: a temporary file, an fsync, a
 * rename and an fsync of the folder.
 */
async function measureSaves<K extends 'note' | 'record'>(
  kind: K,
  bodyOf: (n: number) => z.output<(typeof documentKinds)[K]['shape']>,
  sizes: readonly Parameters<typeof plantLibrary>[1][],
  times: number,
): Promise<Measured[]> {
  const measured = await Promise.all(
    sizes.map(async (size) => {
      const folder = libraryIn(makeUserFolder());
      plantLibrary(folder, size);
      const opened = await openLibrary(folder, documentKinds);
      if (!opened.ok) throw new Error(`The library did not open: ${opened.code}.`);
      return { ...size, folder, library: opened.library, ours: [] as number[], floor: [] as number[] };
    }),
  );
  for (let n = -warmUps; n < times; n += 1) {
    for (const { folder, library, ours, floor } of measured) {
      const body = bodyOf(n);
      const mine = await timed(async () => {
        const saved = await library.save(kind, id, body);
        if (!saved.ok) throw new Error(`The ${kind} was not saved: ${saved.code}.`);
      });
      const file = pathsOf(folder, documentKinds[kind], id).file;
      const bytes = readFileSync(file);
      const least = await timed(() => leastDurable(dirname(file), '.floor.json', bytes));
      if (n < 0) continue;
      ours.push(mine);
      floor.push(least);
    }
  }
  for (const { library } of measured) await library.close();
  return measured;
}

/** The floor: nothing of ours, and nothing less would survive a power cut. */
async function leastDurable(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temp = join(folder, `.${name}.tmp`);
  const file = await open(temp, 'w', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(temp, join(folder, name));
  const at = await open(folder, 'r');
  await at.sync();
  await at.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const at = monotonicMs();
  await work();
  return monotonicMs() - at;
}

const saveRow = (figure: string, { ours, floor }: Measured): Row =>
  ratioRow(
    { figure, unit: 'ms', ours, floor, floorIs: 'write, fsync, rename, fsync of the folder; the same bytes' },
    1.5,
  );

function rows(measured: readonly Measured[]): Row[] {
  const each = measured.map((one) => saveRow(`a durable save, ${one.couples.toLocaleString('en')} couples`, one));
  const [little, much] = measured;
  if (little === undefined || much === undefined) return each;
  const ratio = median(much.ours) / median(little.ours);
  const both: Row = {
    figure: 'a durable save, 10,000 couples against 10',
    unit: 'ms',
    ours: much.ours,
    floor: little.ours,
    floorIs: 'the same save among 10 couples',
    result: `${ratio.toFixed(2)}x`,
    goal: `the same: <= ${same}x`,
    met: ratio <= same,
  };
  return [...each, both];
}
