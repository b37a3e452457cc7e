import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBatches } from '../../electron/export/batch';
import type { PrintSummary } from '../../electron/windows/print-window';
import type { Printout } from '../../shared/exercise/printouts/printout';
import { aFolder, until } from '../unit/library-kit';
import { startOnDisk } from './core-on-disk';

const form: Printout = { name: 'consent-form', exercise: null };
const cards: Printout = { name: 'cards', exercise: null };
const map: Printout = { name: 'worksheet', exercise: 'trigger-map' };

/** A retreat with a couple, whose printouts are given as they would be drawn. */
async function open(print: (bytes: PrintSummary) => PrintSummary) {
  const core = await startOnDisk(await aFolder());
  const couples = [{ A: 'Adalind', B: 'Borchert' }];
  core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-07', couples });
  const place = join(await aFolder(), 'files');
  startBatches(core.store, {
    print: print(({ pages }) => Promise.resolve(new TextEncoder().encode(JSON.stringify(pages)))),
    onPaper: () => Promise.resolve('no-printer'),
    printers: () => Promise.resolve([]),
    codeOf: () => Promise.resolve(''),
    handing: core.autosave.handing,
    rest: () => undefined,
    event: (code) => void core.noted.push(code),
    bug: (error) => void core.bugs.push(error),
  });
  core.store.report({ type: 'take-home/placed', place });
  const batch = () => core.session().printouts.batch;
  return {
    core,
    ends: () => batch()?.printouts.map(({ state, fault }) => fault ?? state) ?? [],
    folder: () => join(place, batch()?.folder ?? ''),
    ended: (times: number) =>
      until(() => core.noted.filter((code) => code === 'take-home.made').length === times, 'the end of the batch'),
  };
}

describe('the files of what is printed for the room', () => {
  it('are made each once into a folder of their own, with a sum of each, and no couple is in them', async () => {
    const shop = await open((bytes) => bytes);
    shop.core.do({ type: 'printouts/make', printouts: [form, cards, map, form], paper: 'Letter' });
    await shop.ended(1);
    expect(shop.ends()).toEqual(['made', 'made', 'made']);
    const made = ['cards.pdf', 'consent-form.pdf', 'worksheet-trigger-map.pdf'];
    expect(readdirSync(shop.folder()).sort()).toEqual(['SHA256SUMS.txt', ...made]);
    const sums = readFileSync(join(shop.folder(), 'SHA256SUMS.txt'), 'utf8').trim().split('\n');
    expect(sums.map((line) => line.split('  ')[1]).sort()).toEqual(made);
    for (const line of sums) {
      const [sum = '', file = ''] = line.split('  ');
      const bytes = readFileSync(join(shop.folder(), file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
      expect(bytes.toString()).not.toMatch(/Adalind|Borchert/);
    }
    expect(shop.core.bugs).toEqual([]);
  });

  it('fail alone where a page is not drawn, and are made when asked again', async () => {
    let hangs = true;
    const shop = await open(
      (bytes) => (job) => (hangs && job.pages?.set === 'wall' ? Promise.resolve(null) : bytes(job)),
    );
    shop.core.do({ type: 'printouts/make', printouts: [form, cards, map], paper: 'A4' });
    await shop.ended(1);
    expect(shop.ends()).toEqual(['made', 'page', 'made']);
    hangs = false;
    shop.core.do({ type: 'printouts/again' });
    await shop.ended(2);
    expect(shop.ends()).toEqual(['made', 'made', 'made']);
    expect(readFileSync(join(shop.folder(), 'SHA256SUMS.txt'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('say so where there is nothing on one, and write none', async () => {
    const shop = await open((bytes) => bytes);
    const breath: Printout = { name: 'worksheet', exercise: 'arrival-breath' };
    shop.core.do({ type: 'printouts/make', printouts: [breath, form], paper: 'A4' });
    await shop.ended(1);
    expect(shop.ends()).toEqual(['nothing', 'made']);
    expect(readdirSync(shop.folder()).sort()).toEqual(['SHA256SUMS.txt', 'consent-form.pdf']);
  });
});
