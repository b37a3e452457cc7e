import { performance } from 'node:perf_hooks';
import type { Now } from '../../shared/room/timer';
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
