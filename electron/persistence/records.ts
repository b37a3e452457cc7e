import { type Charter, emptyCharter } from '../../shared/couple/charter/charter';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { neededRecords } from '../../shared/session/state/session';
import type { Store } from '../state/store';
import type { Raise } from './load';
import { keepShown, type ShownDocuments, type ShownKind } from './shown-documents';

const records: ShownKind<CoupleRecord> = {
  none: emptyRecord,
  shown: (session) => [...neededRecords(session)],
  body: (session, id) => session.records[id]?.record,
  read: (at, id) => at.read('record', id),
  save: (at, record) => at.save('record', record.id, record),
  forget: (at, id, parts) => at.forget('record', id, parts),
  wasRead: (record, closed) => ({ type: 'library/record-read', record, closed }),
  wasSaved: (record) => ({ type: 'library/record-saved', record }),
  deletes: 'record/delete',
};

const charters: ShownKind<Charter> = {
  none: emptyCharter,
  shown: ({ shownRecords: { whole } }) => whole,
  body: (session, id) => session.charters[id]?.charter,
  read: (at, id) => at.read('charter', id),
  save: (at, charter) => at.save('charter', charter.id, charter),
  forget: (at, id, parts) => at.forget('charter', id, parts),
  wasRead: (charter, closed) => ({ type: 'library/charter-read', charter, closed }),
  wasSaved: (charter) => ({ type: 'library/charter-saved', charter }),
  deletes: 'charter/delete',
};

/** Keeps the documents of couples that are shown, their records and their charters. */
export function keepRecords(store: Store, raise: Raise): ShownDocuments {
  const kinds = [keepShown(records, store, raise), keepShown(charters, store, raise)];
  return {
    keep: (...change) => {
      for (const kind of kinds) kind.keep(...change);
    },
    readShown: (at) => {
      for (const kind of kinds) kind.readShown(at);
    },
    letGo: () => {
      for (const kind of kinds) kind.letGo();
    },
    drop: (id) => {
      for (const kind of kinds) kind.drop(id);
    },
    isUsed: (id) => kinds.some((kind) => kind.isUsed(id)),
  };
}
