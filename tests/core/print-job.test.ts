import { expect, it } from 'vitest';
import type { OnPaper, PaperEnd } from '../../electron/windows/print-window';
import { until } from '../unit/library-kit';
import { wantedIn } from '../wanted';
import type { CoreOnDisk } from './core-on-disk';
import { openFilesDesk } from './files-desk';

const ends =
  (end: PaperEnd): OnPaper =>
  () =>
    Promise.resolve(end);

const takeBack = (core: CoreOnDisk, id: string): void => {
  const retreat = core.session().retreat?.id ?? '';
  core.do({ type: 'record/consent', id, retreat, side: 'B', scope: 'export', given: false });
};

/** A dialog that stays open until the test answers it. */
function held(): { readonly dialog: OnPaper; readonly answer: (end: PaperEnd) => void } {
  let answer: (end: PaperEnd) => void = () => undefined;
  return {
    dialog: (_, stopped) =>
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
  const desk = await openFilesDesk({ onPaper: ends('printed') });
  desk.print();
  await desk.isPrint('printed');
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
    const desk = await openFilesDesk({ onPaper: ends(end) });
    desk.print();
    await desk.isPrint(state);
    expect(desk.core.session().printJob?.fault).toBe(fault);
    for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
    desk.print();
    await until(() => desk.shown.length === 2, 'a second dialog');
  },
);

it('leaves out the copy of a couple that has no yes to files, and says why', async () => {
  const desk = await openFilesDesk({ onPaper: ends('printed') });
  const [first, second] = desk.copies;
  takeBack(desk.core, first?.id ?? '');
  desk.print();
  await desk.isPrint('printed');
  expect(desk.shown[0]?.stack).toHaveLength(1);
  expect(desk.core.session().printJob?.pieces.map(({ fault }) => fault)).toEqual(['no-consent', null]);
  expect(await desk.handed(first?.id ?? '')).toEqual([]);
  expect(await desk.handed(second?.id ?? '')).toEqual(['paper joint']);
});

it('is stopped when a yes is taken back while the dialog is open, whatever is pressed in it then', async () => {
  const { dialog, answer } = held();
  const desk = await openFilesDesk({ onPaper: dialog });
  desk.print();
  await until(() => desk.shown.length === 1, 'the dialog');
  takeBack(desk.core, desk.copies[0]?.id ?? '');
  await desk.isPrint('failed');
  answer('printed');
  expect(desk.core.session().printJob?.fault).toBe('no-consent');
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
});

it('is stopped by hand while the dialog is open, and what else is printed then is a job of its own', async () => {
  const { dialog, answer } = held();
  const desk = await openFilesDesk({ onPaper: dialog });
  desk.print();
  await until(() => desk.shown.length === 1, 'the dialog');
  expect(() => desk.print()).toThrow('already-printing');
  desk.core.do({ type: 'print/stop' });
  desk.print();
  await until(() => desk.shown.length === 2, 'another dialog');
  answer('printed');
  await desk.isPrint('printed');
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual(['paper joint']);
});

it('is stopped when the laptop is handed over while the dialog is open, says so, and keeps nobody there waiting', async () => {
  const { dialog, answer } = held();
  const desk = await openFilesDesk({ onPaper: dialog });
  desk.core.store.report({ type: 'pin/known', set: true });
  desk.print();
  await until(() => desk.shown.length === 1, 'the dialog');
  const retreat = desk.core.session().retreat?.id ?? '';
  const [{ id } = { id: '' }] = desk.copies;
  desk.core.do({ type: 'handover/begin', id, retreat, side: 'A', exercise: 'trigger-map' });
  await desk.isPrint('failed');
  expect(desk.core.session().printJob?.fault).toBe('handed-over');
  answer('printed');
  desk.core.store.report({ type: 'handover/marked', ok: true });
  desk.core.store.report({ type: 'handover/left', byPin: true });
  // The next dialog is not kept waiting by the one that is gone.
  const printouts = [{ name: 'consent-form', exercise: null } as const];
  desk.core.do({ type: 'print/printouts', printouts, paper: 'A4' });
  await until(() => desk.shown.length === 2, 'another dialog');
  for (const copy of desk.copies) expect(await desk.handed(copy.id)).toEqual([]);
});

it('waits until the files that are being made are there', async () => {
  const desk = await openFilesDesk({ onPaper: ends('printed') });
  const { core, copies } = desk;
  core.do({ type: 'take-home/make', copies: wantedIn(['pdf'], copies), paper: 'A4', encrypted: false });
  desk.print();
  await desk.isPrint('printed');
  expect(core.session().takeHome.batch?.copies.map(({ state }) => state)).toEqual(['made', 'made']);
  for (const { id } of copies) expect(await desk.handed(id)).toEqual(['pdf joint', 'paper joint']);
});

it('prints what is for the room, and notes that nowhere', async () => {
  const desk = await openFilesDesk({ onPaper: ends('printed') });
  desk.core.do({
    type: 'print/printouts',
    printouts: [
      { name: 'cards', exercise: null },
      { name: 'consent-form', exercise: null },
    ],
    paper: 'Letter',
  });
  await desk.isPrint('printed');
  expect(desk.shown[0]?.paper).toBe('Letter');
  expect(desk.shown[0]?.stack?.map(({ pages, count }) => count - (pages?.leaves.length ?? 0))).toEqual([0, 0]);
  for (const { id } of desk.copies) expect(await desk.handed(id)).toEqual([]);
});
