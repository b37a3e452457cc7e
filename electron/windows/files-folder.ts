import { join } from 'node:path';
import { type BrowserWindow, clipboard, dialog, shell } from 'electron';
import { translator } from '../../shared/content/translator';
import { type FilesAsk, isGoingOn } from '../../shared/session/state/take-home';
import { openOutside } from '../security/outside';
import type { Store } from '../state/store';

/** Answers whether it was done: the dialog may be left, and a folder may be gone by now. */
export function filesFolder(store: Store, window: BrowserWindow): (ask: FilesAsk) => Promise<boolean> {
  async function choose(): Promise<boolean> {
    const { language } = store.book();
    const say = translator(language).getFixedT(language, 'menu');
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: say('choosePlace.files'),
      buttonLabel: say('choosePlace.filesYes'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    const [place] = filePaths;
    if (canceled || place === undefined || isGoingOn(store.session().takeHome)) return false;
    store.report({ type: 'take-home/placed', place });
    return true;
  }

  async function show(of: 'takeHome' | 'printouts'): Promise<boolean> {
    const { batch } = store.session()[of];
    return batch !== null && (await shell.openPath(join(batch.place, batch.folder))) === '';
  }

  async function copyPath(): Promise<boolean> {
    const { batch } = store.session().takeHome;
    if (batch !== null) clipboard.writeText(join(batch.place, batch.folder));
    return batch !== null;
  }

  const answers: Readonly<Record<FilesAsk, () => Promise<boolean>>> = {
    choose,
    show: () => show('takeHome'),
    'show-printouts': () => show('printouts'),
    'copy-path': copyPath,
    mail: () => openOutside('mail'),
  };
  return (ask) => answers[ask]();
}
