import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainKinds } from './library-kinds';
import { aFolder, opened } from './library-kit';

const body = (n: number, text: string) => ({ n, text });

function counting() {
  const made: string[] = [];
  const digest = {
    version: 1,
    shape: z.strictObject({ title: z.string() }),
    of: ({ text }: { text: string }) => {
      made.push(text);
      return { title: text };
    },
  };
  return { made, digests: { retreat: digest } };
}

async function aShelf(folder: string, titles: readonly string[]): Promise<void> {
  const library = await opened(folder, plainKinds, {});
  for (const title of titles) await library.save('retreat', title, body(1, title));
  await library.close();
}

describe('the list of retreats', () => {
  it('reads each document once, and on the next start only what changed', async () => {
    const folder = await aFolder();
    await aShelf(folder, ['a', 'b', 'c']);
    const first = counting();
    const library = await opened(folder, plainKinds, first);
    expect((await library.index('retreat')).map(({ id, summary }) => [id, summary?.title])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
    await library.index('retreat');
    expect(first.made.sort()).toEqual(['a', 'b', 'c']);
    await library.save('retreat', 'b', body(2, 'b again'));
    await library.close();

    const second = counting();
    const again = await opened(folder, plainKinds, second);
    const entries = await again.index('retreat');
    expect(entries.map(({ summary }) => summary?.title)).toEqual(['a', 'b again', 'c']);
    expect(second.made).toEqual(['b again']);
    expect(Date.parse(entries[1]?.savedAt ?? '')).toBeGreaterThan(Date.parse(entries[0]?.savedAt ?? ''));
  });

  it('shows a save at once without writing the list again', async () => {
    const folder = await aFolder();
    await aShelf(folder, ['a']);
    const library = await opened(folder, plainKinds, counting());
    await library.index('retreat');
    const before = await stat(join(folder, 'index', 'retreat.json'));
    await library.save('retreat', 'a', body(2, 'a again'));
    await library.save('retreat', 'new', body(1, 'new'));
    expect((await library.index('retreat')).map(({ summary }) => summary?.title)).toEqual(['a again', 'new']);
    expect((await stat(join(folder, 'index', 'retreat.json'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('loses nothing when what was kept is deleted, torn, forged or of another version', async () => {
    const folder = await aFolder();
    await aShelf(folder, ['a', 'b']);
    const file = join(folder, 'index', 'retreat.json');
    const list = async (version: number) => {
      const { made, digests } = counting();
      const library = await opened(folder, plainKinds, { digests: { retreat: { ...digests.retreat, version } } });
      const titles = (await library.index('retreat')).map(({ summary }) => summary?.title);
      await library.close();
      return { titles, made: made.sort() };
    };
    await list(1);
    const whole = await readFile(file, 'utf8');
    expect(await list(1)).toEqual({ titles: ['a', 'b'], made: [] });
    for (const spoiled of ['', '{', '[]', whole.replace('"title"', '"tale"')]) {
      await writeFile(file, spoiled);
      expect(await list(1)).toEqual({ titles: ['a', 'b'], made: ['a', 'b'] });
    }
    await rm(file);
    expect(await list(1)).toEqual({ titles: ['a', 'b'], made: ['a', 'b'] });
    expect(await list(2)).toEqual({ titles: ['a', 'b'], made: ['a', 'b'] });
  });

  it('marks a damaged retreat and leaves it where it is', async () => {
    const folder = await aFolder();
    await aShelf(folder, ['a', 'b']);
    await writeFile(join(folder, 'retreats', 'b', 'retreat.json'), 'torn');
    const library = await opened(folder, plainKinds, counting());
    expect((await library.index('retreat')).map(({ id, summary }) => [id, summary?.title ?? null])).toEqual([
      ['a', 'a'],
      ['b', null],
    ]);
    expect((await readdir(join(folder, 'retreats'))).sort()).toEqual(['a', 'b']);
  });

  it('drops a retreat that was deleted, on disk too', async () => {
    const folder = await aFolder();
    await aShelf(folder, ['a', 'b']);
    const library = await opened(folder, plainKinds, counting());
    await library.index('retreat');
    await library.remove('retreats', 'b');
    expect((await library.index('retreat')).map(({ id }) => id)).toEqual(['a']);
    expect(await readFile(join(folder, 'index', 'retreat.json'), 'utf8')).not.toContain('"b"');
  });
});
