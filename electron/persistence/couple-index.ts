import type { Review } from '../../shared/couple/charter/charter';
import { isDue } from '../../shared/couple/charter/clause';
import { dateOf } from '../../shared/retreat/schedule';
import { errno } from '../library/store/failure';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { digests, type RetreatLibrary } from './retreat-index';

/** What is known of a couple that nobody has opened. */
export interface CoupleFacts {
  readonly archived: boolean;
  /** What is to be looked at again by today, the longest due first. Nothing of a couple whose agreements are withheld, or that is archived. */
  readonly due: readonly Review[];
}

/** Which couples are archived and which have something due, without their documents: from the library's own lists, and what is saved since. */
export interface CoupleIndex {
  readonly follow: (at: RetreatLibrary) => void;
  /** Has the lists read, once; resolves when they are. With ten thousand couples that takes a moment: never while a start waits for it. */
  readonly read: (at: RetreatLibrary) => Promise<void>;
  /** What is known of each couple as this is asked for. */
  readonly facts: () => (id: string) => CoupleFacts;
  /** Counts again: it may be another day. */
  readonly count: () => void;
  readonly stop: () => void;
}

/** How long a new day may pass unnoticed. */
const recountMs = 600_000;

/** What changed of what is open; what was just read is known from the lists. */
const changed = <Open>(after: Readonly<Record<string, Open>>, before: Readonly<Record<string, Open>>): Open[] =>
  Object.entries(after).flatMap(([id, open]) => (before[id] === undefined || before[id] === open ? [] : [open]));

type Facts = ReturnType<typeof digests.record.of>;

interface Known {
  readonly retreat: Map<string, readonly string[]>;
  readonly record: Map<string, Facts>;
  readonly charter: Map<string, readonly Review[]>;
}

export function coupleIndex(store: Store, clock: Clock): CoupleIndex {
  const known: Known = { retreat: new Map(), record: new Map(), charter: new Map() };
  /** Saved or removed since it is followed, so newer than what a list says. */
  const newer = new Set<string>();
  let reading: Promise<void> | null = null;
  let isRead = false;

  function set<V>(map: Map<string, V>, id: string, value: V | null): void {
    if (value === null) map.delete(id);
    else map.set(id, value);
  }

  /** What a couple has due by today. A record that cannot be read may say that a consent was taken back: then nothing is said. */
  function dueOf(id: string, today: string): readonly Review[] {
    const record = known.record.get(id);
    if (record === undefined || record.withheld || record.archived) return [];
    return (known.charter.get(id) ?? []).filter(({ on }) => isDue(on, today));
  }

  function count(): void {
    if (!isRead) return;
    const today = dateOf(clock.now().wall);
    // Of a couple that is on no roster nobody could be shown the page.
    const there = new Set([...known.retreat.values()].flat());
    const couples = [...known.charter.keys()].filter((id) => there.has(id) && dueOf(id, today).length > 0).length;
    if (couples !== store.session().couplesDue) store.report({ type: 'library/due', couples });
  }

  const timer = setInterval(count, recountMs);
  timer.unref();

  function take<V>(kind: keyof Known, map: Map<string, V>, id: string, value: V | null): void {
    newer.add(`${kind}/${id}`);
    const before = JSON.stringify(map.get(id) ?? null);
    set(map, id, value);
    if (before !== JSON.stringify(value)) count();
  }
  const takeRecord = (id: string, summary: Facts | null): void => take('record', known.record, id, summary);
  const takeCharter = (id: string, reviews: readonly Review[] | null): void =>
    take('charter', known.charter, id, reviews?.length === 0 ? null : reviews);

  // What is open is known as it stands, and not only once it is on the disk.
  store.follow((_, after, before) => {
    if (after.records !== before.records) {
      for (const { record } of changed(after.records, before.records)) takeRecord(record.id, digests.record.of(record));
    }
    if (after.charters !== before.charters) {
      for (const { charter } of changed(after.charters, before.charters)) {
        takeCharter(charter.id, digests.charter.of(charter));
      }
    }
  });

  function follow(at: RetreatLibrary): void {
    at.follow('retreat', (id, summary) => take('retreat', known.retreat, id, summary?.couples ?? null));
    at.follow('record', takeRecord);
    at.follow('charter', takeCharter);
  }

  async function readLists(at: RetreatLibrary): Promise<void> {
    const fill = <V>(kind: keyof Known, map: Map<string, V>, id: string, value: V | null): void => {
      if (value !== null && !newer.has(`${kind}/${id}`)) map.set(id, value);
    };
    for (const { id, summary } of await at.index('retreat')) {
      fill('retreat', known.retreat, id, summary?.couples ?? null);
    }
    for (const { id, summary } of await at.index('record')) fill('record', known.record, id, summary);
    for (const { id, summary } of await at.index('charter')) {
      fill('charter', known.charter, id, summary?.length === 0 ? null : summary);
    }
    isRead = true;
    count();
  }

  return {
    follow,
    read: (at) => {
      reading ??= readLists(at).catch((error: unknown) => {
        reading = null;
        // A folder that cannot be listed says nothing: it is looked at again when somebody asks.
        if (errno(error) === '') throw error;
      });
      return reading;
    },
    facts: () => {
      const today = dateOf(clock.now().wall);
      return (id) => ({ archived: known.record.get(id)?.archived ?? false, due: dueOf(id, today) });
    },
    count,
    stop: () => clearInterval(timer),
  };
}
