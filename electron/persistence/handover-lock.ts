import type { PinAnswer } from '../../shared/couple/handover-channel';
import type { Clock } from '../state/clock';
import type { Log } from '../state/log';
import type { Store } from '../state/store';
import type { PinFile } from './pin-file';

/** What takes the laptop back from a partner, and what hides their words when nobody is there. */
export interface HandoverLock {
  readonly choosePin: (digits: string) => Promise<boolean>;
  /** The right PIN takes the laptop back. */
  readonly pin: (digits: string) => Promise<PinAnswer>;
  /** Begins, or ends, the wait after which the console opens without the PIN; milliseconds that are left of it, or null. */
  readonly forgotten: (on: boolean) => number | null;
  /** Somebody is at the page. */
  readonly touched: () => void;
  readonly stop: () => void;
}

const lookEveryMs = 1_000;
export const idleMs = 5 * 60_000;
/** Long enough that nobody does it while the facilitator looks away, and a restart begins it anew. */
export const forgottenMs = 10 * 60_000;

/** Keeps the session and the disk of one mind about whose hands the laptop is in, from the start on. */
export function keepHandover(store: Store, { now }: Pick<Clock, 'now'>, file: PinFile, log: Log): HandoverLock {
  let touchedAt = now().live;
  let forgottenAt: number | null = null;

  async function open(): Promise<void> {
    const ok = await file.mark(true);
    store.report({ type: 'handover/marked', ok });
    if (!ok) await file.mark(false);
  }

  async function leave(byPin: boolean): Promise<void> {
    forgottenAt = null;
    if (!byPin) {
      await file.forget();
      store.report({ type: 'pin/known', set: false });
    }
    await file.mark(false);
    log.event('handover.left', { pin: byPin });
    store.report({ type: 'handover/left', byPin });
  }

  store.follow((_, { handover }, before) => {
    if (handover === before.handover) return;
    touchedAt = now().live;
    if (handover?.kind === 'opening') void open().catch(log.bug);
  });

  const timer = setInterval(() => {
    const { live } = now();
    if (store.session().handover?.kind === 'open' && live - touchedAt >= idleMs) {
      log.event('handover.idle');
      store.report({ type: 'handover/lock' });
    }
    if (forgottenAt !== null && live - forgottenAt >= forgottenMs) void leave(false).catch(log.bug);
  }, lookEveryMs);
  timer.unref();

  store.report({ type: 'pin/known', set: file.hasPin() });
  if (file.handedOver()) store.report({ type: 'handover/found' });

  return {
    choosePin: async (digits) => {
      if (store.session().handover !== null) return false;
      const ok = await file.choose(digits);
      store.report({ type: 'pin/known', set: file.hasPin() });
      return ok;
    },
    pin: async (digits) => {
      if (store.session().handover === null) return { ok: true };
      const answer = await file.attempt(digits);
      if (answer.ok) await leave(true);
      return answer;
    },
    forgotten: (on) => {
      if (store.session().handover === null) return null;
      if (!on) {
        forgottenAt = null;
        return null;
      }
      // From here on it is the facilitator's: what a partner had open is closed.
      if (store.session().handover?.kind === 'open') store.report({ type: 'handover/lock' });
      forgottenAt ??= now().live;
      return Math.max(0, forgottenMs - (now().live - forgottenAt));
    },
    touched: () => {
      touchedAt = now().live;
    },
    stop: () => clearInterval(timer),
  };
}
