import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { neededRecords, type OpenRecord, type Session } from '../../shared/session/state/session';
import type { Store } from '../state/store';
import type { Raise } from './load';
import type { RetreatLibrary } from './retreat-index';
import { typedDocuments } from './typed-documents';

/** Between the records that are shown and the library: each is read when it is first shown, and saved when it changes. */
export interface Records {
  readonly keep: (at: RetreatLibrary, change: Command | Happening, after: Session, before: Session) => void;
  /** Reads those that are shown and not there yet. */
  readonly readShown: (at: RetreatLibrary) => void;
  /** Gives everything that waits to the library now. */
  readonly letGo: () => void;
  /** A couple that is removed: nothing of it may be saved after. */
  readonly drop: (id: string) => void;
  readonly isUsed: (id: string) => boolean;
}

/** A document that cannot be read just now is shown empty and closed: nothing may be written over what is there. */
async function readRecord(at: RetreatLibrary, id: string, raise: Raise): Promise<OpenRecord> {
  const found = await at.read('record', id);
  const none = emptyRecord(id);
  switch (found.state) {
    case 'ok':
      return { record: found.body, closed: found.readOnly ? 'newer' : null };
    case 'missing':
      return { record: none, closed: null };
    case 'newer':
      return { record: none, closed: 'newer' };
    case 'unreachable':
      return { record: none, closed: 'unread' };
    case 'damaged': {
      raise(found.newestGood === null ? 'document-damaged' : 'record-restored');
      if (found.newestGood === null) return { record: none, closed: null };
      void at.save('record', id, found.newestGood.body);
      return { record: found.newestGood.body, closed: null };
    }
  }
}

const againMs = 2000;

export function keepRecords(store: Store, raise: Raise): Records {
  const reading = new Set<string>();
  let library: RetreatLibrary | null = null;

  const saved = (record: CoupleRecord, result: { readonly ok: boolean }): void => {
    if (result.ok) store.report({ type: 'library/record-saved', record });
  };
  const typed = typedDocuments<CoupleRecord>((record) => {
    void library?.save('record', record.id, record).then((result) => saved(record, result));
  });

  /**
   * What was deleted goes from the document and every older copy first, by an intent of the library's own: a crash finds either all of it
   * still there, or finishes. Then the record is saved as it stands by now. One that the disk will not even write down is tried again.
   */
  async function forget(at: RetreatLibrary, record: CoupleRecord, isFirst = true): Promise<void> {
    const { id } = record;
    if (isFirst) typed.drop(id);
    const gone = record.removed.map((mark) => mark.id);
    const forgotten = await at.forget('record', id, gone);
    const present = store.session().records[id]?.record ?? record;
    if (isFirst) saved(present, await at.save('record', id, present));
    if (forgotten.ok) raise('words-deleted');
    else if (forgotten.intended) raise('words-not-deleted');
    else if (isFirst) raise('words-kept');
    if (forgotten.ok || forgotten.intended || forgotten.code === 'closed' || forgotten.code === 'removed') return;
    setTimeout(() => void forget(at, present, false), againMs).unref();
  }

  function readShown(at: RetreatLibrary): void {
    library = at;
    const { records } = store.session();
    for (const id of neededRecords(store.session())) {
      if (records[id] !== undefined || reading.has(id)) continue;
      reading.add(id);
      void readRecord(at, id, raise)
        .then((open) => store.report({ type: 'library/record-read', ...open }))
        .finally(() => reading.delete(id));
    }
  }

  return {
    keep: (at, change, after, before) => {
      library = at;
      if (after.shownRecords !== before.shownRecords || after.handover !== before.handover) {
        const shown = neededRecords(after);
        for (const id of neededRecords(before)) if (!shown.has(id)) typed.give(id);
        readShown(at);
      }
      if (after.records === before.records || change.type === 'library/record-read') return;
      for (const [id, { record }] of Object.entries(after.records)) {
        const was = before.records[id]?.record;
        if (was === undefined || was === record) continue;
        if (change.type === 'record/delete') void forget(at, record);
        else typed.hold(record);
      }
    },
    readShown,
    letGo: typed.letGo,
    drop: typed.drop,
    isUsed: (id) => neededRecords(store.session()).has(id),
  };
}
