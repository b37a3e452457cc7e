import type { Codec } from '../codec/codec';
import type { DecodeCode, DocumentKind, SavedDocument } from '../codec/document';
import { listGenerations, newestGood } from '../history/generations';
import { hasQuarantined, quarantine } from '../history/quarantine';
import type { DiskCode } from './failure';
import { type DocumentPaths, isDocumentId, pathsOf } from './layout';

/**
 * What reading found. `damaged`: the file is in quarantine (`absent`: it was moved there earlier, or is simply gone) and the newest
 * good generation is offered; saving its body restores it. `newer`: written by a later version in a shape we do not know.
 */
export type ReadResult<Body = unknown> =
  | ({ readonly state: 'ok'; readonly readOnly: boolean } & SavedDocument<Body>)
  | { readonly state: 'missing' }
  | { readonly state: 'newer' }
  | { readonly state: 'unreachable'; readonly code: DiskCode }
  | Damaged<Body>;

interface Damaged<Body> {
  readonly state: 'damaged';
  readonly why: DecodeCode | 'unread' | 'absent';
  readonly quarantinedAs: string | null;
  readonly newestGood: SavedDocument<Body> | null;
}

/** What is left of a document without a file of its own, and the highest generation there ever was of it. */
export interface Past {
  readonly found: { readonly state: 'missing' } | Damaged<unknown>;
  readonly highest: number;
}

/** Looks for older copies of a document whose file is not there; `known` is the highest generation seen before. */
export async function findPast(codec: Codec, kind: DocumentKind, paths: DocumentPaths, known: number): Promise<Past> {
  const highest = Math.max(known, (await listGenerations(paths.history))[0]?.generation ?? 0);
  const past = highest > 0 || (await hasQuarantined(paths));
  if (!past) return { found: { state: 'missing' }, highest };
  const good = await newestGood(codec, kind, paths.history);
  return { found: { state: 'damaged', why: 'absent', quarantinedAs: null, newestGood: good }, highest };
}

/** Sets a file aside that is damaged, is of another id, or could not be read when it was needed, and looks for older copies. */
export async function setAside(
  codec: Codec,
  kind: DocumentKind,
  paths: DocumentPaths,
  known: number,
  why: DecodeCode | 'unread',
  now: number,
  of: string,
): Promise<Past> {
  // What is another's is kept with that one, and goes with it.
  const own = isDocumentId(of) && kind.folder !== null ? pathsOf(paths.root, kind, of) : paths;
  const quarantinedAs = await quarantine(own, why, now, paths.file);
  const { found, highest } = await findPast(codec, kind, paths, known);
  const good = found.state === 'damaged' ? found.newestGood : null;
  return { found: { state: 'damaged', why, quarantinedAs, newestGood: good }, highest };
}
