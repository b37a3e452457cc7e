import { join } from 'node:path';
import type { Codec } from '../codec/codec';
import type { DocumentKind } from '../codec/document';
import { documentBytes, readDocument } from '../codec/document-file';
import { folderCopies } from '../history/quarantine';
import { durableWrite, syncFolder } from '../store/durable-write';
import { type DiskCode, errno } from '../store/failure';
import { namesIn, removeTree } from '../store/files';
import type { DocumentPaths } from '../store/layout';

/** A body without the part of it that is to be forgotten. */
export type Without = (body: unknown) => unknown;

class Refused extends Error {
  readonly code: DiskCode;

  constructor(code: DiskCode) {
    super(code);
    this.code = code;
  }
}

async function remove(path: string): Promise<void> {
  const [refused] = await removeTree(path);
  if (refused !== undefined) throw refused;
}

async function forgetIn(codec: Codec, kind: DocumentKind, folder: string, without: Without): Promise<void> {
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    const decoded = await readDocument(codec, kind, file).catch(() => null);
    const body = decoded?.ok ? without(decoded.held.body) : undefined;
    if (decoded?.ok && kind.shape.safeParse(body).success) {
      const written = await durableWrite(file, await documentBytes(codec, kind, { ...decoded.held, body }));
      if (!written.ok) throw new Refused(written.code);
    } else {
      // Nobody can tell what is in it: what was asked to be forgotten may be.
      await remove(file);
    }
  }
  await syncFolder(folder).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT') throw error;
  });
}

/**
 * Rewrites the older copies of a document and what was set aside of it without a part; what cannot be read any more goes whole. The code
 * of what the disk refused, or null.
 */
export async function forgetInPast(
  codec: Codec,
  kind: DocumentKind,
  paths: DocumentPaths,
  without: Without,
): Promise<DiskCode | null> {
  try {
    await forgetIn(codec, kind, paths.history, without);
    await forgetIn(codec, kind, paths.quarantine, without);
    for (const copy of await folderCopies(paths)) await remove(copy);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
