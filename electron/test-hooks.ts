import { powerMonitor } from 'electron';
import type { Session } from '../shared/session/session';
import { type Clock, untilDue } from './clock';
import type { Store } from './store';

/** What a test build lets a test do to time; it can reach nothing else. */
export interface TestHooks {
  /** Moves both clocks on, stopping at every moment at which something happens by itself. Milliseconds. */
  readonly advance: (ms: number) => void;
  /** Sets the laptop's clock, forward or back, in milliseconds; running timers must not care. */
  readonly jumpWall: (ms: number) => void;
  readonly suspend: () => void;
  readonly resume: () => void;
  readonly state: () => Session;
}

/** Puts the hooks where a test finds them: `globalThis.holdfastTest` in the main process. */
export function exposeTestHooks(store: Store, clock: Clock): void {
  const hooks: TestHooks = {
    advance: (ms) => {
      let left = ms;
      for (let due = untilDue(store, clock.now()); due !== null && due <= left; due = untilDue(store, clock.now())) {
        const stage = store.session().live.stage;
        clock.shift({ live: due, wall: due });
        left -= due;
        store.report({ type: 'time/tick' });
        if (store.session().live.stage === stage) break;
      }
      clock.shift({ live: left, wall: left });
    },
    jumpWall: (ms) => clock.shift({ live: 0, wall: ms }),
    suspend: () => powerMonitor.emit('suspend'),
    resume: () => powerMonitor.emit('resume'),
    state: store.session,
  };
  Object.assign(globalThis, { holdfastTest: hooks });
}
