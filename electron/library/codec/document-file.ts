import { readFile } from 'node:fs/promises';
import type { Codec } from './codec';
import {
  type Decoded,
  type DocumentKind,
  decodeDocument,
  encodeDocument,
  kindIn,
  type SavedDocument,
} from './document';

/** Reads a document from its file; throws what the disk does, and refuses what was not encoded by this codec like any damage. */
export async function readDocument(codec: Codec, kind: DocumentKind, file: string): Promise<Decoded> {
  const stored = await readFile(file);
  const bytes = await codec.decode(stored).catch(() => null);
  return bytes === null ? { ok: false, code: 'unreadable', held: null } : decodeDocument(kind, bytes);
}

/** The kind that a file says it is a document of; null where it is none. */
export async function readKind(codec: Codec, file: string): Promise<string | null> {
  const bytes = await codec.decode(await readFile(file)).catch(() => null);
  return bytes && kindIn(bytes);
}

/** The bytes of a document as they stand on the disk. */
export async function documentBytes(codec: Codec, kind: DocumentKind, held: SavedDocument): Promise<Uint8Array> {
  return codec.encode(encodeDocument(kind, held));
}
