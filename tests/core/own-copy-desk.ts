import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, onTestFinished } from 'vitest';
import { startBatches } from '../../electron/export/batch';
import { pageCodes } from '../../electron/export/page-codes';
import { type HandoverLock, keepHandover } from '../../electron/persistence/handover-lock';
import { pinFile } from '../../electron/persistence/pin-file';
import { surfaces } from '../../electron/surfaces/surfaces';
import type { OnPaper, PrintSummary } from '../../electron/windows/print-window';
import type { OwnCopyView, PaperPrinter } from '../../shared/couple/handover-view';
import type { Side } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { handoverView } from '../../shared/session/view/handover-view';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, startOnDisk } from './core-on-disk';

export const pin = '2580';
const exercise = 'trigger-map';
export const secret = 'zz-only-i-5f1e';

/** Pages that say it in their title, as the hidden page would. */
export const pagesOf: PrintSummary = async ({ summary }) => {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(JSON.stringify(summary));
  return document.save();
};

/** A core whose facilitator hands the laptop to partners, who look at their own copies. */
export interface Desk {
  readonly core: CoreOnDisk;
  readonly lock: HandoverLock;
  readonly userData: string;
  readonly place: string;
  readonly couple: string;
  readonly give: (side: Side) => Promise<void>;
  /** Asked by the page in their hands; why not, as a code. */
  readonly ask: (...commands: readonly Command[]) => string | null;
  readonly own: () => OwnCopyView | null;
  /** All that every page but the one in their hands and the one that prints was ever shown. */
  readonly shown: () => string;
  /** The files there are below the place. */
  readonly files: () => readonly string[];
  /** A's words, closed to everybody else, and their yes to files. */
  readonly write: () => void;
  readonly make: (form?: 'pages' | 'data') => Promise<string>;
}

export const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    : [];

/** Until all that was to be made is, its sums too. */
export const isOver = ({ noted }: CoreOnDisk, times = 1) =>
  until(() => noted.filter((code) => code === 'take-home.made').length >= times, 'the end');

interface DeskOptions {
  readonly print?: PrintSummary;
  /** Where files go. */
  readonly at?: string;
  readonly onPaper?: OnPaper;
  readonly printers?: readonly PaperPrinter[];
}

export async function openDesk({ print = pagesOf, at, onPaper, printers = [] }: DeskOptions = {}): Promise<Desk> {
  const userData = await aFolder();
  const core = await startOnDisk(userData);
  const pins = pinFile(userData, () => core.clock.now().wall);
  const lock = keepHandover(core.store, core.clock, pins, {
    event: (code) => void core.noted.push(code),
    bug: (bug) => void core.bugs.push(bug),
  });
  onTestFinished(lock.stop);
  core.do({
    type: 'retreat/create',
    program: 'evening',
    title: 'Spring',
    date: '2026-03-07',
    couples: [{ A: 'Ada', B: 'Bo' }],
  });
  await lock.choosePin(pin);
  startBatches(core.store, {
    print,
    onPaper: onPaper ?? (() => Promise.resolve('no-printer')),
    printers: () => Promise.resolve(printers),
    handing: core.autosave.handing,
    codeOf: pageCodes(core.store),
    rest: () => undefined,
    event: (code) => void core.noted.push(code),
    bug: (error) => void core.bugs.push(error),
  });
  const place = at ?? join(await aFolder(), 'files');
  core.store.report({ type: 'take-home/placed', place });
  const couple = core.session().retreat?.couples[0]?.id ?? '';
  const shown = new Set<string>();
  core.store.subscribe(() => {
    for (const { views } of [surfaces.console, surfaces.room])
      for (const view of views) shown.add(JSON.stringify(view.of(core.session(), core.store.book())));
  });
  const own = () => handoverView(core.session(), core.store.book()).page?.own ?? null;
  const ask: Desk['ask'] = (...commands) => {
    for (const command of commands) {
      const answer = core.store.ask(command, surfaces.handover);
      if (!answer.ok) return answer.refusal.code;
    }
    return null;
  };
  return {
    core,
    lock,
    userData,
    place,
    couple,
    own,
    ask,
    give: async (side) => {
      const retreat = core.session().retreat?.id ?? '';
      core.do({ type: 'handover/begin', id: couple, retreat, side, exercise });
      await until(() => handoverView(core.session(), core.store.book()).state === 'open', 'the hands');
      expect(ask({ type: 'handover/own', on: true })).toBe(null);
      await until(() => own()?.isRead === true, 'what is theirs');
    },
    shown: () => [...shown].join('\n'),
    files: () => filesIn(place),
    write: () =>
      expect(
        ask(
          { type: 'handover/consent', scope: 'record', given: true },
          { type: 'handover/answer', field: 'trigger', value: { kind: 'long-text', text: secret } },
          { type: 'handover/consent', scope: 'export', given: true },
        ),
      ).toBe(null),
    make: async (form = 'pages') => {
      expect(ask({ type: 'handover/make', form, paper: 'A4' })).toBe(null);
      await until(() => own()?.phrase != null, 'the phrase');
      await isOver(core);
      return own()?.phrase ?? '';
    },
  };
}
