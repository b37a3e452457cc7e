import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { OnStep } from '../../electron/library/contract';
import { type Autosave, startAutosave } from '../../electron/persistence/autosave';
import { type LibraryPointer, libraryPointer } from '../../electron/persistence/library-pointer';
import { startOpening } from '../../electron/persistence/open-library';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';
import { loadLanguage } from '../../shared/content/language';
import { translator } from '../../shared/content/translator';
import type { RoomView } from '../../shared/room/room-view';
import { reading } from '../../shared/room/stage';
import type { Command } from '../../shared/session/commands/commands';
import { notesToSave, type Session } from '../../shared/session/state/session';
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
  /** Why it is not saved, as the console words it, or nothing. */
  readonly trouble: () => string;
  /** Quits, as the app does. */
  readonly quit: () => Promise<void>;
}

await loadLanguage('en');
const i18n = translator('en');
const [notice, shell] = [i18n.getFixedT('en', 'notices'), i18n.getFixedT('en', 'shell')];

/** Why it is not saved, as the console words it, or nothing. */
export const troubleIn = ({ saving: { state, reason } }: Session): string =>
  state === 'not-saved' ? shell('banner.not-saved', { reason: notice(`saving.${reason}`) }) : '';

export const libraryOf = (userData: string): string => join(userData, 'library');

/** Starts it, and waits until settings and an open run have been looked for. It is closed with the test. `onStep` is told after each change of the disk. */
export async function startOnDisk(userData: string, from = 0, onStep?: OnStep): Promise<CoreOnDisk> {
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
    first: startOpening(pointer, onStep),
    ...(onStep && { onStep }),
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
        const at = store.session();
        const waiting = [
          ...notesToSave(at),
          ...at.unsavedRecords,
          ...at.unsavedCharters,
          ...at.unsavedPractices,
          ...at.underway,
        ];
        return at.saving.state === 'saved' && waiting.length === 0;
      }, 'saved'),
    trouble: () => troubleIn(store.session()),
    quit,
  };
}

export const firstNote = 'Asked for the seat by the door.';

/** A retreat with two couples and a note about the first, all on the disk, and its first item running on the wall. */
export async function lead(core: CoreOnDisk): Promise<void> {
  core.do({
    type: 'retreat/create',
    program: 'evening',
    title: 'Lantern evening',
    date: '2026-03-07',
    couples: lanternCouples,
  });
  core.do({ type: 'day/next' }, { type: 'stage/start' });
  core.do({ type: 'couple/note', id: firstCouple(core.session()), text: firstNote });
  await core.saved();
}

export const lanternCouples = [
  { A: 'Ada', B: 'Bo' },
  { A: 'Cleo', B: 'Dara' },
];

export const firstCouple = ({ retreat }: Session): string => retreat?.couples[0]?.id ?? '';

/** The room does not wait for the disk: its timer runs, and what is pressed is on the wall at once. */
export function roomGoesOn(core: CoreOnDisk): void {
  const left = (): number => reading(core.session().live.stage, core.clock.now())?.remainingMs ?? Number.NaN;
  const before = left();
  core.pass(1000);
  expect(left()).toBe(before - 1000);
  const thought = (): string | null => {
    const { scene } = core.wall();
    return 'thought' in scene ? scene.thought : null;
  };
  const shown = thought();
  core.do({ type: 'stage/next' });
  expect(thought()).not.toBe(shown);
  core.do({ type: 'stage/back' });
  expect(thought()).toBe(shown);
}
