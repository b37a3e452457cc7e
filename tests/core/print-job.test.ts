import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { startBatches } from '../../electron/export/batch';
import { pageCodes } from '../../electron/export/page-codes';
import type { OnPaper, PaperEnd } from '../../electron/windows/print-window';
import type { Command } from '../../shared/session/commands/commands';
import type { Copy, ToPrint } from '../../shared/session/state/take-home';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, startOnDisk } from './core-on-disk';

interface Desk {
  readonly core: CoreOnDisk;
  readonly copies: readonly Copy[];
  /** What the dialog was shown with, job by job. */
  readonly shown: readonly ToPrint[];
  /** Until the job has come so far. */
  readonly is: (state: string) => Promise<void>;
  /** What the record of a couple says was handed out, once it is on the disk. */
  readonly handed: (id: string) => Promise<readonly string[]>;
}

const seated = [
  { A: 'Ada', B: 'Bo' },
  { A: 'Cleo', B: 'Dee' },
];

/** As many pages as it has sections. */
const pagesOf = async ({ summary, pages }: ToPrint): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  for (const _ of summary?.sections ?? pages?.leaves ?? []) document.addPage();
  return document.save();
};

/** Two couples who said yes to all of it; `dialog` is what stands for the system's. */
async function open(dialog: (core: CoreOnDisk) => OnPaper): Promise<Desk> {
  const userData = await aFolder();
  const core = await startOnDisk(userData);
  core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-07', couples: seated });
  const ids = core.session().retreat?.couples.map(({ id }) => id) ?? [];
  const retreat = core.session().retreat?.id ?? '';
  core.do({ type: 'records/show', sheets: [], whole: [...ids] });
  const isRead = (id: string): boolean =>
    (['records', 'charters', 'practices'] as const).every((kind) => core.session()[kind][id] !== undefined);
  await until(() => ids.every(isRead), 'what is theirs');
  for (const id of ids) {
    const yes = (['A', 'B'] as const).flatMap((side) =>
      (['record', 'export'] as const).map(
        (scope): Command => ({ type: 'record/consent', id, retreat, side, scope, given: true }),
      ),
    );
    const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
    const value = { kind: 'long-text', text: 'Sundays' } as const;
    core.do(...yes, { type: 'record/answer', id, retreat, ...plan, value });
  }
  const shown: ToPrint[] = [];
  const answer = dialog(core);
  startBatches(core.store, {
    print: pagesOf,
    onPaper: (job, stopped) => {
      shown.push(job);
      return answer(job, stopped);
    },
    codeOf: pageCodes(core.store),
    handing: core.autosave.handing,
    rest: () => undefined,
    event: (code) => void core.noted.push(code),
    bug: (error) => void core.bugs.push(error),
  });
  core.store.report({ type: 'take-home/placed', place: join(userData, 'files') });
  return {
    core,
    copies: ids.map((id): Copy => ({ id, version: 'joint' })),
    shown,
    is: (state) => until(() => core.session().printJob?.state === state, state),
    handed: async (id) => {
      await core.saved();
      const { handed } = core.session().records[id]?.record ?? { handed: [] };
      return handed.map(({ format, version }) => `${format} ${version}`);
    },
  };
}

const ends =
  (end: PaperEnd): (() => OnPaper) =>
  () =>
  () =>
    Promise.resolve(end);

const print = ({ core, copies }: Desk): void => core.do({ type: 'print/copies', copies: [...copies], paper: 'A4' });

const takeBack = (core: CoreOnDisk, id: string): void => {
  const retreat = core.session().retreat?.id ?? '';
  core.do({ type: 'record/consent', id, retreat, side: 'B', scope: 'export', given: false });
};

/** A dialog that stays open until the test answers it. */
function held(): { readonly dialog: () => OnPaper; readonly answer: (end: PaperEnd) => void } {
  let answer: (end: PaperEnd) => void = () => undefined;
  return {
    dialog: () => (_, stopped) =>
      Promise.race([
        new Promise<PaperEnd>((resolve) => {
          answer = resolve;
        }),
        stopped.then((): PaperEnd => 'stopped'),
      ]),
    answer: (end) => answer(end),
  };
}

