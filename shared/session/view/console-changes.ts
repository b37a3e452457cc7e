import type { ConsoleView } from './console-view';

type Entries = Readonly<Record<string, unknown>>;

/** The slice that has an entry for each couple: of it only the entries that changed are sent, null for one that went. */
type ByEntry = 'notes';

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

/** A view with what changed of it. */
export function withChanges(view: ConsoleView, { notes, ...slices }: ConsoleChanges): ConsoleView {
  if (notes === undefined) return { ...view, ...slices };
  const entries = Object.entries({ ...view.notes, ...notes });
  return {
    ...view,
    ...slices,
    notes: Object.fromEntries(entries.filter((one): one is [string, string] => one[1] !== null)),
  };
}
