import { describe, expect, it, test } from 'vitest';
import { type Charter, clauseIn, dueOn, emptyCharter, isInForce } from '../../shared/couple/charter/charter';
import { applyEdit, inverseOf, mostClauses, refuseEdit } from '../../shared/couple/charter/charter-edit';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { charterFor } from '../../shared/couple/charter/charter-view';
import { lacksOf, sixTests } from '../../shared/couple/charter/clause';
import type { Saying } from '../../shared/couple/charter/clause-kinds';
import type { CharterEdit } from '../../shared/couple/charter/edit-rule';
import { type Consents, withConsent } from '../../shared/couple/consent';
import { type Side, sides } from '../../shared/room/wall';
import { around, bothConsent, stampAt } from '../charter-kit';

const agreement = (text: string): Saying => ({ kind: 'agreement', content: { text } });
const principle = (text: string): Saying => ({ kind: 'principle', content: { text } });

/** A charter that is edited step by step; the n-th edit is stamped `e<n>`. */
function charterOf(consents: Consents = bothConsent()) {
  let charter = emptyCharter('c1');
  let edits = 0;
  const facts = around(consents);
  const make = (edit: CharterEdit) => {
    const refused = refuseEdit(charter, edit, facts);
    if (refused !== null) return refused;
    edits += 1;
    const before = charter;
    const stamp = stampAt(edits);
    charter = applyEdit(charter, edit, stamp, facts);
    return inverseOf(before, edit, stamp);
  };
  const at = { id: 'c1', retreat: 'r1' } as const;
  const wording = (clause: string) => clauseIn(charter, clause)?.wordings.at(-1)?.id ?? '';
  return {
    make,
    charter: () => charter,
    add: (saying: Saying, review: string | null = null) =>
      make({ ...at, type: 'charter/add', saying, carriedBy: 'both', review, captured: null }),
    edit: (clause: string, saying: Saying) => make({ ...at, type: 'charter/edit', clause, saying, carriedBy: 'both' }),
    consent: (clause: string, side: Side, given = true, of = wording(clause)) =>
      make({ ...at, type: 'charter/consent', clause, side, wording: of, given, paper: '2026-03-07' }),
    tick: (clause: string, side: Side, tests: readonly (typeof sixTests)[number][] = sixTests) =>
      tests.map((one) =>
        make({ ...at, type: 'charter/tick', clause, side, wording: wording(clause), test: one, ticked: true }),
      ),
    confirm: (clause: string, side: Side) =>
      make({
        ...at,
        type: 'charter/confirm-help',
        clause,
        side,
        wording: wording(clause),
        confirmed: true,
        on: '2026-03-07',
      }),
    remove: (clause: string) => make({ ...at, type: 'charter/remove', clause }),
    review: (clause: string, on: string | null) => make({ ...at, type: 'charter/review', clause, on }),
    inForce: (clause: string, now = consents) => {
      const found = clauseIn(charter, clause);
      return found !== undefined && isInForce(charter, found, now);
    },
    lacks: (clause: string) => {
      const found = clauseIn(charter, clause);
      return found === undefined ? [] : lacksOf(found, charter.clauses);
    },
  };
}

type Made = ReturnType<typeof charterOf>;
const agreed = (made: Made, clause: string): void => {
  for (const side of sides) {
    made.tick(clause, side);
    made.consent(clause, side);
  }
};

