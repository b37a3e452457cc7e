import type { z } from 'zod';
import type { Codec } from './codec/codec';
import type { DocumentKind } from './codec/document';
import type { ForgetResult } from './deletion/forget-parts';
import type { SaveStep, TakeOuts } from './deletion/purge-references';
import type { RemoveResult } from './deletion/removals';
import type { Digest, Digests, Entry } from './index/document-index';
import type { Holder, LockOptions } from './lock/lock-file';
import type { DiskCode } from './store/failure';
import type { ReadResult } from './store/find-document';
import type { DocumentFolder, DocumentName } from './store/layout';
import type { LivePosition, PositionWriter } from './store/live-position';
import type { SaveStatus } from './store/save-status';
import type { SaveResult } from './store/standing-document';
import type { MoveOptions, MoveResult } from './transfer/move';

/** The kinds of document of a library, by name. */
export type Kinds = Readonly<Record<string, DocumentKind>>;
export type KindName<K extends Kinds> = keyof K & string;
export type BodyOf<K extends Kinds, N extends KindName<K>> = z.output<K[N]['shape']>;
export type SummaryOf<D extends Digests, N extends keyof D> = D[N] extends Digest<infer Summary> ? Summary : never;

/** Told after each step of each change of the disk; `kind` is the document's, or the folder's that is removed or brought over. */
export type OnStep = (step: SaveStep | 'bring-over', kind: string) => void;

export interface LibraryOptions<K extends Kinds, D extends Digests> extends LockOptions {
  /** How bytes stand on the disk. */
  readonly codec?: Codec;
  /** The id of this device, which every save carries. */
  readonly device?: string;
  /** How each kind that is listed is summarised. */
  readonly digests?: D;
  /** Whether a library must stand there already: one that is gone is never taken for a new one. */
  readonly mustExist?: boolean;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** How homes and parts are taken out of each kind that may name them. */
  readonly takeOut?: TakeOuts;
  /**
   * The ids of the homes that others than this one name; null while that cannot be known. What is taken out of a document and named
   * elsewhere is not removed.
   */
  readonly namedElsewhere?: (
    library: Pick<Library<K, D>, 'read' | 'index'>,
    home: DocumentFolder,
  ) => Promise<ReadonlySet<string> | null>;
  readonly onStep?: OnStep;
  /** How long a refused rename is tried again, in milliseconds. */
  readonly patienceMs?: number;
}

export interface Library<K extends Kinds, D extends Digests> {
  readonly folder: () => string;
  readonly read: <N extends KindName<K>>(kind: N, id: string) => Promise<ReadResult<BodyOf<K, N>>>;
  /**
   * Resolves once this body, or a later one, is durable; never rejects for what a disk may do. `gone` was taken out of this document:
   * only with it is nothing left of it anywhere, older copies of this one included (S12), crash or no crash.
   */
  readonly save: <N extends KindName<K>>(
    kind: N,
    id: string,
    body: BodyOf<K, N>,
    gone?: readonly DocumentFolder[],
  ) => Promise<SaveResult>;
  /**
   * Deletes a home everywhere, every kind in it, history and quarantine included (S12), and those that go along with it; tells what went.
   * It is refused before any of them is touched, or carried out for all of them. `from` are documents that name it: it is taken out of
   * each and of its older copies.
   */
  readonly remove: (
    at: string,
    id: string,
    along?: readonly DocumentFolder[],
    from?: readonly DocumentName[],
  ) => Promise<RemoveResult>;
  /** How many older copies there are of what a home holds. */
  readonly copies: (at: string, id: string) => Promise<number>;
  /** The ids of a kind, sorted; those whose file is gone but whose history or quarantine is not included. */
  readonly list: (kind: KindName<K>) => Promise<string[]>;
  /** The summaries of a kind that has a digest, one for each id of `list`; of a sparse one, for each home. */
  readonly index: <N extends keyof D & KindName<K>>(kind: N) => Promise<Entry<SummaryOf<D, N>>[]>;
  /** Calls back with the summary of each document of a kind that has a digest as it is saved, and with null for one whose home is removed. */
  readonly follow: <N extends keyof D & KindName<K>>(
    kind: N,
    listener: (id: string, summary: SummaryOf<D, N> | null) => void,
  ) => void;
  readonly status: () => SaveStatus;
  /** Calls back whenever the status changes; returns the way to stop. */
  readonly subscribe: (listener: (status: SaveStatus) => void) => () => void;
  /** Tries once whatever is unsaved, and resolves with how that went. */
  readonly flush: () => Promise<SaveStatus>;
  /** Saves elsewhere from now on: copies what can be read into a free folder, then writes what memory knows better. */
  readonly moveTo: (folder: string, options?: MoveOptions) => Promise<MoveResult>;
  /** Notes the live position every half second beside the live document, until stopped. */
  readonly startPositionWriter: (read: () => LivePosition) => PositionWriter;
  /** The position noted last, perhaps by a process that was killed; null if there is none. */
  readonly lastLivePosition: () => Promise<LivePosition | null>;
  /** Looks whether the library is still ours, as after a sleep. */
  readonly look: () => Promise<void>;
  /** What was asked to be deleted earlier and the disk would not finish yet. It is not listed; the next start tries again. */
  readonly unfinished: readonly DocumentFolder[];
  /** How much of a library of the first layout the disk did not let it bring over. It is not shown; the next start tries again. */
  readonly notBrought: number;
  /**
   * Sweeps what lies beside the documents: copies of them are set aside, temporary files of writers that died go. A list has its own
   * folder swept first, a document its own; nothing else waits for the rest.
   */
  readonly tidy: () => Promise<void>;
  /** How many copies of documents, as sync tools leave them under other names, were set aside since it opened. */
  readonly setAside: () => number;
  /**
   * Forgets parts of a document, of its older copies and of what was set aside of it (S8, S12), as `takeOut` does. What cannot be read any
   * more goes whole. They are to be taken out first of what the caller may save next.
   */
  readonly forget: (kind: KindName<K>, id: string, parts: readonly string[]) => Promise<ForgetResult>;
  /** From now on only the bodies of which this says so stay in memory, once they are on the disk. It is asked again and again. */
  readonly use: (isUsed: (kind: string, id: string) => boolean) => void;
  /** How many documents are held in memory. */
  readonly held: () => number;
  /** Flushes, gives up what the disk will not take (the status returned names it), and releases the lock. */
  readonly close: () => Promise<SaveStatus>;
}

export type OpenResult<K extends Kinds, D extends Digests> =
  | { readonly ok: true; readonly library: Library<K, D> }
  | { readonly ok: false; readonly code: 'in-use'; readonly holder: Holder }
  | { readonly ok: false; readonly code: DiskCode | 'no-library' };
