import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector, useStore } from 'react-redux';
import type { Now } from '../../../shared/room/timer';
import type { LiveClock } from '../../../shared/room/window-clock';
import type { Command } from '../../../shared/session/commands/commands';
import type { Answer, Refusal } from '../../../shared/session/protocol/refusal-code';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import { say } from '../kit/say';
import { awaitField } from '../kit/type-ahead';
import { bridge } from './bridge';
import { calmly } from './calm';
import {
  type Asking,
  asked,
  type MirrorDispatch,
  type MirrorState,
  type MirrorStore,
  type Screen,
  went,
} from './store';

/** The live clock; another one once the clocks have moved, so that what shows the time is drawn again. */
export const ClockContext = createContext<LiveClock | null>(null);

/** The mirror itself, for what is asked when it is needed and not drawn. */
export const useMirror = (): MirrorStore => useStore() as MirrorStore;

export const useMirrorDispatch = (): MirrorDispatch => useDispatch<MirrorDispatch>();

/** A piece of the console's view as the main process last sent it. */
export function useView<T>(pick: (view: ConsoleView) => T): T {
  return useSelector(({ view }: MirrorState) => {
    if (view === null) throw new Error('The console was drawn before its view arrived.');
    return pick(view);
  });
}

/** The same of what changes faster than it can be read: that alone has it drawn four times a second at most. */
export function useCalmView<T>(pick: (view: ConsoleView) => T): T {
  const { subscribe } = useMirror();
  const latest = useLatest(pick);
  return useSyncExternalStore(
    useMemo(() => calmly(subscribe), [subscribe]),
    latest,
  );
}

/** Reads a piece of the console's view when it is asked for: what is drawn may be two frames older. */
export function useLatest<T>(pick: (view: ConsoleView) => T): () => T {
  const store = useMirror();
  return () => {
    const { view } = store.getState();
    if (view === null) throw new Error('The console was used before its view arrived.');
    return pick(view);
  };
}

/** A piece of what is local to this window: where it is, what is typed. */
export const useLocal = <T>(pick: (state: MirrorState) => T): T => useSelector(pick);

/** The live clock of this window, in step with the main process's. */
export function useClock(): LiveClock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error('No clock above this component.');
  return clock;
}

/** Often enough that a minute shown is never more than a moment old. */
const lookAgainMs = 5000;

/** The live clock's reading, renewed every `everyMs` milliseconds. */
export function useNow(everyMs = lookAgainMs): Now {
  const clock = useClock();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}

export type Send = (command: Command) => Promise<Answer>;

/** Shows why something was not done, and what to do. */
export function useSayRefusal(): (refusal: Refusal) => void {
  const { t } = useTranslation(['refusals', 'shell']);
  return useCallback(
    ({ code, values }) =>
      say({
        id: `refusal/${code}`,
        title: t(`refusals:${code}.reason`, { ...values }),
        text: t(`refusals:${code}.next`, { ...values }),
        close: t('shell:close'),
      }),
    [t],
  );
}

/** How long what is typed waits when a key held down was too fast for the main process, in milliseconds. */
const againMs = 150;

async function sendPatiently(command: Command): Promise<Answer> {
  for (;;) {
    const answer = await bridge().command(command);
    if (answer.ok || answer.refusal.code !== 'too-fast') return answer;
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/**
 * Sends a command; a refusal is shown with its reason and what to do, unless `tell` shows it where it was asked. Nothing changes here until the
 * main process says so. What is typed is sent with patience: when it came too fast it is sent again, and nobody is told.
 */
export function useCommand(patience: 'none' | 'patient' = 'none', tell?: (refusal: Refusal) => void): Send {
  const { t } = useTranslation('shell');
  const sayAtEdge = useSayRefusal();
  const sayRefusal = tell ?? sayAtEdge;
  return useCallback(
    async (command) => {
      try {
        const answer = await (patience === 'patient' ? sendPatiently(command) : bridge().command(command));
        if (!answer.ok) sayRefusal(answer.refusal);
        return answer;
      } catch {
        say({ id: 'fault', title: t('fault.title'), text: t('fault.text'), close: t('close') });
        return { ok: false, refusal: { code: 'malformed' } };
      }
    },
    [t, sayRefusal, patience],
  );
}

/** Does one thing at a time: the second click of a double click finds the first under way, and is left. */
export function useOneAtATime(): (work: () => Promise<void>) => Promise<void> {
  const busy = useRef(false);
  return useCallback(async (work) => {
    if (busy.current) return;
    busy.current = true;
    await work().finally(() => {
      busy.current = false;
    });
  }, []);
}

/**
 * Hands on what comes faster than it is answered: one at a time, and of what waits the newest only. `rest` resolves once all of it
 * is answered.
 */
export function useNewest<T>(work: (value: T) => Promise<void>): {
  readonly hand: (value: T) => void;
  readonly rest: () => Promise<void>;
} {
  const waiting = useRef<{ readonly value: T } | null>(null);
  const under = useRef<Promise<void> | null>(null);
  const latest = useRef(work);
  latest.current = work;
  const go = useCallback(async () => {
    while (waiting.current !== null) {
      const { value } = waiting.current;
      waiting.current = null;
      await latest.current(value);
    }
    under.current = null;
  }, []);
  const hand = useCallback(
    (value: T) => {
      waiting.current = { value };
      under.current ??= go();
    },
    [go],
  );
  const rest = useCallback(async () => {
    await under.current;
  }, []);
  return { hand, rest };
}

/** Goes to another screen of the console. */
export function useGo(): (screen: Screen) => void {
  const dispatch = useMirrorDispatch();
  return useCallback((screen) => void dispatch(went(screen)), [dispatch]);
}

type Asks = (what: Asking | null, about?: string | null) => void;

/** Opens or closes one of the window's own dialogs. */
export const asksOf =
  (dispatch: MirrorDispatch): Asks =>
  (what, about = null) => {
    dispatch(asked({ what, about }));
    if (what !== null) awaitField(() => dispatch(asked({ what: null, about: null })));
  };

export function useAsk(): Asks {
  const dispatch = useMirrorDispatch();
  return useMemo(() => asksOf(dispatch), [dispatch]);
}
