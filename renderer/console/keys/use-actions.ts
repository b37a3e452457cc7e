import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { awaitField } from '../kit/type-ahead';
import { bridge } from '../mirror/bridge';
import { useAsk, useClock, useCommand, useGo, useLocal, useMirror, useView } from '../mirror/hooks';
import { foundCouple, openedForm, openedPage, turned, wentToPart } from '../mirror/store';
import { writeMessage } from '../mirror/use-draft';
import { useOpenRoom } from '../shell/use-open-room';
import { ring } from '../sound/chime';
import { type ActionId, type At, actions, type Does } from './actions';
import { messageField, seatField } from './called-field';
import { capsOf } from './chord';
import { togglePalette } from './palette-store';
import { serialQueue } from './serial-queue';

const keyWords = ['space', 'pagedown', 'pageup', 'delete', 'backspace', 'enter', 'escape', 'shift', 'alt'] as const;
type KeyWord = (typeof keyWords)[number];
const isKeyWord = (key: string): key is KeyWord => (keyWords as readonly string[]).includes(key);

/** Writes a chord the way a person reads it. */
export function useCaps(): (chord: string) => string[] {
  const { t } = useTranslation('shell');
  return useCallback((chord) => capsOf(chord, (key) => (isKeyWord(key) ? t(`key.${key}`) : key)), [t]);
}

/** What an action meets right now, read when it is asked for. */
export function useAt(): () => At | null {
  const store = useMirror();
  const clock = useClock();
  return useCallback(() => {
    const { view, place } = store.getState();
    return view === null ? null : { view, now: clock.now(), screen: place.screen };
  }, [store, clock]);
}

/** Does what a key, a button or the palette asked for, on the screen it belongs to. */
export function useCarry(): (does: Does) => Promise<void> {
  const store = useMirror();
  const send = useCommand();
  const go = useGo();
  const ask = useAsk();
  const openRoom = useOpenRoom();
  return useCallback(
    async (does) => {
      // It may be asked for by a key in the room's window, and what opens here wants the keyboard.
      if (!('command' in does)) bridge().comeForward();
      if ('command' in does) {
        if (!(await send(does.command)).ok) return;
        if (does.part !== undefined) store.dispatch(wentToPart(does.part));
        if (does.to !== undefined) go(does.to);
        if (does.room === true) await openRoom();
      } else if ('go' in does) {
        if (does.part !== undefined) store.dispatch(wentToPart(does.part));
        go(does.go);
        if (does.room === true) await openRoom();
      } else if ('ask' in does) {
        if (does.on !== undefined) go(does.on);
        ask(does.ask, does.about);
      } else if ('couple' in does) {
        // After the palette has closed: it would give the focus back to where it was, away from the couple's note.
        window.setTimeout(() => store.dispatch(foundCouple(does.couple)));
      } else if ('page' in does) {
        store.dispatch(openedPage(does.page));
      } else if ('form' in does) {
        const couple = does.form;
        const exercise = store.getState().place.form?.exercise ?? null;
        if (couple !== null) {
          // After the palette has closed, for the same reason.
          window.setTimeout(() => store.dispatch(openedForm({ coupleId: couple, exercise })));
          return;
        }
        const { form } = store.getState().place;
        store.dispatch(openedForm({ coupleId: form?.coupleId ?? null, exercise }));
        awaitField(() => undefined);
        window.setTimeout(seatField.focus);
      } else if ('notes' in does) {
        const { view } = store.getState();
        if (view?.live.ref != null) store.dispatch(turned({ of: view.live.ref, page: does.notes }));
        go('run');
      } else if ('ring' in does) {
        void ring('chime', does.ring);
      } else if ('focus' in does && does.focus === 'palette') {
        togglePalette();
      } else {
        if ('write' in does) writeMessage(store.dispatch, send, does.write);
        go('run');
        awaitField(() => undefined);
        // Run may have to be drawn first.
        window.setTimeout(messageField.focus);
      }
    },
    [store, send, go, ask, openRoom],
  );
}

/** Commands of actions: the next one once the one before is answered; by then the mirror holds what it changed. */
const onceAnswered = serialQueue();

/**
 * Carries an action out if it has a meaning now; says whether it had. What its command says is decided once the one before
 * is answered, so that Blank pressed twice in a hurry is on and off again, not on twice.
 */
export function useDo(): (id: ActionId) => boolean {
  const at = useAt();
  const carry = useCarry();
  return useCallback(
    (id) => {
      const met = at();
      const action = actions[id];
      if (met === null || !action.when(met)) return false;
      const does = action.does(met);
      if ('command' in does) {
        void onceAnswered(async () => {
          const now = at();
          const what = now !== null && action.when(now) ? action.does(now) : null;
          if (what !== null && 'command' in what) await carry(what);
        });
      } else void carry(does);
      return true;
    },
    [at, carry],
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
    everyClick: actions[id].everyClick === true,
    run: () => void carryOut(id),
  };
}