describe('a clause comes into force', () => {
  it('once both have said yes to all six tests and consented, and says until then what it lacks', () => {
    const made = charterOf();
    made.add(agreement('rest on Sundays'));
    expect(made.lacks('e1')).toEqual([
      { code: 'tests-open', open: 12, of: 12 },
      { code: 'waits-for', side: 'A' },
      { code: 'waits-for', side: 'B' },
    ]);
    made.tick('e1', 'A');
    made.tick('e1', 'B', sixTests.slice(0, 3));
    made.consent('e1', 'A');
    expect(made.lacks('e1')).toEqual([
      { code: 'tests-open', open: 3, of: 12 },
      { code: 'waits-for', side: 'B' },
    ]);
    made.tick('e1', 'B', sixTests.slice(3));
    expect(made.inForce('e1')).toBe(false);
    made.consent('e1', 'B');
    expect([made.lacks('e1'), made.inForce('e1')]).toEqual([[], true]);
  });

  it('without tests where it binds nobody', () => {
    const made = charterOf();
    made.add(principle('We tell the truth'));
    expect(made.tick('e1', 'A')[0]).toBe('no-tests');
    for (const side of sides) made.consent('e1', side);
    expect(made.inForce('e1')).toBe(true);
  });

  it('not by a consent to words that have changed meanwhile', () => {
    const made = charterOf();
    made.add(principle('We tell the truth'));
    made.edit('e1', principle('We tell the truth, kindly'));
    expect(made.consent('e1', 'A', true, 'e1')).toBe('wording-changed');
  });

  it('not while it is unfinished: there is nothing yet to consent to', () => {
    const made = charterOf();
    made.add(agreement(''));
    expect(made.consent('e1', 'A')).toBe('clause-unfinished');
  });

  test('an edit lapses the consents and tests of both, every wording is kept, and its inverse brings back words alone', () => {
    const made = charterOf();
    made.add(agreement('rest on Sundays'));
    agreed(made, 'e1');
    const back = made.edit('e1', agreement('rest on Mondays'));
    expect(made.inForce('e1')).toBe(false);
    expect(made.lacks('e1')).toHaveLength(3);
    made.make(back as CharterEdit);
    const clause = clauseIn(made.charter(), 'e1');
    expect(clause?.wordings.map(({ content }) => content)).toEqual([
      { text: 'rest on Sundays' },
      { text: 'rest on Mondays' },
      { text: 'rest on Sundays' },
    ]);
    expect(made.lacks('e1')).toHaveLength(3);
  });

  test('no consent comes back with a clause whose removal is taken back', () => {
    const made = charterOf();
    made.add(agreement('rest on Sundays'));
    agreed(made, 'e1');
    const back = made.remove('e1') as CharterEdit;
    expect(made.charter().removed).toEqual([{ id: 'e1', at: expect.any(Number) }]);
    expect(JSON.stringify(made.charter())).not.toContain('Sundays');
    made.make(back);
    expect(clauseIn(made.charter(), 'e1')?.wordings).toHaveLength(2);
    expect([made.inForce('e1'), made.charter().removed]).toEqual([false, []]);
  });

  test('who carries it is part of what is consented to', () => {
    const made = charterOf();
    made.add(principle('We tell the truth'));
    for (const side of sides) made.consent('e1', side);
    const only = { type: 'charter/edit', id: 'c1', retreat: 'r1', clause: 'e1', carriedBy: 'A' } as const;
    made.make({ ...only, saying: principle('We tell the truth') });
    expect(made.inForce('e1')).toBe(false);
  });

  test('a consent taken back ends it at once, and is never taken back by undo', () => {
    const made = charterOf();
    made.add(principle('We tell the truth'));
    for (const side of sides) made.consent('e1', side);
    expect(made.consent('e1', 'B', false)).toBeNull();
    expect([made.inForce('e1'), made.lacks('e1')]).toEqual([false, [{ code: 'waits-for', side: 'B' }]]);
  });
});

