import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OnPaper, PaperEnd } from '../../electron/windows/print-window';
import type { Command } from '../../shared/session/commands/commands';
import { until } from '../unit/library-kit';
import { type Desk, filesIn, openDesk, pin, secret } from './own-copy-desk';

const printers = [
  { name: 'hall', title: 'The printer in the hall' },
  { name: 'office', title: 'The office' },
];

const onHall: Command = { type: 'handover/print', printer: 'hall', paper: 'Letter' };

type Asked = Parameters<OnPaper>;

/** A desk whose printers end a job as told, once they are let; until then, like the real ones, they can be stopped. */
async function openPrinting(end: PaperEnd = 'printed') {
  const asked: Asked[] = [];
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const desk = await openDesk({
    printers,
    onPaper: (...job) => {
      asked.push(job);
      return Promise.race([gate.then(() => end), job[1].then((): PaperEnd => 'stopped')]);
    },
  });
  await desk.give('A');
  await until(() => desk.own()?.printers !== null, 'the printers');
  desk.write();
  return { desk, asked, letGo };
}

const state = ({ core }: Desk) => core.session().ownPrint?.state;

async function handed({ core, couple }: Desk): Promise<readonly string[]> {
  await core.saved();
  const all = core.session().records[couple]?.record.handed ?? [];
  return all.map(({ format, version }) => `${format} ${version}`);
}

it('goes to the printer they chose, whole, without a dialog, and is noted as their paper', async () => {
  const { desk, asked, letGo } = await openPrinting();
  expect(desk.own()?.printers).toEqual(printers);
  expect(desk.ask(onHall)).toBe(null);
  await until(() => asked.length === 1, 'the printer');
  expect(desk.own()?.printing).toBe(true);
  const [job, , on] = asked[0] ?? [];
  const { paper, stack } = job ?? {};
  expect([paper, on, stack?.length, JSON.stringify(stack).includes(secret)]).toEqual(['Letter', 'hall', 1, true]);
  // Its title is what a printer and its computer keep.
  expect(stack?.[0]?.summary?.title).toBe('What we take home');
  letGo();
  await until(() => desk.own()?.printed === true, 'the paper');
  expect(desk.own()).toMatchObject({ printing: false, failed: null });
  expect(await handed(desk)).toEqual(['paper A']);
  expect(desk.files()).toEqual([]);
});

it('is printed without what they left out', async () => {
  const { desk, asked } = await openPrinting();
  const more: Command = { type: 'handover/answer', field: 'echo', value: { kind: 'long-text', text: 'another' } };
  expect(desk.ask(more)).toBe(null);
  const [item] = desk.own()?.contents[0]?.items ?? [];
  expect(desk.ask({ type: 'handover/leave-out', part: item?.id ?? '', out: true }, onHall)).toBe(null);
  await until(() => asked.length === 1, 'the printer');
  expect(JSON.stringify(asked[0]?.[0])).not.toContain(secret);
  expect(desk.ask({ type: 'handover/leave-out', part: item?.id ?? '', out: false })).toBe('already-printing');
});

it.each<readonly [PaperEnd, string]>([
  ['refused', 'The printer did not take your copy.'],
  ['no-printer', 'The printer did not take your copy.'],
  ['page', 'The printer did not take your copy.'],
])('that ends as %s says so, notes nothing, and can be tried again', async (end, says) => {
  const { desk, asked, letGo } = await openPrinting(end);
  expect(desk.ask(onHall)).toBe(null);
  letGo();
  await until(() => desk.own()?.failed != null, 'why not');
  expect(desk.own()?.failed).toContain(says);
  expect(desk.own()?.printed).toBe(false);
  expect(await handed(desk)).toEqual([]);
  expect(desk.ask(onHall)).toBe(null);
  await until(() => asked.length === 2, 'another try');
});

