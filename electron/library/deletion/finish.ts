import type { Copy } from '../history/copies';
import { type DocumentName, type KindName, placeOf } from '../store/layout';
import type { OpenDocument } from '../store/open-document';
import { type Leaving, settleLeaving, unfinishedLeavings, wipePast } from './leaving';
import { finishRemovals } from './removal';

/** How documents are taken out of one of another kind: its body without those ids. */
export type TakeOut = (body: never, ids: ReadonlySet<string>) => unknown;

interface Finish {
  readonly root: string;
  readonly document: (kind: KindName, id: string) => OpenDocument;
  readonly takeOut: Readonly<Partial<Record<KindName, TakeOut>>>;
  readonly forget: (document: DocumentName) => Promise<void>;
  readonly copies: (document: DocumentName) => Promise<readonly Copy[]>;
  readonly removeOthers: (gone: readonly DocumentName[]) => Promise<unknown>;
}

/** Takes out again what a crash interrupted; what the disk will not take yet waits like any other save. */
async function finishLeaving(at: Finish, { kind, id, gone }: Leaving): Promise<void> {
  const document = at.document(kind, id);
  const found = await document.read();
  if (found.state === 'newer' || found.state === 'unreachable') return;
  const held = found.state === 'damaged' ? found.newestGood : found.state === 'ok' ? found : null;
  if (held !== null && gone.length > 0) {
    const without = at.takeOut[kind] as ((body: unknown, ids: ReadonlySet<string>) => unknown) | undefined;
    void document.save(without?.(held.body, new Set(gone.map((each) => each.id))) ?? held.body, gone);
    return;
  }
  if ((await at.removeOthers(gone)) !== null) return;
  await wipePast(placeOf(at.root, kind, id));
  await settleLeaving(placeOf(at.root, kind, id));
}

/**
 * Finishes the deletions that a crash interrupted, before anything else is read. One that the disk will not finish waits for the next
 * start and keeps nothing else shut; resolves with those.
 */
export async function finishWhatDied(at: Finish): Promise<readonly DocumentName[]> {
  const left = await finishRemovals(at.root, at.forget, at.copies);
  for (const leaving of await unfinishedLeavings(at.root)) {
    await finishLeaving(at, leaving).catch(() => left.push(leaving));
  }
  return left;
}
