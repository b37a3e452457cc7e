import { useCallback } from 'react';
import { cutTo } from '../../../shared/room/one-line';
import type { DocumentRef } from '../../../shared/session/state/document-ref';
import { draftKey, type FormField, formFields, formOf } from '../../../shared/session/state/drafts';
import { type Send, useCommand, useLocal, useMirrorDispatch, useNewest, useView } from './hooks';
import { type MirrorDispatch, settled, typed } from './store';

export interface TypedField {
  /** What is typed and not yet done, or null. */
  readonly draft: string | null;
  /** Null once it is done, or given up. */
  readonly change: (text: string | null) => void;
  /** Resolves once the main process has all that was typed, so that none of it comes after what is then done with it. */
  readonly rest: () => Promise<void>;
}

/** Gives a field's text to the main process. Until it has it the text stands here; by its answer the mirror holds the same. */
async function keep(
  dispatch: MirrorDispatch,
  send: Send,
  of: DocumentRef,
  field: string,
  text: string | null,
): Promise<void> {
  if ((await send({ type: 'draft/keep', of, field, text })).ok) dispatch(settled({ key: draftKey(of, field), text }));
}

/**
 * A field of a document that keeps itself: each change goes to the main process at once, or as soon as the one before it is answered, so
 * that nothing typed lives in this page alone.
 */
export function useDraft(of: DocumentRef, field: string): TypedField {
  const send = useCommand('patient');
  const dispatch = useMirrorDispatch();
  const key = draftKey(of, field);
  const local = useLocal(({ drafts }) => drafts[key]);
  const kept = useView(({ drafts }) => drafts[key]?.text ?? null);
  const { hand, rest } = useNewest((text: string | null) => keep(dispatch, send, of, field, text));
  const change = useCallback(
    (text: string | null) => {
      dispatch(typed({ key, text }));
      hand(text);
    },
    [dispatch, hand, key],
  );
  return { draft: local === undefined ? kept : local, change, rest };
}

/** The document of the retreat that is open. */
export function useOpenRetreat(): DocumentRef {
  return { document: 'retreat', id: useView(({ retreat }) => retreat?.id ?? 'none') };
}

/** A field of a form, empty to begin with. */
export interface FormDraft {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly rest: TypedField['rest'];
}

const orNone = (text: string): string | null => (text === '' ? null : text);

/** A field of a form: it is there again when the page was not. */
export function useFormDraft(field: FormField): FormDraft {
  const retreat = useView((view) => view.retreat?.id ?? null);
  const { draft, change, rest } = useDraft(formOf(field, retreat), field);
  return { text: draft ?? '', change: (next) => change(orNone(cutTo(next, formFields[field].most))), rest };
}

/** Writes the message to the room, whether or not its field is drawn. */
export function writeMessage(dispatch: MirrorDispatch, send: Send, text: string): void {
  const of = formOf('message', null);
  dispatch(typed({ key: draftKey(of, 'message'), text }));
  void keep(dispatch, send, of, 'message', orNone(text));
}
