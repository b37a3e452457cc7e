import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Charter, clauseIn, emptyCharter, isInForce } from '../../shared/couple/charter/charter';
import { applyEdit, refuseEdit } from '../../shared/couple/charter/charter-edit';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { type AnyWording, wordingOf } from '../../shared/couple/charter/clause';
import type { CharterEdit } from '../../shared/couple/charter/edit-rule';
import type { Consents } from '../../shared/couple/consent';
import { type Move, type MovedDocument, movers } from '../../shared/couple/moving';
import { writtenAt } from '../../shared/couple/parting';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { sides } from '../../shared/room/wall';
import { around, bothConsent, stampAt } from '../charter-kit';

const [then, now] = ['then', 'now'];
const partAt = 9_000;

const move = (document: MovedDocument, entries: readonly string[]): Move => ({
  document,
  from: 'old',
  to: 'new',
  entries: [...entries],
  readers: 'kept',
});

const entry = fc.record({
  retreat: fc.constantFrom(then, now),
  what: fc.constantFrom('consent', 'answer', 'mark', 'handed'),
});

/** A record with an entry for each of these, in the order they were written in. */
function recordOf(entries: readonly { readonly retreat: string; readonly what: string }[]): CoupleRecord {
  const all = entries.map(({ retreat, what }, n) => ({ what, stamp: stampAt(n, retreat) }));
  const of = (wanted: string) => all.flatMap(({ what, stamp }) => (what === wanted ? [stamp] : []));
  return {
    ...emptyRecord('old'),
    consents: of('consent').map((stamp, n) => ({ ...stamp, side: 'A', scope: 'record', given: n % 3 !== 2 })),
    answers: of('answer').map((stamp) => ({
      ...stamp,
      exercise: 'right-to-pass',
      field: 'room-needs',
      owner: 'A',
      asked: 'What do you need?',
      value: { kind: 'text', text: stamp.id },
      reader: 'facilitator',
      asks: [],
    })),
    marks: of('mark').map((stamp) => ({ ...stamp, exercise: 'right-to-pass', mark: 'done' })),
    handed: of('handed').map((stamp) => ({ ...stamp, format: 'pdf', version: 'joint' })),
  };
}

/** One thing done to a charter, told without ids: `clause` is the n-th there is. */
const done = fc.record({
  what: fc.constantFrom('add', 'edit', 'agree', 'take-back'),
  clause: fc.nat(2),
  side: fc.constantFrom(...sides),
});

const consents: Consents = [...bothConsent(then), ...bothConsent(now).map((act) => ({ ...act, id: `${act.id}-now` }))];

/** Carries these out at a retreat, as far as each is allowed; `from` is the number of the first. */
function carriedOut(
  charter: Charter,
  retreat: string,
  all: readonly { readonly what: string; readonly clause: number; readonly side: 'A' | 'B' }[],
  from: number,
): Charter {
  return all.reduce((at, { what, clause: n, side }, step) => {
    const of = { id: 'old', retreat } as const;
    const saying = { kind: 'principle', content: { text: `${retreat} ${step}` } } as const;
    const clause = at.clauses[n % Math.max(1, at.clauses.length)];
    const said = { ...of, clause: clause?.id ?? '', side, wording: clause === undefined ? '' : wordingOf(clause).id };
    const edit: CharterEdit =
      what === 'add'
        ? { ...of, type: 'charter/add', saying, carriedBy: 'both', review: null, captured: null }
        : what === 'edit'
          ? { ...of, type: 'charter/edit', clause: said.clause, saying, carriedBy: 'both' }
          : what === 'agree'
            ? { ...said, type: 'charter/consent', given: true, paper: '2026-03-07' }
            : { ...said, type: 'charter/consent', given: false, paper: null };
    const facts = around(consents);
    return refuseEdit(at, edit, facts) === null ? applyEdit(at, edit, stampAt(from + step, retreat), facts) : at;
  }, charter);
}

const wordingsIn = ({ clauses }: Charter): readonly AnyWording[] =>
  clauses.flatMap(({ wordings }): readonly AnyWording[] => wordings);

describe('a join that is parted', () => {
  it('gives each couple of a record what it wrote, whatever was written when', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const joined = recordOf(entries);
        const parting = move('record', writtenAt.record(joined, now));
        const fresh = movers.record.put(emptyRecord('new'), joined, parting);
        const left = movers.record.take(joined, parting, partAt);
        const only = (retreat: string) => {
          const at = <E extends { readonly retreat: string }>(all: readonly E[]) =>
            all.filter((one) => one.retreat === retreat);
          return {
            consents: at(joined.consents),
            answers: at(joined.answers),
            marks: at(joined.marks),
            handed: at(joined.handed),
          };
        };
        expect(left).toMatchObject(only(then));
        expect(fresh).toMatchObject(only(now));
        // Done again, as after a kill in between, it is the same.
        expect(movers.record.put(fresh, left, parting)).toEqual(fresh);
        expect(movers.record.take(left, parting, partAt)).toEqual(left);
      }),
    );
  });

  it('gives the couple of then its charter as it was, and puts nothing in force that its own couple did not agree to', () => {
    let reworded = 0;
    fc.assert(
      fc.property(fc.array(done, { maxLength: 12 }), fc.array(done, { maxLength: 12 }), (before, here) => {
        const was = carriedOut(emptyCharter('old'), then, before, 0);
        const joined = carriedOut(was, now, here, 100);
        const parting = move('charter', writtenAt.charter(joined, now));
        const fresh = movers.charter.put(emptyCharter('new'), joined, parting);
        const { removed: _, ...left } = movers.charter.take(joined, parting, partAt);
        const { removed: __, ...asItWas } = was;
        expect(left).toEqual(asItWas);
        expect(charterSchema.safeParse({ ...left, removed: [] }).success).toBe(true);
        expect(charterSchema.safeParse(fresh).success).toBe(true);
        // What was worded here is with those who worded it, once, and no word of then with them.
        const ids = wordingsIn(fresh).map(({ id }) => id);
        const worded = wordingsIn(joined).filter(({ retreat }) => retreat === now);
        expect([...ids].sort()).toEqual(worded.map(({ id }) => id).sort());
        expect(JSON.stringify(fresh)).not.toContain(then);
        for (const clause of fresh.clauses) {
          expect(clauseIn(joined, clause.id)?.retreat ?? now).toBe(now);
          if (isInForce(fresh, clause, consents))
            expect(clause.consents.map(({ side }) => side)).toEqual(expect.arrayContaining([...sides]));
        }
        reworded += Number(was.clauses.some((clause) => clauseIn(joined, clause.id)?.wordings.at(-1)?.retreat === now));
        // Done again, as after a kill in between, it is the same.
        expect(movers.charter.put(fresh, { ...left, removed: [] }, parting)).toEqual(fresh);
      }),
    );
    expect(reworded).toBeGreaterThan(5);
  });
});
