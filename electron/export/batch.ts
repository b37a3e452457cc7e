import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { CopyFault } from '../../shared/session/state/take-home';
import type { logEvent } from '../app/log';
import { durableWrite, type WriteStep } from '../library/store/durable-write';
import { type DiskCode, diskCode, errno } from '../library/store/failure';
import type { Handing } from '../persistence/handing';
import type { Store } from '../state/store';
import type { OnPaper, Printers, PrintSummary } from '../windows/print-window';
import { intentsOf } from './intents';
import { type Beside, type CodeOf, NotMade } from './maker';
import { printJobs } from './print-job';
import { nextWaiting, type Waiting } from './queues';
import { sweepHalfFiles } from './sweep';

interface Workshop {
  readonly print: PrintSummary;
  readonly onPaper: OnPaper;
  readonly printers: Printers;
  readonly codeOf: CodeOf;
  readonly handing: Handing;
  /** Told after each step of writing a file. */
  readonly onStep?: (step: WriteStep) => void;
  readonly rest: () => void;
  readonly event: typeof logEvent;
  readonly bug: (error: unknown) => void;
}

const faultOf: Partial<Readonly<Record<DiskCode, CopyFault>>> = {
  'disk-full': 'disk-full',
  'short-write': 'disk-full',
  'no-permission': 'no-permission',
  'rename-refused': 'locked',
};
const diskFault = (code: DiskCode): CopyFault => faultOf[code] ?? 'disk';

/** How often a page that does not draw is asked. */
const tries = 2;

/** How long a batch waits for a note of what was made to be on the disk. */
const notingMs = 5000;

/** Makes the files of every batch one after another, while there is one that waits; what is to be printed waits for its turn among them. */
export function startBatches(
  store: Store,
  { print, onPaper, printers, codeOf, handing, rest, event, bug, onStep }: Workshop,
): void {
  const intents = intentsOf(store, handing);
  const paper = printJobs(store, { print, onPaper, printers, rest, bug });
  let busy = false;
  let looks: (() => void) | null = null;
  /** The sum of each file that was made, by its folder and its name in it. */
  const sums = new Map<string, Map<string, string>>();

  async function bytesOf({
    making,
    paper,
    lock,
  }: Waiting): Promise<{ readonly bytes: Uint8Array; readonly from: string; readonly beside: readonly Beside[] }> {
    for (let n = 0; n < tries; n += 1) {
      const made = making();
      const bytes = await made.bytes({ print, paper, codeOf, phrase: lock?.phrase ?? null });
      if (bytes !== null) return { bytes, from: JSON.stringify(made.from), beside: made.beside ?? [] };
    }
    throw new NotMade('page');
  }

  /**
   * Makes one file; it is written once that before it is noted. Whatever was withdrawn while its bytes were made keeps it from being
   * written.
   */
  async function make(waiting: Waiting, before: Promise<void>): Promise<void> {
    const { bytes, from, beside } = await bytesOf(waiting);
    await before;
    const { lock } = waiting;
    const folder = join(waiting.place, waiting.folder);
    const target = join(folder, waiting.file);
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw new NotMade(diskFault(diskCode(error)));
    });
    if (JSON.stringify(waiting.making().from) !== from) throw new NotMade('changed');
    if (await isThere(target)) throw new NotMade('exists');
    for (const other of beside) {
      const there = posix.join(posix.dirname(waiting.file), other.name);
      if (!(await isThere(join(folder, there)))) await write(folder, there, other.bytes);
    }
    await write(folder, waiting.file, bytes);
    // Taken back while it was written: it is not left there.
    if (!isStill(waiting, from)) {
      sums.get(folder)?.delete(waiting.file);
      await rm(target, { force: true });
      throw new NotMade('changed');
    }
    if (lock !== null) store.report(lock.is);
  }

  async function write(folder: string, file: string, bytes: Uint8Array): Promise<void> {
    const wrote = await durableWrite(join(folder, file), bytes, { ...(onStep && { onStep }) });
    if (!wrote.ok) throw new NotMade(diskFault(wrote.code));
    const others = sums.get(folder) ?? new Map<string, string>();
    sums.set(folder, others.set(file, createHash('sha256').update(bytes).digest('hex')));
  }

  /** Until the record says on the disk that it was handed out, or the disk will not take it for now: the library goes on trying. */
  async function noted({ isNoted }: Waiting): Promise<void> {
    if (isNoted()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, notingMs);
      looks = () => {
        if (!isNoted()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    looks = null;
  }

  async function work(): Promise<void> {
    let of = 0;
    let files = 0;
    const folders = new Set<string>();
    /** Until the last file that was made is noted: the pages of the next are drawn meanwhile. */
    let note = Promise.resolve();
    for (let next = nextWaiting(store); next !== null; next = nextWaiting(store)) {
      const own = paper.next();
      // Who waits for it has the laptop in their hands, and the batch has time.
      if (own !== null && own.on !== null) await paper.work(own);
      const { is, file, place, folder } = next;
      of += 1;
      store.report(is({ state: 'making', fault: null, file: null }));
      try {
        if (next.entry !== null) await intents.need(next.entry);
        await make(next, note);
        files += 1;
        folders.add(join(place, folder));
        store.report(is({ state: 'made', fault: null, file }));
        note = noted(next);
      } catch (error) {
        if (!(error instanceof NotMade)) bug(error);
        store.report(is({ state: 'failed', fault: error instanceof NotMade ? error.fault : 'page', file: null }));
      }
    }
    await note;
    for (const folder of folders) await writeManifest(folder);
    intents.ended();
    event('take-home.made', { files, of });
    rest();
  }

  /** What was made, with a sum by which each file can be checked. It names the files as they are named: by couple only if that was asked (S11). */
  async function writeManifest(folder: string): Promise<void> {
    const lines = [...(sums.get(folder) ?? [])].map(([file, sum]) => `${sum}  ${file}\n`);
    await durableWrite(join(folder, 'SHA256SUMS.txt'), new TextEncoder().encode(lines.join('')));
  }

  /** What was asked for while the last batch ended begins after it. */
  function begin(): void {
    if (busy) return;
    const job = paper.next();
    const isFile = nextWaiting(store) !== null;
    if (!isFile && job === null) return;
    busy = true;
    void (isFile || job === null ? work() : paper.work(job)).catch(bug).finally(() => {
      busy = false;
      begin();
    });
  }
  let swept: string | null = null;
  /** What an earlier process left half made in this place goes before anything is made there. */
  function sweep(): void {
    const { place } = store.session().takeHome;
    if (place === null || place === swept) return;
    swept = place;
    void sweepHalfFiles(place);
  }
  store.subscribe(() => {
    looks?.();
    paper.look();
    intents.look();
    sweep();
    begin();
  });
}

/** Whether the same would stand in it at this moment. */
function isStill({ making }: Waiting, from: string): boolean {
  try {
    return JSON.stringify(making().from) === from;
  } catch (error) {
    if (error instanceof NotMade) return false;
    throw error;
  }
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => errno(error) !== 'ENOENT',
  );
