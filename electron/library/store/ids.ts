import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentKind } from '../codec/document';
import { hasQuarantined } from '../history/quarantine';
import { foldersIn, namesIn } from './files';
import { type DocumentFolder, documentFolderOf, isDocumentId, only, pathsOf } from './layout';

const atOnce = 64;

/** Maps a list, so many at a time: a disk is asked for no more at once. */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}

async function isThere(root: string, kind: DocumentKind, id: string): Promise<boolean> {
  const paths = pathsOf(root, kind, id);
  const file = await access(paths.file).then(
    () => true,
    () => false,
  );
  return file || (await namesIn(paths.history)).length > 0 || hasQuarantined(paths);
}

type IsGoing = (home: DocumentFolder) => boolean;

/** The ids under which a kind may have documents, sorted, but none that is going. */
export async function homesOf(root: string, kind: DocumentKind, isGoing: IsGoing): Promise<string[]> {
  const { folder } = kind;
  const named =
    folder === null
      ? [only]
      : [...(await foldersIn(join(root, folder))), ...(await foldersIn(join(root, 'quarantine', folder)))].filter(
          isDocumentId,
        );
  return [...new Set(named)].filter((id) => !isGoing(documentFolderOf(kind, id))).sort();
}

/**
 * The ids of a kind, sorted; those whose file is gone but whose history or quarantine is not included, but none that is going.
 */
export async function idsOf(root: string, kind: DocumentKind, isGoing: IsGoing): Promise<string[]> {
  const wanted = await homesOf(root, kind, isGoing);
  const there = await inBatches(wanted, (id) => isThere(root, kind, id));
  return wanted.filter((_, at) => there[at]);
}
