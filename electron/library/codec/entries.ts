import type { z } from 'zod';

/** Lists of entries in a body, and what holds of all those together, beyond the shape of each. */
export interface EntryLists {
  readonly names: readonly string[];
  readonly together: (body: never) => boolean;
}

/** What a kind of document says of its bodies. */
interface Kind {
  readonly shape: z.ZodType;
  readonly lists?: EntryLists;
}

type Tree = Readonly<Record<string, unknown>>;
type Lists = Readonly<Record<string, readonly unknown[]>>;

interface Known {
  readonly shape: z.ZodType;
  readonly list: string;
  readonly bytes: Buffer;
}

/**
 * The entries that fitted the shape of their list, and their bytes. An entry is never written into, and is frozen here so that none can
 * be: what fitted goes on to fit, and what were its bytes still are.
 */
const known = new WeakMap<object, Known>();

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

function frozen<T>(value: T): T {
  if (!isTree(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** The lists of a body that its kind names; null where it has none, or not all of them. */
function listsOf({ lists }: Kind, body: unknown): Lists | null {
  if (lists === undefined || !isTree(body)) return null;
  const named = lists.names.map((name) => [name, body[name]] as const);
  return named.every(([, list]) => Array.isArray(list)) ? (Object.fromEntries(named) as Lists) : null;
}

/** Whether a body fits the shape of its kind. Of its lists only the entries that were not checked before are. */
export function fits(kind: Kind, body: unknown): boolean {
  const lists = listsOf(kind, body);
  if (lists === null || !isTree(body)) return kind.shape.safeParse(body).success;
  const isNew = (list: string) => (entry: unknown) => {
    const found = isTree(entry) ? known.get(entry) : undefined;
    return found?.shape !== kind.shape || found.list !== list;
  };
  const unknown = Object.entries(lists).map(([name, list]) => [name, list.filter(isNew(name))] as const);
  if (!kind.shape.safeParse({ ...body, ...Object.fromEntries(unknown) }).success) return false;
  if (kind.lists?.together(body as never) === false) return false;
  for (const [list, entries] of unknown)
    for (const entry of entries.filter(isTree))
      known.set(frozen(entry), { shape: kind.shape, list, bytes: utf8(JSON.stringify(entry)) });
  return true;
}

const comma = utf8(',');

const between = (parts: readonly Buffer[]): readonly Buffer[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [comma, part]));

/** The bytes of a body, one by one as `JSON.stringify` has them; an entry that was checked is not written out again. Null where it has none. */
export function bytesOf(kind: Kind, body: unknown): Buffer | null {
  const lists = listsOf(kind, body);
  if (lists === null || !isTree(body)) {
    const text: unknown = JSON.stringify(body);
    return typeof text === 'string' ? utf8(text) : null;
  }
  const entryBytes = (entry: unknown): Buffer =>
    (isTree(entry) ? known.get(entry)?.bytes : undefined) ?? utf8(JSON.stringify(entry) ?? 'null');
  const members = Object.entries(body).flatMap(([name, value]): Buffer[] => {
    const list = lists[name];
    if (list !== undefined) {
      return [Buffer.concat([utf8(`${JSON.stringify(name)}:[`), ...between(list.map(entryBytes)), utf8(']')])];
    }
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? [utf8(`${JSON.stringify(name)}:${text}`)] : [];
  });
  return Buffer.concat([utf8('{'), ...between(members), utf8('}')]);
}
