import type { ChangeUnderway, MoveUnderway, Underway } from '../../shared/session/documents/underway';
import type { Store } from '../state/store';
import { type Handing, noteHanded } from './handing';
import type { Raise } from './load';
import { bringBack, clearAll, leaveNothing, moveAll, noteAlong, type Outcome, outcomeOf, reseat } from './moving';
import type { RetreatLibrary } from './retreat-index';
import { leavesNewer, noted, swapAll } from './swapping';

/** Finishes what changes several documents, and keeps everybody else from them until all are on the disk. */
export interface UnderwayKeeper {
  /** The library for everybody else: what is under way is neither read nor written over until it is whole. */
  readonly sharing: (library: RetreatLibrary) => RetreatLibrary;
  /** Begins what was just decided: from now on nothing but it saves its documents. What is to be saved of them before was given already. */
  readonly begin: (underway: ChangeUnderway) => void;
  /** Files that are made for couples: written down before, and let go of once the records say so. */
  readonly handing: Handing;
  /** Goes on with what the last run left, beside everything else; resolves once that is known. */
  readonly goOn: (library: RetreatLibrary) => Promise<void>;
  /** Resolves once nothing is being written, or nothing more can be just now; what the disk refused waits for the next start. */
  readonly stop: () => Promise<void>;
}

type Name = `${string}/${string}`;

const againMs = 2000;

/** Every document it may change; a kind and a star are all of that kind. */
function documentsOf(underway: Underway): ReadonlySet<Name> {
  if (underway.kind === 'swap') {
    const { couple } = underway;
    return new Set<Name>(['retreat/*', `record/${couple}`, `charter/${couple}`, `practice/${couple}`]);
  }
  if (underway.kind === 'hand') return new Set(underway.files.map(({ couple }): Name => `record/${couple}`));
  const { moves, seat, joins, back } = underway;
  return new Set([
    ...(joins === true && seat !== null ? ([`note/${seat.from}`, `note/${seat.to}`] as const) : []),
    ...moves.flatMap(({ document, from, to }): Name[] => [`${document}/${from}`, `${document}/${to}`]),
    ...(seat === null ? [] : [`retreat/${seat.retreat}` as const]),
    ...back.map(({ couple }) => `record/${couple}` as const),
  ]);
}

/** Changes what it moves, from the roster on. */
async function moveFrom(at: RetreatLibrary, { moves, seat, joins, back }: MoveUnderway): Promise<Outcome> {
  const seated = await reseat(at, seat);
  if (seated !== 'done') return seated;
  const moved = await moveAll(at, moves, Date.now());
  const noted = moved === 'done' && joins === true && seat !== null ? await noteAlong(at, seat) : moved;
  return noted === 'done' ? bringBack(at, back) : noted;
}

/** Writes down what is to be done, durably, and then does it; `intended` is what is written down by then, or null. */
function writer(at: RetreatLibrary, underway: Underway, found: boolean): () => Promise<Outcome> {
  if (underway.kind === 'hand') return () => noteHanded(at, underway);
  let intended: ChangeUnderway | null = found ? underway : null;
  const intend = async (): Promise<Outcome> => {
    const noting = underway.kind === 'swap' ? await noted(at, underway) : [];
    if (typeof noting === 'string') return noting;
    const whole = underway.kind === 'swap' ? { ...underway, noted: [...noting] } : underway;
    const outcome = outcomeOf(await at.save('underway', underway.id, whole));
    if (outcome === 'done') intended = whole;
    return outcome;
  };
  return async () => {
    const outcome = intended === null ? await intend() : 'done';
    if (outcome !== 'done' || intended === null) return outcome;
    return intended.kind === 'swap' ? swapAll(at, intended) : moveFrom(at, intended);
  };
}

const clearMoved = (at: RetreatLibrary, { moves, seat, joins }: MoveUnderway): Promise<Outcome> =>
  joins === true && seat !== null ? leaveNothing(at, seat) : clearAll(at, moves);

