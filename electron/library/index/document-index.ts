import { readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Codec } from '../codec/codec';
import type { DocumentKind, SavedDocument } from '../codec/document';
import { readDocument } from '../codec/document-file';
import type { Copies, Copy } from '../history/sync-copies';
import { tempBeside } from '../store/durable-write';
import { inBatches } from '../store/ids';
import { isDocumentId, pathsOf } from '../store/layout';

/** How a list shows a document: a summary small enough to keep beside it. */
export interface Digest<Summary = unknown> {
  /** Raise it when `of` or `shape` changes, and what was kept is thrown away. */
  readonly version: number;
  readonly shape: z.ZodType<Summary>;
  readonly of: (body: never) => Summary;
  /** Most homes may hold none of it: a home is asked for its file alone, and what lies beside it is looked at when it is opened. */
  readonly sparse?: boolean;
}

/** One line of a list; a null summary marks a document that cannot be read as it is: open it to see what can be saved. */
export interface Entry<Summary = unknown> {
  readonly id: string;
  /** ISO time of the last save. */
  readonly savedAt: string | null;
  readonly summary: Summary | null;
}

interface Known extends Entry {
  /** What in its folder is a copy of others, under a name that is not theirs: where all of it is, it stands in no list. */
  readonly copies?: readonly Copy[];
  /** Of the file the summary was made from: another size, time or inode means it changed. Null where there was none to read. */
  readonly mark: string | null;
}

const unread = { mark: null, savedAt: null, summary: null };

/** The list of one kind of document: derived, lazy, and safe to delete at any time. */
export interface DocumentIndex {
  readonly entries: (ids: () => Promise<readonly string[]>) => Promise<Entry[]>;
  /** Takes over what was just saved, in memory alone; its summary. */
  readonly saved: (id: string, held: SavedDocument) => unknown;
  /** Leaves no trace of a document, on disk either. */
  readonly forget: (id: string) => Promise<void>;
  /** Throws away what is known, as after a move. */
  readonly reset: () => void;
}

/** The index of one kind; `fileOf` gives a document's file, `folder` where the list is kept between starts. */
function documentIndex(
  codec: Codec,
  kind: DocumentKind,
  digest: Digest,
  folder: () => string,
  fileOf: (id: string) => string,
  copies: Pick<Copies, 'in' | 'setAside'>,
): DocumentIndex {
  const summarise = digest.of as (body: unknown) => unknown;
  const keptShape = z.object({
    version: z.literal(digest.version),
    schema: z.literal(kind.schema),
    entries: z.array(
      z.object({ id: z.string(), mark: z.string(), savedAt: z.string(), summary: digest.shape as z.ZodType<unknown> }),
    ),
  });
  const keptFile = () => join(folder(), `${kind.name}.json`);
  let known: Map<string, Known> | null = null;
  // Saved by us since the start, so newer than anything read; never written from here.
  const newer = new Map<string, Entry>();
  let turn: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Map<string, Known>> {
    try {
      const kept = keptShape.parse(
        JSON.parse(Buffer.from(await codec.decode(await readFile(keptFile()))).toString('utf8')),
      );
      return new Map(kept.entries.map((entry) => [entry.id, entry]));
    } catch {
      return new Map();
    }
  }

  async function keep(entries: Iterable<Known>): Promise<void> {
    const whole = [...entries].filter(({ mark, summary }) => mark !== null && summary !== null);
    const temp = tempBeside(keptFile());
    try {
      const text = JSON.stringify({ version: digest.version, schema: kind.schema, entries: whole });
      await writeFile(temp, await codec.encode(Buffer.from(text)), { flag: 'wx', mode: 0o600 });
      await rename(temp, keptFile());
    } catch {
      await unlink(temp).catch(() => undefined);
      await unlink(keptFile()).catch(() => undefined);
    }
  }

  async function readEntry(id: string, before: Known | undefined): Promise<Known> {
    try {
      const { size, mtimeMs, ino } = await stat(fileOf(id));
      const mark = `${size} ${mtimeMs} ${ino}`;
      if (before?.mark === mark) return before;
      const { held } = await readDocument(codec, kind, fileOf(id));
      if (held !== null && held.id !== id && isDocumentId(held.id)) {
        return { id, ...unread, copies: await copies.in(kind.folder ?? '', id) };
      }
      return { id, mark, savedAt: held?.savedAt ?? null, summary: held && summarise(held.body) };
    } catch {
      return { id, mark: null, savedAt: null, summary: null };
    }
  }

  async function scan(ids: readonly string[]): Promise<Entry[]> {
    const first = known === null;
    const old = known ?? (await load());
    // While we hold the lock nobody else writes: once read, an entry only changes through `saved`.
    const fresh = await inBatches(ids, async (id) => {
      const entry = old.get(id);
      if (newer.has(id) || (!first && entry?.summary)) return entry ?? { id, ...unread };
      return readEntry(id, entry);
    });
    const own = fresh.filter((entry) => !entry.copies?.some(({ file }) => file === null));
    for (const copy of fresh.flatMap((entry) => entry.copies ?? [])) await copies.setAside(copy);
    known = new Map(own.map((entry) => [entry.id, entry]));
    if (first && (own.length !== old.size || own.some((entry) => old.get(entry.id) !== entry))) await keep(own);
    return own
      .map((entry) => newer.get(entry.id) ?? entry)
      .map(({ id, savedAt, summary }) => ({ id, savedAt, summary }));
  }

  async function forget(id: string): Promise<void> {
    newer.delete(id);
    const rest = known ?? (await load());
    rest.delete(id);
    await keep(rest.values());
  }

  function serialQueue<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    entries: (ids) => serialQueue(async () => scan(await ids())),
    saved: (id, held) => {
      const summary = summarise(held.body);
      newer.set(id, { id, savedAt: held.savedAt, summary });
      return summary;
    },
    forget: (id) => serialQueue(() => forget(id)),
    reset: () => {
      known = null;
    },
  };
}

/** How the kinds that are listed are summarised. */
export type Digests = Readonly<Partial<Record<string, Digest>>>;

/** The indexes of a library, each made when it is first asked for; null for a kind that is not listed. */
export function documentIndexesIn(
  codec: Codec,
  digests: Digests,
  root: () => string,
  copies: Pick<Copies, 'in' | 'setAside'>,
): { readonly of: (kind: DocumentKind) => DocumentIndex | null; readonly reset: () => void } {
  const made = new Map<string, DocumentIndex>();
  return {
    of: (kind) => {
      const digest = digests[kind.name];
      if (!digest) return null;
      const one =
        made.get(kind.name) ??
        documentIndex(
          codec,
          kind,
          digest,
          () => join(root(), 'index'),
          (id) => pathsOf(root(), kind, id).file,
          copies,
        );
      made.set(kind.name, one);
      return one;
    },
    reset: () => {
      for (const each of made.values()) each.reset();
    },
  };
}
