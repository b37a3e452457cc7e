import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openLibrary } from '../../../electron/library/library';
import { pathsOf } from '../../../electron/library/store/layout';
import { documentKinds } from '../../../shared/session/documents/documents';
import { makeUserFolder } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import { libraryIn, noteOf, plantLibrary } from '../library';
import { median } from '../numbers';
import { type Row, ratioRow } from '../row';

const warmUps = 10;
const sizes = [
  { retreats: 1, couples: 10 },
  { retreats: 200, couples: 10_000 },
] as const;
const id = 'retreat-0-c0';
/** How far apart the two sizes may be and still count as the same. */
const same = 1.2;

/**
 * A couple's note made durable by the library, in turn with the least that makes the same bytes durable: a temporary file, an
 * fsync, a rename and an fsync of the folder.
 */
export async function save(times: number): Promise<Row[]> {
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
      const body = { id, retreat: 'retreat-0', note: `${noteOf(n)} ${String(n).padStart(6)}` };
      const mine = await timed(async () => {
        const saved = await library.save('note', id, body);
        if (!saved.ok) throw new Error(`The note was not saved: ${saved.code}.`);
      });
      const file = pathsOf(folder, documentKinds.note, id).file;
      const bytes = readFileSync(file);
      const least = await timed(() => leastDurable(dirname(file), '.floor.json', bytes));
      if (n < 0) continue;
      ours.push(mine);
      floor.push(least);
    }
  }
  for (const { library } of measured) await library.close();
  return rows(measured);
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

function rows(
  measured: readonly {
    readonly couples: number;
    readonly ours: readonly number[];
    readonly floor: readonly number[];
  }[],
): Row[] {
  const each = measured.map(({ couples, ours, floor }) =>
    ratioRow(
      {
        figure: `a durable save, ${couples.toLocaleString('en')} couples`,
        unit: 'ms',
        ours,
        floor,
        floorIs: 'write, fsync, rename, fsync of the folder; the same bytes',
      },
      1.5,
    ),
  );
  const [few, many] = measured;
  if (few === undefined || many === undefined) return each;
  const ratio = median(many.ours) / median(few.ours);
  const both: Row = {
    figure: 'a durable save, 10,000 couples against 10',
    unit: 'ms',
    ours: many.ours,
    floor: few.ours,
    floorIs: 'the same save among 10 couples',
    result: `${ratio.toFixed(2)}x`,
    goal: `the same: <= ${same}x`,
    met: ratio <= same,
  };
  return [...each, both];
}
