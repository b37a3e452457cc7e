import { randomBytes } from 'node:crypto';
import { configureStore } from '@reduxjs/toolkit';
import type { Book } from '../../shared/session/commands/book';
import type { Command } from '../../shared/session/commands/commands';
import type { Asker, Context } from '../../shared/session/commands/context';
import type { Happening } from '../../shared/session/commands/happenings';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { emptySession, type Session } from '../../shared/session/state/session';
import type { Clock } from './clock';
import { type OnBug, tellEach } from './tell-each';

type Change = Command | Happening;

/** A command or a happening, stamped with who asked, when it came and an id for what it makes. */
interface Stamped {
  readonly type: Change['type'];
  readonly change: Change;
  readonly meta: Omit<Context, 'book'>;
}

type Follower = (change: Change, after: Session, before: Session) => void;

/** The one place where the session changes. */
export interface Store {
  readonly session: () => Session;
  /** The id of this device, which every entry carries. */
  readonly device: string;
  /** The words it speaks in. */
  readonly book: () => Book;
  /** Speaks in another language from now on. */
  readonly speak: (book: Book) => void;
  /** Carries out a command, or answers why not; a refusal changes nothing. */
  readonly ask: (command: Command, asker: Asker) => Answer;
  /** Tells what happened; it cannot be refused. */
  readonly report: (happening: Happening) => void;
  /** Calls back after every change. */
  readonly subscribe: (listener: () => void) => void;
  /** Calls back before a change that is to be carried out, which then meets what was reported meanwhile. */
  readonly precede: (preceder: (change: Change) => void) => void;
  /** Calls back after every change with what caused it. */
  readonly follow: (follower: Follower) => void;
}

const isStamped = (action: object): action is Stamped => 'change' in action && 'meta' in action;

/** Makes the store of this device around the pure `reduce`. A listener that throws is noted and keeps nobody else from hearing, nor anything from being saved. */
export function createStore(clock: Clock, first: Book, onBug: OnBug, device: string): Store {
  let book = first;
  const preceders: ((change: Change) => void)[] = [];
  const followers: Follower[] = [];
  const listeners: (() => void)[] = [];
  const redux = configureStore({
    reducer: (session: Session | undefined, action: object): Session => {
      if (session === undefined || !isStamped(action)) return session ?? emptySession;
      return reduce(session, action.change, { ...action.meta, book });
    },
    middleware: (standard) => standard({ thunk: false, immutableCheck: false, serializableCheck: false }),
    devTools: false,
  });
  const stamped = (asker: Asker | null): Stamped['meta'] => ({
    asker,
    now: clock.now(),
    device,
    id: randomBytes(8).toString('hex'),
  });

  function dispatch(change: Change, stamp: Stamped['meta']): void {
    tellEach(preceders, onBug, change);
    const before = redux.getState();
    redux.dispatch({ type: change.type, change, meta: stamp } satisfies Stamped);
    const after = redux.getState();
    tellEach(listeners, onBug);
    tellEach(followers, onBug, change, after, before);
  }

  return {
    session: redux.getState,
    device,
    book: () => book,
    speak: (other) => {
      book = other;
      dispatch({ type: 'language/changed' }, stamped(null));
    },
    ask: (command, asker) => {
      const stamp = stamped(asker);
      const refused = refusal(redux.getState(), command, { ...stamp, book });
      if (refused !== null) return { ok: false, refusal: refused };
      dispatch(command, stamp);
      return { ok: true };
    },
    report: (happening) => dispatch(happening, stamped(null)),
    subscribe: (listener) => {
      listeners.push(listener);
    },
    precede: (preceder) => {
      preceders.push(preceder);
    },
    follow: (follower) => {
      followers.push(follower);
    },
  };
}
