import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { folderCopies } from '../history/quarantine';
import { durableWrite, syncFolder, type WriteStep } from '../store/durable-write';
import { type DiskCode, DiskRefused, diskCode, errno, type SaveCode } from '../store/failure';
import { namesIn, removeIfThere, removeTree } from '../store/files';
import {
  type DocumentFolder,
  type DocumentName,
  type DocumentPaths,
  type LayoutKind,
  leftBy,
  pathsOf,
} from '../store/layout';
import type { RemoveStep } from './removal';

/** The steps of a save that something is taken out of, around the writer's own; dying after any of them only delays it. */
export const purgeSteps = ['intend', 'wipe', 'remove', 'settle'] as const;
type PurgeStep = (typeof purgeSteps)[number];
/** `forget`: one file of a document's past was rewritten without a part, or deleted. */
export type SaveStep = WriteStep | PurgeStep | RemoveStep | 'forget';

/** What leaves a document: a home, which is removed as well, or a part of it alone: an id, or a word its kind knows. */
export type Gone = DocumentFolder | { readonly part: string };

/** How homes and parts are taken out of a kind, by their ids. A body that has none of them comes back as it is. */
export type TakeOut = (body: never, ids: ReadonlySet<string>) => unknown;
export type TakeOuts = Readonly<Partial<Record<string, TakeOut>>>;

const goneShape = z.array(
  z.union([z.strictObject({ at: z.string(), id: z.string() }), z.strictObject({ part: z.string() })]),
);

export const homesOf = (gone: readonly Gone[]): DocumentFolder[] =>
  gone.flatMap((each) => ('part' in each ? [] : [each]));
const idOf = (each: Gone): string => ('part' in each ? each.part : each.id);
export const idsIn = (gone: readonly Gone[]): ReadonlySet<string> => new Set(gone.map(idOf));

const keyOf = (each: Gone): string => ('part' in each ? each.part : `${each.at}/${each.id}`);
/** What is in the first list and not in the second. */
const but = (gone: readonly Gone[], others: readonly Gone[]): Gone[] => {
  const known = new Set(others.map(keyOf));
  return gone.filter((each) => !known.has(keyOf(each)));
};

export async function removeWhole(file: string): Promise<void> {
  const [refused] = await removeTree(file);
  if (refused !== undefined) throw refused;
}

/** Deletes the older copies of a document, quarantined ones and copies of its whole folder included, and leaves the document itself. */
export async function wipePast(paths: DocumentPaths): Promise<void> {
  const folders = [paths.history, paths.quarantine];
  for (const copy of await folderCopies(paths)) await removeWhole(copy);
  for (const folder of folders) for (const name of await namesIn(folder)) await removeWhole(join(folder, name));
  for (const folder of [...folders, dirname(paths.quarantine)]) {
    await syncFolder(folder).catch((error: unknown) => {
      if (errno(error) !== 'ENOENT') throw error;
    });
  }
}

/**
 * What is written down as leaving a document: null where nothing is, `[]` where it no longer reads, which says that its past goes. Throws
 * what the disk does.
 */