it.each<readonly [string, string | null, (desk: Desk) => void]>([
  ['the laptop is locked', null, ({ core }) => core.store.report({ type: 'handover/lock' })],
  ['its place is left', null, ({ ask }) => void ask({ type: 'handover/own', on: false })],
  ['they are done', null, ({ ask }) => void ask({ type: 'handover/done' })],
  [
    'their yes to files is taken back',
    'Your copy was not printed, because your yes to files was taken back.',
    ({ ask }) => void ask({ type: 'handover/consent', scope: 'export', given: false }),
  ],
  [
    'something in it changes',
    'Something in it changed meanwhile, so it was not printed. You can print it once more.',
    ({ ask }) => void ask({ type: 'handover/answer', field: 'trigger', value: { kind: 'long-text', text: 'other' } }),
  ],
])('is stopped when %s before the printer has it, and notes nothing', async (_, failed, happens) => {
  const { desk, asked, letGo } = await openPrinting();
  expect(desk.ask(onHall)).toBe(null);
  await until(() => asked.length === 1, 'the printer');
  happens(desk);
  await until(() => state(desk) === 'left' || state(desk) === 'failed', 'the end of it');
  letGo();
  expect(desk.own()?.failed ?? null).toBe(failed);
  expect(desk.core.session().records[desk.couple]?.record.handed ?? []).toEqual([]);
});

it('that the printer has is noted though they left meanwhile, for paper cannot be taken back', async () => {
  let letGo: () => void = () => undefined;
  const desk = await openDesk({
    printers,
    // The printer has it: nothing stops it any more.
    onPaper: () =>
      new Promise<PaperEnd>((resolve) => {
        letGo = () => resolve('printed');
      }),
  });
  await desk.give('A');
  await until(() => desk.own()?.printers !== null, 'the printers');
  desk.write();
  expect(desk.ask(onHall)).toBe(null);
  await until(() => state(desk) === 'asking', 'the printer');
  expect(desk.ask({ type: 'handover/done' })).toBe(null);
  await desk.lock.pin(pin);
  letGo();
  await until(() => state(desk) === 'printed', 'the paper');
  await desk.give('A');
  expect(await handed(desk)).toEqual(['paper A']);
  expect(desk.own()?.printed).toBe(false);
});

it('is printed for nobody who has not said yes to files, on no printer that was not shown, and not twice at once', async () => {
  const { desk } = await openPrinting();
  expect(desk.ask({ ...onHall, printer: 'elsewhere' })).toBe('no-such-printer');
  expect(desk.ask({ type: 'handover/consent', scope: 'export', given: false })).toBe(null);
  expect(desk.ask(onHall)).toBe('consent-missing');
  expect(desk.ask({ type: 'handover/consent', scope: 'export', given: true }, onHall)).toBe(null);
  expect(desk.ask(onHall)).toBe('already-printing');
  expect(desk.ask({ type: 'handover/make', form: 'pages', paper: 'A4' })).toBe('already-printing');
  expect(desk.ask({ type: 'handover/own', on: false }, onHall)).toBe('nothing-to-make');
});

it('leaves no word of it in what any other page is shown, in a log, or in a file but the record', async () => {
  const { desk, letGo } = await openPrinting();
  letGo();
  expect(desk.ask(onHall)).toBe(null);
  await until(() => desk.own()?.printed === true, 'the paper');
  expect(desk.ask({ type: 'handover/done' })).toBe(null);
  await desk.lock.pin(pin);
  desk.core.do({ type: 'take-home/show', on: true });
  await desk.core.saved();
  expect(desk.shown()).not.toContain(secret);
  expect(desk.core.noted.join('\n')).not.toContain(secret);
  expect(JSON.stringify(desk.core.session().ownPrint)).not.toContain(secret);
  const holding = [desk.userData, desk.place].flatMap((folder) =>
    filesIn(folder).filter((name) => readFileSync(join(folder, name)).includes(secret)),
  );
  expect(holding.filter((name) => !name.includes('record'))).toEqual([]);
  expect(desk.core.bugs).toEqual([]);
});
