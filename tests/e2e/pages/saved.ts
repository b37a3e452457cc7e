import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeDocument } from '../../../electron/library/codec/document';
import type { Charter } from '../../../shared/couple/charter/charter';
import type { CoupleRecord } from '../../../shared/couple/record';
import type { Retreat } from '../../../shared/retreat/retreat';
import { documentKinds, type LiveDocument, type NoteDocument } from '../../../shared/session/documents/documents';
import type { App } from '../../rig/app';
import { filesOf } from '../../saved-documents';

function read<K extends keyof typeof documentKinds>(kind: K, file: string): unknown {
  const decoded = decodeDocument(documentKinds[kind], readFileSync(file));
  if (!decoded.ok) throw new Error(`${file} does not read as a ${kind}: ${decoded.code}`);
  return decoded.held.body;
}

const library = ({ userData }: App): string => join(userData, 'library');

/** The one retreat on the disk; refuses when there are more or fewer. */
export function savedRetreat(app: App): Retreat {
  const files = filesOf(library(app), 'retreat');
  if (files.length !== 1 || files[0] === undefined) throw new Error(`The disk holds ${files.length} retreats.`);
  return documentKinds.retreat.shape.parse(read('retreat', files[0]));
}

/** What is kept about the couples, each in a document of its own. */
export function savedNotes(app: App): NoteDocument[] {
  return filesOf(library(app), 'note').map((file) => documentKinds.note.shape.parse(read('note', file)));
}

/** The records of the couples, by the couple's id. */
export function savedRecords(app: App): ReadonlyMap<string, CoupleRecord> {
  const records = filesOf(library(app), 'record').map((file) => documentKinds.record.shape.parse(read('record', file)));
  return new Map(records.map((record) => [record.id, record]));
}

/** What the couples agreed, and what of it is being written. */
export function savedCharters(app: App): Charter[] {
  return filesOf(library(app), 'charter').map((file) => documentKinds.charter.shape.parse(read('charter', file)));
}

/** Where the run is, as a restart would find it. */
export function savedLive(app: App): LiveDocument {
  return documentKinds.live.shape.parse(read('live', join(library(app), 'live.json')));
}
