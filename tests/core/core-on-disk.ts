import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Autosave, startAutosave } from '../../electron/persistence/autosave';
import { type LibraryPointer, libraryPointer } from '../../electron/persistence/library-pointer';
import { startOpening } from '../../electron/persistence/open-library';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';
import { loadLanguage } from '../../shared/content/language';
import { translator } from '../../shared/content/translator';
import type { RoomView } from '../../shared/room/room-view';
import type { Command } from '../../shared/session/commands/commands';
import type { Session } from '../../shared/session/state/session';
import { until } from '../unit/library-kit';
import { type Core, startCore } from './core';

/** The core on a folder: with its real library, as the app has it in its user's data. */
export interface CoreOnDisk extends Core {
  readonly autosave: Autosave;
  readonly pointer: LibraryPointer;
  readonly session: () => Session;
  /** What the room was told last. */
  readonly wall: () => RoomView;
  /** Every notice since the start, as the console words it. */
  readonly notices: string[];
  readonly do: (...commands: readonly Command[]) => void;
  readonly saved: () => Promise<void>;
  /** Why it is not saved, as the console words it. */
  readonly trouble: () => string;
  /** Quits, as the app does. */
  readonly quit: () => Promise<void>;
}

await loadLanguage('en');
const i18n = translator('en');
const [notice, shell] = [i18n.getFixedT('en', 'notices'), i18n.getFixedT('en', 'shell')];

export const libraryOf = (userData: string): string => join(userData, 'library');

/** Starts it, and waits until settings and an open run have been looked for. It is closed with the test. */
export async function startOnDisk(userData: string, from = 0): Promise<CoreOnDisk> {
  const core = startCore(allSurfaces, from);
  const { store } = core;
  const notices: string[] = [];
  store.follow((change) => {
    if (change.type === 'notice/raise')
      notices.push(notice(`notice.${change.notice.code}`, { ...change.notice.values }));
  });
  const room = core.room();
  const pointer = libraryPointer(userData);
  const autosave = startAutosave(store, core.clock, {
    pointer,
    first: startOpening(pointer),
    log: { event: (code) => void core.noted.push(code), bug: (error) => void core.bugs.push(error) },
  });
  const quit = async (): Promise<void> => void (await autosave.close(true));
  onTestFinished(quit);
  await autosave.ready;
  room.load();
  return {
    ...core,
    autosave,
    pointer,
    session: store.session,
    wall: () => room.told.findLast(({ channel }) => channel === 'room/view')?.what as RoomView,
    notices,
    do: (...commands) => {
      for (const command of commands) {
        const answer = store.ask(command, surfaces.console);
        if (!answer.ok) throw new Error(`${command.type} refused: ${answer.refusal.code}`);
      }
    },
    saved: () =>
      until(() => {
        const { saving, unsavedNotes, unsavedRecords } = store.session();
        return saving.state === 'saved' && unsavedNotes.length + unsavedRecords.length === 0;
      }, 'saved'),
    trouble: () => {
      const { state, reason } = store.session().saving;
      return state === 'not-saved' ? shell('banner.not-saved', { reason: notice(`saving.${reason}`) }) : '';
    },
    quit,
  };
}
