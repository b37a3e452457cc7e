import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Owner, owners, type Reader, readers } from '../../shared/couple/answer';
import { type Audience, answersFor } from '../../shared/couple/audience';
import { type Consents, isWithdrawn, withConsent } from '../../shared/couple/consent';
import { type CoupleRecord, emptyRecord, withAnswer, withReader } from '../../shared/couple/record';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal, ruleOf } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aDevice, aRetreat, aSession } from '../make';

const audiences: readonly Audience[] = ['facilitator', 'A', 'B', 'joint'];
const sides = ['A', 'B'] as const;

const wordOf = ({ owner, reader, id }: Pick<Answer, 'owner' | 'reader' | 'id'>): string => `${owner}/${reader}/${id}`;

/** A record with answers of every owner and reader, and what the partners said of the record's scope since. */
const records = fc
  .tuple(
    fc.array(fc.record({ owner: fc.constantFrom(...owners), reader: fc.constantFrom(...readers) }), { maxLength: 12 }),
    fc.array(fc.record({ side: fc.constantFrom(...sides), given: fc.boolean() }), { maxLength: 6 }),
  )
  .map(([answers, acts]): CoupleRecord => {
    const written = answers.reduce((record, { owner, reader }, n) => {
      const place = { retreat: 'r1', exercise: 'e1', field: `f${n}`, owner };
      const id = `a${n}`;
      const text = wordOf({ owner, reader: owner === 'A' || owner === 'B' ? reader : null, id });
      const said = { value: { kind: 'text' as const, text }, asked: 'What?', reader };
      return withAnswer(record, place, said, { id, at: n, device: aDevice });
    }, emptyRecord('c1'));
    const consents = acts.reduce(
      (all, { side, given }, n) =>
        withConsent(all, side, 'record', given, { id: `k${n}`, retreat: 'r1', at: n, device: aDevice }),
      [] as Consents,
    );
    return { ...written, consents: [...consents] };
  });

/** Who may read what is whose, by S9 written down the other way round. */
function mayRead(
  audience: Audience,
  owner: Owner,
  reader: Reader | null,
  withdrawn: { A: boolean; B: boolean },
): boolean {
  if (owner === 'facilitator') return audience === 'facilitator';
  if (owner === 'joint') return !withdrawn.A && !withdrawn.B;
  if (audience === owner) return true;
  if (withdrawn[owner]) return false;
  return audience === 'facilitator' ? reader !== 'only-i' : reader === 'partner';
}

describe('who may read an answer (S8, S9)', () => {
  it.each(audiences)('%s reads what they may, and of all else no word', (audience) => {
    fc.assert(
      fc.property(records, (record) => {
        const withdrawn = {
          A: isWithdrawn(record.consents, 'A', 'record'),
          B: isWithdrawn(record.consents, 'B', 'record'),
        };
        const shown = JSON.stringify(answersFor(record, audience));
        for (const answer of record.answers) {
          const word = wordOf(answer);
          expect(shown.includes(`"${word}"`), word).toBe(mayRead(audience, answer.owner, answer.reader, withdrawn));
        }
      }),
    );
  });

  it('a partner is not told that the other wrote something for themselves', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const audience of ['A', 'B', 'joint'] as const) {
          expect(answersFor(record, audience).every(({ value }) => value !== null)).toBe(true);
        }
      }),
    );
  });

  it('keeps every day on which the owner was asked', () => {
    const place = { retreat: 'r1', exercise: 'e1', field: 'f1', owner: 'A' as const };
    const said = { value: { kind: 'text' as const, text: 'x' }, asked: 'What?', reader: 'facilitator' as const };
    const record = withAnswer(emptyRecord('c1'), place, said, { id: 'a1', at: 1, device: aDevice });
    const shared = withReader(
      withReader(record, 'a1', 'partner', '2026-03-08', 2),
      'a1',
      'facilitator',
      '2026-03-09',
      3,
    );
    expect(shared.answers[0]?.asks.map(({ reader, on }) => [reader, on])).toEqual([
      ['partner', '2026-03-08'],
      ['facilitator', '2026-03-09'],
    ]);
  });
});

describe('an edit of a record', () => {
  const retreat = aRetreat();
  const couple = retreat.couples[0]?.id ?? '';
  const yes = (side: 'A' | 'B'): Command => ({
    type: 'record/consent',
    id: couple,
    retreat: retreat.id,
    side,
    scope: 'record',
    given: true,
  });
  const before: readonly (Command | Happening)[] = [
    { type: 'records/show', sheets: [], whole: [couple] },
    { type: 'library/record-read', record: emptyRecord(couple), closed: null },
    ...sides.map(yes),
  ];
  const start = before.reduce((session, event, n) => act(session, event, n), aSession(retreat));
  const edits = fc.oneof(
    fc.record({ owner: fc.constantFrom(...sides), text: fc.constantFrom('', 'one', 'two') }).map(
      ({ owner, text }): Command => ({
        type: 'record/answer',
        id: couple,
        retreat: retreat.id,
        exercise: 'right-to-pass',
        field: 'room-needs',
        owner,
        value: { kind: 'text', text },
      }),
    ),
    fc.constantFrom('done', 'passed', 'skipped', null).map(
      (mark): Command => ({
        type: 'record/mark',
        id: couple,
        retreat: retreat.id,
        exercise: 'right-to-pass',
        mark,
      }),
    ),
    fc.record({ side: fc.constantFrom(...sides), given: fc.boolean() }).map(
      ({ side, given }): Command => ({
        type: 'record/consent',
        id: couple,
        retreat: retreat.id,
        side,
        scope: 'record',
        given,
      }),
    ),
  );
  const said = (session: Session) => {
    const record = session.records[couple]?.record;
    const words = record?.answers.map(({ owner, value }) => `${owner} ${JSON.stringify(value)}`).sort();
    return { words, marks: record?.marks.map(({ mark }) => mark), consents: record?.consents.length };
  };

  it('is taken back by its inverse, and no withdrawn word is in the console’s view after any of them', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 20 }), (commands) => {
        let session = start;
        for (const [n, command] of commands.entries()) {
          const context = aContext(100 + n, `x${n}`);
          if (refusal(session, command, context) !== null) continue;
          const inverse = ruleOf(command).inverse?.(session, command, context) ?? null;
          const after = reduce(session, command, context);
          if (inverse !== null && refusal(after, inverse, context) === null) {
            expect(said(reduce(after, inverse, aContext(100 + n, `y${n}`)))).toEqual(said(session));
          }
          session = after;
          const record = session.records[couple]?.record ?? emptyRecord(couple);
          const shown = consoleView(session, aBook).records[couple]?.answers ?? [];
          for (const side of sides) {
            if (!isWithdrawn(record.consents, side, 'record')) continue;
            expect(shown.filter(({ owner, value }) => owner === side && value !== null)).toEqual([]);
          }
        }
      }),
    );
  });
});
