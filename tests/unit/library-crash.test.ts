import { readdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WriteStep, writeSteps } from '../../electron/library/store/durable-write';
import { only } from '../../electron/library/store/layout';
import { aFolder, aLibrary, until } from './library-kit';
import { bundleChild, type Running, run } from './library-process';

const documents = [
  ['note', 'a'],
  ['note', 'b'],
  ['live', only],
] as const;

let child = '';
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => rm(dirname(child), { recursive: true, force: true }));

/** The last number each document has acknowledged. */
function acknowledged(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** Opens what a killed process left; the numbers of its documents, each checked against what had been acknowledged. */
async function checkAfterDeath({ lines }: Running, folder: string, before: ReadonlyMap<string, number>) {
  const promised = new Map([...before, ...acknowledged(lines)]);
  const library = await aLibrary(folder);
  const found = new Map<string, number>();
  for (const [kind, id] of documents) {
    const read = await library.read(kind, id);
    const least = promised.get(`${kind} ${id}`) ?? 0;
    if (least === 0 && read.state === 'missing') continue;
    if (read.state !== 'ok') throw new Error(`${kind} ${id} is ${JSON.stringify(read)}`);
    expect(read.body.n, `${kind} ${id}`).toBeGreaterThanOrEqual(least);
    // One save may have become durable without having been told.
    expect(read.body.n, `${kind} ${id}`).toBeLessThanOrEqual(least + 1);
    found.set(`${kind} ${id}`, read.body.n);
  }
  await library.close();
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.tmp') || name.includes('quarantine/'),
  );
  expect(files).toEqual([]);
  return found;
}

describe('kill -9', () => {
  it('at 30 odd moments loses nothing acknowledged and leaves every document whole', { timeout: 60_000 }, async () => {
    const folder = await aFolder();
    let numbers: ReadonlyMap<string, number> = new Map();
    for (let round = 0; round < 30; round += 1) {
      const running = run(process.execPath, [child, folder, 'count']);
      await until(() => running.lines.length > 0, 'the first save');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
      running.child.kill('SIGKILL');
      await running.ended;
      expect(running.child.signalCode).toBe('SIGKILL');
      numbers = await checkAfterDeath(running, folder, numbers);
    }
    expect(Math.min(...documents.map(([kind, id]) => numbers.get(`${kind} ${id}`) ?? 0))).toBeGreaterThan(30);
  });

  it.each(writeSteps.map((step) => [step]))(
    'right after the step "%s" is safe',
    { timeout: 30_000 },
    async (step: WriteStep) => {
      const folder = await aFolder();
      let numbers: ReadonlyMap<string, number> = new Map();
      for (const times of ['1', '2', '17']) {
        const running = run(process.execPath, [child, folder, 'count', step, times]);
        await running.ended;
        expect(running.child.signalCode).toBe('SIGKILL');
        numbers = await checkAfterDeath(running, folder, numbers);
      }
    },
  );

  it('leaves the live position known to within a second', { timeout: 20_000 }, async () => {
    const folder = await aFolder();
    const running = run(process.execPath, [child, folder, 'count']);
    await until(() => running.lines.length > 0, 'the first save');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    running.child.kill('SIGKILL');
    const killed = Date.now();
    await running.ended;
    const beat = await (await aLibrary(folder)).lastLivePosition();
    expect(killed - (beat?.wall ?? 0)).toBeLessThan(1000);
    expect(beat?.live).toBeGreaterThan(500);
  });
});
