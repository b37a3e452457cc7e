import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Copy } from '../../shared/session/state/take-home';
import { SmallDisk } from '../rig/small-disk';
import { filesOf } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { libraryOf } from './core-on-disk';
import { openFilesDesk, pagesOf } from './files-desk';
import { startKilled } from './killed-at';
import { mounted } from './mounted';

const underway = (userData: string): number => filesOf(libraryOf(userData), 'underway').length;
const seat = (n: number): string => `seat-0${n}-both.pdf`;

describe('a file of a batch', () => {
  it('whose folder may not be written to stops alone, leaves no half file, and is made once it may be', async () => {
    const locks: (() => void)[] = [];
    const desk = await openFilesDesk({
      print: (job) => {
        // The first one's pages are drawn: the folder it goes to is read-only by then.
        if (locks.length === 0) {
          const folder = join(desk.folder(), 'seat-01');
          mkdirSync(folder, { recursive: true });
          locks.push(mounted('--bind', folder, folder));
          execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
        }
        return pagesOf(job);
      },
    });
    await desk.make();
    expect(desk.ends()).toEqual(['no-permission', 'made']);
    expect(desk.files()).toEqual(['SHA256SUMS.txt', seat(2)]);
    const [first, second] = desk.copies as readonly [Copy, Copy];
    expect([await desk.handed(first.id), await desk.handed(second.id)]).toEqual([[], ['pdf joint']]);
    for (const unlock of locks) unlock();
    desk.core.do({ type: 'take-home/again' });
    await until(() => desk.ends()[0] === 'made', 'the first one');
    // The list of sums is written anew once the file is there.
    await expect.poll(() => desk.files()).toEqual(['SHA256SUMS.txt', seat(1), seat(2)]);
    expect(await desk.handed(first.id)).toEqual(['pdf joint']);
  });

  it('that another program holds is given up alone after ten seconds, leaves no half file, and the next is made', async () => {
    let held = false;
    const desk = await openFilesDesk({
      onStep: (step) => {
        // All of the first one is written beside its name: what stands there now is held by somebody else.
        if (step !== 'keep' || held) return;
        held = true;
        const file = join(desk.folder(), 'seat-01', seat(1));
        writeFileSync(file, 'theirs');
        mounted('--bind', file, file);
      },
    });
    await desk.make();
    expect(desk.ends()).toEqual(['locked', 'made']);
    expect(readdirSync(join(desk.folder(), 'seat-01'))).toEqual([seat(1)]);
    expect(await desk.handed(desk.copies[0]?.id ?? '')).toEqual([]);
  }, 30_000);

  it('is not made where the disk will not take that it is about to be, and none of the batch is', async () => {
    const desk = await openFilesDesk({ place: join(await aFolder(), 'files') });
    const library = libraryOf(desk.userData);
    mounted('--bind', library, library);
    execFileSync('mount', ['-o', 'remount,bind,ro', library]);
    await desk.make();
    expect(desk.ends()).toEqual(['not-noted', 'not-noted']);
    expect(existsSync(desk.folder())).toBe(false);
  }, 30_000);
});

describe('what is about to be handed out', () => {
  it('is written down until the records say it, and no longer', async () => {
    let during = 0;
    const desk = await openFilesDesk({
      print: (job) => {
        during = underway(desk.userData);
        return pagesOf(job);
      },
    });
    await desk.make();
    expect(during).toBe(1);
    await until(() => underway(desk.userData) === 0, 'nothing underway');
    expect(desk.ends()).toEqual(['made', 'made']);
  });

  it('counts as handed out when the stick it went to is gone at the next start, and all the rest as it is there', async () => {
    const stick = new SmallDisk(join(await aFolder(), 'stick'), 2048);
    onTestFinished(() => stick.unmount());
    const place = join(stick.folder, 'files');
    const stages: string[] = [];
    const desk = await openFilesDesk({
      place,
      onStep: (step) => {
        // What a kill right after the first file would leave.
        if (step !== 'rename' || stages.length > 0) return;
        const stage = `${desk.userData}-killed`;
        execFileSync('cp', ['-a', desk.userData, stage]);
        stages.push(stage);
      },
    });
    await desk.make();
    const retreat = desk.core.session().retreat?.id ?? '';
    const [stage = ''] = stages;
    const handedAfter = async (from: string): Promise<readonly number[]> => {
      const again = await startKilled(from);
      await until(() => underway(from) === 0, 'nothing underway');
      await until(() => again.session().shelf.some(({ id }) => id === retreat), 'the shelf');
      again.do({ type: 'retreat/open', id: retreat });
      await until(() => again.session().retreat?.id === retreat, 'the retreat');
      const ids = desk.copies.map(({ id }) => id);
      again.do({ type: 'records/show', sheets: [], whole: ids });
      await until(() => ids.every((id) => again.session().records[id] !== undefined), 'the records');
      const handed = ids.map((id) => again.session().records[id]?.record.handed.length ?? 0);
      await again.quit();
      return handed;
    };
    // The second one was made after the kill: here it is as if it never was.
    rmSync(join(desk.folder(), 'seat-02'), { recursive: true });
    execFileSync('cp', ['-a', stage, `${stage}-2`]);
    expect(await handedAfter(stage)).toEqual([1, 0]);
    renameSync(place, `${place}-away`);
    expect(await handedAfter(`${stage}-2`)).toEqual([1, 1]);
  });
});
