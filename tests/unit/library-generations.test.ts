import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plain } from '../../electron/library/codec/codec';
import { encodeDocument, type SavedDocument } from '../../electron/library/codec/document';
import {
  generationName,
  generationOf,
  keepGeneration,
  listGenerations,
  newestGood,
  spare,
  thin,
} from '../../electron/library/history/generations';
import { aFolder } from './library-kit';

const kind = { name: 'note', folder: 'couples', schema: 1, shape: z.strictObject({ n: z.int() }), migrations: [] };
const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-11-20T08:00:00.000Z');
const heldAt = (generation: number, at: number): SavedDocument => ({
  id: 'a',
  generation,
  device: '',
  from: null,
  savedAt: new Date(at).toISOString(),
  body: { n: generation },
});
const kept = (generation: number, at: number) => ({
  generation,
  saved: at,
  name: generationName(heldAt(generation, at)),
});

describe('older generations', () => {
  it('are named so that the name says which and when', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 4e12 }), (generation, at) => {
        expect(generationOf(generationName(heldAt(generation, at)))).toEqual(kept(generation, at));
      }),
    );
    expect(generationOf('note.txt')).toBeNull();
    expect(generationOf('1-20261399T999999999Z.json')).toBeNull();
  });

  it('cover every age while someone types for a weekend, in a handful of files', () => {
    let files: ReturnType<typeof kept>[] = [];
    const every = 20_000;
    for (let n = 1; n * every <= 50 * hour; n += 1) {
      const now = start + n * every;
      files.push(kept(n, now));
      const gone = new Set(spare(files, now));
      files = files.filter((file) => !gone.has(file));
      const ages = files.map(({ saved }) => now - saved);
      const within = (from: number, to: number) => ages.some((age) => age >= from && age <= to);
      expect(ages).toContain(0);
      if (now - start > 2 * minute) expect(within(minute, 10 * minute), `a minute at ${n}`).toBe(true);
      if (now - start > 11 * minute) expect(within(10 * minute, hour), `ten minutes at ${n}`).toBe(true);
      if (now - start > 2 * hour) expect(within(hour, 24 * hour), `an hour at ${n}`).toBe(true);
      if (now - start > 26 * hour) expect(within(24 * hour, 50 * hour), `a day at ${n}`).toBe(true);
    }
    expect(files.length).toBeLessThanOrEqual(11);
  });

  it('never lose the newest, and thinning twice thins no more, whatever the clock did', () => {
    const list = fc.uniqueArray(
      fc.record({ generation: fc.integer({ min: 1, max: 999 }), at: fc.integer({ min: -10 * hour, max: 90 * hour }) }),
      {
        selector: ({ generation }) => generation,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(list, fc.integer({ min: -hour, max: 90 * hour }), (entries, at) => {
        const files = entries.map(({ generation, at: saved }) => kept(generation, start + saved));
        const gone = new Set(spare(files, start + at));
        const left = files.filter((file) => !gone.has(file));
        expect(Math.max(...left.map(({ generation }) => generation))).toBe(
          Math.max(...files.map(({ generation }) => generation)),
        );
        expect(spare(left, start + at)).toEqual([]);
      }),
    );
  });

  it('are second names for the same bytes, and kept once', async () => {
    const folder = await aFolder();
    const file = join(folder, 'a.json');
    await writeFile(file, encodeDocument(kind, heldAt(4, start)));
    await keepGeneration(file, join(folder, 'couple-a'), heldAt(4, start));
    await keepGeneration(file, join(folder, 'couple-a'), heldAt(4, start));
    expect((await listGenerations(join(folder, 'couple-a'))).map(({ generation }) => generation)).toEqual([4]);
    expect(await newestGood(plain, kind, join(folder, 'couple-a'))).toEqual(heldAt(4, start));
  });

  it('offer the newest that is whole', async () => {
    const folder = await aFolder();
    for (const n of [1, 2, 3, 10]) {
      await writeFile(join(folder, generationName(heldAt(n, start + n))), encodeDocument(kind, heldAt(n, start + n)));
    }
    await writeFile(join(folder, generationName(heldAt(10, start + 10))), 'torn');
    await writeFile(join(folder, 'stranger.txt'), 'left alone');
    expect(await newestGood(plain, kind, folder)).toEqual(heldAt(3, start + 3));
    await thin(folder, start + 30 * hour);
    expect(await readFile(join(folder, 'stranger.txt'), 'utf8')).toBe('left alone');
    expect((await listGenerations(folder)).map(({ generation }) => generation)).toEqual([10, 1]);
    expect(await newestGood(plain, kind, join(folder, 'nowhere'))).toBeNull();
  });
});
