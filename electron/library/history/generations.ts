import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codec } from '../codec/codec';
import type { DocumentKind, SavedDocument } from '../codec/document';
import { readDocument } from '../codec/document-file';
import { errno } from '../store/failure';

/** An older state of a document that was kept. */
export interface Generation {
  readonly generation: number;
  /** When it was saved, epoch milliseconds. */
  readonly saved: number;
  readonly name: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const ages = [0, minute, 10 * minute, 60 * minute];

function stampOf(iso: string): string {
  return iso.replace(/[-:.]/g, '');
}

function savedOf(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'));
}

/** The file name a generation is kept under, such as `12-20261123T234501123Z.json`. */
export function generationName(held: Pick<SavedDocument, 'generation' | 'savedAt'>): string {
  return `${held.generation}-${stampOf(new Date(held.savedAt).toISOString())}.json`;
}

/** Reads a generation back from its file name; null for any other file. */
export function generationOf(name: string): Generation | null {
  const match = /^(\d{1,15})-(\d{8}T\d{9}Z)\.json$/.exec(name);
  if (!match?.[1] || !match[2]) return null;
  const saved = savedOf(match[2]);
  return Number.isNaN(saved) ? null : { generation: Number(match[1]), saved, name };
}

/** The generations kept of a document, newest first; none where the folder is not there. */
export async function listGenerations(folder: string): Promise<Generation[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  }
  return names.flatMap((name) => generationOf(name) ?? []).sort((a, b) => b.generation - a.generation);
}

// Which slot of age a generation fills: under a minute, ten minutes, an hour, a day, then one for each calendar day (UTC).
function slotOf(saved: number, now: number): string {
  const age = Math.max(0, now - saved);
  return age >= day ? `day ${Math.floor(saved / day)}` : `age ${ages.findLastIndex((least) => age >= least)}`;
}

/**
 * The generations that may go: all but the newest and the oldest of each age slot, and one for each past day. The oldest of a slot
 * grows into the next one; the newest holds its place meanwhile, so that no slot is ever empty while someone types.
 */
export function spare(generations: readonly Generation[], now: number): Generation[] {
  const newestFirst = [...generations].sort((a, b) => b.generation - a.generation);
  const newest = new Map<string, Generation>();
  const oldest = new Map<string, Generation>();
  for (const each of newestFirst) {
    const slot = slotOf(each.saved, now);
    oldest.set(slot, each);
    if (!newest.has(slot) && slot.startsWith('age')) newest.set(slot, each);
  }
  const kept = new Set([newestFirst[0], ...newest.values(), ...oldest.values()]);
  return newestFirst.filter((each) => !kept.has(each));
}

const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK', 'ENOSYS', 'EISDIR']);

async function linkOrCopy(file: string, kept: string): Promise<void> {
  try {
    await link(file, kept);
  } catch (error) {
    if (!noHardLinks.has(errno(error))) throw error;
    await copyFile(file, kept, constants.COPYFILE_EXCL);
  }
}

/** Keeps the present file as a generation, by a second name for the same bytes where the disk can. */
export async function keepGeneration(
  file: string,
  folder: string,
  held: Pick<SavedDocument, 'generation' | 'savedAt'>,
): Promise<void> {
  const kept = join(folder, generationName(held));
  try {
    await linkOrCopy(file, kept);
  } catch (error) {
    if (errno(error) === 'EEXIST') return; // left by an attempt that failed later on
    if (errno(error) !== 'ENOENT') throw error;
    await mkdir(folder, { mode: 0o700, recursive: true });
    await linkOrCopy(file, kept);
  }
}

/** Removes the generations that {@link spare} names. */
export async function thin(folder: string, now: number): Promise<void> {
  for (const each of spare(await listGenerations(folder), now)) await unlink(join(folder, each.name));
}

/** The newest generation that still reads whole, or null. */
export async function newestGood(codec: Codec, kind: DocumentKind, folder: string): Promise<SavedDocument | null> {
  for (const each of await listGenerations(folder)) {
    const decoded = await readDocument(codec, kind, join(folder, each.name)).catch(() => null);
    if (decoded?.ok) return decoded.held;
  }
  return null;
}
