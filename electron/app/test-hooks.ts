import { powerMonitor } from 'electron';
import type { Now } from '../../shared/room/timer';
import type { Session } from '../../shared/session/state/session';
import type { ToPrint } from '../../shared/session/state/take-home';
import type { Clock } from '../state/clock';
import { untilDue } from '../state/stage-timer';
import type { Store } from '../state/store';
import type { Printer, PrinterOptions } from '../windows/print-window';

/**
 * Waits until the one who watches has come, if the environment says that somebody will: a window that opens while a debugger
 * is still settling in can leave it waiting for ever.
 */
export async function watched(): Promise<void> {
  if (process.env.HOLDFAST_WATCHED !== '1') return;
  await new Promise<void>((resolve) => Object.assign(globalThis, { holdfastWatched: resolve }));
}

/** What a test build lets a test do to time, see of the session, and put on paper. It can reach nothing else. */
export interface TestHooks {
  /** Moves both clocks on, stopping at every moment at which something happens by itself. Milliseconds. */
  readonly advance: (ms: number) => void;
  /** Sets the laptop's clock, forward or back, in milliseconds; running timers must not care. */
  readonly jumpWall: (ms: number) => void;
  readonly suspend: () => void;
  readonly resume: () => void;
  readonly state: () => Session;
  readonly now: () => Now;
  /** What is made up becomes the PDF it would be, in base64; null when it was not drawn. */
  readonly print: (what: ToPrint) => Promise<string | null>;
}

/** Puts the hooks where a test finds them: `globalThis.holdfastTest` in the main process. */
export function exposeTestHooks(store: Store, clock: Clock, printing: PrinterOptions): void {
  // A debugger may ask in the middle of a change, when the store answers nobody.
  let settled = store.session();
  store.subscribe(() => {
    settled = store.session();
  });
  let press: Promise<Printer> | null = null;
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
    state: () => settled,
    now: clock.now,
    print: async (what) => {
      press ??= import('../windows/print-window').then(({ printer }) => printer(store, printing));
      const bytes = await (await press).print(what);
      return bytes === null ? null : Buffer.from(bytes).toString('base64');
    },
  };
  Object.assign(globalThis, { holdfastTest: hooks });
}
