import { mkdir, readFile, rename, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Codec } from '../codec/codec';
import type { DocumentKind } from '../codec/document';
import { readDocument } from '../codec/document-file';
import { intendPurge } from '../deletion/purge-references';
import { intendRemoval, sweepTemps } from '../deletion/removal';
import { quarantine, quarantineFolder } from '../history/quarantine';
import { nameWithin } from '../history/sync-copies';
import { syncFolder } from '../store/durable-write';
import { DiskRefused, errno } from '../store/failure';
import { namesIn, removeIfThere } from '../store/files';
import { type DocumentFolder, documentFolderOf, isDocumentId, only, pathsOf } from '../store/layout';

/*
 * The first layout: `retreats/<id>.json`, `couples/<id>.json`, their older copies in `generations/<kind>-<id>/`, what was set aside in
 * `quarantine/<kind>-<id>/`, and intents without an extension in `removing/`.
 */

interface Bringing {
  readonly root: string;
  readonly codec: Codec;
  readonly kinds: readonly DocumentKind[];
  readonly now: () => number;
  /** Told after each change of the disk. */
  readonly onStep: () => void;
}

/** Whether something stands there; throws what the disk refuses: nothing is moved over what it cannot show. */
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (errno(error) === 'ENOENT') return false;
      throw error;
    },
  );

/** Whether a library, or a part of one, still stands in the first layout. */
export async function isInFirstLayout(root: string, kinds: readonly DocumentKind[]): Promise<boolean> {
  if (await isThere(join(root, 'generations'))) return true;
  const folder = kinds.find((kind) => kind.folder !== null)?.folder;
  return folder != null && (await namesIn(join(root, folder))).some((name) => name.endsWith('.json'));
}

/** The kind and id that a name such as `couple-3f2a` of the first layout means; null for any other name. */
function documentOf(name: string, kinds: readonly DocumentKind[]) {
  const kind = kinds.find(({ formerly }) => formerly !== undefined && name.startsWith(`${formerly}-`));
  const id = name.slice((kind?.formerly?.length ?? 0) + 1);
  if (kind === undefined || !(kind.folder === null ? id === only : isDocumentId(id))) return null;
  return { kind, id };
}

const outOf = 'out-of-';
const goneShape = z.array(z.object({ kind: z.string(), id: z.string() }));

/** What an intent says leaves a document; `[]` where it no longer reads, as in the present layout. */
async function goneIn(file: string, kinds: readonly DocumentKind[]): Promise<DocumentFolder[]> {
  const text = await readFile(file, 'utf8');
  try {
    return goneShape.parse(JSON.parse(text)).flatMap(({ kind, id }) => {
      const found = documentOf(`${kind}-${id}`, kinds);
      return found === null ? [] : [documentFolderOf(found.kind, id)];
    });
  } catch {
    return [];
  }
}

/** Brings entries one after another; what the disk refuses of one keeps no other back. Resolves with the names of those. */
async function eachOf(folder: string, bring: (name: string, path: string) => Promise<void>): Promise<string[]> {
  const left: string[] = [];
  const names = await namesIn(folder).catch(() => {
    left.push('');
    return [];
  });
  for (const name of names) await bring(name, join(folder, name)).catch(() => left.push(name));
  return left;
}

async function bringIntent({ root, kinds, onStep }: Bringing, name: string, file: string): Promise<void> {
  if ((await stat(file)).isDirectory()) return;
  const leaves = name.startsWith(outOf);
  const found = documentOf(leaves ? name.slice(outOf.length) : name, kinds);
  if (found === null) return;
  if (leaves) {
    const intended = await intendPurge(pathsOf(root, found.kind, found.id), await goneIn(file, kinds));
    if (!intended.ok) throw new DiskRefused(intended.code);
  } else {
    const refused = await intendRemoval(root, { home: documentFolderOf(found.kind, found.id), along: [], from: [] });
    if (refused !== null) throw new DiskRefused(refused);
  }
  onStep();
  await removeIfThere(file);
  onStep();
}

async function bringDocument(at: Bringing, kind: DocumentKind, file: string, stem: string, ids: ReadonlySet<string>) {
  const { root, codec, now } = at;
  if (isDocumentId(stem)) {
    const paths = pathsOf(root, kind, stem);
    if (await isThere(paths.file)) {
      await quarantine(paths, 'copy', now(), file);
      return;
    }
    await mkdir(dirname(paths.file), { mode: 0o700, recursive: true });
    await rename(file, paths.file);
    await syncFolder(dirname(paths.file));
    return;
  }
  // A copy under a name that no document has.
  const held = (await readDocument(codec, kind, file).catch(() => null))?.held;
  const id = held?.id || nameWithin(stem, ids) || (/^[a-z0-9-]+/.exec(stem)?.[0] ?? '');
  if (isDocumentId(id)) await quarantine(pathsOf(root, kind, id), 'copy', now(), file);
}

