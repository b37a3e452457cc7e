import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeSteps } from '../../electron/library/deletion/purge-references';
import { writeSteps } from '../../electron/library/store/durable-write';
import { plainKinds, takeOut } from './library-kinds';
import { aFolder, aLibrary, everything, illFile, opened, until } from './library-kit';
import { bundleChild, run } from './library-process';

const marks = async (folder: string, mark: string): Promise<string[]> =>
  [...(await everything(folder))].filter(([, text]) => text.includes(mark)).map(([file]) => file);

const [intend = '', ...others] = purgeSteps;
const steps = [intend, ...writeSteps, ...others];

let child = '';
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => rm(dirname(child), { recursive: true, force: true }));

describe('taking a couple out of a retreat (S12)', () => {
  it('leaves its name in no older copy and says so only then', async () => {
    const folder = await aFolder();
    const running = run(process.execPath, [child, folder, 'leave']);
    await running.ended;
    expect(running.lines).toEqual(['gone']);
    expect(await marks(folder, 'mark-a')).toEqual([]);
    expect((await marks(folder, 'mark-b')).length).toBe(2);
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
  });

  it.each(steps.map((step) => [step]))(
    'is finished at the next start when kill -9 comes right after the step "%s"',
    { timeout: 30_000 },
    async (step) => {
      const folder = await aFolder();
      const running = run(process.execPath, [child, folder, 'leave', step, '1']);
      await running.ended;
      expect(running.child.signalCode).toBe('SIGKILL');
      expect(running.lines).toEqual([]);

      const library = await opened(folder, plainKinds, { takeOut });
      expect(await library.read('retreat', 'r')).toMatchObject({ state: 'ok', body: { text: 'mark-b' } });
      await until(() => library.status().state === 'saved', 'the rest to be done');
      expect(await library.read('note', 'a')).toEqual({ state: 'missing' });
      await library.close();
      expect(await marks(folder, 'mark-a')).toEqual([]);
      expect((await marks(folder, 'mark-b')).length).toBeGreaterThan(1);
      expect(await readdir(join(folder, 'removing'))).toEqual([]);
    },
  );

  it('is meant by an intent that no longer reads: older copies go', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    for (const n of [1, 2]) await library.save('retreat', 'r', { n, text: `mark-${n}` });
    await library.close();
    await writeFile(join(folder, 'removing', 'out-of-retreat-r.json'), '\0\0\0');
    const again = await aLibrary(folder);
    await until(() => again.status().state === 'saved', 'the rest to be done');
    await again.close();
    expect(await marks(folder, 'mark-1')).toEqual([]);
    expect((await marks(folder, 'mark-2')).length).toBe(1);
  });

  it('goes with the retreat when that is deleted before the disk took it', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder);
    await library.save('note', 'a', { n: 1, text: 'mark-a' });
    for (const n of [1, 2]) await library.save('retreat', 'r', { n, text: 'mark-a' });
    await rm(join(folder, 'removing'), { recursive: true });
    const waiting = library.save('retreat', 'r', { n: 3, text: '' }, [{ at: 'couples', id: 'a' }]);
    await until(() => library.status().state === 'not-saved', 'the refusal');
    await mkdir(join(folder, 'removing'));
    expect(await library.remove('retreats', 'r')).toMatchObject({ ok: true });
    expect(await waiting).toEqual({ ok: false, code: 'removed' });
    expect(await marks(folder, 'mark-a')).toEqual([]);
  });

  it('does not make the next start forget an earlier one that the disk did not let finish', async () => {
    const folder = await aFolder();
    const before = await opened(folder, plainKinds, { takeOut });
    for (const id of ['a', 'b', 'c']) await before.save('note', id, { n: 1, text: `mark-${id}` });
    for (const n of [1, 2]) await before.save('retreat', 'r', { n, text: 'mark-a mark-b mark-c' });
    await before.close();
    await writeFile(join(folder, 'removing', 'out-of-retreat-r.json'), '[{"at":"couples","id":"a"}]');
    const heal = illFile(join(folder, 'retreats', 'r', 'retreat.json'));
    const library = await opened(folder, plainKinds, { takeOut });
    expect(library.unfinished).toEqual([{ at: 'retreats', id: 'r' }]);
    heal();
    const gone = [{ at: 'couples', id: 'b' }];
    expect(await library.save('retreat', 'r', { n: 3, text: 'mark-a mark-c' }, gone)).toMatchObject({ ok: true });
    await library.close();
    const again = await opened(folder, plainKinds, { takeOut });
    await until(() => again.status().state === 'saved', 'the rest to be done');
    expect(await again.read('retreat', 'r')).toMatchObject({ state: 'ok', body: { text: 'mark-c' } });
    await again.close();
    for (const id of ['a', 'b']) expect(await marks(folder, `mark-${id}`)).toEqual([]);
    expect(await readdir(join(folder, 'removing'))).toEqual([]);
  });
});

