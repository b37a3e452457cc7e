import { createHash } from 'node:crypto';
import { z } from 'zod';

/** One kind of document: where it stands, its present schema number (from 1), its shape, and the steps up from older schemas. */
export interface DocumentKind<Shape extends z.ZodType = z.ZodType> {
  /** Its file is called so. */
  readonly name: string;
  /** The folder in which each id has one of its own; null where there is only one document. Several kinds may share it. */
  readonly folder: string | null;
  /** What documents written in the first layout call it. */
  readonly formerly?: string;
  readonly schema: number;
  readonly shape: Shape;
  /** `migrations[n - 1]` turns a body of schema n into one of schema n + 1. */
  readonly migrations: readonly ((body: unknown) => unknown)[];
  /** The id a body has of itself; in the folder of another one it is a copy. */
  readonly idOf?: (body: never) => string;
  /** False where older copies are not kept. */
  readonly history?: false;
}

/** A document as it stands on disk or is about to: the envelope without its checks. */
export interface Held<Body = unknown> {
  /** Counts a document's saves, from 1. */
  readonly generation: number;
  /** ISO time of the save. */
  readonly savedAt: string;
  readonly body: Body;
}

/** Why bytes are not a document we can use; all but `newer-schema` mean damage. */
export type DecodeCode = 'unreadable' | 'checksum' | 'wrong-kind' | 'newer-schema' | 'wrong-shape';

/** `held` comes with `newer-schema` when the body still fits the shape we know: it may be shown, never saved. */
export type Decoded =
  | { readonly ok: true; readonly held: Held }
  | { readonly ok: false; readonly code: DecodeCode; readonly held: Held | null };

const format = 'holdfast';

const envelope = z.strictObject({
  format: z.literal(format),
  kind: z.string(),
  schema: z.int().positive(),
  generation: z.int().positive(),
  savedAt: z.iso.datetime(),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  body: z.unknown(),
});

type Header = Omit<z.infer<typeof envelope>, 'checksum' | 'body'>;

// The header is under the checksum too: a flipped bit in `schema` must read as damage, not as a newer version.
function checksum({ kind, schema, generation, savedAt }: Header, bodyText: string): string {
  return createHash('sha256')
    .update(JSON.stringify([format, kind, schema, generation, savedAt]))
    .update(bodyText)
    .digest('hex');
}

/** The bytes of a document; throws when the body is not JSON. Says nothing about its shape. */
export function encodeDocument(kind: DocumentKind, held: Held): Uint8Array {
  const header: Header = {
    format,
    kind: kind.name,
    schema: kind.schema,
    generation: held.generation,
    savedAt: held.savedAt,
  };
  const bodyText: unknown = JSON.stringify(held.body);
  if (typeof bodyText !== 'string') throw new TypeError(`a ${kind.name} document needs a body`);
  const head = JSON.stringify({ ...header, checksum: checksum(header, bodyText) });
  return Buffer.from(`${head.slice(0, -1)},"body":${bodyText}}`, 'utf8');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function migrate(kind: DocumentKind, schema: number, body: unknown): unknown {
  return kind.migrations.slice(schema - 1, kind.schema - 1).reduce((older, step) => step(older), body);
}

function shaped(kind: DocumentKind, schema: number, body: unknown): { readonly body: unknown } | null {
  try {
    const fitted = kind.shape.safeParse(schema < kind.schema ? migrate(kind, schema, body) : body);
    return fitted.success ? { body: fitted.data } : null;
  } catch {
    return null; // a migration met a body that was never of its schema
  }
}

/** The kind that bytes say they are a document of; null where they are none. */
export function kindIn(bytes: Uint8Array): string | null {
  const read = envelope.safeParse(parse(bytes));
  return read.success ? read.data.kind : null;
}

/** Reads a document's bytes: checks them whole, brings an older schema up to date, and refuses with a code. */
export function decodeDocument(kind: DocumentKind, bytes: Uint8Array): Decoded {
  const read = envelope.safeParse(parse(bytes));
  if (!read.success) return { ok: false, code: 'unreadable', held: null };
  const { checksum: stated, body, ...header } = read.data;
  const bodyText: unknown = JSON.stringify(body);
  if (typeof bodyText !== 'string') return { ok: false, code: 'unreadable', held: null };
  if (checksum(header, bodyText) !== stated) return { ok: false, code: 'checksum', held: null };
  if (header.kind !== kind.name && header.kind !== kind.formerly) return { ok: false, code: 'wrong-kind', held: null };
  const fitted = shaped(kind, header.schema, body);
  const held = fitted && { generation: header.generation, savedAt: header.savedAt, body: fitted.body };
  if (header.schema > kind.schema) return { ok: false, code: 'newer-schema', held };
  return held ? { ok: true, held } : { ok: false, code: 'wrong-shape', held: null };
}
