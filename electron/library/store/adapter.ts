import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { type DecodeCode, type DocumentKind, decodeDocument, encodeDocument, type Held } from '../codec/document';
import { durableWrite, syncFolder, type WriteOptions } from './durable-write';
import { type DiskCode, errno } from './failure';

/** What stopped a read: the bytes themselves. `held` as in {@link decodeDocument}. */
export class ReadFailure extends Error {
  readonly code: DecodeCode;
  readonly held: Held | null;

  constructor(code: DecodeCode, held: Held | null) {
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
  kind: DocumentKind,
  place: () => { readonly file: string; readonly root: string },
  options: WriteOptions,
): Adapter<Held> {
  return {
    read: async () => {
      let bytes: Uint8Array;
      try {
        bytes = await readFile(place().file);
      } catch (error) {
        if (errno(error) === 'ENOENT') return null;
        throw error;
      }
      const decoded = decodeDocument(kind, bytes);
      if (!decoded.ok) throw new ReadFailure(decoded.code, decoded.held);
      return decoded.held;
    },
    write: async (held) => {
      const { file, root } = place();
      const bytes = encodeDocument(kind, held);
      let result = await durableWrite(file, bytes, options);
      if (!result.ok && result.code === 'folder-missing' && (await makeWithin(root, dirname(file)))) {
        result = await durableWrite(file, bytes, options);
      }
      if (!result.ok) throw new WriteFailure(result.code, result.replaced);
    },
  };
}
