import { join } from 'node:path';

/** The kinds of document a library holds, and the folder of each; null for the kinds there is only one of. */
const folders = { settings: null, retreat: 'retreats', couple: 'couples', live: null } as const;

export type KindName = keyof typeof folders;

export const kindNames: readonly KindName[] = ['settings', 'retreat', 'couple', 'live'];

/** The id of a document there is only one of. */
export const only = 'only';

/** Every folder of a library. `index` is derived; `removing` names the deletions under way. */
export const libraryFolders = ['retreats', 'couples', 'generations', 'quarantine', 'removing', 'index'] as const;

/** Where one document and its past stand. */
export interface Place {
  readonly root: string;
  readonly file: string;
  readonly generations: string;
  readonly quarantine: string;
  /** The file whose being there means: this deletion was asked for and must be finished. */
  readonly removing: string;
  /** The file that names the documents taken out of this one, until nothing of them is left. */
  readonly leaving: string;
}

// Windows keeps these names for devices, whatever the extension.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether an id may become a file name: lower-case letters, digits and hyphens, at most 64. */
export function isDocumentId(id: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(id) && !reserved.test(id);
}

/** The folder that holds a kind's documents. */
export function folderOf(root: string, kind: KindName): string {
  const folder = folders[kind];
  return folder === null ? root : join(root, folder);
}

/** Whether there is just one document of this kind. */
export function isSingle(kind: KindName): boolean {
  return folders[kind] === null;
}

const outOf = 'out-of-';

/** Where a document stands; throws on an id that could not have come from us. */
export function placeOf(root: string, kind: KindName, id: string): Place {
  if (isSingle(kind) ? id !== only : !isDocumentId(id)) throw new RangeError(`not an id of a ${kind} document`);
  const name = `${kind}-${id}`;
  return {
    root,
    file: join(folderOf(root, kind), `${isSingle(kind) ? kind : id}.json`),
    generations: join(root, 'generations', name),
    quarantine: join(root, 'quarantine', name),
    removing: join(root, 'removing', name),
    leaving: join(root, 'removing', `${outOf}${name}`),
  };
}

/** Which document. */
export interface DocumentName {
  readonly kind: KindName;
  readonly id: string;
}

/** The document that a file of `removing` says others were taken out of; null for any other file. */
export function leftBy(name: string): DocumentName | null {
  return name.startsWith(outOf) ? documentOf(name.slice(outOf.length)) : null;
}

/** The document a name such as `couple-3f2a` (of a folder in generations, quarantine or removing) belongs to. */
export function documentOf(name: string): DocumentName | null {
  const kind = kindNames.find((each) => name.startsWith(`${each}-`));
  if (kind === undefined) return null;
  const id = name.slice(kind.length + 1);
  return (isSingle(kind) ? id === only : isDocumentId(id)) ? { kind, id } : null;
}