export function keepUnderway(store: Store, raise: Raise): UnderwayKeeper {
  /** The library itself. */
  let own: RetreatLibrary | null = null;
  let stopped = false;
  const held = new Map<Name, Promise<void>>();
  /** How often each document was held: who read it meanwhile reads it again. */
  const times = new Map<Name, number>();
  const writing = new Set<Promise<unknown>>();
  /** Files that are being made by this run. */
  const hands = new Set<string>();

  /** Tries until it is done, or the library is closed. */
  async function untilDone(work: () => Promise<Outcome>, onRefused = (): void => undefined): Promise<boolean> {
    for (;;) {
      const attempt = work();
      writing.add(attempt);
      const outcome = await attempt.finally(() => writing.delete(attempt));
      if (outcome !== 'refused' || stopped) return outcome === 'done';
      onRefused();
      await new Promise((resolve) => setTimeout(resolve, againMs).unref());
    }
  }

  async function clear(at: RetreatLibrary, underway: Underway): Promise<Outcome> {
    const cleared = underway.kind === 'move' ? await clearMoved(at, underway) : 'done';
    if (cleared !== 'done') return cleared;
    const removed = await at.remove('underway', underway.id);
    // Once it is written down that it goes, it is not there for anybody.
    return removed.ok || removed.intended ? 'done' : outcomeOf(removed);
  }

  /** Holds the documents until they are written; older copies are cleared beside what is saved next. */
  async function run(at: RetreatLibrary, underway: Underway, found: boolean): Promise<void> {
    const names = documentsOf(underway);
    const written = untilDone(writer(at, underway, found));
    const free = written.then(() => {
      for (const name of names) if (held.get(name) === free) held.delete(name);
    });
    for (const name of names) {
      held.set(name, free);
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    if (!(await written)) return;
    if (underway.kind === 'swap' && (await leavesNewer(at, underway))) raise('swap-left-newer');
    // It is said once that older copies are still there, and that they are not any more.
    let kept = false;
    const isDone = await untilDone(
      () => clear(at, underway),
      () => {
        if (!kept) raise('words-kept');
        kept = true;
      },
    );
    if (!isDone) return;
    store.report({ type: 'library/underway-done', id: underway.id });
    if (kept) raise('words-deleted');
  }

  /** What holds a document: it alone, or its whole kind. */
  const namesOf = (kind: string, id: string): readonly Name[] => [`${kind}/${id}`, `${kind}/*`];
  const heldBy = (kind: string, id: string): Promise<void> | undefined =>
    namesOf(kind, id).flatMap((name) => held.get(name) ?? [])[0];
  const isFree = async (kind: string, id: string): Promise<void> => {
    for (let wait = heldBy(kind, id); wait !== undefined; wait = heldBy(kind, id)) await wait;
  };
  const timesHeld = (kind: string, id: string): number =>
    namesOf(kind, id).reduce((sum, name) => sum + (times.get(name) ?? 0), 0);

  return {
    sharing: (library) => {
      own = library;
      return {
        ...library,
        read: async (kind, id) => {
          for (;;) {
            await isFree(kind, id);
            const before = timesHeld(kind, id);
            const found = await library.read(kind, id);
            if (timesHeld(kind, id) === before) return found;
          }
        },
        save: async (kind, id, body, gone) => {
          if (heldBy(kind, id) !== undefined) await isFree(kind, id);
          return library.save(kind, id, body, gone);
        },
      };
    },
    begin: (underway) => {
      if (own !== null) void run(own, underway, false);
    },
    handing: {
      begin: async (hand) => {
        hands.add(hand.id);
        return own !== null && outcomeOf(await own.save('underway', hand.id, hand)) === 'done';
      },
      end: (id) => {
        void own?.remove('underway', id).then(() => hands.delete(id));
      },
    },
    goOn: async (library) => {
      for (const id of await library.list('underway').catch(() => [])) {
        const found = await library.read('underway', id);
        if (found.state !== 'ok' || found.readOnly || hands.has(id)) continue;
        if (found.body.kind !== 'hand') store.report({ type: 'library/underway-found', underway: found.body });
        void run(library, found.body, true);
      }
    },
    stop: async () => {
      stopped = true;
      const at = own;
      if (at === null || at.status().state === 'not-saved') return;
      const trouble = new Promise<void>((resolve) => {
        at.subscribe(({ state }) => state === 'not-saved' && resolve());
      });
      while (writing.size + held.size > 0) {
        // What waited to be saved was there before this, and goes first.
        const ended = await Promise.race([Promise.all([...writing, ...held.values()]), trouble.then(() => null)]);
        if (ended === null) return;
      }
    },
  };
}
