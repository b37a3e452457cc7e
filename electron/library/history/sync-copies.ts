import { dirname, join } from 'node:path';
import type { Codec } from '../codec/codec';
import type { DocumentKind } from '../codec/document';
import { readDocument, readKind } from '../codec/document-file';
import { sweepTemps } from '../deletion/removal';
import { foldersIn, namesIn } from '../store/files';
import { type DocumentFolder, folderPathsOf, isDocumentId, only, pathsOf } from '../store/layout';
import { quarantine, quarantineFolder } from './quarantine';

/** What holds a document under an id that is not its own, as sync tools leave it: a whole folder, or one file in the folder of another. */
export interface Copy {
  readonly path: string;
  /** What it is a copy of. */
  readonly of: DocumentFolder;
  /** The kind of the one file; null for a whole folder. */
  readonly file: DocumentKind | null;
}

const isEnd = (sign: string | undefined): boolean =>
  sign === undefined || !((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'));

/** Whether a name is another one with something after it. */
const extend = (name: string, other: string): boolean =>
  name.startsWith(other) && name.length > other.length && isEnd(name[other.length]);

/** The longest name of others that stands within a name, as sync tools copy them: `c1 (1)`, `Copy of c1`. Asked of every name at a start. */
export function nameWithin(name: string, others: ReadonlySet<string>): string | null {
  const bounds: number[] = [0];
  for (let at = 1; at < name.length; at += 1) if (isEnd(name[at - 1]) || isEnd(name[at])) bounds.push(at);
  bounds.push(name.length);
  let longest = '';
  for (const start of bounds) {
    for (const end of bounds) {
      if (end - start <= longest.length || end - start === name.length) continue;
      const part = name.slice(start, end);
      if (others.has(part)) longest = part;
    }
  }
  return longest === '' ? null : longest;
}

/** The copies of a library's documents. */
export interface Copies {
  /** The folders and files that hold a copy of a home. */
  readonly of: (home: DocumentFolder) => Promise<readonly string[]>;
  /** What in the folder of an id is a copy of others. */
  readonly in: (at: string, id: string) => Promise<readonly Copy[]>;
  /** The files beside a document that hold a copy of it, or of what shares its folder. */
  readonly beside: (kind: DocumentKind, id: string) => Promise<readonly string[]>;
  /** Sets a copy aside with what is kept of the home it is a copy of, so that it goes with it. */
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

  /** The ids that documents say they have: those in a folder, or the older copies of one kind. */
  async function idsSaid(kind: DocumentKind, files: readonly string[]): Promise<string[]> {
    const read = files.map((file) => readDocument(codec, kind, file).catch(() => null));
    return (await Promise.all(read)).flatMap((decoded) => decoded?.held?.id || []);
  }

  async function pastSays(kind: DocumentKind, folder: string, id: string): Promise<boolean> {
    const history = join(folder, 'history', kind.name);
    const names = await namesIn(history).catch(() => []);
    return (
      await idsSaid(
        kind,
        names.map((name) => join(history, name)),
      )
    ).includes(id);
  }

  /**
   * What in a folder is a copy of others, by what is in it, or by the folder's name where nothing in it can be read. A folder in which
   * anything says the folder's own id is its own: only the files in it that say another are copies.
   */
  async function copiesAt(at: string, name: string, there: ReadonlySet<string>): Promise<Copy[]> {
    const folder = join(root(), at, name);
    const strangers: Copy[] = [];
    let isOwn = false;
    let isThere = false;
    for (const kind of kindsAt(at)) {
      const path = join(folder, `${kind.name}.json`);
      const decoded = await readDocument(codec, kind, path).catch(() => null);
      const id = decoded?.held?.id ?? '';
      isThere ||= decoded !== null;
      isOwn ||= id === name;
      if (id !== '' && id !== name && isDocumentId(id)) strangers.push({ path, of: { at, id }, file: kind });
    }
    const [first] = strangers;
    if (first !== undefined) {
      const past = await Promise.all(kindsAt(at).map((kind) => !isOwn && pastSays(kind, folder, name)));
      return isOwn || past.includes(true) ? strangers : [{ path: folder, of: first.of, file: null }];
    }
    const named = nameWithin(name, there) ?? /^[a-z0-9-]+/.exec(name)?.[0] ?? '';
    if (isOwn || !isThere || isDocumentId(name) || !isDocumentId(named)) return [];
    return [{ path: folder, of: { at, id: named }, file: null }];
  }

  /**
   * Only folders whose name holds another's are opened, or whose name could be no document's: with ten thousand couples all of them would
   * be too many.
   */
  async function find(at: string, of?: string): Promise<Copy[]> {
    const names = await foldersIn(join(root(), at));
    const there = new Set(of === undefined ? names : [...names, of]);
    const wanted = of === undefined ? there : new Set([of]);
    const suspects = names.filter(
      (name) => nameWithin(name, wanted) !== null || (of === undefined && !isDocumentId(name)),
    );
    const found = await Promise.all(suspects.map((name) => copiesAt(at, name, there).catch(() => [])));
    return found.flat().filter((copy) => of === undefined || copy.of.id === of);
  }

  async function setAside({ path, of, file }: Copy): Promise<void> {
    const done = file
      ? quarantine(pathsOf(root(), file, of.id), 'copy', now(), path)
      : quarantineFolder(root(), of, now(), path);
    await done.then(
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
      return (await find(at, id)).map(({ path }) => path).filter((path) => path !== main);
    },
    in: (at, id) => copiesAt(at, id, new Set()),
    beside: async (kind, id) => (await strays(kind, id)).map(({ file }) => file),
    setAside,
    setAllAside: async (at) => {
      for (const copy of await find(at).catch(() => [])) await setAside(copy);
    },
    clear,
    count: () => count,
  };
}