/** Brings the documents of a kind; resolves with the names, such as `couple-3f2a`, of those that stay. */
async function bringDocuments(at: Bringing, kind: DocumentKind, held: ReadonlySet<string>): Promise<string[]> {
  const folder = join(at.root, kind.folder ?? '');
  await sweepTemps(folder).catch(() => undefined);
  const stemOf = (name: string): string => (name.endsWith('.json') ? name.slice(0, -5) : name);
  const ids = new Set((await namesIn(folder).catch(() => [])).map(stemOf).filter(isDocumentId));
  const left = await eachOf(folder, async (name, file) => {
    if (!name.endsWith('.json') || name.startsWith('.') || held.has(`${kind.formerly}-${stemOf(name)}`)) return;
    await bringDocument(at, kind, file, stemOf(name), ids);
    at.onStep();
  });
  await syncFolder(folder);
  return left.map((name) => `${kind.formerly}-${stemOf(name)}`);
}

/** Moves what is in a folder to another one, which may be there already. */
async function bringFolder(from: string, to: string, onStep: () => void): Promise<void> {
  if (await isThere(to)) {
    const left = await eachOf(from, async (name, file) => {
      await rename(file, join(to, name));
      onStep();
    });
    await syncFolder(to);
    if (left.length === 0) await rmdir(from);
  } else {
    await mkdir(dirname(to), { mode: 0o700, recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
  }
  onStep();
}

/** Whose the documents in a folder of older copies say they are. */
async function ownersIn({ codec, kinds }: Bringing, folder: string) {
  const files = await namesIn(folder);
  const read = files.flatMap((name) =>
    kinds.map(async (kind) => {
      const decoded = await readDocument(codec, kind, join(folder, name)).catch(() => null);
      const id = decoded?.held?.id ?? '';
      return isDocumentId(id) ? { kind, id } : null;
    }),
  );
  return (await Promise.all(read)).filter((owner) => owner !== null);
}

/** Brings a folder of older copies, or sets it aside with the document that a sync tool copied it from. */
async function bringPast(
  at: Bringing,
  part: 'history' | 'quarantine',
  name: string,
  from: string,
  names: ReadonlySet<string>,
): Promise<void> {
  const found = documentOf(name, at.kinds);
  const within = nameWithin(name, names);
  // Of thousands only those are opened whose name says that they may be copies.
  const said = found === null || within !== null ? await ownersIn(at, from) : [];
  if (found !== null && (said.length === 0 || said.some(({ id }) => id === found.id))) {
    return bringFolder(from, pathsOf(at.root, found.kind, found.id)[part], at.onStep);
  }
  const of = said[0] ?? documentOf(within ?? '', at.kinds);
  if (of === null) return;
  await quarantineFolder(at.root, documentFolderOf(of.kind, of.id), at.now(), from);
  at.onStep();
}

/**
 * Brings a library of the first layout over. Every change is one rename, so that dying between any two leaves each document in the old
 * place or the new one; the next start goes on. A document that stands in both places stays in the new one, and the other is set aside.
 * What the disk refuses stays in the old layout with all of its past, and keeps nothing else shut; resolves with how much that is.
 */
export async function bringOver(bringing: Bringing): Promise<number> {
  const at = { ...bringing, kinds: bringing.kinds.filter(({ formerly }) => formerly !== undefined) };
  const { root, kinds, onStep } = at;
  // A document whose intent stays is not shown: what was being deleted would be there again.
  const intents = await eachOf(join(root, 'removing'), (name, file) => bringIntent(at, name, file));
  await syncFolder(join(root, 'removing')).catch(() => undefined);
  const left = new Set(intents.map((name) => (name.startsWith(outOf) ? name.slice(outOf.length) : name)));
  for (const kind of kinds) {
    if (kind.folder !== null) for (const name of await bringDocuments(at, kind, left)) left.add(name);
  }
  const there = await Promise.all(
    kinds.map(async ({ folder, formerly }) =>
      folder === null
        ? [`${formerly}-${only}`]
        : (await namesIn(join(root, folder)).catch(() => [])).map((id) => `${formerly}-${id}`),
    ),
  );
  const names = new Set(there.flat());
  let refused = 0;
  for (const [old, part] of [
    ['generations', 'history'],
    ['quarantine', 'quarantine'],
  ] as const) {
    const staying = await eachOf(join(root, old), async (name, path) => {
      if (!left.has(name) && (await stat(path)).isDirectory()) await bringPast(at, part, name, path, names);
    });
    refused += staying.length;
  }
  for (const folder of ['history', 'quarantine']) await syncFolder(join(root, folder));
  refused += left.size;
  // The last sign of the first layout; what is not ours in it stays.
  if (refused === 0) await rmdir(join(root, 'generations')).catch(() => undefined);
  else await mkdir(join(root, 'generations'), { mode: 0o700, recursive: true });
  await syncFolder(root);
  onStep();
  return refused;
}
