import { useCallback } from 'react';
import { cutTo } from '../../../shared/room/one-line';
import type { Answer } from '../../../shared/session/protocol/refusal-code';
import { type DraftField, draftCaps } from '../../../shared/session/state/drafts';
import { type Send, useCommand, useLocal, useMirrorDispatch, useNewest, useView } from './hooks';
import { type MirrorDispatch, settled, typed } from './store';

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Resolves once the main process has all that was typed, so that none of it comes after what is then done with it. */
  readonly rest: () => Promise<void>;
}

type Save = (text: string) => Promise<Answer>;

/** Gives a field's text to the main process. Until it has it the draft stands; by its answer the mirror holds the same text. */
async function keep(dispatch: MirrorDispatch, key: string, text: string, save: Save): Promise<void> {
  if ((await save(text)).ok) dispatch(settled({ key, text }));
}

const saveOf =
  (send: Send, field: DraftField): Save =>
  (text) =>
    send({ type: 'draft/keep', field, text });

/** Writes into a field of the session's drafts, whether or not it is drawn. */
export function write(dispatch: MirrorDispatch, send: Send, field: DraftField, text: string): void {
  dispatch(typed({ key: field, text }));
  void keep(dispatch, field, text, saveOf(send, field));
}

/**
 * A field that keeps itself: each change goes to the main process at once, or as soon as the one before it is answered, so that
 * nothing typed lives in this page alone. `key` names the field ("note/<couple id>"), and `stored` is what the main process has.
 */
export function useDraft(key: string, stored: string, save: Save): Draft {
  const dispatch = useMirrorDispatch();
  const draft = useLocal(({ drafts }) => drafts[key]);
  const { hand, rest } = useNewest((text: string) => keep(dispatch, key, text, save));
  const change = useCallback(
    (text: string) => {
      dispatch(typed({ key, text }));
      hand(text);
    },
    [dispatch, hand, key],
  );
  return { text: draft ?? stored, change, rest };
}

/** A field of the session's drafts: it is there again when the page was not. */
export function useSessionDraft(field: DraftField): Draft {
  const send = useCommand('patient');
  const stored = useView(({ drafts }) => drafts[field] ?? '');
  const { text, change, rest } = useDraft(field, stored, saveOf(send, field));
  return { text, change: (next) => change(cutTo(next, draftCaps[field])), rest };
}
