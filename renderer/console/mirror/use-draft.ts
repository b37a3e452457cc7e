import { useCallback, useEffect, useRef } from 'react';
import type { Answer } from '../../../shared/session/refusal-code';
import { useLocal, useMirrorDispatch } from './hooks';
import { settled, typed } from './store';

/** The draft of a message to the room, which is sent by a button and not by itself. */
export const messageDraftKey = 'message';

const restMs = 300;
const longestMs = 800;

interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Sends now what is typed and not yet sent, on blur for example. */
  readonly flush: () => void;
}

/**
 * A field that saves itself: sent 300 ms after a pause and at most 800 ms after the first keystroke, so that it is on
 * disk within a second. `key` names the field ("note/<couple id>"); the draft stays until the main process has the same text.
 */
export function useDraft(key: string, stored: string, save: (text: string) => Promise<Answer>): Draft {
  const dispatch = useMirrorDispatch();
  const draft = useLocal(({ drafts }) => drafts[key]);
  const waiting = useRef<{ text: string; first: number; timer: number } | null>(null);
  const saving = useRef(save);
  saving.current = save;

  const flush = useCallback(() => {
    if (waiting.current === null) return;
    window.clearTimeout(waiting.current.timer);
    const { text } = waiting.current;
    waiting.current = null;
    void saving.current(text);
  }, []);

  const change = useCallback(
    (text: string) => {
      dispatch(typed({ key, text }));
      const at = performance.now();
      const first = waiting.current?.first ?? at;
      window.clearTimeout(waiting.current?.timer);
      const timer = window.setTimeout(flush, Math.min(restMs, Math.max(0, first + longestMs - at)));
      waiting.current = { text, first, timer };
    },
    [dispatch, flush, key],
  );

  useEffect(() => {
    if (draft === stored && waiting.current === null) dispatch(settled({ key, text: stored }));
  }, [dispatch, draft, key, stored]);
  useEffect(() => flush, [flush]);

  return { text: draft ?? stored, change, flush };
}
