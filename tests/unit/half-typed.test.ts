import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../shared/couple/record';
import type { Command } from '../../shared/session/commands/commands';
import { answerOf } from '../../shared/session/commands/draft-rules';
import { answerField } from '../../shared/session/state/drafts';
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
  const record = emptyRecord(couple);
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

const halfDate = { document: 'record', id: couple } as const;
const place = { retreat: retreat.id, exercise: 'take-home-plan', field: 'first-look', owner: 'joint' } as const;
const typedDate = (text: string | null): Command => ({
  type: 'draft/keep',
  of: halfDate,
  field: answerField(place),
  text,
});
const bYes = (given: boolean): Command => ({
  type: 'record/consent',
  id: couple,
  retreat: retreat.id,
  side: 'B',
  scope: 'record',
  given,
});
const dated = (): Session => [bYes(true), typedDate('2026-1')].reduce((at, command) => act(at, command, 1), typing());

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

describe('a date that is half typed for an answer', () => {
  test('is kept for its field, is no answer, and goes once something is said there', () => {
    const typed = dated();
    expect(texts(typed)).toContain('2026-1');
    expect(typed.records[couple]?.record.answers).toEqual([]);
    expect(texts(act(typed, typedDate(null), 2))).not.toContain('2026-1');
    const value = { kind: 'date', date: '2026-12-01' } as const;
    const said = act(typed, { type: 'record/answer', id: couple, ...place, value }, 2);
    expect(texts(said)).not.toContain('2026-1');
    expect(said.records[couple]?.record.answers.map((answer) => answer.value)).toEqual([value]);
    // Taken back by an edit of before it was half typed, the field says that again; what is typed of a note is the newest edit.
    const again = act(act(said, typedDate('2026-12-3'), 3), { type: 'edit/undo', couple }, 4);
    expect(texts(again)).toContain('2026-12-3');
    expect(texts(act(again, { type: 'edit/undo', couple }, 5))).not.toContain('2026-12-3');
  });

  test('S8: is held for nobody who has not said yes, and goes with the yes', () => {
    expect(texts(act(typing(), typedDate('2026-1'), 1))).not.toContain('2026-1');
    const gone = act(dated(), bYes(false), 2);
    expect(texts(gone)).not.toContain('2026-1');
    expect(texts(act(gone, typedDate('2026-1'), 3))).not.toContain('2026-1');
    for (const day of ['review/c1', 'paper/w1']) {
      const charter: Command = { type: 'draft/keep', of: { document: 'charter', id: couple }, field: day, text: '3' };
      expect(texts(act(dated(), charter, 2))).toContain('3');
      expect(texts(act(act(dated(), charter, 2), bYes(false), 3))).not.toContain('3');
      expect(texts(act(gone, charter, 3))).not.toContain('3');
    }
  });

  test('is of one answer by its name, and no other name is one', () => {
    expect(answerOf(answerField(place))).toEqual(place);
    for (const name of ['', 'r/e/f', 'r/e/f/C', 'r/e/f/A/more', 'add/pledge']) expect(answerOf(name)).toBeNull();
    const nowhere = { ...typedDate('2026-1'), field: 'r1/take-home-plan/no-such/joint' } as Command;
    expect(texts(act(dated(), nowhere, 2)).filter((text) => text === '2026-1')).toHaveLength(1);
  });
});
