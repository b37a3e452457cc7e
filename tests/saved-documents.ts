import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeDocument } from '../electron/library/codec/document';
import { documentKinds } from '../shared/session/documents/documents';

/** The files of a kind that has a folder for each id, in a library. */
export function filesOf(library: string, kind: 'retreat' | 'note' | 'record' | 'charter' | 'underway'): string[] {
  const { folder, name } = documentKinds[kind];
  const path = join(library, folder ?? '');
  const files = existsSync(path) ? readdirSync(path).map((id) => join(path, id, `${name}.json`)) : [];
  return files.filter(existsSync);
}

/** Every document of a library, each read as its kind; refuses when one of them cannot be read. */
export function allDocuments(library: string): Map<string, unknown> {
  const files = [
    ...(['settings', 'live'] as const).map((kind) => [kind, 'only', join(library, `${kind}.json`)] as const),
    ...(['retreat', 'note'] as const).flatMap((kind) =>
      filesOf(library, kind).map((file) => [kind, basename(dirname(file)), file] as const),
    ),
  ];
  const found = new Map<string, unknown>();
  for (const [kind, id, file] of files) {
    const bytes = read(file);
    if (bytes === null) continue;
    const decoded = decodeDocument(documentKinds[kind], bytes);
    if (!decoded.ok) throw new Error(`${file} does not read: ${decoded.code}`);
    found.set(`${kind}-${id}`, decoded.held.body);
  }
  return found;
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** What a file of a running app holds now: nothing once it is gone. */
export function bytesNow(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (existsSync(file)) throw error;
    return Buffer.alloc(0);
  }
}

/** The private notes on the disk. */
export function notesIn(library: string): string[] {
  return [...allDocuments(library)].flatMap(([name, body]) =>
    name.startsWith('note-') ? [documentKinds.note.shape.parse(body).note] : [],
  );
}
