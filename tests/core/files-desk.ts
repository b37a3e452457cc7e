import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { startBatches } from '../../electron/export/batch';
import { pageCodes } from '../../electron/export/page-codes';
import type { OnPaper, PrintSummary } from '../../electron/windows/print-window';
import type { Command } from '../../shared/session/commands/commands';
import type { Copy, ToPrint } from '../../shared/session/state/take-home';
import { aFolder, until } from '../unit/library-kit';
import { wantedIn } from '../wanted';
import { type CoreOnDisk, startOnDisk } from './core-on-disk';

type Tools = Parameters<typeof startBatches>[1];

/** A core at which files are made and copies printed for two couples, who said yes to all of it. */
export interface FilesDesk {
  readonly core: CoreOnDisk;
  readonly userData: string;
  /** The copy for both of each couple. */
  readonly copies: readonly Copy[];
  readonly place: string;
  /** The folder of the batch. */
  readonly folder: () => string;
  /** What there is in it, half files too. */
  readonly files: () => readonly string[];
  /** What each print dialog was shown with. */
  readonly shown: readonly ToPrint[];
  /** Makes a PDF of each copy, and waits for the end of the batch. */
  readonly make: () => Promise<void>;
  readonly print: () => void;
  /** Until the print job has come so far. */
  readonly isPrint: (state: string) => Promise<void>;
  /** How each file of the batch ended: "made", or why not. */
  readonly ends: () => readonly string[];
  /** What the record of a couple says was handed out, once it is on the disk. */
  readonly handed: (id: string) => Promise<readonly string[]>;
}

const seated = [
  { A: 'Ada', B: 'Bo' },
  { A: 'Cleo', B: 'Dee' },
];

/** As many pages as it has sections, or leaves. */
export const pagesOf: PrintSummary = async ({ summary, pages }) => {
  const document = await PDFDocument.create();
  for (const _ of summary?.sections ?? pages?.leaves ?? []) document.addPage();
  return document.save();
};

interface FilesDeskOptions {
  readonly onPaper?: OnPaper;
  readonly place?: string;
  readonly print?: PrintSummary;
  readonly onStep?: Tools['onStep'];
}

export async function openFilesDesk(options: FilesDeskOptions = {}): Promise<FilesDesk> {
  const userData = await aFolder();
  const core = await startOnDisk(userData);
  core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-07', couples: seated });
  const { retreat } = core.session();
  const ids = retreat?.couples.map(({ id }) => id) ?? [];
  core.do({ type: 'records/show', sheets: [], whole: [...ids] });
  const isRead = (id: string): boolean =>
    (['records', 'charters', 'practices'] as const).every((kind) => core.session()[kind][id] !== undefined);
  await until(() => ids.every(isRead), 'what is theirs');
  for (const id of ids) {
    const of = { id, retreat: retreat?.id ?? '' };
    const yes = (['A', 'B'] as const).flatMap((side) =>
      (['record', 'export'] as const).map(
        (scope): Command => ({ type: 'record/consent', ...of, side, scope, given: true }),
      ),
    );
    const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
    core.do(...yes, { type: 'record/answer', ...of, ...plan, value: { kind: 'long-text', text: 'Sundays' } });
  }
  await core.saved();
  const shown: ToPrint[] = [];
  const { onPaper = () => Promise.resolve('no-printer'), print = pagesOf, onStep } = options;
  startBatches(core.store, {
    print,
    onPaper: (job, stopped, on) => {
      shown.push(job);
      return onPaper(job, stopped, on);
    },
    printers: () => Promise.resolve([]),
    handing: core.autosave.handing,
    codeOf: pageCodes(core.store),
    rest: () => undefined,
    event: (code) => void core.noted.push(code),
    bug: (error) => void core.bugs.push(error),
    ...(onStep && { onStep }),
  });
  const place = options.place ?? join(userData, 'files');
  core.store.report({ type: 'take-home/placed', place });
  core.do({ type: 'take-home/show', on: true });
  const batch = () => core.session().takeHome.batch;
  const copies = ids.map((id): Copy => ({ id, version: 'joint' }));
  return {
    core,
    userData,
    copies,
    place,
    folder: () => join(place, batch()?.folder ?? ''),
    files: () => {
      const all = readdirSync(join(place, batch()?.folder ?? ''), { recursive: true, withFileTypes: true });
      return all
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    },
    shown,
    make: async () => {
      core.do({ type: 'take-home/make', copies: wantedIn(['pdf'], copies), paper: 'A4', encrypted: false });
      await until(() => core.noted.includes('take-home.made'), 'the end of the batch', 15_000);
    },
    print: () => core.do({ type: 'print/copies', copies, paper: 'A4' }),
    isPrint: (state) => until(() => core.session().printJob?.state === state, state),
    ends: () => batch()?.copies.map(({ state, fault }) => fault ?? state) ?? [],
    handed: async (id) => {
      await core.saved();
      const { handed } = core.session().records[id]?.record ?? { handed: [] };
      return handed.map(({ format, version }) => `${format} ${version}`);
    },
  };
}
