import { spotlight } from '@mantine/spotlight';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { useAsk, useClock, useCommand, useGo, useLocal, useView } from '../mirror/hooks';
import type { MirrorStore } from '../mirror/store';
import { type ActionId, type At, actions } from './actions';
import { capsOf } from './chord';

/** Id of the field that writes to the room; Run draws it. */
export const messageFieldId = 'room-message';

const keyWords = ['space', 'pagedown', 'pageup', 'delete', 'backspace', 'enter', 'shift'] as const;
type KeyWord = (typeof keyWords)[number];
const isKeyWord = (key: string): key is KeyWord => (keyWords as readonly string[]).includes(key);

/** Writes a chord the way a person reads it. */
export function useCaps(): (chord: string) => string[] {
  const { t } = useTranslation('shell');
  return useCallback((chord) => capsOf(chord, (key) => (isKeyWord(key) ? t(`key.${key}`) : key)), [t]);
}

/** What an action meets right now, read when it is asked for. */
export function useAt(): () => At | null {
  const store = useStore() as MirrorStore;
  const clock = useClock();
  return useCallback(() => {
    const { view, place } = store.getState();
    return view === null ? null : { view, now: clock.now(), screen: place.screen };
  }, [store, clock]);
}

function focusMessage(): void {
  document.getElementById(messageFieldId)?.focus();
}

/** The command of the last action, until it is answered; by then the mirror holds what it changed. */
let answered: Promise<unknown> = Promise.resolve();

/**
 * Carries an action out if it has a meaning now; says whether it had. What its command says is decided once the one before
 * is answered, so that Blank pressed twice in a hurry is on and off again, not on twice.
 */
export function useDo(): (id: ActionId) => boolean {
  const at = useAt();
  const send = useCommand();
  const go = useGo();
  const ask = useAsk();
  return useCallback(
    (id) => {
      const met = at();
      const action = actions[id];
      if (met === null || !action.when(met)) return false;
      const does = action.does(met);
      if ('command' in does) {
        answered = answered.then(async () => {
          const now = at();
          const what = now !== null && action.when(now) ? action.does(now) : null;
          if (what !== null && 'command' in what) await send(what.command);
        });
      } else if ('go' in does) go(does.go);
      else if ('ask' in does) ask(does.ask);
      else if (does.focus === 'palette') spotlight.toggle();
      else {
        go('run');
        // Run may have to be drawn first.
        window.setTimeout(focusMessage);
      }
      return true;
    },
    [at, send, go, ask],
  );
}

/** An action as a button needs it: its words, its key, whether it means anything now. */
export function useAction(id: ActionId) {
  const { t } = useTranslation('shell');
  const caps = useCaps();
  const carryOut = useDo();
  const clock = useClock();
  const screen = useLocal(({ place }) => place.screen);
  const enabled = useView((view) => actions[id].when({ view, now: clock.now(), screen }));
  const chord = actions[id].keys[0] ?? actions[id].everywhere;
  return {
    label: t(`action.${id}`),
    caps: chord === undefined ? [] : caps(chord),
    enabled,
    run: () => void carryOut(id),
  };
}
