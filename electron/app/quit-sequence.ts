import type { SaveStatus } from '../library/store/save-status';
import type { OnBug } from '../state/tell-each';

/** Why quitting asks first. */
export type Why = 'running' | 'unsaved';

interface Quit {
  readonly why: () => Why | null;
  /** The laptop is in a partner's hands: nothing closes but by the machine itself. */
  readonly barred: () => boolean;
  /** Asks on the console's window; null when there is no window to ask on. */
  readonly ask: (about: Why) => Promise<boolean> | null;
  /** `closesRun` says that a run still on is not to be offered again. */
  readonly save: (closesRun: boolean) => Promise<SaveStatus | null>;
  readonly quit: () => void;
  /** Told once, before the end. */
  readonly onEnd: (saved: boolean) => void;
  readonly onBug: OnBug;
  /** How long the disk gets to take the last changes, in milliseconds. */
  readonly patienceMs: number;
}

export interface Quitting {
  /** Whether a window may close, or the app begin to quit, at once; if not, the person is asked, once, and it goes on by itself after a yes. */
  readonly mayGo: () => boolean;
  /** The machine goes down: no question, and the run is offered again when it is back. It must be held back until the app has ended. */
  readonly machineStops: () => void;
  /** Whether the app may end now; if not, what is left is saved first, and it ends by itself. */
  readonly mayEnd: () => boolean;
}

/** Quitting, step by step and never back: what once has a yes, or no window to ask on, is not asked about again. */
export function quitting({ why, barred, ask, save, quit, onEnd, onBug, patienceMs }: Quit): Quitting {
  let step: 'open' | 'agreed' | 'saving' | 'done' = 'open';
  let asking = false;
  let closesRun = true;

  async function hear(answer: Promise<boolean>): Promise<void> {
    asking = true;
    try {
      if (!(await answer) || step !== 'open') return;
    } catch (error) {
      onBug(error);
      return;
    } finally {
      asking = false;
    }
    step = 'agreed';
    quit();
  }

  async function end(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    try {
      const status = await Promise.race([save(closesRun), late]);
      onEnd(status?.state === 'saved');
    } catch (error) {
      onBug(error);
    }
    clearTimeout(timer);
    step = 'done';
    quit();
  }

  return {
    mayGo: () => {
      if (step === 'open' && barred()) return false;
      const about = step === 'open' ? why() : null;
      if (about === null) return true;
      if (asking) return false;
      const answer = ask(about);
      if (answer === null) return true;
      void hear(answer);
      return false;
    },
    machineStops: () => {
      if (step === 'open') step = 'agreed';
      closesRun = false;
      quit();
    },
    mayEnd: () => {
      if (step === 'open' || step === 'agreed') {
        step = 'saving';
        void end();
      }
      return step === 'done';
    },
  };
}
