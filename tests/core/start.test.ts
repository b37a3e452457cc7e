import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { documentKinds } from '../../shared/session/documents/documents';
import { aRetreat } from '../make';
import { aFolder, opened, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

/** Every folder that was listed, and every file that was asked for; the disk answers all the same. */
const asked = vi.hoisted((): { readonly listed: string[]; readonly files: string[] } => ({ listed: [], files: [] }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const noted = <A extends readonly unknown[], R>(into: string[], ask: (...args: A) => R) => {
    return (...args: A): R => {
      into.push(String(args[0]));
      return ask(...args);
    };
  };
  return {
    ...real,
    readdir: noted(asked.listed, real.readdir as (...args: readonly unknown[]) => unknown),
    readFile: noted(asked.files, real.readFile as (...args: readonly unknown[]) => unknown),
    stat: noted(asked.files, real.stat as (...args: readonly unknown[]) => unknown),
    access: noted(asked.files, real.access as (...args: readonly unknown[]) => unknown),
  };
});

const retreats = 10;

const copiesSaid = ({ session }: CoreOnDisk): boolean => session().notice?.code === 'copy-set-aside';
const shelf = ({ session }: CoreOnDisk): number => session().shelf.length;

async function filled(couples: number): Promise<string> {
  const userData = await aFolder();
  const library = await opened(libraryOf(userData), documentKinds, {});
  for (let n = 0; n < retreats; n += 1) {
    const id = `retreat-${n}`;
    const [couple] = aRetreat().couples;
    if (couple === undefined) throw new Error('there is no couple to copy');
    const ids = Array.from({ length: couples / retreats }, (_, k) => `${id}-c${k}`);
    const roster = ids.map((one, k) => ({ ...couple, id: one, seat: k + 1 }));
    expect(await library.save('retreat', id, aRetreat('evening', { id, couples: roster }))).toMatchObject({ ok: true });
    for (const one of ids) await library.save('note', one, { id: one, retreat: id, note: 'by the door' });
  }
  await library.close();
  const core = await startOnDisk(userData);
  await until(() => shelf(core) === retreats, 'the index');
  await core.quit();
  return userData;
}

interface Asks {
  readonly listed: readonly string[];
  readonly files: readonly string[];
}

/** What the start asks the disk for until the list is there. */
async function asksOfStart(userData: string): Promise<Asks> {
  asked.listed.length = 0;
  asked.files.length = 0;
  const core = await startOnDisk(userData);
  const within = (paths: readonly string[]): string[] => paths.map((path) => path.slice(libraryOf(userData).length));
  const asks = await new Promise<Asks>((resolve) => {
    core.store.follow(({ type }) => {
      if (type === 'library/shelf') resolve({ listed: within(asked.listed), files: within(asked.files) });
    });
  });
  expect(shelf(core)).toBe(retreats);
  await core.quit();
  return asks;
}

it('a start asks the disk for as much with many couples as with few, and for nothing of a couple', async () => {
  const few = await asksOfStart(await filled(retreats));
  const many = await asksOfStart(await filled(4 * retreats));
  // A folder that was just saved to may be looked at once more, with few and with many.
  expect(new Set(many.listed).size).toBe(new Set(few.listed).size);
  expect(new Set(many.files).size).toBe(new Set(few.files).size);
  const all = [...many.listed, ...many.files];
  expect(all.filter((path) => path.startsWith('/couples'))).toEqual([]);
  expect(many.listed.filter((path) => path.startsWith('/retreats/'))).toEqual([]);
});

it('what lies beside the documents is looked at once the list is there', async () => {
  const userData = await filled(retreats);
  const library = libraryOf(userData);
  const couples = join(library, 'couples');
  cpSync(join(couples, 'retreat-0-c0'), join(couples, 'retreat-0-c0 (1)'), { recursive: true });
  const file = join(library, 'retreats', 'retreat-0', 'retreat');
  cpSync(`${file}.json`, `${file} (1).json`);
  const core = await startOnDisk(userData);
  let saidBeforeList = false;
  core.store.follow(() => {
    saidBeforeList ||= copiesSaid(core) && shelf(core) === 0;
  });
  await until(() => copiesSaid(core), 'the copies');
  expect(saidBeforeList).toBe(false);
  expect(shelf(core)).toBe(retreats);
  expect(readdirSync(couples)).toHaveLength(retreats);
  expect(readdirSync(join(library, 'retreats', 'retreat-0'))).toEqual(['retreat.json']);
});
