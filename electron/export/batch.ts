import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formats } from '../../shared/couple/summary/formats';
import type { Paper } from '../../shared/couple/summary/version';
import { needsRecord } from '../../shared/session/commands/record-rules';
import type { Session } from '../../shared/session/state/session';
import type { CopyFault, CopyToMake } from '../../shared/session/state/take-home';
import type { logEvent } from '../app/log';
import { durableWrite } from '../library/store/durable-write';
import { type DiskCode, diskCode, errno } from '../library/store/failure';
import type { Store } from '../state/store';
import type { PrintSummary } from '../windows/print-window';
import { fileOf } from './file-names';
import { makers } from './formats';
import { type CodeOf, NotMade } from './maker';

interface Workshop {
  readonly print: PrintSummary;
  readonly codeOf: CodeOf;
  readonly rest: () => void;
  readonly event: typeof logEvent;
  readonly bug: (error: unknown) => void;
}

const faultOf: Partial<Readonly<Record<DiskCode, CopyFault>>> = {
  'disk-full': 'disk-full',
  'short-write': 'disk-full',
  'no-permission': 'no-permission',
};
const diskFault = (code: DiskCode): CopyFault => faultOf[code] ?? 'disk';

/** How often a page that does not draw is asked. */
const tries = 2;

/** How long a batch waits for a note of what was made to be on the disk. */
const notingMs = 5000;

/** Makes the files of a batch one after another, while there is one that waits. */
export function startBatches(store: Store, { print, codeOf, rest, event, bug }: Workshop): void {
  let busy = false;
  let looks: (() => void) | null = null;
  const sums = new Map<string, string>();

  async function bytesOf(
    copy: CopyToMake,
    paper: Paper,
  ): Promise<{ readonly bytes: Uint8Array; readonly from: string }> {
    // What could not be noted in the record is not handed out.
    if (needsRecord(store.session(), copy.id) !== null) throw new NotMade('not-open');
    for (let n = 0; n < tries; n += 1) {
      const making = makingOf(copy);
      const bytes = await making.bytes({ print, paper, codeOf });
      if (bytes !== null) return { bytes, from: JSON.stringify(making.from) };
    }
    throw new NotMade('page');
  }

  const makingOf = (copy: CopyToMake) => makers[copy.format]({ session: store.session(), book: store.book(), copy });

  /** Makes one file. Whatever was withdrawn while its bytes were made keeps it from being written. */
  async function make(copy: CopyToMake, folder: string, file: string, paper: Paper): Promise<void> {
    const { bytes, from } = await bytesOf(copy, paper);
    const target = join(folder, file);
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw new NotMade(diskFault(diskCode(error)));
    });
    if (JSON.stringify(makingOf(copy).from) !== from) throw new NotMade('changed');
    if (await isThere(target)) throw new NotMade('exists');
    const wrote = await durableWrite(target, bytes);
    if (!wrote.ok) throw new NotMade(diskFault(wrote.code));
    sums.set(file, createHash('sha256').update(bytes).digest('hex'));
  }

  /** Until the record says on the disk that it was handed out, or the disk will not take it for now: the library goes on trying. */
  async function noted({ id }: CopyToMake): Promise<void> {
    const waits = () => store.session().unsavedRecords.includes(id);
    if (!waits()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, notingMs);
      looks = () => {
        if (waits()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    looks = null;
  }

  async function work(): Promise<void> {
    for (let next = firstWaiting(store.session()); next !== null; next = firstWaiting(store.session())) {
      const { n, copy, folder, paper, session } = next;
      const is = (state: CopyToMake['state'], fault: CopyFault | null, file: string | null): void =>
        store.report({ type: 'take-home/copy', n, is: { state, fault, file } });
      is('making', null, null);
      const file = fileOf(session, copy, formats[copy.format].extension);
      try {
        await make(copy, folder, file, paper);
        is('made', null, file);
        await noted(copy);
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
  store.subscribe(() => {
    looks?.();
    begin();
  });
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
