import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { translator } from '../shared/content/language';
import { isRunning } from '../shared/session/session';
import { note, noteBug } from './journal';
import type { Keeping } from './keeping';
import type { Store } from './store';

type Why = 'running' | 'unsaved';

/** How long the disk gets to take the last changes, in milliseconds. */
const patienceMs = 8000;

/** Quitting while something is on stage, or not yet saved, asks first; then what is left is saved and the library let go. */
export function guardQuit(store: Store, keeping: Keeping, consoleWindow: BrowserWindow): void {
  let agreed = false;
  let asking = false;
  let done = false;
  let machineStops = false;

  function why(): Why | null {
    const session = store.session();
    if (isRunning(session)) return 'running';
    return session.saving.state === 'not-saved' ? 'unsaved' : null;
  }

  async function ask(about: Why): Promise<void> {
    asking = true;
    const { language } = store.session().settings;
    const say = translator(language).getFixedT(language, 'menu');
    const { response } = await dialog.showMessageBox(consoleWindow, {
      type: 'question',
      title: 'Holdfast',
      message: say(`askQuit.${about}`),
      detail: say(`askQuit.${about}Detail`),
      buttons: [say('askQuit.stay'), say('askQuit.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response !== 1) return;
    agreed = true;
    app.quit();
  }

  const question = (): Why | null => (agreed || machineStops ? null : why());

  consoleWindow.on('close', (event) => {
    const about = question();
    if (about === null) return;
    event.preventDefault();
    if (!asking) void ask(about).catch(noteBug);
  });
  // The room's window goes with the console's: nothing is led without it.
  consoleWindow.on('closed', () => app.quit());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    const about = question();
    if (about === null) return;
    event.preventDefault();
    if (!asking) void ask(about).catch(noteBug);
  });
  // The machine is going down: no question, and the run is offered again when it is back.
  powerMonitor.on('shutdown', () => {
    machineStops = true;
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
    void Promise.race([keeping.close(!machineStops), late])
      .then((status) => note('quit', { saved: status?.state === 'saved' }), noteBug)
      .finally(() => {
        done = true;
        app.quit();
      });
  });
}
