import { useCallback, useRef, useState } from 'react';
import type { AnswerValue } from '../../shared/couple/answer';
import type { AskedField } from '../../shared/couple/handover-view';

const againMs = 150;

interface Kept {
  readonly value: AnswerValue | null;
  readonly change: (value: AnswerValue | null) => void;
  /** The last of it could not be kept. */
  readonly failed: boolean;
}

/** What is written here is sent as it is written, one after another and the newest only: this page alone writes to it. */
export function useKept({ field, value: first }: AskedField): Kept {
  const [value, setValue] = useState(first);
  const [failed, setFailed] = useState(false);
  const waiting = useRef<{ readonly value: AnswerValue | null } | null>(null);
  const sending = useRef(false);
  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    while (waiting.current !== null) {
      const { value: next } = waiting.current;
      waiting.current = null;
      const done = await window.holdfastHandover.answer(field.id, next).catch(() => null);
      if (done?.ok === false && done.refusal.code === 'too-fast') {
        waiting.current ??= { value: next };
        await new Promise((resolve) => setTimeout(resolve, againMs));
      } else setFailed(done?.ok !== true);
    }
    sending.current = false;
  }, [field.id]);
  const change = useCallback(
    (next: AnswerValue | null) => {
      setValue(next);
      waiting.current = { value: next };
      void send();
    },
    [send],
  );
  return { value, change, failed };
}
