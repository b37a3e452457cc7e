import type { HandedPage } from '../shared/couple/practice/handed-page';
import {
  emptyPractice,
  type Practice,
  type PracticeEntry,
  type PracticeOwner,
} from '../shared/couple/practice/practice';
import type { Noting } from '../shared/couple/practice/practice-kinds';
import { type CoupleRecord, emptyRecord } from '../shared/couple/record';
import { type Scope, scopes } from '../shared/exercise/fields';
import { type Side, sides } from '../shared/room/wall';
import type { Session } from '../shared/session/state/session';
import { act, aDevice, aRetreat, aSession } from './make';

export const aCouple = aRetreat().couples[0]?.id ?? '';
export const atRetreat = aRetreat().id;

/** Every consent of both, given at the retreat that is open. */
export const allGiven = (): CoupleRecord['consents'] =>
  sides.flatMap((side) =>
    scopes.map((scope) => ({
      id: `${side.toLowerCase()}-${scope}`,
      retreat: atRetreat,
      at: 1,
      device: aDevice,
      side,
      scope,
      given: true,
    })),
  );

/** A session in which a couple's record and practice are open, and everything was consented to. */
export function aPractising(practice: Practice = emptyPractice(aCouple)): Session {
  const record = { ...emptyRecord(aCouple), consents: allGiven() };
  const shown = act(aSession(aRetreat()), { type: 'records/show', sheets: [], whole: [aCouple] }, 1);
  const read = act(shown, { type: 'library/record-read', record, closed: null }, 2);
  return act(read, { type: 'library/practice-read', practice, closed: null }, 3);
}

export const withdraw = (session: Session, side: Side, scope: Scope): Session =>
  act(session, { type: 'record/consent', id: aCouple, retreat: atRetreat, side, scope, given: false }, 900, 'taken');

export const anEntry = (
  noting: Noting,
  owner: PracticeOwner,
  standing: Partial<Pick<PracticeEntry, 'id' | 'reader' | 'on'>> = {},
): PracticeEntry =>
  ({
    id: 'e1',
    retreat: atRetreat,
    at: 5,
    device: aDevice,
    ...noting,
    owner,
    on: '2026-03-06',
    reader: owner === 'joint' ? null : 'facilitator',
    asks: [],
    captured: null,
    ...standing,
  }) as PracticeEntry;

/** A page that was handed to A. */
export const aPage: HandedPage = {
  id: 'page-a',
  retreat: atRetreat,
  // The sixth of March.
  at: Date.UTC(2026, 2, 6, 12),
  device: aDevice,
  side: 'A',
  taken: [],
};

export const journal = (trigger: string, intensity: number | null = null): Noting => ({
  kind: 'journal',
  content: { trigger, body: ['chest', 'heat'], move: 'withdraw', echo: '', intensity },
});
export const win = (text: string): Noting => ({ kind: 'win', content: { text } });
export const scale = (score: number | null, name = 'A scale of theirs'): Noting => ({
  kind: 'measure',
  content: { moment: 'before', item: 'other', name, score },
});

export const entriesOf = (session: Session): readonly PracticeEntry[] =>
  session.practices[aCouple]?.practice.entries ?? [];
