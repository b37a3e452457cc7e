import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeDocument } from '../../../electron/library/codec/document';
import type { Retreat } from '../../../shared/retreat/retreat';
import { type CoupleDocument, documentKinds, type LiveDocument } from '../../../shared/session/documents/documents';
import type { App } from '../../rig/app';

function read<K extends keyof typeof documentKinds>(kind: K, file: string): unknown {
  const decoded = decodeDocument(documentKinds[kind], readFileSync(file));
  if (!decoded.ok) throw new Error(`${file} does not read as a ${kind}: ${decoded.code}`);
  return decoded.held.body;
}

const library = ({ userData }: App): string => join(userData, 'library');

function inFolder(app: App, folder: string): string[] {
  const path = join(library(app), folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name));
}

/** The one retreat on the disk; refuses when there are more or fewer. */
export function savedRetreat(app: App): Retreat {
  const files = inFolder(app, 'retreats');
  if (files.length !== 1 || files[0] === undefined) throw new Error(`The disk holds ${files.length} retreats.`);
  return documentKinds.retreat.shape.parse(read('retreat', files[0]));
}

/** What is kept about the couples, each in a document of its own. */
export function savedCouples(app: App): CoupleDocument[] {
  return inFolder(app, 'couples').map((file) => documentKinds.couple.shape.parse(read('couple', file)));
}

/** Where the run is, as a restart would find it. */
export function savedLive(app: App): LiveDocument {
  return documentKinds.live.shape.parse(read('live', join(library(app), 'live.json')));
}
