import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Codec } from '../codec/codec';
import { type DecodeCode, type Decoded, type DocumentKind, decodedAs, type SavedDocument } from '../codec/document';
import { documentBytes, readDocument } from '../codec/document-file';
import { durableWrite, syncFolder, type WriteOptions } from './durable-write';
import { type DiskCode, errno } from './failure';
import type { DocumentPaths } from './layout';

/** What stopped a read: the bytes themselves. `held` as in {@link decodeDocument}. */
export class ReadFailure extends Error {
  readonly code: DecodeCode;
  readonly held: SavedDocument | null;

  constructor(code: DecodeCode, held: SavedDocument | null) {
    super(code);
    this.code = code;
    this.held = held;
  }
}

/** What stopped a write; `replaced` as in {@link durableWrite}. */
export class WriteFailure extends Error {
  readonly code: DiskCode;
  readonly replaced: boolean;

  constructor(code: DiskCode, replaced: boolean) {
    super(code);
    this.code = code;
    this.replaced = replaced;
  }
}

/** Makes a folder of a library, and those above it, up to but without the library itself. */
async function makeWithin(root: string, folder: string): Promise<boolean> {
  if (folder === root) return false;
  try {
    await mkdir(folder, { mode: 0o700 });
    // A save in it is only as durable as its own name.
    await syncFolder(dirname(folder));
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return true;
    return errno(error) === 'ENOENT' && (await makeWithin(root, dirname(folder))) && makeWithin(root, folder);
  }
}

/**
 * lowdb's adapter over the durable writer, for one document. Reads null where there is no file; throws {@link ReadFailure}
 * or {@link WriteFailure}. The document's folder is made when it is not there, the library itself never: it may be on a drive that was
 * pulled.
 */
export function documentAdapter(
  codec: Codec,
  kind: DocumentKind,
  paths: () => DocumentPaths,
  options: WriteOptions,
): Adapter<SavedDocument> {
  return {
    read: async () => {
      const { file, home } = paths();
      let decoded: Decoded;
      try {
        decoded = decodedAs(home.id, await readDocument(codec, kind, file));
      } catch (error) {
        if (errno(error) === 'ENOENT') return null;
        throw error;
      }
      if (!decoded.ok) throw new ReadFailure(decoded.code, decoded.held);
      return decoded.held;
    },
    write: async (held) => {
      const { file, root } = paths();
      const bytes = await documentBytes(codec, kind, held);
      let result = await durableWrite(file, bytes, options);
      if (!result.ok && result.code === 'folder-missing' && (await makeWithin(root, dirname(file)))) {
        result = await durableWrite(file, bytes, options);
      }
      if (!result.ok) throw new WriteFailure(result.code, result.replaced);
    },
  };
}
