import { type Charter, emptyCharter } from '../../shared/couple/charter/charter';
import { emptyPractice, type Practice } from '../../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { neededCharters, neededRecords } from '../../shared/session/state/session';
import type { Store } from '../state/store';
import type { Raise } from './load';
import { type Deleted, deletedFromWorst, keepShown, type ShownDocuments, type ShownKind } from './shown-documents';

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
  shown: (session) => [...neededCharters(session)],
  body: (session, id) => session.charters[id]?.charter,
  read: (at, id) => at.read('charter', id),
  save: (at, charter) => at.save('charter', charter.id, charter),
  forget: (at, id, parts) => at.forget('charter', id, parts),
  wasRead: (charter, closed) => ({ type: 'library/charter-read', charter, closed }),
  wasSaved: (charter) => ({ type: 'library/charter-saved', charter }),
  deletes: 'charter/delete',
};

const practices: ShownKind<Practice> = {
  none: emptyPractice,
  shown: (session) => [...neededCharters(session)],
  body: (session, id) => session.practices[id]?.practice,
  read: (at, id) => at.read('practice', id),
  save: (at, practice) => at.save('practice', practice.id, practice),
  forget: (at, id, parts) => at.forget('practice', id, parts),
  wasRead: (practice, closed) => ({ type: 'library/practice-read', practice, closed }),
  wasSaved: (practice) => ({ type: 'library/practice-saved', practice }),
  // One word deletes what a partner answered and what they practised.
  deletes: 'record/delete',
};

/** The one to be told of several deletions that were asked for as one. */
const worstOf = (told: readonly Deleted[]): Deleted | undefined =>
  deletedFromWorst.find((outcome) => told.includes(outcome));

/** Keeps the documents of couples that are shown: their records, their charters and what they practised. */
export function keepRecords(store: Store, raise: Raise): ShownDocuments {
  const kinds = [
    keepShown(records, store, raise),
    keepShown(charters, store, raise),
    keepShown(practices, store, raise),
  ];
  return {
    keep: (...change) => {
      const deletions = kinds.flatMap((kind) => kind.keep(...change));
      void Promise.all(deletions).then((told) => {
        const worst = worstOf(told);
        if (worst !== undefined) raise(worst);
      });
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
