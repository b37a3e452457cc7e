import { join } from 'node:path';

/** What the layout asks of a kind: its file is `<name>.json`, in the folder a document has in `folder`, or at the top where there is only one. */
export interface LayoutKind {
  readonly name: string;
  readonly folder: string | null;
}

/** The id of a document there is only one of. */
export const only = 'only';

/** The folders every library has beside those of its kinds. `index` is derived; `removing` names the deletions under way. */
const commonFolders = ['history', 'quarantine', 'removing', 'index'] as const;

/** Every folder a library has from the start. */
export function foldersOf(kinds: readonly LayoutKind[]): string[] {
  return [...new Set(kinds.flatMap(({ folder }) => folder ?? [])), ...commonFolders];
}

/** Which document. */
export interface DocumentName {
  readonly kind: string;
  readonly id: string;
}

/**
 * What is removed whole: the folder of an id with every kind in it (`at` is the folder it lies in), or a document there is only one of
 * (`at` is its kind).
 */
export interface DocumentFolder {
  readonly at: string;
  readonly id: string;
}

export const documentFolderOf = ({ name, folder }: LayoutKind, id: string): DocumentFolder => ({
  at: folder ?? name,
  id,
});

/** Where one document and its past stand. */
export interface DocumentPaths {
  readonly root: string;
  readonly home: DocumentFolder;
  readonly file: string;
  readonly history: string;
  readonly quarantine: string;
  /** The file that names what is taken out of this document, until nothing of it is left. */
  readonly leaving: string;
}

/** Where all there is of a home stands. */
export interface FolderPaths {
  readonly root: string;
  /** The folder, or the one file, that holds it. */
  readonly main: string;
  readonly history: string;
  readonly quarantine: string;
  /** The file whose being there means: this deletion was asked for and must be finished. */
  readonly intent: string;
  /** What `main` is called from the moment at which it is not shown any more. */
  readonly trash: string;
}

// Windows keeps these names for devices, whatever the extension.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether an id may become a folder's name: lower-case letters, digits and hyphens, at most 64. */
export function isDocumentId(id: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(id) && !reserved.test(id) && id !== only;
}

const isSingle = ({ id }: DocumentFolder): boolean => id === only;

export function folderPathsOf(root: string, home: DocumentFolder): FolderPaths {
  const { at, id } = home;
  const name = `${at}-${id}`;
  const main = isSingle(home) ? join(root, `${at}.json`) : join(root, at, id);
  return {
    root,
    main,
    history: isSingle(home) ? join(root, 'history', at) : join(main, 'history'),
    quarantine: isSingle(home) ? join(root, 'quarantine', at) : join(root, 'quarantine', at, id),
    intent: join(root, 'removing', `${name}.json`),
    trash: join(root, 'removing', name),
  };
}

const outOf = 'out-of-';

/** Where a document stands; throws on an id that could not have come from us. */
export function pathsOf(root: string, kind: LayoutKind, id: string): DocumentPaths {
  if (kind.folder === null ? id !== only : !isDocumentId(id)) {
    throw new RangeError(`not an id of a ${kind.name} document`);
  }
  const home = documentFolderOf(kind, id);
  const { main, history, quarantine } = folderPathsOf(root, home);
  const leaving = join(root, 'removing', `${outOf}${kind.name}-${id}.json`);
  if (kind.folder === null) return { root, home, file: main, history, quarantine, leaving };
  return {
    root,
    home,
    file: join(main, `${kind.name}.json`),
    history: join(history, kind.name),
    quarantine: join(quarantine, kind.name),
    leaving,
  };
}

function parted(name: string, heads: readonly string[]): readonly [head: string, id: string] | null {
  const head = heads.find((each) => name.startsWith(`${each}-`));
  return head === undefined ? null : [head, name.slice(head.length + 1)];
}

const stemOf = (name: string): string | null => (name.endsWith('.json') ? name.slice(0, -5) : null);

/** The document that a file of `removing` says something was taken out of; null for any other file. */
export function leftBy(file: string, kinds: readonly LayoutKind[]): DocumentName | null {
  const stem = file.startsWith(outOf) ? stemOf(file.slice(outOf.length)) : null;
  const named = parted(
    stem ?? '',
    kinds.map(({ name }) => name),
  );
  const kind = kinds.find(({ name }) => name === named?.[0]);
  if (named === null || kind === undefined) return null;
  const [name, id] = named;
  return (kind.folder === null ? id === only : isDocumentId(id)) ? { kind: name, id } : null;
}

/** The home that a file of `removing` is the intent to remove; null for any other file. */
export function intendedBy(file: string, kinds: readonly LayoutKind[]): DocumentFolder | null {
  const stem = stemOf(file);
  const ats = kinds.map(({ name, folder }) => folder ?? name);
  const named = stem === null ? null : parted(stem, ats);
  if (named === null) return null;
  const [at, id] = named;
  const single = kinds.some(({ name, folder }) => folder === null && name === at);
  return (single ? id === only : isDocumentId(id)) ? { at, id } : null;
}
