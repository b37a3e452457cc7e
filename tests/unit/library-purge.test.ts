import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeSteps } from '../../electron/library/deletion/purge-references';
import { writeSteps } from '../../electron/library/store/durable-write';
import { plainKinds, takeOut } from './library-kinds';
import { aFolder, aLibrary, everything, opened, until } from './library-kit';
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
});
