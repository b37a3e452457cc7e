import { join } from 'node:path';
import type { Codec } from '../codec/codec';
import type { DocumentKind } from '../codec/document';
import { documentBytes, readDocument } from '../codec/document-file';
import { folderCopies } from '../history/quarantine';
import { durableWrite, syncFolder } from '../store/durable-write';
import { type DiskCode, DiskRefused, diskCode, errno } from '../store/failure';
import { namesIn } from '../store/files';
import type { DocumentPaths } from '../store/layout';
import { removeWhole } from './purge-references';

/** A body without the part of it that is to be forgotten. */
export type Without = (body: unknown) => unknown;

interface Forgetting {
  readonly codec: Codec;
  readonly kind: DocumentKind;
  readonly without: Without;
  /** Told after each change of the disk. */
  readonly onStep: () => void;
}

async function forgetIn(folder: string, { codec, kind, without, onStep }: Forgetting): Promise<void> {
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    const isWhole = name.endsWith('.json') && !name.startsWith('.');
    const decoded = isWhole ? await readDocument(codec, kind, file).catch(() => null) : null;
    const body = decoded?.ok ? without(decoded.held.body) : undefined;
    if (decoded?.ok && kind.shape.safeParse(body).success) {
      if (body === decoded.held.body) continue;
      const written = await durableWrite(file, await documentBytes(codec, kind, { ...decoded.held, body }));
      if (!written.ok) throw new DiskRefused(written.code);
    } else {
      // Nobody can tell what is in it: what was asked to be forgotten may be.
      await removeWhole(file);
    }
    onStep();
  }
  await syncFolder(folder).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT') throw error;
  });
}

/**
 * Rewrites the older copies of a document and what was set aside of it without a part; what cannot be read any more goes whole, and so
 * does a copy of the whole folder. The code of what the disk refused, or null.
 */
export async function forgetInPast(paths: DocumentPaths, forgetting: Forgetting): Promise<DiskCode | null> {
  try {
    await forgetIn(paths.history, forgetting);
    await forgetIn(paths.quarantine, forgetting);
    for (const copy of await folderCopies(paths)) {
      await removeWhole(copy);
      forgetting.onStep();
    }
    return null;
  } catch (error) {
    return diskCode(error);
  }
}
