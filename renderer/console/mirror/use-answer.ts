import { useCallback } from 'react';
import type { AnswerPlace, AnswerValue } from '../../../shared/couple/answer';
import type { Refusal, RefusalCode } from '../../../shared/session/protocol/refusal-code';
import { answerField, draftKey } from '../../../shared/session/state/drafts';
import { useCommand, useLocal, useMirrorDispatch, useNewest, useView } from './hooks';
import { settled, typed } from './store';
import { useShownRecords } from './use-shown-records';

const answerKey = (couple: string, { retreat, exercise, field, owner }: AnswerPlace): string =>
  ['answer', couple, retreat, exercise, field, owner].join('/');

const isAnswerOf = (couple: string, key: string): boolean => key.startsWith(`answer/${couple}/`);

/** Keeps the records open of whom something typed is still on its way to the main process, whatever is shown by then. */
export function useAnswersOnTheWay(): void {
  const couples = useLocal(({ drafts }) =>
    Object.keys(drafts)
      .flatMap((key) => (/^(answer|writing)\//u.test(key) ? key.split('/').slice(1, 2) : []))
      .join('/'),
  );
  useShownRecords({ whole: couples === '' ? nobody : couples.split('/') });
}

const nobody: readonly string[] = [];

/** Whether all that was typed of a couple's answers has reached the main process. */
export const useAnswersThere = (couple: string): boolean =>
  useLocal(({ drafts }) => !Object.keys(drafts).some((key) => isAnswerOf(couple, key)));

/** Whether something half typed stands among a couple's answers: it is kept, and says nothing yet that could be saved. */
export const useHalfTyped = (couple: string): boolean =>
  useView(({ drafts }) => Object.values(drafts).some(({ of }) => of.document === 'record' && of.id === couple));

/** What may not be kept is not kept here either; all else that was refused stays in its field. */
export const notToBeKept: readonly RefusalCode[] = ['consent-missing', 'joint-consent-missing', 'kept-private'];

interface Typing {
  readonly couple: string;
  readonly place: AnswerPlace;
  /** What the main process has, as a text. */
  readonly stored: string;
  /** What a text says; undefined while it says nothing yet. */
  readonly read: (text: string) => AnswerValue | null | undefined;
  readonly onRefused: (refusal: Refusal | null) => void;
}

/** An answer as it is typed: each letter goes to the main process at once, or as soon as the one before it is answered. */
export function useAnswer({ couple, place, stored, read, onRefused }: Typing) {
  const key = answerKey(couple, place);
  const dispatch = useMirrorDispatch();
  const send = useCommand('patient', onRefused);
  const local = useLocal(({ drafts }) => drafts[key]);
  const of = { document: 'record', id: couple } as const;
  const field = answerField(place);
  const half = useView(({ drafts }) => drafts[draftKey(of, field)]?.text);
  const { hand } = useNewest(async (text: string) => {
    const value = read(text);
    // Half a date is no answer: the main process holds it for its field until it is one, or is given up.
    const answer = await send(
      value === undefined
        ? { type: 'draft/keep', of, field, text }
        : { type: 'record/answer', id: couple, ...place, value },
    );
    if (answer.ok) onRefused(null);
    if (answer.ok || notToBeKept.includes(answer.refusal.code)) dispatch(settled({ key, text }));
  });
  const change = useCallback(
    (text: string) => {
      dispatch(typed({ key, text }));
      hand(text);
    },
    [dispatch, key, hand],
  );
  return { text: local ?? half ?? stored, change };
}
