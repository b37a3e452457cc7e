import type { SaveCode } from './failure';
import type { DocumentState } from './open-document';

/** A document whose latest state is in memory alone, why, and since when (epoch milliseconds). */
export interface Unsaved {
  readonly kind: string;
  readonly id: string;
  readonly code: SaveCode;
  readonly since: number;
}

/** All documents taken together: not saved if one is not, else saving if one is. `reason` and `since` are of the oldest trouble. */
export interface SaveStatus {
  readonly state: 'saved' | 'saving' | 'not-saved';
  readonly reason: SaveCode | null;
  readonly since: number;
  readonly unsaved: readonly Unsaved[];
}

export interface StatusBoard {
  readonly note: (kind: string, id: string, state: DocumentState) => void;
  /** Whether someone else has taken the library over, so that nothing more can be saved in it. */
  readonly noteLost: (lost: boolean) => void;
  readonly status: () => SaveStatus;
  readonly subscribe: (listener: (status: SaveStatus) => void) => () => void;
}

/** Gathers the states of all documents into one, looking only at those that are not at rest. */
export function statusBoard(now: () => number): StatusBoard {
  const restless = new Map<string, { readonly kind: string; readonly id: string; readonly state: DocumentState }>();
  const listeners = new Set<(status: SaveStatus) => void>();
  let lost = false;
  let present: SaveStatus = { state: 'saved', reason: null, since: now(), unsaved: [] };

  function gather(): SaveStatus {
    const unsaved = [...restless.values()]
      .flatMap(({ kind, id, state }) =>
        state.state === 'not-saved' ? [{ kind, id, code: state.code, since: state.since }] : [],
      )
      .sort((a, b) => a.since - b.since);
    const worst = unsaved[0];
    if (worst) return { state: 'not-saved', reason: worst.code, since: worst.since, unsaved };
    const state = lost ? 'not-saved' : restless.size > 0 ? 'saving' : 'saved';
    const since = state === present.state ? present.since : now();
    return { state, reason: lost ? 'lock-lost' : null, since, unsaved };
  }

  function tell(): void {
    const next = gather();
    if (JSON.stringify(next) === JSON.stringify(present)) return;
    present = next;
    for (const listener of listeners) listener(next);
  }

  return {
    note: (kind, id, state) => {
      const key = `${kind}-${id}`;
      if (state.state === 'saved') restless.delete(key);
      else restless.set(key, { kind, id, state });
      tell();
    },
    noteLost: (now) => {
      lost = now;
      tell();
    },
    status: () => present,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
