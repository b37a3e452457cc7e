import { onTestFinished } from 'vitest';
import { type Handlers, openInbound } from '../../electron/ipc/inbound';
import { type Publisher, startPublishing } from '../../electron/ipc/outbound';
import type { Clock } from '../../electron/state/clock';
import { createStore, type Store } from '../../electron/state/store';
import type { Surface } from '../../electron/surfaces/surface';
import { allSurfaces, surfaces } from '../../electron/surfaces/surfaces';
import { aBook, aDevice, aNow } from '../make';
import { type InMemoryWire, inMemoryWire } from './in-memory-wire';

export interface Core {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  /** Moves the clock on, in milliseconds. */
  readonly pass: (ms: number) => void;
  /** What was noted, by its code. */
  readonly noted: string[];
  readonly bugs: unknown[];
  readonly connect: <S extends Surface>(surface: S, handlers: Handlers<S>) => InMemoryWire;
  readonly room: () => InMemoryWire;
  readonly console: (handlers?: Partial<Handlers<typeof surfaces.console>>) => InMemoryWire;
}

/**
 * Store, clock, inbound and outbound as the main process has them, with a clock that only the test moves and no window. `from`: where
 * that clock stands at first, in milliseconds of the evening.
 */
export function startCore(table: readonly Surface[] = allSurfaces, from = 0): Core {
  let ms = from;
  const moved: (() => void)[] = [];
  const noted: string[] = [];
  const bugs: unknown[] = [];
  const clock: Clock = {
    now: () => aNow(ms),
    onMoved: (listener) => void moved.push(listener),
    moved: () => {
      for (const listener of moved) listener();
    },
    shift: ({ live }) => {
      ms += live;
    },
  };
  const onBug = (error: unknown): void => void bugs.push(error);
  const logEvent = (code: string): void => void noted.push(code);
  const store = createStore(clock, aBook, onBug, aDevice);
  const publisher = startPublishing(table, { store, clock, logEvent, onBug });
  const connect: Core['connect'] = (surface, handlers) => {
    const page = inMemoryWire();
    openInbound(page.wire, surface, { store, now: () => clock.now().live, logEvent, onBug }, handlers);
    publisher.attach(surface.name, page.wire);
    return page;
  };
  onTestFinished(() => {
    if (bugs.length > 0) throw bugs[0];
  });
  const ignored = (): void => undefined;
  return {
    store,
    publisher,
    clock,
    pass: (by) => {
      ms += by;
    },
    noted,
    bugs,
    connect,
    room: () => connect(surfaces.room, { askClock: clock.now, beat: ignored }),
    console: (handlers = {}) =>
      connect(surfaces.console, {
        askView: () => publisher.show('console'),
        askClock: clock.now,
        askVersions: ignored,
        takeIntents: ignored,
        place: ignored,
        pin: ignored,
        findCouples: ignored,
        filesFolder: ignored,
        findReturning: ignored,
        coupleFile: ignored,
        beat: ignored,
        comeForward: ignored,
        pictureAt: ignored,
        overlaid: ignored,
        ...handlers,
      }),
  };
}
