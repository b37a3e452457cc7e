import { dirname, join } from 'node:path';
import type { Codec } from '../codec/codec';
import type { DocumentKind, SavedDocument } from '../codec/document';
import { readDocument, readKind } from '../codec/document-file';
import { sweepTemps } from '../deletion/removal';
import { foldersIn, namesIn } from '../store/files';
import { type DocumentFolder, documentFolderOf, folderPathsOf, isDocumentId, only, pathsOf } from '../store/layout';
import { quarantine, quarantineFolder } from './quarantine';

/** A folder that holds a document under an id that is not its own, as sync tools leave them. */
export interface Copy {
  readonly folder: string;
  /** What it is a copy of. */
  readonly of: DocumentFolder;
}

const isEnd = (sign: string | undefined): boolean => sign !== undefined && !/[a-z0-9]/.test(sign);

/** Whether a name is another one with something after it. */
const extend = (name: string, other: string): boolean => name.startsWith(other) && isEnd(name[other.length]);

/** The copies of a library's documents. */
export interface Copies {
  /** The folders that hold a copy of a home. */
  readonly of: (home: DocumentFolder) => Promise<readonly string[]>;
  /** The files beside a document that hold a copy of it, or of what shares its folder. */
  readonly beside: (kind: DocumentKind, id: string) => Promise<readonly string[]>;
  /** Sets a folder aside with what is kept of the home it is a copy of, so that it goes with it. */
  readonly setAside: (copy: Copy) => Promise<void>;
  /** Sets aside all that lie beside a kind's documents. What the disk refuses is tried at the next start. */
  readonly setAllAside: (folder: string) => Promise<void>;
  /** Clears the folder of a document: copies of it under other names are set aside, temporary files of writers that died go. */
  readonly clear: (kind: DocumentKind, id: string) => Promise<void>;
  /** How many were set aside. */
  readonly count: () => number;
}

export function copiesIn(root: () => string, codec: Codec, kinds: readonly DocumentKind[], now: () => number): Copies {
  let count = 0;
  const kindsAt = (at: string): readonly DocumentKind[] =>
    kinds.filter((kind) => kind.folder === at || (kind.folder === null && kind.name === at));

  /** Whose copy a folder is by what is in it, or by its name where that cannot be read; null for one that is nobody's. */
  async function copyAt(at: string, name: string): Promise<Copy | null> {
    const folder = join(root(), at, name);
    for (const kind of kindsAt(at)) {
      const decoded = await readDocument(codec, kind, join(folder, `${kind.name}.json`)).catch(() => null);
      if (decoded === null) continue;
      const named = isDocumentId(name) ? name : (/^[a-z0-9-]+/.exec(name)?.[0] ?? '');
      const id = decoded.held?.id || named;
      return id !== name && isDocumentId(id) ? { folder, of: { at, id } } : null;
    }
    return null;
  }

  /**
   * Only folders whose name begins with another's are opened, or whose name could be no document's: with ten thousand couples all of them
   * would be too many.
   */
  async function find(at: string, of?: string): Promise<Copy[]> {
    const names = await foldersIn(join(root(), at));
    const there = new Set(of === undefined ? names : [of]);
    const extendsAnother = (name: string): boolean =>
      Array.from(name).some((_, end) => end > 0 && isEnd(name[end]) && there.has(name.slice(0, end)));
    const suspects = names.filter((name) => extendsAnother(name) || (of === undefined && !isDocumentId(name)));
    const found = await Promise.all(suspects.map((name) => copyAt(at, name).catch(() => null)));
    return found.filter((copy) => copy !== null && (of === undefined || copy.of.id === of)) as Copy[];
  }

  async function setAside({ folder, of }: Copy): Promise<void> {
    await quarantineFolder(root(), of, now(), folder).then(
      () => {
        count += 1;
      },
      () => undefined,
    );
  }

  /** The kind that a file beside a document's own is a copy of, by its name or by what is in it; null for any other file. */
  async function kindOfStray(
    folder: string,
    name: string,
    there: readonly DocumentKind[],
  ): Promise<DocumentKind | null> {
    const stem = name.slice(0, -5);
    const named = there.find((kind) => extend(stem, kind.name));
    if (named !== undefined || there.some((kind) => kind.folder === null)) return named ?? null;
    const inside = await readKind(codec, join(folder, name)).catch(() => null);
    return there.find((kind) => kind.name === inside || kind.formerly === inside) ?? null;
  }

  /** The copies in the folder of a document, and of which kind each is. */
  async function strays(kind: DocumentKind, id: string) {
    const paths = pathsOf(root(), kind, id);
    const folder = dirname(paths.file);
    const there = kindsAt(paths.home.at);
    const names = (await namesIn(folder)).filter(
      (name) => name.endsWith('.json') && !name.startsWith('.') && !there.some((each) => `${each.name}.json` === name),
    );
    const kindsOf = await Promise.all(names.map((name) => kindOfStray(folder, name, there)));
    return names.flatMap((name, at) => {
      const of = kindsOf[at];
      return of ? [{ file: join(folder, name), of }] : [];
    });
  }

  async function clear(kind: DocumentKind, id: string): Promise<void> {
    await sweepTemps(dirname(pathsOf(root(), kind, id).file));
    for (const { file, of } of await strays(kind, id)) {
      await quarantine(pathsOf(root(), of, id), 'copy', now(), file);
      count += 1;
    }
  }

  return {
    of: async ({ at, id }) => {
      if (id === only) return [];
      const { main } = folderPathsOf(root(), { at, id });
      return (await find(at, id)).map(({ folder }) => folder).filter((folder) => folder !== main);
    },
    beside: async (kind, id) => (await strays(kind, id)).map(({ file }) => file),
    setAside,
    setAllAside: async (at) => {
      for (const copy of await find(at).catch(() => [])) await setAside(copy);
    },
    clear,
    count: () => count,
  };
}

/** What a folder is a copy of, whose document says another id; null where it is its own. */
export function copyOf(kind: DocumentKind, file: string, id: string, held: SavedDocument): Copy | null {
  return held.id === id || !isDocumentId(held.id)
    ? null
    : { folder: dirname(file), of: documentFolderOf(kind, held.id) };
}
