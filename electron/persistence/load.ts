import type { Retreat } from '../../shared/retreat/retreat';
import type { documentKinds, NoteDocument } from '../../shared/session/documents/documents';
import type { NoticeCode } from '../../shared/session/protocol/notice-code';
import type { SavedDocument } from '../library/codec/document';
import type { ReadResult } from '../library/store/find-document';
import { only } from '../library/store/layout';
import type { Log } from '../state/log';
import type { RetreatLibrary } from './retreat-index';

/** Says something in the console: a code and what stands in its sentence. */
export type Raise = (code: NoticeCode, values?: Readonly<Record<string, string | number>>) => void;

/**
 * What a document holds, or null. A damaged one is in quarantine by then: its newest good copy takes its place, and the person is
 * told either way.
 */
function usable<Body>(
  found: ReadResult<Body>,
  raise: Raise,
  title: (body: Body) => string,
  unread: NoticeCode = 'document-unread',
): SavedDocument<Body> | null {
  switch (found.state) {
    case 'ok':
      if (found.readOnly) raise('newer-schema', { title: title(found.body) });
      return found;
    case 'damaged':
      if (found.newestGood === null) raise('document-damaged');
      else raise('older-restored', { title: title(found.newestGood.body) });
      return found.newestGood;
    case 'newer':
      raise('newer-schema', { title: '' });
      return null;
    case 'unreachable':
      raise(unread);
      return null;
    case 'missing':
      return null;
  }
}

type Single = 'settings' | 'live';
type BodyOf<K extends Single> = ReturnType<(typeof documentKinds)[K]['shape']['parse']>;

/** The live document has no older copy to go back to: what is left is the retreat, and it says so. */
const sayRun =
  (raise: Raise): Raise =>
  (code, values) =>
    raise(code === 'document-damaged' ? 'run-damaged' : code, values);

/** Reads the settings or the live document; a good copy found in place of a damaged one is saved back. */
export async function readSingle<K extends Single>(
  at: RetreatLibrary,
  kind: K,
  raise: Raise,
): Promise<BodyOf<K> | null> {
  const found = await at.read(kind, only);
  const held = usable(found as ReadResult<BodyOf<K>>, kind === 'live' ? sayRun(raise) : raise, () => '');
  if (held !== null && found.state === 'damaged') void at.save(kind, only, held.body as never);
  return held?.body ?? null;
}

/** Reads a retreat to open it. */
export async function readRetreat(at: RetreatLibrary, id: string, raise: Raise, log: Log): Promise<Retreat | null> {
  const found = await at.read('retreat', id);
  const held = usable(found, raise, ({ title }) => title, 'retreat-unread');
  if (held !== null && found.state === 'damaged') void at.save('retreat', id, held.body);
  if (held === null)
    log.event('keeping.unreadable', { newer: found.state === 'newer', missing: found.state === 'missing' });
  if (found.state === 'missing') raise('retreat-missing');
  return held?.body ?? null;
}

/** The facilitator's notes about the couples of a retreat, by couple. */
export async function readNotes(
  at: RetreatLibrary,
  retreat: Pick<Retreat, 'couples'>,
  raise: Raise,
): Promise<Record<string, string>> {
  const notes = await Promise.all(
    retreat.couples.map(async ({ id }): Promise<readonly [string, string] | null> => {
      const found = await at.read('note', id);
      const held: SavedDocument<NoteDocument> | null = usable(found, raise, () => '');
      if (held !== null && found.state === 'damaged') void at.save('note', id, held.body);
      return held === null ? null : [id, held.body.note];
    }),
  );
  return Object.fromEntries(notes.filter((entry) => entry !== null));
}
