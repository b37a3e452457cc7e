import { powerMonitor, powerSaveBlocker } from 'electron';
import { isRunning } from '../shared/session/session';
import type { Clock } from './clock';
import type { Store } from './store';

/** Reports sleep and waking; while something is on stage the machine neither sleeps nor dims. */
export function watchPower(store: Store, clock: Clock): void {
  powerMonitor.on('suspend', () => store.report({ type: 'power/suspend' }));
  powerMonitor.on('resume', () => {
    // A window's own clock may have slept longer or shorter than ours.
    clock.moved();
    store.report({ type: 'power/resume' });
  });

  let blocker: number | null = null;
  store.subscribe(() => {
    const running = isRunning(store.session());
    if (running === (blocker !== null)) return;
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
    else {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  });
}
