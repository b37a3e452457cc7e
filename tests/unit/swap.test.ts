import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFor } from '../../shared/couple/audience';
import { captures } from '../../shared/couple/charter/captures';
import { type Charter, emptyCharter, isInForce } from '../../shared/couple/charter/charter';
import { applyEdit } from '../../shared/couple/charter/charter-edit';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { sixTests } from '../../shared/couple/charter/clause';
import type { Saying } from '../../shared/couple/charter/clause-kinds';
import { textsOf } from '../../shared/couple/charter/writing';
import { standingOf } from '../../shared/couple/consent';
import type { Practice } from '../../shared/couple/practice/practice';
import { practiceSchema } from '../../shared/couple/practice/practice-schema';
import { type CoupleRecord, emptyRecord, recordSchema } from '../../shared/couple/record';
import type { Version } from '../../shared/couple/summary/version';
import { lapsedCharter, lapsedRecord, swappedCharter, swappedPractice, swappedRecord } from '../../shared/couple/swap';
import { sides } from '../../shared/room/wall';
import { arbitraryOf } from '../arbitrary';
import { around, bothConsent, stampAt } from '../charter-kit';

const anyRecord = arbitraryOf(recordSchema) as fc.Arbitrary<CoupleRecord>;
const anyCharter = arbitraryOf(charterSchema) as fc.Arbitrary<Charter>;
const anyPractice = arbitraryOf(practiceSchema) as fc.Arbitrary<Practice>;
const meeting = around(bothConsent());

let edits = 0;
const edit = (charter: Charter, command: Parameters<typeof applyEdit>[1], retreat = 'r1'): Charter => {
  edits += 1;
  return applyEdit(charter, command, stampAt(edits, retreat), meeting);
};

/** A charter with one clause, to which both have said yes at a retreat. */
function agreed(saying: Saying, carriedBy: 'both' | 'A' = 'both', retreat = 'r1'): Charter {
  const at = { id: 'c1', retreat };
  let charter = edit(
    emptyCharter('c1'),
    { type: 'charter/add', ...at, saying, carriedBy, review: null, captured: null },
    retreat,
  );
  const clause = charter.clauses[0]?.id ?? '';
  for (const side of sides) {
    const said = { ...at, clause, side, wording: clause };
    for (const test of sixTests)
      charter = edit(charter, { type: 'charter/tick', ...said, test, ticked: true }, retreat);
    charter = edit(charter, { type: 'charter/consent', ...said, given: true, paper: '2026-03-07' }, retreat);
  }
  return charter;
}
const agreement: Saying = { kind: 'agreement', content: { text: 'rest on Sundays' } };
const inForce = (charter: Charter, consents = bothConsent()): boolean[] =>
  charter.clauses.map((clause) => isInForce(charter, clause, consents));

describe('A and B change places with all that is theirs', () => {
  it('twice is as if nobody had, whatever there is', () => {
    fc.assert(fc.property(anyRecord, (record) => void expect(swappedRecord(swappedRecord(record))).toEqual(record)));
    fc.assert(
      fc.property(anyCharter, (charter) => void expect(swappedCharter(swappedCharter(charter))).toEqual(charter)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(anyPractice, (practice) => void expect(swappedPractice(swappedPractice(practice))).toEqual(practice)),
    );
  });

  it('once gives each audience what the other had, and takes no word away', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const values = (of: CoupleRecord, who: 'A' | 'B' | 'joint' | 'facilitator') =>
          answersFor(of, who).map(({ value, reader, closed }) => ({ value, reader, closed }));
        const after = swappedRecord(record);
        expect(values(after, 'A')).toEqual(values(record, 'B'));
        expect(values(after, 'B')).toEqual(values(record, 'A'));
        expect(values(after, 'joint')).toEqual(values(record, 'joint'));
        expect(values(after, 'facilitator')).toEqual(values(record, 'facilitator'));
        // What was handed to each is what was handed to the same person.
        const handedTo = (of: CoupleRecord, whom: Version) =>
          of.handed.flatMap(({ id, version }) => (version === whom ? [id] : []));
        expect(handedTo(after, 'A')).toEqual(handedTo(record, 'B'));
        expect(handedTo(after, 'joint')).toEqual(handedTo(record, 'joint'));
      }),
    );
  });

  it('leaves in force what was, and a draft a draft: the same two have said yes to the same words', () => {
    const charter = agreed(agreement);
    expect([inForce(charter), inForce(swappedCharter(charter))]).toEqual([[true], [true]]);
    const half = {
      ...charter,
      clauses: charter.clauses.map((clause) => ({ ...clause, consents: clause.consents.slice(0, 1) })),
    };
    expect(inForce(swappedCharter(half as Charter))).toEqual([false]);
  });

  it('turns what is asked of each, who carries it, what is being written of it, and where it was captured', () => {
    const each: Saying = { kind: 'landing-phrases', content: { phrases: { A: ['of A'], B: ['of B'] } } };
    const charter = agreed(each, 'A');
    const clause = charter.clauses[0];
    if (clause === undefined) throw new Error('no clause');
    const writing = { ...stampAt(900), clause: null, kind: each.kind, texts: textsOf(each), carriedBy: 'A' as const };
    const made = captures.find(({ side }) => side === 'A');
    const before = {
      ...charter,
      clauses: [{ ...clause, captured: made?.id ?? null }],
      writings: [writing],
    } as Charter;
    const after = swappedCharter(before);
    expect(after.clauses[0]?.wordings[0]?.content).toEqual({ phrases: { A: ['of B'], B: ['of A'] } });
    expect(after.clauses[0]?.wordings[0]?.carriedBy).toBe('B');
    expect(captures.find(({ id }) => id === after.clauses[0]?.captured)).toEqual({
      ...made,
      side: 'B',
      id: after.clauses[0]?.captured,
    });
    expect(after.writings).toEqual([
      { ...writing, carriedBy: 'B', texts: { 'phrases-A': 'of B', 'phrases-B': 'of A' } },
    ]);
  });
});

describe('A and B change their names alone', () => {
  it('ends every yes of that retreat, gives none back that was taken, and leaves those of other retreats', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom('r1', '#0', '#1'), (record, retreat) => {
        const after = lapsedRecord(record, retreat, 9);
        expect(after.consents.filter((act) => act.given && act.retreat === retreat)).toEqual([]);
        const others = (of: CoupleRecord) => of.consents.filter((act) => !act.given || act.retreat !== retreat);
        expect(others(after)).toEqual(others(record));
        expect(after.answers).toEqual(record.answers);
      }),
    );
    const record = {
      ...emptyRecord('c1'),
      consents: [...bothConsent('r0'), ...bothConsent('r1')].map((act, n) => ({ ...act, id: `a${n}` })),
    };
    const after = lapsedRecord(record, 'r1', 9);
    expect(sides.map((side) => standingOf(after.consents, 'r1', side, 'record'))).toEqual(
      sides.map(() => ({ givenAt: null, earlierAt: expect.any(Number), withdrawnAt: null })),
    );
  });

  it('makes a draft of a clause that came into force at that retreat, and leaves one of an earlier retreat in force', () => {
    const now = agreed(agreement);
    expect(inForce(lapsedCharter(now, 'r1', 9))).toEqual([false]);
    expect(lapsedCharter(now, 'r1', 9).clauses.map(({ wordings }) => wordings)).toEqual(
      now.clauses.map(({ wordings }) => wordings),
    );
    expect(inForce(lapsedCharter(now, 'r2', 9))).toEqual([true]);
  });
});
