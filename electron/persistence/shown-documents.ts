import type { Removed } from '../../shared/couple/entry';
import type { Command, CommandType } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import type { OpenRecord, Session } from '../../shared/session/state/session';
import type { ForgetResult } from '../library/deletion/forget-parts';
import type { ReadResult } from '../library/store/find-document';
import type { Store } from '../state/store';
import type { Raise } from './load';
import type { RetreatLibrary } from './retreat-index';
import { typedDocuments } from './typed-documents';

/** What is told of a deletion from a document and its older copies, the worst first. */
export const deletedFromWorst = ['words-kept', 'words-not-deleted', 'words-deleted'] as const;
export type Deleted = (typeof deletedFromWorst)[number];

/** Between documents of couples that are shown and the library: each is read when it is first shown, and saved when it changes. */
export interface ShownDocuments {
  readonly keep: (at: RetreatLibrary, change: Command | Happening, after: Session, before: Session) => void;
  /** Reads those that are shown and not there yet. */
  readonly readShown: (at: RetreatLibrary) => void;
  /** Gives everything that waits to the library now. */
  readonly letGo: () => void;
  /** A couple that is removed: nothing of it may be saved after. */
  readonly drop: (id: string) => void;
  readonly isUsed: (id: string) => boolean;
}

/** The same of one kind: what it deletes with a change it tells, and whoever keeps all kinds says so once. */
export interface ShownDocumentsOfKind extends Omit<ShownDocuments, 'keep'> {
  readonly keep: (...change: Parameters<ShownDocuments['keep']>) => Promise<Deleted>[];
}

type Closed = OpenRecord['closed'];

/** What is special to one kind of these documents. */
export interface ShownKind<Body extends { readonly id: string; readonly removed: readonly Removed[] }> {
  readonly none: (id: string) => Body;
  /** The couples of which it is shown. */
  readonly shown: (session: Session) => readonly string[];
  /** The one of a couple that is open. */
  readonly body: (session: Session, id: string) => Body | undefined;
  readonly read: (at: RetreatLibrary, id: string) => Promise<ReadResult<Body>>;
  readonly save: (at: RetreatLibrary, body: Body) => Promise<{ readonly ok: boolean }>;
  readonly forget: (at: RetreatLibrary, id: string, parts: readonly string[]) => Promise<ForgetResult>;
  readonly wasRead: (body: Body, closed: Closed) => Happening;
  readonly wasSaved: (body: Body) => Happening;
  /** What is removed by this command is deleted from every older copy as well. */
  readonly deletes: CommandType;
}

/** What is no letter of a text being typed: nothing follows that it would wait for. */
const atOnce: ReadonlySet<(Command | Happening)['type']> = new Set(['take-home/copy', 'print/state']);

const againMs = 2000;

/** The parts of a session that say which documents are shown. */
const whatShows = [
  'shownRecords',
  'retreat',
  'handover',
  'takeHome',
  'printJob',
  'ownPrint',
  'unsavedRecords',
] as const;

const goneFrom = ({ removed }: { readonly removed: readonly Removed[] }): string[] => removed.map(({ id }) => id);

function toldOf(forgotten: ForgetResult): Deleted {
  if (forgotten.ok) return 'words-deleted';
  return forgotten.intended ? 'words-not-deleted' : 'words-kept';
}

/** The disk would not even write it down. */
const waits = (forgotten: ForgetResult): boolean =>
  !forgotten.ok && !forgotten.intended && forgotten.code !== 'closed' && forgotten.code !== 'removed';

export function keepShown<Body extends { readonly id: string; readonly removed: readonly Removed[] }>(
  kind: ShownKind<Body>,
  store: Store,
  raise: Raise,
): ShownDocumentsOfKind {
  const reading = new Set<string>();
  let library: RetreatLibrary | null = null;

  /** A document that cannot be read just now is shown empty and closed: nothing may be written over what is there. */
  async function readOne(at: RetreatLibrary, id: string): Promise<Happening> {
    const found = await kind.read(at, id);
    switch (found.state) {
      case 'ok':
        return kind.wasRead(found.body, found.readOnly ? 'newer' : null);
      case 'missing':
        return kind.wasRead(kind.none(id), null);
      case 'newer':
        return kind.wasRead(kind.none(id), 'newer');
      case 'unreachable':
        return kind.wasRead(kind.none(id), 'unread');
      case 'damaged': {
        raise(found.newestGood === null ? 'document-damaged' : 'record-restored');
        if (found.newestGood === null) return kind.wasRead(kind.none(id), null);
        void kind.save(at, found.newestGood.body);
        return kind.wasRead(found.newestGood.body, null);
      }
    }
  }

  const saved = (body: Body, result: { readonly ok: boolean }): void => {
    if (result.ok) store.report(kind.wasSaved(body));
  };
  const typed = typedDocuments<Body>((body) => {
    if (library !== null) void kind.save(library, body).then((result) => saved(body, result));
  });

  /**
   * What was deleted goes from the document and every older copy first, by an intent of the library's own: a crash finds either all of it
   * still there, or finishes. Then the document is saved as it stands by now. One that the disk will not even write down is tried again.
   */
  async function forget(at: RetreatLibrary, body: Body): Promise<Deleted> {
    const { id } = body;
    typed.drop(id);
    const forgotten = await kind.forget(at, id, goneFrom(body));
    const present = kind.body(store.session(), id) ?? body;
    saved(present, await kind.save(at, present));
    if (waits(forgotten)) tryAgain(at, present);
    return toldOf(forgotten);
  }

  function tryAgain(at: RetreatLibrary, body: Body): void {
    const again = async (): Promise<void> => {
      const forgotten = await kind.forget(at, body.id, goneFrom(body));
      if (waits(forgotten)) tryAgain(at, kind.body(store.session(), body.id) ?? body);
      else if (toldOf(forgotten) !== 'words-kept') raise(toldOf(forgotten));
    };
    setTimeout(() => void again(), againMs).unref();
  }

  function readShown(at: RetreatLibrary): void {
    library = at;
    const session = store.session();
    for (const id of kind.shown(session)) {
      if (kind.body(session, id) !== undefined || reading.has(id)) continue;
      reading.add(id);
      void readOne(at, id)
        .then(store.report)
        .finally(() => reading.delete(id));
    }
  }

  return {
    keep: (at, change, after, before) => {
      library = at;
      if (whatShows.some((part) => after[part] !== before[part])) {
        const shown = new Set(kind.shown(after));
        for (const id of kind.shown(before)) if (!shown.has(id)) typed.give(id);
        readShown(at);
      }
      const deletions: Promise<Deleted>[] = [];
      for (const id of kind.shown(after)) {
        const is = kind.body(after, id);
        const was = kind.body(before, id);
        // What was just read stands on the disk like that.
        if (is === undefined || was === undefined || is === was) continue;
        if (change.type === kind.deletes) deletions.push(forget(at, is));
        else typed.hold(is);
        if (atOnce.has(change.type)) typed.give(id);
      }
      return deletions;
    },
    readShown,
    letGo: typed.letGo,
    drop: typed.drop,
    isUsed: (id) => kind.shown(store.session()).includes(id),
  };
}