it('goes to the system’s dialog as one job, each copy with its pages counted, and is noted in each record as paper', async () => {
  const desk = await open(ends('printed'));
  print(desk);
  await desk.is('printed');
  expect(desk.shown).toHaveLength(1);
  const [job] = desk.shown;
  expect(job?.stack?.map(({ summary, count }) => count - (summary?.sections.length ?? 0))).toEqual([0, 0]);
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual(['paper joint']);
  expect(desk.core.bugs).toEqual([]);
});

it.each([
  ['left', 'left', null],
  ['no-printer', 'failed', 'no-printer'],
  ['refused', 'failed', 'printer'],
  ['page', 'failed', 'page'],
] as const)(
  'a dialog that ends as %s prints nothing, notes nothing, and can be asked for again',
  async (end, state, fault) => {
    const desk = await open(ends(end));
    print(desk);
    await desk.is(state);
    expect(desk.core.session().printJob?.fault).toBe(fault);
    for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
    print(desk);
    await until(() => desk.shown.length === 2, 'a second dialog');
  },
);

it('leaves out the copy of a couple that has no yes to files, and says why', async () => {
  const desk = await open(ends('printed'));
  const [first, second] = desk.copies;
  takeBack(desk.core, first?.id ?? '');
  print(desk);
  await desk.is('printed');
  expect(desk.shown[0]?.stack).toHaveLength(1);
  expect(desk.core.session().printJob?.pieces.map(({ fault }) => fault)).toEqual(['no-consent', null]);
  expect(await desk.handed(first?.id ?? '')).toEqual([]);
  expect(await desk.handed(second?.id ?? '')).toEqual(['paper joint']);
});

it('is stopped when a yes is taken back while the dialog is open, whatever is pressed in it then', async () => {
  const { dialog, answer } = held();
  const desk = await open(dialog);
  print(desk);
  await until(() => desk.shown.length === 1, 'the dialog');
  takeBack(desk.core, desk.copies[0]?.id ?? '');
  await desk.is('failed');
  answer('printed');
  expect(desk.core.session().printJob?.fault).toBe('no-consent');
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
});

it('is stopped by hand while the dialog is open, and what else is printed then is a job of its own', async () => {
  const { dialog, answer } = held();
  const desk = await open(dialog);
  print(desk);
  await until(() => desk.shown.length === 1, 'the dialog');
  expect(() => print(desk)).toThrow('already-printing');
  desk.core.do({ type: 'print/stop' });
  print(desk);
  await until(() => desk.shown.length === 2, 'another dialog');
  answer('printed');
  await desk.is('printed');
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual(['paper joint']);
});

it('waits until the files that are being made are there', async () => {
  const desk = await open(ends('printed'));
  const { core, copies } = desk;
  core.do({ type: 'take-home/show', on: true });
  core.do({ type: 'take-home/make', copies: [...copies], formats: ['pdf'], paper: 'A4', encrypted: false });
  print(desk);
  await desk.is('printed');
  expect(core.session().takeHome.batch?.copies.map(({ state }) => state)).toEqual(['made', 'made']);
  for (const { id } of copies) expect(await desk.handed(id)).toEqual(['pdf joint', 'paper joint']);
});

it('prints what is for the room, and notes that nowhere', async () => {
  const desk = await open(ends('printed'));
  desk.core.do({
    type: 'print/printouts',
    printouts: [
      { name: 'cards', exercise: null },
      { name: 'consent-form', exercise: null },
    ],
    paper: 'Letter',
  });
  await desk.is('printed');
  expect(desk.shown[0]?.paper).toBe('Letter');
  expect(desk.shown[0]?.stack?.map(({ pages, count }) => count - (pages?.leaves.length ?? 0))).toEqual([0, 0]);
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
});
