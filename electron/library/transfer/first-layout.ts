import { mkdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Codec } from '../codec/codec';
import type { DocumentKind } from '../codec/document';
import { readDocument } from '../codec/document-file';
import { intendPurge } from '../deletion/purge-references';
import { sweepTemps } from '../deletion/removal';
import { quarantine } from '../history/quarantine';
import { syncFolder } from '../store/durable-write';
import { DiskRefused } from '../store/failure';
import { namesIn, removeIfThere } from '../store/files';
import { type DocumentFolder, documentFolderOf, folderPathsOf, isDocumentId, only, pathsOf } from '../store/layout';

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

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
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

async function goneIn(file: string, kinds: readonly DocumentKind[]): Promise<DocumentFolder[]> {
  try {
    return goneShape.parse(JSON.parse(await readFile(file, 'utf8'))).flatMap(({ kind, id }) => {
      const found = documentOf(`${kind}-${id}`, kinds);
      return found === null ? [] : [documentFolderOf(found.kind, id)];
    });
  } catch {
    return [];
  }
}

async function bringIntents({ root, kinds, onStep }: Bringing): Promise<void> {
  const folder = join(root, 'removing');
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    if ((await stat(file)).isDirectory()) continue;
    const leaves = name.startsWith(outOf);
    const found = documentOf(leaves ? name.slice(outOf.length) : name, kinds);
    if (found === null) continue;
    if (leaves) {
      const intended = await intendPurge(pathsOf(root, found.kind, found.id), await goneIn(file, kinds));
      if (!intended.ok) throw new DiskRefused(intended.code);
    } else {
      await writeFile(folderPathsOf(root, documentFolderOf(found.kind, found.id)).intent, '', { mode: 0o600 });
    }
    await syncFolder(folder);
    onStep();
    await removeIfThere(file);
    onStep();
  }
}

async function bringDocument(at: Bringing, kind: DocumentKind, file: string, stem: string): Promise<void> {
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
  const { held } = await readDocument(codec, kind, file);
  const id = held?.id || (/^[a-z0-9-]+/.exec(stem)?.[0] ?? '');
  if (isDocumentId(id)) await quarantine(pathsOf(root, kind, id), 'copy', now(), file);
}

/** Moves what is in a folder to another one, which may be there already. */
async function bringFolder(from: string, to: string, onStep: () => void): Promise<void> {
  if (await isThere(to)) {
    for (const name of await namesIn(from)) {
      await rename(join(from, name), join(to, name));
      onStep();
    }
    await rmdir(from);
    await syncFolder(to);
  } else {
    await mkdir(dirname(to), { mode: 0o700, recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
  }
  onStep();
}

/**
 * Brings a library of the first layout over. Every change is one rename, so that dying between any two leaves each document in the old
 * place or the new one; the next start goes on. A document that stands in both places stays in the new one, and the other is set aside.
 */
export async function bringOver(at: Bringing): Promise<void> {
  const { root, kinds, onStep } = at;
  await bringIntents(at);
  const brought = kinds.filter(({ formerly }) => formerly !== undefined);
  for (const kind of brought) {
    if (kind.folder === null) continue;
    const folder = join(root, kind.folder);
    await sweepTemps(folder);
    for (const name of await namesIn(folder)) {
      if (!name.endsWith('.json') || name.startsWith('.')) continue;
      await bringDocument(at, kind, join(folder, name), name.slice(0, -5));
      onStep();
    }
    await syncFolder(folder);
  }
  for (const [old, part] of [
    ['generations', 'history'],
    ['quarantine', 'quarantine'],
  ] as const) {
    for (const name of await namesIn(join(root, old))) {
      const found = documentOf(name, brought);
      if (found !== null) await bringFolder(join(root, old, name), pathsOf(root, found.kind, found.id)[part], onStep);
    }
  }
  for (const folder of ['history', 'quarantine']) await syncFolder(join(root, folder));
  // The last sign of the first layout; what is not ours in it stays.
  await rmdir(join(root, 'generations')).catch(() => undefined);
  await syncFolder(root);
  onStep();
}