describe('a part that is forgotten', () => {
  it('is finished at the next start when kill -9 comes after any change of the disk', {
    timeout: 120_000,
  }, async () => {
    let deaths = 0;
    for (; ; deaths += 1) {
      const folder = await aFolder();
      const running = run(process.execPath, [child, folder, 'forget', 'any', `${deaths + 1}`]);
      await running.ended;
      const isAlive = running.child.signalCode !== 'SIGKILL';
      if (isAlive) expect(running.lines).toEqual(['gone']);
      const again = await opened(folder, plainKinds, { takeOut });
      expect(again.unfinished).toEqual([]);
      expect(await again.read('note', 'a')).toMatchObject({ state: 'ok', body: { n: 3, text: 'kept' } });
      await again.close();
      expect(await marks(folder, 'mark-x'), `after ${deaths + 1}`).toEqual([]);
      // A copy of a sync tool that was set aside meanwhile is one more.
      expect((await marks(folder, 'kept')).length, `after ${deaths + 1}`).toBeGreaterThanOrEqual(3);
      expect(await readdir(join(folder, 'removing'))).toEqual([]);
      if (isAlive) break;
    }
    expect(deaths).toBeGreaterThan(8);
  });

  it('comes back by no save, whenever that was asked for', { timeout: 60_000 }, async () => {
    for (let moment = 1; moment <= 24; moment += 1) {
      const folder = await aFolder();
      let steps = 0;
      let n = 10;
      const saves: Promise<unknown>[] = [];
      const save = (): void => {
        n += 1;
        saves.push(library.save('note', 'a', { n, text: 'mark-x kept' }));
      };
      const library: Awaited<ReturnType<typeof aLibrary>> = await aLibrary(folder, {
        takeOut,
        onStep: () => {
          steps += 1;
          if (steps % 24 === moment || steps % 7 === 0) save();
        },
      });
      save();
      const forgotten = library.forget('note', 'a', ['x']);
      save();
      forgotten.then(() => {
        // Whoever is answered has it out of what is saved from then on.
        steps = Number.NaN;
      });
      expect(await forgotten).toMatchObject({ ok: true });
      await Promise.all(saves);
      expect(await library.read('note', 'a')).toMatchObject({ body: { n, text: 'kept' } });
      await library.close();
      expect(await marks(folder, 'mark-x'), `at ${moment}`).toEqual([]);
    }
  });

  it('is taken out of what the disk would not take yet', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder, { takeOut });
    await library.save('note', 'a', { n: 1, text: 'mark-x kept' });
    await rm(join(folder, 'couples'), { recursive: true });
    await writeFile(join(folder, 'couples'), 'a file where the folder was');
    const waiting = library.save('note', 'a', { n: 2, text: 'mark-x kept' });
    await until(() => library.status().state === 'not-saved', 'the refusal');
    const forgotten = library.forget('note', 'a', ['x']);
    await rm(join(folder, 'couples'));
    await forgotten;
    expect(await waiting).toMatchObject({ ok: true });
    expect(await library.read('note', 'a')).toMatchObject({ body: { n: 2, text: 'kept' } });
    expect(await marks(folder, 'mark-x')).toEqual([]);
  });

  it('that is refused before it is written down leaves nothing that waits', async () => {
    const folder = await aFolder();
    const library = await aLibrary(folder, { takeOut });
    for (const n of [1, 2]) await library.save('note', 'a', { n, text: 'mark-x kept' });
    await rm(join(folder, 'removing'), { recursive: true });
    await writeFile(join(folder, 'removing'), 'no folder');
    expect(await library.forget('note', 'a', ['x'])).toMatchObject({ ok: false, intended: false });
    expect((await marks(folder, 'mark-x')).length).toBe(2);
    expect(await library.save('note', 'a', { n: 3, text: 'mark-x kept' })).toMatchObject({ ok: true });
    expect(await library.read('note', 'a')).toMatchObject({ body: { n: 3, text: 'mark-x kept' } });
  });

  it('that the disk does not let finish is finished at the next start, and a move takes it along', async () => {
    const folder = await aFolder();
    const target = join(await aFolder(), 'stick');
    const library = await aLibrary(folder, { takeOut });
    for (const n of [1, 2, 3]) await library.save('note', 'a', { n, text: 'mark-x kept' });
    const [old = ''] = await readdir(join(folder, 'couples', 'a', 'history', 'note'));
    const heal = illFile(join(folder, 'couples', 'a', 'history', 'note', old));
    expect(await library.forget('note', 'a', ['x'])).toMatchObject({ ok: false, intended: true });
    heal();
    expect(await library.moveTo(target)).toMatchObject({ ok: true });
    await library.close();
    const again = await aLibrary(target, { takeOut });
    expect(again.unfinished).toEqual([]);
    expect(await marks(target, 'mark-x')).toEqual([]);
    expect(await again.read('note', 'a')).toMatchObject({ body: { n: 3, text: 'kept' } });
  });
});