describe('S8: consent to the record', () => {
  test.each(['A', 'B'] as const)(
    'of %s withdrawn, nothing is in force, nothing is written, and nobody is shown a word',
    (side) => {
      const consents = bothConsent();
      const made = charterOf(consents);
      made.add(principle('MARKED truth'));
      for (const one of sides) made.consent('e1', one);
      const withdrawn = withConsent(consents, side, 'record', false, stampAt(90));
      expect([made.inForce('e1'), made.inForce('e1', withdrawn)]).toEqual([true, false]);
      for (const audience of ['facilitator', 'A', 'B', 'joint'] as const) {
        expect(charterFor(made.charter(), withdrawn, audience)).toEqual({
          withheld: true,
          clauses: [],
          writings: [],
        });
      }
      const edit = { type: 'charter/review', id: 'c1', retreat: 'r1', clause: 'e1', on: '2026-05-01' } as const;
      expect(refuseEdit(made.charter(), edit, around(withdrawn))).toBe('joint-consent-missing');
      const remove = { type: 'charter/remove', id: 'c1', retreat: 'r1', clause: 'e1' } as const;
      expect(refuseEdit(made.charter(), remove, around(withdrawn))).toBeNull();
      const again = withConsent(withdrawn, side, 'record', true, stampAt(91));
      expect(made.inForce('e1', again)).toBe(true);
    },
  );

  test('of one alone, or of another retreat, writes nothing', () => {
    const one = withConsent([], 'A', 'record', true, stampAt(0));
    for (const consents of [[], one, bothConsent('r0')]) {
      expect(charterOf(consents).add(principle('x'))).toBe('joint-consent-missing');
    }
  });
});

describe('S21: a clause that restricts help', () => {
  const restricting = agreement('never call a doctor');

  it('waits until each has confirmed it alone, and then for both consents as every other', () => {
    const made = charterOf();
    made.add(restricting);
    agreed(made, 'e1');
    expect(made.lacks('e1')).toEqual([
      { code: 'confirm-alone', side: 'A' },
      { code: 'confirm-alone', side: 'B' },
    ]);
    made.confirm('e1', 'A');
    expect(made.inForce('e1')).toBe(false);
    made.confirm('e1', 'B');
    expect(made.inForce('e1')).toBe(true);
    made.edit('e1', agreement('never call a doctor at night'));
    expect(made.lacks('e1').filter(({ code }) => code === 'confirm-alone')).toHaveLength(2);
  });

  it('is confirmed only where there is something to confirm', () => {
    const made = charterOf();
    made.add(agreement('rest on Sundays'));
    expect(made.confirm('e1', 'A')).toBe('nothing-to-confirm');
  });

  it('is found in a list of what stays between the two as soon as help is named', () => {
    const made = charterOf();
    const content = { supports: { A: [], B: [] }, tugs: { A: [], B: [] }, checkFirst: ['weekends'], sentence: 'Later' };
    made.add({ kind: 'third-parties', content: { ...content, betweenUs: ['what the doctor said'] } });
    expect(clauseIn(made.charter(), 'e1')?.wordings[0]?.restricts).toEqual(['what the doctor said']);
  });

  it('is between each partner and the facilitator: the other learns neither what was found nor who was asked', () => {
    const made = charterOf();
    made.add(restricting);
    made.confirm('e1', 'A');
    const [forFacilitator] = charterFor(made.charter(), bothConsent(), 'facilitator').clauses;
    expect(forFacilitator?.help).toEqual({
      restricts: ['never call a doctor'],
      confirmed: { A: '2026-03-07', B: null },
    });
    for (const audience of ['A', 'B', 'joint'] as const) {
      const [clause] = charterFor(made.charter(), bothConsent(), audience).clauses;
      expect(clause?.help).toBeNull();
      expect(clause?.lacks.map(({ code }) => code)).toContain('with-facilitator');
      expect(clause?.lacks.map(({ code }) => code)).not.toContain('confirm-alone');
    }
  });
});

