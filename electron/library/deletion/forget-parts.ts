import type { DocumentKind } from '../codec/document';
import { type DiskCode, diskCode, type SaveCode } from '../store/failure';
import type { DocumentFolder, DocumentPaths } from '../store/layout';
import type { OpenDocument } from '../store/open-document';
import type { SaveResult } from '../store/standing-document';
import { completePurge, intendedPurge, intendPurge, type SaveStep, type TakeOuts, wipePast } from './purge-references';

/** `intended`: it is written down, and finished at the next start that can; otherwise nothing was touched, and nothing waits. */
export type ForgetResult =
  | Extract<SaveResult, { readonly ok: true }>
  | { readonly ok: false; readonly code: SaveCode; readonly intended: boolean };

interface Forgetting {
  readonly document: OpenDocument;
  readonly takeOut: TakeOuts;
  readonly forbids: () => Promise<DiskCode | null>;
  /** Removes the copies that sync tools left of a home. */
  readonly removeCopies: (home: DocumentFolder) => Promise<void>;
  /** Takes the document out of its list. */
  readonly unlist: () => Promise<unknown>;
  readonly onStep: (step: SaveStep) => void;
}

const refused = (code: SaveCode, intended: boolean): ForgetResult => ({ ok: false, code, intended });

/** Forgets parts of a document: what they are is written down first, durably, so that dying at any step only delays it. */
export async function forgetParts(
  kind: DocumentKind,
  paths: DocumentPaths,
  parts: readonly string[],
  at: Forgetting,
): Promise<ForgetResult> {
  const forbidden = await at.forbids();
  if (forbidden !== null) return refused(forbidden, false);
  const found = await at.document.read();
  if (found.state === 'unreachable') return refused(found.code, false);
  // What nobody here can rewrite.
  if (found.state === 'newer' || (found.state === 'ok' && found.readOnly)) return refused('newer-schema', false);
  let standing: number | undefined;
  try {
    standing = (await intendedPurge(paths))?.length;
  } catch (error) {
    return refused(diskCode(error), false);
  }
  const gone = parts.map((part) => ({ part }));
  const intended = await intendPurge(paths, gone);
  if (!intended.ok) return refused(intended.code, false);
  at.onStep('intend');
  try {
    // An intent that no longer read said that all of the past goes.
    if (standing === 0) await wipePast(paths);
    await at.removeCopies(paths.home);
    const ids = new Set(parts);
    const without = (body: unknown): unknown => at.takeOut[kind.name]?.(body as never, ids) ?? body;
    const forgotten = await at.document.forget(without, async () => {
      await at.unlist();
      await completePurge(paths, intended);
      at.onStep('settle');
    });
    return forgotten.ok ? forgotten : refused(forgotten.code, true);
  } catch (error) {
    return refused(diskCode(error), true);
  }
}
