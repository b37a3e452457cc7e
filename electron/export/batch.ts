import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paper } from '../../shared/couple/summary/version';
import type { Session } from '../../shared/session/state/session';
import type { Copy, CopyFault, CopyToMake } from '../../shared/session/state/take-home';
import { leftOutOf, madeNow } from '../../shared/session/view/take-home-view';
import type { logEvent } from '../app/log';
import { durableWrite } from '../library/store/durable-write';
import { type DiskCode, diskCode, errno } from '../library/store/failure';
import type { Store } from '../state/store';
import type { PrintSummary } from '../windows/print-window';
import { fileOf } from './file-names';

interface Workshop {
  readonly print: PrintSummary;
  readonly rest: () => void;
  readonly event: typeof logEvent;
  readonly bug: (error: unknown) => void;
}

/** Told as a fault of the copy, and no batch ends by it. */
class NotMade extends Error {
  readonly fault: CopyFault;

  constructor(fault: CopyFault) {
    super(fault);
    this.fault = fault;
  }
}

const faultOf: Partial<Readonly<Record<DiskCode, CopyFault>>> = {
  'disk-full': 'disk-full',
  'short-write': 'disk-full',
  'no-permission': 'no-permission',
};
const diskFault = (code: DiskCode): CopyFault => faultOf[code] ?? 'disk';

/** How often a page that does not draw is asked. */
const tries = 2;

/** Makes the files of a batch one after another, while there is one that waits. */
export function startBatches(store: Store, { print, rest, event, bug }: Workshop): void {
  let busy = false;
  const sums = new Map<string, string>();

  /** The copy as it may be made at this moment; what consent no longer allows is not. */
  function summaryOf(copy: Copy) {
    const session = store.session();
    const made = madeNow(session, store.book(), copy, leftOutOf(session, copy));
    if (made === null) throw new NotMade('not-open');
    if (made.summary === null)
      throw new NotMade(made.leftOut.some(({ why }) => why === 'no-export') ? 'no-consent' : 'nothing');
    return made.summary;
  }

  async function bytesOf(copy: Copy, paper: Paper): Promise<{ readonly bytes: Uint8Array; readonly text: string }> {
    for (let n = 0; n < tries; n += 1) {
      const summary = summaryOf(copy);
      const bytes = await print({ paper, summary });
      if (bytes !== null) return { bytes, text: JSON.stringify(summary) };
    }
    throw new NotMade('page');
  }

  /** Makes one file. Whatever was withdrawn while its page was drawn keeps it from being written. */
  async function make(copy: Copy, folder: string, file: string, paper: Paper): Promise<void> {
    const { bytes, text } = await bytesOf(copy, paper);
    const target = join(folder, file);
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw new NotMade(diskFault(diskCode(error)));
    });
    if (JSON.stringify(summaryOf(copy)) !== text) throw new NotMade('changed');
    if (await isThere(target)) throw new NotMade('exists');
    const wrote = await durableWrite(target, bytes);
    if (!wrote.ok) throw new NotMade(diskFault(wrote.code));
    sums.set(file, createHash('sha256').update(bytes).digest('hex'));
  }

  async function work(): Promise<void> {
    for (let next = firstWaiting(store.session()); next !== null; next = firstWaiting(store.session())) {
      const { n, copy, folder, paper, session } = next;
      const is = (state: CopyToMake['state'], fault: CopyFault | null, file: string | null): void =>
        store.report({ type: 'take-home/copy', n, is: { state, fault, file } });
      is('making', null, null);
      const file = fileOf(session, copy, 'pdf');
      try {
        await make(copy, folder, file, paper);
        is('made', null, file);
      } catch (error) {
        if (!(error instanceof NotMade)) bug(error);
        is('failed', error instanceof NotMade ? error.fault : 'page', null);
      }
    }
    await writeManifest(store.session());
    const copies = store.session().takeHome.batch?.copies ?? [];
    event('take-home.made', { files: copies.filter(({ state }) => state === 'made').length, of: copies.length });
    rest();
  }

  /** What was made, with a sum by which each file can be checked. No name stands in it. */
  async function writeManifest({ takeHome: { batch } }: Session): Promise<void> {
    const made = batch?.copies.flatMap(({ file }) => (file === null ? [] : [file])) ?? [];
    if (batch === null || made.length === 0) return;
    const lines = made.map((file) => `${sums.get(file) ?? ''}  ${file}`);
    await durableWrite(
      join(batch.place, batch.folder, 'SHA256SUMS.txt'),
      new TextEncoder().encode(`${lines.join('\n')}\n`),
    );
  }

  /** What was asked for while the last batch ended begins after it. */
  function begin(): void {
    if (busy || firstWaiting(store.session()) === null) return;
    busy = true;
    void work()
      .catch(bug)
      .finally(() => {
        busy = false;
        begin();
      });
  }
  store.subscribe(begin);
}

function firstWaiting(session: Session) {
  const { batch } = session.takeHome;
  if (batch === null) return null;
  const n = batch.copies.findIndex(({ state }) => state === 'waits');
  const copy = batch.copies[n];
  return copy === undefined ? null : { n, copy, folder: join(batch.place, batch.folder), paper: batch.paper, session };
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => errno(error) !== 'ENOENT',
  );