describe('a cue', () => {
  const cue = (guards: string | null): Saying => ({
    kind: 'enforcement-cue',
    content: { guards, cue: 'our list?', reply: 'coming' },
  });

  it('hangs on a clause, and is in force no sooner than it', () => {
    const made = charterOf();
    made.add(agreement('rest on Sundays'));
    expect(made.add(cue('nobody'))).toBe('no-such-guarded');
    made.add(cue('e1'));
    agreed(made, 'e2');
    expect(made.lacks('e2')).toEqual([{ code: 'guards-draft' }]);
    agreed(made, 'e1');
    expect(made.inForce('e2')).toBe(true);
    expect(made.edit('e2', cue('e2'))).toBe('no-such-guarded');
    made.remove('e1');
    expect(made.lacks('e2')).toEqual([{ code: 'guards-nothing' }]);
  });
});

describe('what is asked of a charter', () => {
  test('S16: a timeout under 20 minutes is refused, and one over a day', () => {
    const timeout = (length: number): Saying => ({
      kind: 'timeout',
      content: {
        how: 'palm',
        length,
        soothes: { A: [], B: [] },
        stirs: { A: [], B: [] },
        returnSentence: 'back at …',
        places: '',
        extension: '',
        latest: 'same-day',
      },
    });
    const made = charterOf();
    expect([made.add(timeout(19)), made.add(timeout(1441))]).toEqual(['timeout-too-short', 'timeout-too-long']);
    made.add(timeout(20));
    expect(made.edit('e1', timeout(5))).toBe('timeout-too-short');
  });

  test('what is due, the longest first, and nothing that is not', () => {
    const made = charterOf();
    made.add(principle('one'), '2026-05-01');
    made.add(principle('two'), '2026-04-01');
    made.add(principle('three'), '2026-05-02');
    made.add(principle('four'));
    const due = (today: string) => dueOn(made.charter(), today).map(({ id }) => id);
    expect(due('2026-03-31')).toEqual([]);
    expect(due('2026-05-01')).toEqual(['e2', 'e1']);
    made.review('e2', '2026-06-01');
    expect(due('2026-05-01')).toEqual(['e1']);
  });

  test('nothing that says nothing new, of another kind, or of a clause that is not there', () => {
    const made = charterOf();
    made.add(principle('one'));
    expect([
      made.edit('e1', principle('one')),
      made.edit('e1', agreement('one')),
      made.edit('e9', principle('one')),
      made.consent('e1', 'A', false),
      made.review('e1', null),
      made.remove('e9'),
    ]).toEqual(['said-already', 'other-kind', 'no-such-clause', 'said-already', 'said-already', 'no-such-clause']);
  });

  test('it holds so many clauses, and no more', () => {
    const made = charterOf();
    for (let n = 0; n < mostClauses; n += 1) made.add(principle(`clause ${n}`));
    expect(made.add(principle('one more'))).toBe('charter-full');
    expect(charterSchema.safeParse(made.charter()).success).toBe(true);
  });

  test('how a consent was given is shown as such', () => {
    const made = charterOf();
    made.add(principle('one'));
    made.consent('e1', 'A');
    const edit = { type: 'charter/consent', id: 'c1', retreat: 'r1', clause: 'e1', side: 'B', wording: 'e1' } as const;
    made.make({ ...edit, given: true, paper: null });
    const [clause] = charterFor(made.charter(), bothConsent(), 'facilitator').clauses;
    expect(clause?.consents).toMatchObject({ A: { paper: '2026-03-07' }, B: { paper: null } });
  });

  test('a partner sees their own tests, and of the other how many are open', () => {
    const made = charterOf();
    made.add(agreement('rest'));
    made.tick('e1', 'A', ['fair']);
    const ticks = (audience: 'facilitator' | Side | 'joint') =>
      charterFor(made.charter() satisfies Charter, bothConsent(), audience).clauses[0]?.ticks;
    expect(ticks('facilitator')).toEqual({ A: ['fair'], B: [] });
    expect(ticks('A')).toEqual({ A: ['fair'], B: null });
    expect(ticks('B')).toEqual({ A: null, B: [] });
    expect(ticks('joint')).toEqual({ A: null, B: null });
  });
});
