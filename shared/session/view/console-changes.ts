import type { ConsoleView } from './console-view';

type Entries = Readonly<Record<string, unknown>>;

/** The slices that have an entry for each couple or field: of them only the entries that changed are sent, null for one that went. */
export const slicesByEntry = ['notes', 'sheets', 'records', 'charters', 'practices', 'drafts'] as const;
type ByEntry = (typeof slicesByEntry)[number];

/** What changed of the console's view. */
export type ConsoleChanges = Partial<Omit<ConsoleView, ByEntry>> & {
  readonly [K in ByEntry]?: { readonly [id: string]: ConsoleView[K][string] | null };
};

/** The entries in which one record differs from another, null for one that is no longer there; null when all are the same. */
export function changedEntries(before: Entries, after: Entries): Entries | null {
  const written = Object.entries(after).filter(([id, entry]) => entry !== before[id]);
  const gone = Object.keys(before).filter((id) => !(id in after));
  if (written.length === 0 && gone.length === 0) return null;
  return Object.fromEntries([...written, ...gone.map((id) => [id, null])]);
}

/** Entries with those that changed; the same where none did. */
function withEntries<V>(
  before: Readonly<Record<string, V>>,
  changes: Readonly<Record<string, V | null>> | undefined,
): Readonly<Record<string, V>> {
  if (changes === undefined) return before;
  const entries = Object.entries<V | null>({ ...before, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, V & {}] => entry[1] !== null));
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What came, with each part that says the same as before as the same object: what draws that part alone is not drawn again. */
export function withKept<T>(before: T, after: T): T {
  if (Object.is(before, after) || !isTree(before) || !isTree(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const partOf = (name: string): unknown => (Object.hasOwn(before, name) ? before[name] : undefined);
  const kept = Object.entries(after).map(([name, part]) => [name, withKept(partOf(name), part)] as const);
  const isSame =
    kept.length === Object.keys(before).length &&
    kept.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]));
  if (isSame) return before;
  return (Array.isArray(after) ? kept.map(([, part]) => part) : Object.fromEntries(kept)) as T;
}

/** A view with what changed of it. */
export function withChanges(
  view: ConsoleView,
  { notes, sheets, records, charters, practices, drafts, ...slices }: ConsoleChanges,
): ConsoleView {
  return {
    ...view,
    ...slices,
    // It is told with each step of a batch, and holds a list of all couples that does not change by it.
    takeHome: slices.takeHome === undefined ? view.takeHome : withKept(view.takeHome, slices.takeHome),
    notes: withEntries(view.notes, notes),
    sheets: withEntries(view.sheets, sheets),
    records: withEntries(view.records, records),
    charters: withEntries(view.charters, charters),
    practices: withEntries(view.practices, practices),
    drafts: withEntries(view.drafts, drafts),
  };
}
