import { type LiveClock, windowClock } from '../../../shared/room/window-clock';
import type { ConsoleBridge } from '../../../shared/session/protocol/channel';
import { type ConsoleChanges, withChanges } from '../../../shared/session/view/console-changes';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import { arrived, changed, changedQuietly, forgotten, type MirrorStore, roomFirstMs, went } from './store';

const beatMs = 1000;
const retryMs = 1000;

/** Ids of couples that a new roster no longer holds. */
function goneCouples(before: ConsoleView | null, patch: ConsoleChanges): string[] {
  if (before === null || patch.retreat === undefined) return [];
  const left = new Set(patch.retreat?.couples.map(({ id }) => id));
  return before.retreat?.couples.map(({ id }) => id).filter((id) => !left.has(id)) ?? [];
}

/**
 * Whether a patch can be drawn a moment later: the wall is what people look at, and where there are few cores this window's
 * drawing would be taken from it. The mirror itself is true at once, and keys ask the mirror. What hides names is drawn at once,
 * and so is what rings a bell.
 */
export function canWait(): (patch: ConsoleChanges) => boolean {
  let until = Number.NEGATIVE_INFINITY;
  let rung = 0;
  return ({ room, discreet, screens }) => {
    const rings = room?.cue != null && room.cue.id !== rung;
    rung = room?.cue?.id ?? rung;
    if (rings || discreet !== undefined || screens !== undefined) return false;
    if (room !== undefined) until = performance.now() + roomFirstMs;
    return performance.now() < until;
  };
}

/** Asks for the time again: one handshake after another however often the clocks move, and later when none is answered. */
function inStep(check: () => Promise<unknown>): () => Promise<void> {
  let asking = false;
  let again = false;
  return async function sync(): Promise<void> {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again) {
        again = false;
        await check();
      }
    } catch {
      setTimeout(() => void sync(), retryMs);
    } finally {
      asking = false;
    }
  };
}

/** The time as the main process tells it: `current` is another object after each change, and subscribers hear of it. */
export interface MirrorClock {
  readonly current: () => LiveClock;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Fills the mirror and keeps it filled; starts the heartbeat and the clock. Patches that come before the first view wait for it. */
export async function connect(bridge: ConsoleBridge, store: MirrorStore): Promise<MirrorClock> {
  const clock = windowClock({ local: () => performance.now(), later: setTimeout }, bridge.askClock);
  const listeners = new Set<() => void>();
  const waits = canWait();
  const early: ConsoleChanges[] = [];
  bridge.onView((patch) => {
    const before = store.getState().view;
    if (before === null) early.push(patch);
    for (const id of goneCouples(before, patch)) store.dispatch(forgotten(id));
    store.dispatch(waits(patch) ? changedQuietly(patch) : changed(patch));
  });
  const sync = inStep(async () => {
    if (await clock.check()) for (const listener of listeners) listener();
  });
  bridge.onClockMoved(() => void sync());
  // One answer about the time will do to draw by; what it may be out, a few milliseconds, is put right while the page is drawn.
  const [view] = await Promise.all([bridge.askView(), clock.check(1).catch(() => false)]);
  store.dispatch(arrived(early.reduce(withChanges, view)));
  // What the page before this one showed is let go; what this one shows it asks for.
  if ([view.sheets, view.records].some((shown) => Object.keys(shown).length > 0)) {
    void bridge.command({ type: 'records/show', sheets: [], whole: [] });
  }
  if (Object.keys(view.takeHome.ready).length > 0) void bridge.command({ type: 'take-home/show', on: false });
  // A page that was reloaded in the middle of a run goes back to it.
  if (view.live.stage.playing !== null) store.dispatch(went('run'));
  void sync();
  setInterval(bridge.beat, beatMs);
  bridge.beat();
  return {
    current: clock.current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
