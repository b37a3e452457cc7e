import { powerMonitor, powerSaveBlocker } from 'electron';
import { isRunning } from '../../shared/session/state/session';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';

/** Reports sleep and waking; while the room is open or something is on stage no display sleeps. */
export function watchPower(store: Store, clock: Clock): void {
  powerMonitor.on('suspend', () => store.report({ type: 'power/suspend' }));
  powerMonitor.on('resume', () => {
    // A window's own clock may have slept longer or shorter than ours.
    clock.moved();
    store.report({ type: 'power/resume' });
  });

  let blocker: number | null = null;
  store.subscribe(() => {
    const session = store.session();
    const awake = session.screens.wanted.open || isRunning(session);
    if (awake === (blocker !== null)) return;
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
    else {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  });
}
