import { useCallback, useMemo } from 'react';
import type { Written } from '../../../shared/couple/charter/writing';
import type { Refusal } from '../../../shared/session/protocol/refusal-code';
import { useCommand, useLocal, useMirrorDispatch, useNewest } from './hooks';
import { settled, typed } from './store';
import { notToBeKept } from './use-answer';

interface ClauseTyping {
  readonly couple: string;
  readonly retreat: string;
  /** Null for a new one. */
  readonly clause: string | null;
  /** What the main process has. */
  readonly stored: Written;
  readonly onRefused: (refusal: Refusal | null) => void;
}

interface TypedClause {
  readonly written: Written;
  readonly change: (written: Written) => void;
  /** Resolves once the main process has all that was typed. */
  readonly rest: () => Promise<void>;
  /** Drops what is still on its way: it is given up. */
  readonly drop: () => void;
}

/** A clause as it is typed: each letter goes to the main process at once, or as soon as the one before it is answered. */
export function useWriting({ couple, retreat, clause, stored, onRefused }: ClauseTyping): TypedClause {
  const key = ['writing', couple, clause ?? ''].join('/');
  const dispatch = useMirrorDispatch();
  const send = useCommand('patient', onRefused);
  const local = useLocal(({ drafts }) => drafts[key] ?? null);
  const { hand, rest } = useNewest(async (text: string) => {
    const written = JSON.parse(text) as Written;
    const answer = await send({ type: 'charter/write', id: couple, retreat, clause, written });
    if (answer.ok) onRefused(null);
    if (answer.ok || notToBeKept.includes(answer.refusal.code)) dispatch(settled({ key, text }));
  });
  const change = useCallback(
    (next: Written) => {
      const text = JSON.stringify(next);
      dispatch(typed({ key, text }));
      hand(text);
    },
    [dispatch, key, hand],
  );
  const drop = useCallback(() => {
    if (local !== null) dispatch(settled({ key, text: local }));
  }, [dispatch, key, local]);
  const written = useMemo(() => (local === null ? stored : (JSON.parse(local) as Written)), [local, stored]);
  return { written, change, rest, drop };
}
