import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { stageApp, unstage } from '../../tests/rig/stage';
import { outFolder, projectFolder } from '../flavours.mjs';
import { Hall } from './hall';
import { busyness, machine } from './machine';
import { notPackaged, type Part, readOptions } from './options';
import { keep, remarks, table } from './report';
import type { Report, Row } from './row';
import { batch, batchFlips, batchMemory } from './rows/batch';
import { findCouple, openRecord } from './rows/couples';
import { digits } from './rows/digits';
import { letter } from './rows/letter';
import { nextToPaint } from './rows/next-to-paint';
import { preview } from './rows/preview';
import { running } from './rows/running';
import { save, saveRecord } from './rows/save';
import { coldStart, largeLibrary } from './rows/starts';
import { ours, packaged } from './subject';

const options = readOptions((process.env.HOLDFAST_BENCH ?? '').split(' ').filter(Boolean));

function unpacked(): string {
  const folders = ['dist/linux-unpacked', 'dist/test-build/linux-unpacked'].map((name) => join(projectFolder, name));
  const found = folders.find((folder) => existsSync(join(folder, 'holdfast')));
  if (found === undefined) throw new Error('There is no packaged build: run `npm run package -- dir` first.');
  return found;
}

test('the bench', async () => {
  // Two runtimes: the memory that two programs of one file share is counted to each by half, and tells nothing of either.
  const staged = stageApp(outFolder('release'), 'copy');
  const ground = stageApp(outFolder('release'), 'copy');
  const pack = options.packaged ? packaged(unpacked()) : null;
  const subject = pack?.subject ?? ours(staged);
  const halls: [Hall, Hall] = [await Hall.open(), await Hall.open()];
  const [hall] = halls;
  const { starts, presses, letters, openings, seconds, saves, batches, minutes } = options;
  const measure: Readonly<Record<Part, () => Promise<Row[]>>> = {
    'cold-start': () => coldStart(subject, ground, hall, starts),
    'large-library': () => largeLibrary(subject, hall, starts),
    next: () => nextToPaint(subject, ground, halls, presses),
    digits: () => digits(staged, ground, halls, seconds),
    letter: () => letter(staged, ground, halls, letters),
    'find-couple': () => findCouple(staged, ground, halls, letters),
    'open-record': () => openRecord(staged, ground, halls, openings),
    save: () => save(saves),
    'save-record': () => saveRecord(saves),
    batch: () => batch(staged, ground, halls, batches),
    'batch-memory': () => batchMemory(staged, hall, batches),
    'batch-flips': () => batchFlips(staged, hall, seconds),
    preview: () => preview(staged, ground, halls, openings),
    running: () => running(subject, ground, halls, minutes),
  };
  const before = busyness();
  const rows: Row[] = [];
  const leftOut: string[] = [];
  const report = (): Report => ({
    app: options.packaged ? 'Holdfast, packaged, release fuses' : 'Holdfast, release flavour',
    machine: machine(staged.runtime.version),
    at: new Date().toISOString(),
    quick: options.quick,
    busy: { before, after: busyness() },
    rows,
    leftOut,
  });
  const name = [
    'bench',
    ...(options.packaged ? ['packaged'] : []),
    ...(options.quick ? ['quick'] : []),
    ...options.only,
  ].join('-');
  let files: string[] = [];
  try {
    for (const part of options.parts) {
      const why = options.packaged ? notPackaged[part] : undefined;
      if (why !== undefined) {
        leftOut.push(`Left out on a packaged build: ${part}; ${why}.`);
        continue;
      }
      console.log(`  measuring: ${part}`);
      rows.push(...(await measure[part]()));
      // After each part, so that a run that is broken off leaves what it had.
      files = keep(report(), name);
    }
  } finally {
    for (const each of halls) await each.close();
    unstage(staged);
    unstage(ground);
    if (pack !== null) rmSync(pack.folder, { recursive: true, force: true });
  }
  console.log(`\n${table(report())}\n\n${remarks(report())}\n\nWritten: ${files.join(', ')}`);
});
