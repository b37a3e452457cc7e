import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { translator } from '../../shared/content/translator';
import { isRunning } from '../../shared/session/state/session';
import type { Autosave } from '../persistence/autosave';
import type { Store } from '../state/store';
import { logBug, logEvent } from './log';
import { quitting, type Why } from './quit-sequence';

interface SavedDocument {
  readonly preventDefault: () => void;
}

/** Quitting while something is on stage, or not yet saved, asks first; then what is left is saved and the library let go. */
export function guardQuit(store: Store, autosave: Autosave, consoleWindow: BrowserWindow): void {
  function why(): Why | null {
    const session = store.session();
    if (isRunning(session)) return 'running';
    return session.saving.state === 'not-saved' ? 'unsaved' : null;
  }

  async function ask(about: Why): Promise<boolean> {
    const { language } = store.book();
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
    return response === 1;
  }

  const { mayGo, machineStops, mayEnd } = quitting({
    why,
    barred: () => store.session().handover !== null,
    ask: (about) => (consoleWindow.isDestroyed() ? null : ask(about)),
    save: autosave.close,
    quit: () => app.quit(),
    onEnd: (saved) => logEvent('quit', { saved }),
    onBug: logBug,
    patienceMs: 8000,
  });
  const hold = (may: () => boolean) => (event: SavedDocument) => {
    if (!may()) event.preventDefault();
  };

  consoleWindow.on('close', hold(mayGo));
  // The room's window goes with the console's: nothing is led without it.
  consoleWindow.on('closed', () => app.quit());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', hold(mayGo));
  app.on('will-quit', hold(mayEnd));
  // The system waits for the app to end, as long as its own patience lasts.
  const holdMachine = (event: SavedDocument): void => {
    event.preventDefault();
    machineStops();
  };
  // Electron's types leave its event out.
  (powerMonitor as NodeJS.EventEmitter).on('shutdown', holdMachine);
  consoleWindow.on('query-session-end', holdMachine);
}
