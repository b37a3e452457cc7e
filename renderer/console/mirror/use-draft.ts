import { useCallback, useEffect, useRef } from 'react';
import type { Answer } from '../../../shared/session/refusal-code';
import { useLocal, useMirrorDispatch } from './hooks';
import { settled, typed } from './store';

/** The draft of a message to the room, which is sent by a button and not by itself. */
export const messageDraftKey = 'message';

interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
}

/**
 * A field that keeps itself: each change goes to the main process at once, or as soon as the one before it is answered, so that
 * nothing typed lives in this page alone. `key` names the field ("note/<couple id>"); the draft stays until the main process
 * has the same text.
 */
export function useDraft(key: string, stored: string, save: (text: string) => Promise<Answer>): Draft {
  const dispatch = useMirrorDispatch();
  const draft = useLocal(({ drafts }) => drafts[key]);
  const latest = useRef<string | null>(null);
  const busy = useRef(false);
  const saving = useRef(save);
  saving.current = save;

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    while (latest.current !== null) {
      const text = latest.current;
      latest.current = null;
      await saving.current(text);
    }
    busy.current = false;
  }, []);

  const change = useCallback(
    (text: string) => {
      dispatch(typed({ key, text }));
      latest.current = text;
      void send();
    },
    [dispatch, send, key],
  );

  useEffect(() => {
    if (draft === stored && latest.current === null) dispatch(settled({ key, text: stored }));
  }, [dispatch, draft, key, stored]);

  return { text: draft ?? stored, change };
}
