import { performance } from 'node:perf_hooks';
import { nextDue } from '../../shared/room/passing-time';
import type { Now } from '../../shared/room/timer';
import type { Store } from './store';
import { type OnBug, tellEach } from './tell-each';

/** The main process's two clocks. Only a test build can move them. */
export interface Clock {
  readonly now: () => Now;
  /** Calls back when the wall clock has moved against the live one, so that windows ask again. */
  readonly onMoved: (listener: () => void) => void;
  /** Tells everyone that the clocks may have moved, as after a sleep. */
  readonly moved: () => void;
  /** Moves the clocks, in milliseconds. Test builds alone reach it. */
  readonly shift: (ms: { readonly live: number; readonly wall: number }) => void;
}

const watchEveryMs = 1000;
const tellAtMs = 200;
const longestWaitMs = 2 ** 31 - 1;

/** Makes the clock: live is monotonic (on Linux it skips sleep), wall is what the laptop's clock says. */
export function createClock(onBug: OnBug): Clock {
  const listeners: (() => void)[] = [];
  const shifted = { live: 0, wall: 0 };
  const now = (): Now => ({ live: performance.now() + shifted.live, wall: Date.now() + shifted.wall });
  const apart = (): number => now().wall - now().live;
  let told = apart();
  const moved = (): void => {
    told = apart();
    tellEach(listeners, onBug);
  };
  setInterval(() => {
    if (Math.abs(apart() - told) > tellAtMs) moved();
  }, watchEveryMs).unref();
  return {
    now,
    onMoved: (listener) => {
      listeners.push(listener);
    },
    moved,
    shift: ({ live, wall }) => {
      shifted.live += live;
      shifted.wall += wall;
      moved();
    },
  };
}

/** Milliseconds until the stage next changes by itself, or null. */
export function untilDue(store: Store, now: Now): number | null {
  const due = nextDue(store.session().live.stage);
  return due === null ? null : Math.max(0, due.at - now[due.clock]);
}

/** Wakes the stage exactly when a step ends, and plans anew after every change of it. */
export function keepTime(store: Store, clock: Clock, onBug: OnBug): void {
  let timer: NodeJS.Timeout | undefined;
  let planned = store.session().live.stage;

  function plan(): void {
    clearTimeout(timer);
    planned = store.session().live.stage;
    const due = nextDue(planned);
    if (due === null) return;
    const left = due.at - clock.now()[due.clock];
    // The wall clock may be set while we wait, so a wait for it is never a long one.
    const longest = due.clock === 'wall' ? watchEveryMs : longestWaitMs;
    timer = setTimeout(wake, Math.min(Math.max(0, Math.ceil(left)), longest));
  }

  function wake(): void {
    if (untilDue(store, clock.now()) !== 0) {
      plan();
      return;
    }
    try {
      store.report({ type: 'time/tick' });
    } catch (error) {
      // Thrown from a timer it would be nobody's, and time would stand still.
      onBug(error);
    }
    // What does not move on (a sleep not answered for) is looked at again, without spinning.
    clearTimeout(timer);
    if (untilDue(store, clock.now()) === 0) timer = setTimeout(plan, watchEveryMs);
    else plan();
  }

  store.subscribe(() => {
    if (store.session().live.stage !== planned) plan();
  });
  clock.onMoved(plan);
}
