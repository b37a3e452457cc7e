import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytesOf, type EntryLists } from './entries';

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
  /** The id a body has of itself, for what the first envelope did not say. */
  readonly idOf?: (body: never) => string;
  /** Where a body holds many entries, which need not all be checked and written out again when one of them changes. */
  readonly lists?: EntryLists;
  /** False where older copies are not kept. */
  readonly history?: false;
}

/** A generation of a document: its number, and the device that wrote it. */
export interface Origin {
  readonly generation: number;
  readonly device: string;
}

/** A document as it stands on disk or is about to: the envelope without its checks. What the first envelope did not say is empty. */
export interface SavedDocument<Body = unknown> {
  readonly id: string;
  /** Counts a document's saves, from 1. */
  readonly generation: number;
  /** The device that wrote it. */
  readonly device: string;
  /** The generation it was made from; null for the first one. */
  readonly from: Origin | null;
  /** ISO time of the save. */
  readonly savedAt: string;
  readonly body: Body;
}

/** Why bytes are not a document we can use; all but `newer-schema` mean damage. */
export type DecodeCode = 'unreadable' | 'checksum' | 'wrong-kind' | 'wrong-id' | 'newer-schema' | 'wrong-shape';

/** `held` comes with `newer-schema` when the body still fits the shape we know: it may be shown, never saved. With `wrong-id` it is another's. */
export type Decoded =
  | { readonly ok: true; readonly held: SavedDocument }
  | { readonly ok: false; readonly code: DecodeCode; readonly held: SavedDocument | null };

const format = 'holdfast';
/** The version of the envelope this build writes. The first one had no number, no id and no device. */
const version = 2;

const sum = z.string().regex(/^[0-9a-f]{64}$/);
const stamps = {
  format: z.literal(format),
  kind: z.string(),
  schema: z.int().positive(),
  generation: z.int().positive(),
  savedAt: z.iso.datetime(),
  checksum: sum,
  body: z.unknown(),
};
const firstEnvelope = z.strictObject(stamps);
const envelope = z.strictObject({
  ...stamps,
  version: z.literal(version),
  id: z.string().max(64),
  device: z.string().max(64),
  from: z.strictObject({ generation: z.int().positive(), device: z.string().max(64) }).nullable(),
});
/** What every envelope after the first has, whatever else a later one adds. */
const anyEnvelope = z.looseObject({ format: z.literal(format), version: z.int().positive(), checksum: sum });

const sha256 = (...parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/**
 * The checksum is over the whole text, with nothing in its own place: a flipped bit in `schema` or `version` must read as damage, not as
 * a newer Holdfast. Every version of the envelope keeps to this.
 */
const sumOf = (whole: object): string => sha256(JSON.stringify({ ...whole, checksum: '' }));

const firstSumOf = ({ kind, schema, generation, savedAt }: z.infer<typeof firstEnvelope>, bodyText: string): string =>
  sha256(JSON.stringify([format, kind, schema, generation, savedAt]), bodyText);

/** The bytes of a document; throws when the body is not JSON. Says nothing about its shape. */
export function encodeDocument(
  kind: DocumentKind,
  { id, generation, device, from, savedAt, body }: SavedDocument,
): Uint8Array {
  const bytes = bytesOf(kind, body);
  if (bytes === null) throw new TypeError(`a ${kind.name} document needs a body`);
  const header = { format, version, kind: kind.name, id, schema: kind.schema, generation, device, from, savedAt };
  const before = (checksum: string) => `${JSON.stringify({ ...header, checksum }).slice(0, -1)},"body":`;
  // A long body is turned into bytes once, and summed as bytes.
  const checksum = sha256(before(''), bytes, '}');
  return Buffer.concat([Buffer.from(before(checksum), 'utf8'), bytes, Buffer.from('}')]);
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
  const read = z.looseObject({ format: z.literal(format), kind: z.string() }).safeParse(parse(bytes));
  return read.success ? read.data.kind : null;
}

type Opened =
  | { readonly ok: true; readonly kind: string; readonly schema: number; readonly held: SavedDocument }
  | { readonly ok: false; readonly code: DecodeCode };

const refused = (code: DecodeCode): Opened => ({ ok: false, code });

function openFirst(parsed: unknown): Opened {
  const read = firstEnvelope.safeParse(parsed);
  const bodyText: unknown = JSON.stringify(read.data?.body);
  if (!read.success || typeof bodyText !== 'string') return refused('unreadable');
  if (firstSumOf(read.data, bodyText) !== read.data.checksum) return refused('checksum');
  const { kind, schema, generation, savedAt, body } = read.data;
  return { ok: true, kind, schema, held: { id: '', generation, device: '', from: null, savedAt, body } };
}

function openEnvelope(parsed: unknown): Opened {
  const any = anyEnvelope.safeParse(parsed);
  if (!any.success) return openFirst(parsed);
  // What was parsed and not what the schema made of it: a key it does not copy is under the checksum too.
  if (sumOf(parsed as object) !== any.data.checksum) return refused('checksum');
  if (any.data.version > version) return refused('newer-schema');
  const read = envelope.safeParse(parsed);
  if (!read.success) return refused('unreadable');
  const { kind, schema, id, generation, device, from, savedAt, body } = read.data;
  return { ok: true, kind, schema, held: { id, generation, device, from, savedAt, body } };
}

/** Reads a document's bytes: checks them whole, brings an older schema up to date, and refuses with a code. */
export function decodeDocument(kind: DocumentKind, bytes: Uint8Array): Decoded {
  const opened = openEnvelope(parse(bytes));
  if (!opened.ok) return { ok: false, code: opened.code, held: null };
  if (opened.kind !== kind.name && opened.kind !== kind.formerly) return { ok: false, code: 'wrong-kind', held: null };
  const fitted = shaped(kind, opened.schema, opened.held.body);
  const ownId = (kind.idOf as ((body: unknown) => string) | undefined) ?? (() => '');
  const held = fitted && { ...opened.held, body: fitted.body, id: opened.held.id || ownId(fitted.body) };
  if (opened.schema > kind.schema) return { ok: false, code: 'newer-schema', held };
  return held ? { ok: true, held } : { ok: false, code: 'wrong-shape', held: null };
}

/** The same of the document of one id: another one's is none of its own; `held` says whose it is. */
export function decodedAs(id: string, decoded: Decoded): Decoded {
  const { held } = decoded;
  return held === null || held.id === '' || held.id === id ? decoded : { ok: false, code: 'wrong-id', held };
}
