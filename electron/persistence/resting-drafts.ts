import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { savesItself } from '../../shared/session/state/drafts';
import type { Store } from '../state/store';

const restMs = 300;
const longestMs = 800;

/** What may leave the retreat that is open, and with it what is typed about its couples. */
export const leavingTypes: ReadonlySet<(Command | Happening)['type']> = new Set([
  'retreat/create',
  'retreat/demo',
  'retreat/close',
  'retreat/delete',
  'library/opened',
  'recovery/restored',
] as const);

/**
 * Has what is typed saved by itself while keys follow each other: a draft becomes an edit of its document 300 ms after the last one and
 * at most 800 ms after the first, so that it is on disk within a second, and before its retreat is left. It waits here and not in the
 * page, whose process may die. Returns what has all of it become edits now.
 */
export function settleResting(store: Pick<Store, 'session' | 'report' | 'precede' | 'follow'>): () => void {
  const waiting = new Map<string, { readonly first: number; readonly timer: NodeJS.Timeout }>();

  function drop(key: string): void {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
  }

  function settle(key: string): void {
    drop(key);
    store.report({ type: 'draft/rested', key });
  }

  function wait(key: string): void {
    const now = performance.now();
    const first = waiting.get(key)?.first ?? now;
    drop(key);
    const timer = setTimeout(() => settle(key), Math.min(restMs, Math.max(0, first + longestMs - now)));
    waiting.set(key, { first, timer });
  }

  function settleAll(): void {
    for (const key of [...waiting.keys()]) settle(key);
  }

  store.follow((_, { drafts }, before) => {
    if (drafts === before.drafts) return;
    for (const key of waiting.keys()) if (drafts[key] === undefined) drop(key);
    for (const [key, draft] of Object.entries(drafts)) {
      if (draft !== before.drafts[key] && savesItself(draft)) wait(key);
    }
  });
  store.precede((change) => {
    if (leavingTypes.has(change.type)) settleAll();
  });
  return settleAll;
}
