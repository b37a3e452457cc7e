import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/session/commands/commands';
import type { Session } from '../../shared/session/state/session';
import { act, aRetreat, aSession } from '../make';

const retreat = aRetreat();
const [{ id: couple }, { id: other }] = retreat.couples as [(typeof retreat.couples)[0], (typeof retreat.couples)[0]];

const half = (id: string, document: 'practice' | 'note', text: string): Command => ({
  type: 'draft/keep',
  of: { document, id },
  field: document === 'note' ? 'note' : 'add/pledge',
  text,
});
const consent = (scope: 'record' | 'measures' | 'export', given: boolean): Command => ({
  type: 'record/consent',
  id: couple,
  retreat: retreat.id,
  side: 'A',
  scope,
  given,
});

/** A couple’s record is open and consented to, and something is half typed of it and of another. */
function typing(): Session {
  const record = { id: couple, consents: [], answers: [], marks: [], removed: [], archived: null };
  const open = { ...aSession(retreat), shownRecords: { sheets: [], whole: [couple] } };
  const read = { ...open, records: { [couple]: { record, closed: null } } } as unknown as Session;
  return [
    consent('record', true),
    consent('export', true),
    half(couple, 'practice', 'I come back'),
    half(other, 'practice', 'we say goodbye'),
    half(couple, 'note', 'asked for the back row'),
  ].reduce((at, command) => act(at, command, 0), read);
}

const texts = (session: Session): string[] => Object.values(session.drafts).map(({ text }) => text);
const others = ['we say goodbye', 'asked for the back row'];

describe('an entry that is half typed', () => {
  test('goes with a consent to what it says, and what is typed of another couple or a note stays', () => {
    expect(texts(typing())).toContain('I come back');
    for (const scope of ['record', 'measures'] as const)
      expect(texts(act(typing(), consent(scope, false), 1)), scope).toEqual(others);
  });

  test('stays while consent is given, and when only the export is taken back', () => {
    expect(texts(act(typing(), consent('measures', true), 1))).toHaveLength(3);
    expect(texts(act(typing(), consent('export', false), 1))).toHaveLength(3);
  });
});
