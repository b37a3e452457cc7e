import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { translator } from '../../shared/content/translator';
import type { LibraryAnswer, LibraryAsk, LibraryDone } from '../../shared/session/protocol/library-folder';
import type { Refusal, RefusalCode } from '../../shared/session/protocol/refusal-code';
import type { DiskCode } from '../library/store/failure';
import { isFree } from '../library/transfer/move';
import type { Autosave } from '../persistence/autosave';
import type { LibraryPointer } from '../persistence/library-pointer';
import type { Store } from '../state/store';

interface Desk {
  readonly store: Store;
  readonly autosave: Autosave;
  readonly pointer: LibraryPointer;
  readonly window: BrowserWindow;
}

const failed = 'place-failed';
const diskRefusals: Readonly<Record<DiskCode, RefusalCode>> = {
  'disk-full': 'place-full',
  'short-write': 'place-full',
  'no-permission': 'place-forbidden',
  'folder-missing': 'place-missing',
  'too-many-files': failed,
  'disk-error': failed,
  'rename-refused': failed,
  'lock-lost': failed,
  unknown: failed,
};

function refusalOf(code: DiskCode | 'not-free' | 'in-use' | 'no-library' | 'place-unread', machine = ''): Refusal {
  switch (code) {
    case 'not-free':
      return { code: 'place-not-free' };
    case 'no-library':
      return { code: 'place-no-library' };
    case 'place-unread':
      return { code: failed };
    case 'in-use':
      return { code: 'place-in-use', values: { machine } };
    default:
      return { code: diskRefusals[code] };
  }
}

const changedMind: LibraryAnswer = { ok: true, done: null };
const no = (refusal: Refusal): LibraryAnswer => ({ ok: false, refusal });

/** Answers what the console asks about the place of the library, one thing at a time. */
export function libraryChoice({ store, autosave, pointer, window }: Desk): (ask: LibraryAsk) => Promise<LibraryAnswer> {
  let busy = false;

  const done = (what: LibraryDone['what'], more: Partial<LibraryDone> = {}): LibraryAnswer => {
    const { folder } = store.session().saving;
    return { ok: true, done: { what, folder, missed: 0, noted: pointer.folder() === folder, ...more } };
  };

  /** Asks on the console's own window, in words that name nobody. */
  async function choose(about: 'elsewhere' | 'other'): Promise<string | null> {
    const { language } = store.book();
    const say = translator(language).getFixedT(language, 'menu');
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: say(`choosePlace.${about}`),
      buttonLabel: say(`choosePlace.${about}Yes`),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  }

  async function saveElsewhere(): Promise<LibraryAnswer> {
    if (!autosave.isOpen()) return no({ code: 'place-no-library' });
    const folder = await choose('elsewhere');
    const moved = folder === null ? null : await autosave.moveTo(folder);
    if (moved === null) return changedMind;
    if (moved.ok) return done('moved', { missed: moved.missed, noted: moved.noted });
    return moved.code === 'stopped' ? changedMind : no(refusalOf(moved.code));
  }

  async function openAt(folder: string, mustExist: boolean, what: LibraryDone['what']): Promise<LibraryAnswer> {
    const refused = await autosave.openAt(folder, mustExist);
    if (refused === null) return done(what);
    return no(refusalOf(refused.code, refused.code === 'in-use' ? refused.holder.machine : ''));
  }

  /** The first folder of ours that is free; the library that is missing, or an older one, is left alone. */
  async function startNew(): Promise<LibraryAnswer> {
    for (let n = 1; n < 100; n += 1) {
      const folder = join(app.getPath('userData'), n === 1 ? 'library' : `library-${n}`);
      if (await isFree(folder, null).catch(() => false)) return openAt(folder, false, 'made');
    }
    return no({ code: failed });
  }

  async function answer(ask: Exclude<LibraryAsk, 'stop'>): Promise<LibraryAnswer> {
    if (ask === 'save-elsewhere') return saveElsewhere();
    if (autosave.isOpen()) return changedMind;
    switch (ask) {
      case 'look-again':
        return openAt(pointer.folder(), pointer.known() !== 'never', 'opened');
      case 'start-new':
        return startNew();
      case 'choose-other': {
        const folder = await choose('other');
        return folder === null ? changedMind : openAt(folder, true, 'opened');
      }
    }
  }

  return async (ask) => {
    if (ask === 'stop') {
      await autosave.stopMoving();
      return changedMind;
    }
    if (busy) return no({ code: 'place-busy' });
    busy = true;
    try {
      return await answer(ask);
    } finally {
      busy = false;
    }
  };
}