export async function intendedPurge({ leaving }: Pick<DocumentPaths, 'leaving'>): Promise<readonly Gone[] | null> {
  let text: string;
  try {
    text = await readFile(leaving, 'utf8');
  } catch (error) {
    if (errno(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return goneShape.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** What is written down: what leaves now, and what of an earlier time is not finished. */
export interface Intended {
  readonly ok: true;
  readonly gone: readonly Gone[];
  readonly earlier: readonly Gone[];
}
type Refused = { readonly ok: false; readonly code: DiskCode };

const textOf = (gone: readonly Gone[]): Buffer => Buffer.from(JSON.stringify(gone));

/**
 * Writes down what leaves a document, durably, beside what an earlier purge of it has not finished. Refused, nothing of it is written
 * down, unless nobody can tell: what may stand must be carried out.
 */
export async function intendPurge(paths: DocumentPaths, gone: readonly Gone[]): Promise<Intended | Refused> {
  try {
    const standing = (await intendedPurge(paths)) ?? [];
    const earlier = but(standing, gone);
    const written = await durableWrite(paths.leaving, textOf([...earlier, ...gone]));
    const intended: Intended = { ok: true, gone, earlier };
    if (written.ok) return intended;
    const { code } = written;
    if (!written.replaced) return { ok: false, code };
    return await completePurge(paths, { earlier: standing }).then(
      () => ({ ok: false, code }),
      () => intended,
    );
  } catch (error) {
    return { ok: false, code: diskCode(error) };
  }
}

/** Says that nothing is left of what leaves now; what is not finished of an earlier time waits for the next start. */
export async function completePurge(paths: DocumentPaths, { earlier }: Pick<Intended, 'earlier'>): Promise<void> {
  if (earlier.length > 0) {
    const written = await durableWrite(paths.leaving, textOf(earlier));
    if (!written.ok) throw new DiskRefused(written.code);
    return;
  }
  await removeIfThere(paths.leaving);
  await syncFolder(dirname(paths.leaving));
}

interface Leave<Result> {
  /** Decides for homes that are not written down yet whether they are removed, or only taken out of this document. */
  readonly decide: (gone: readonly DocumentFolder[]) => Promise<readonly Gone[]>;
  readonly save: () => Promise<Result>;
  readonly removeOthers: (gone: readonly DocumentFolder[]) => Promise<SaveCode | 'unfinished' | null>;
  readonly onStep: (step: PurgeStep) => void;
}

/** What became of the homes that were taken out: all removed; some written down and not done; some in use elsewhere, and left alone. */
export type Leaving = 'removed' | 'unfinished' | 'stay';

/**
 * Saves a document that others were taken out of, and leaves nothing of them anywhere (S12). Which they are is written down first,
 * durably: dying at any step only delays it to the next start.
 */
export async function saveAndPurge<Result extends { readonly ok: boolean }>(
  paths: DocumentPaths,
  asked: readonly Gone[],
  { decide, save, removeOthers, onStep }: Leave<Result>,
): Promise<(Result & { readonly left?: Leaving }) | { readonly ok: false; readonly code: SaveCode }> {
  try {
    const standing = (await intendedPurge(paths)) ?? [];
    // What an earlier attempt decided stands, whatever other documents say by now.
    const [ids, known] = [idsIn(asked), idsIn(standing)];
    const decided = standing.filter((each) => ids.has(idOf(each)));
    const fresh = asked.filter((each) => !known.has(idOf(each)));
    const gone = [...decided, ...but(fresh, homesOf(fresh)), ...(await decide(homesOf(fresh)))];
    const intended = await intendPurge(paths, gone);
    if (!intended.ok) return intended;
    onStep('intend');
    const saved = await save();
    if (!saved.ok) return saved;
    await wipePast(paths);
    onStep('wipe');
    const refused = await removeOthers(homesOf(gone));
    if (refused !== null && refused !== 'unfinished') return { ok: false, code: refused };
    onStep('remove');
    await completePurge(paths, intended);
    onStep('settle');
    const stay = gone.length > homesOf(gone).length;
    return { ...saved, left: refused ?? (stay ? 'stay' : 'removed') };
  } catch (error) {
    return { ok: false, code: diskCode(error) };
  }
}

/** A document that something was being taken out of when the last process died; `gone` is null where the disk does not say what. */
export interface Purge extends DocumentName {
  readonly gone: readonly Gone[] | null;
}

/** What a crash interrupted, read from the disk. */
export async function unfinishedPurges(root: string, kinds: readonly LayoutKind[]): Promise<Purge[]> {
  const found: Purge[] = [];
  for (const name of await namesIn(join(root, 'removing'))) {
    const document = leftBy(name, kinds);
    const kind = kinds.find((each) => each.name === document?.kind);
    if (document === null || kind === undefined) continue;
    const gone = await intendedPurge(pathsOf(root, kind, document.id)).catch(() => null);
    found.push({ ...document, gone });
  }
  return found;
}
