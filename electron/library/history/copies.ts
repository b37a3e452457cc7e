import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentKind, decodeDocument } from '../codec/document';
import { namesIn } from '../store/files';
import { type DocumentName, folderOf, isDocumentId, type KindName, placeOf } from '../store/layout';
import { quarantine } from './quarantine';

/** A file that holds a document under a name that is not its own, as sync tools leave them. */
export interface Copy {
  readonly file: string;
  /** The id of the document it is a copy of. */
  readonly of: string;
}

/** Whose copy a file is by what is in it, or by its name where it cannot be read; null for any other file. */
async function copyAt(kind: DocumentKind, folder: string, stem: string): Promise<Copy | null> {
  const file = join(folder, `${stem}.json`);
  const { held } = decodeDocument(kind, await readFile(file));
  const named = isDocumentId(stem) ? stem : (/^[a-z0-9-]+/.exec(stem)?.[0] ?? '');
  const of = held === null ? named : (kind.idOf as (body: unknown) => string)(held.body);
  return of !== stem && isDocumentId(of) ? { file, of } : null;
}

const isEnd = (sign: string | undefined): boolean => sign !== undefined && !/[a-z0-9]/.test(sign);

/**
 * The copies in the folder of a kind, of one document or of all. Only files whose name begins with another's are opened, or whose name
 * could be no document's: with ten thousand couples all of them would be too many.
 */
async function findCopies(root: string, name: KindName, kind: DocumentKind, of?: string): Promise<Copy[]> {
  if (kind.idOf === undefined) return [];
  const folder = folderOf(root, name);
  const stems = (await namesIn(folder)).flatMap((file) =>
    file.endsWith('.json') && !file.startsWith('.') ? [file.slice(0, -5)] : [],
  );
  const there = new Set(of === undefined ? stems : [of]);
  const extendsAnother = (stem: string): boolean =>
    Array.from(stem).some((_, at) => at > 0 && isEnd(stem[at]) && there.has(stem.slice(0, at)));
  const suspects = stems.filter((stem) => extendsAnother(stem) || (of === undefined && !isDocumentId(stem)));
  const found = await Promise.all(suspects.map((stem) => copyAt(kind, folder, stem).catch(() => null)));
  return found.filter((copy) => copy !== null && (of === undefined || copy.of === of)) as Copy[];
}

/** The copies of a library's documents. */
export interface Copies {
  /** Those of one document. */
  readonly of: (document: DocumentName) => Promise<readonly Copy[]>;
  /** Sets one aside with what is kept of its document, so that it goes with it. What the disk refuses is tried at the next start. */
  readonly setAside: (name: KindName, copy: Copy) => Promise<void>;
  /** Sets all of a kind aside. */
  readonly setAllAside: (name: KindName) => Promise<void>;
  /** How many were set aside. */
  readonly count: () => number;
}

export function copiesIn(
  root: () => string,
  kinds: Readonly<Record<KindName, DocumentKind>>,
  now: () => number,
): Copies {
  let count = 0;
  async function setAside(name: KindName, { file, of }: Copy): Promise<void> {
    const done = await quarantine(placeOf(root(), name, of), 'copy', now(), file).catch(() => null);
    if (done !== null) count += 1;
  }
  return {
    of: ({ kind, id }) => findCopies(root(), kind, kinds[kind], id),
    setAside,
    setAllAside: async (name) => {
      const found = await findCopies(root(), name, kinds[name]).catch(() => []);
      for (const copy of found) await setAside(name, copy);
    },
    count: () => count,
  };
}
