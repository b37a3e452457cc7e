import { nextDue } from '../../shared/room/passing-time';
import type { Now } from '../../shared/room/timer';
import type { Clock } from './clock';
import type { Store } from './store';
import type { OnBug } from './tell-each';

const watchEveryMs = 1000;
const longestWaitMs = 2 ** 31 - 1;

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
