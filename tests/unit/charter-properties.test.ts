import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Charter, clauseIn, emptyCharter, isInForce } from '../../shared/couple/charter/charter';
import { applyEdit, inverseOf, refuseEdit } from '../../shared/couple/charter/charter-edit';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { charterFor } from '../../shared/couple/charter/charter-view';
import { carriers, isBound, sayingOf, sixTests, wordingOf } from '../../shared/couple/charter/clause';
import type { Saying } from '../../shared/couple/charter/clause-kinds';
import type { CharterEdit } from '../../shared/couple/charter/edit-rule';
import { textsOf } from '../../shared/couple/charter/writing';
import { type Consents, isWithdrawn, withConsent } from '../../shared/couple/consent';
import { sides } from '../../shared/room/wall';
import { around, bothConsent, stampAt } from '../charter-kit';

const marker = 'MARKED';

const side = fc.constantFrom(...sides);
const text = fc
  .constantFrom('rest', 'rest well', 'never call a doctor', '')
  .map((words) => (words === '' ? '' : `${marker} ${words}`));
const saying = fc.oneof(
  text.map((words): Saying => ({ kind: 'agreement', content: { text: words } })),
  text.map((words): Saying => ({ kind: 'principle', content: { text: words } })),
  fc
    .tuple(fc.constantFrom('meaning', 'restricted-behaviours'), text)
    .map(([facet, words]): Saying => ({ kind: 'vision', content: { facet, text: words } }) as Saying),
);
const which = fc.nat(1);

const inWriting = <D extends 'write' | 'save' | 'discard'>(doing: D) => ({
  weight: 3,
  arbitrary: fc.record({
    do: fc.constant(doing),
    clause: fc.option(which),
    saying,
    carriedBy: fc.constantFrom(...carriers),
  }),
});

/** One thing that is done, told without ids: `clause` is the n-th of those that were ever made. */
const move = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('add' as const), saying, carriedBy: fc.constantFrom(...carriers) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      clause: which,
      saying,
      carriedBy: fc.constantFrom(...carriers),
    }),
  },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('agree' as const), clause: which, side }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('tick' as const),
      clause: which,
      side,
      test: fc.constantFrom(...sixTests),
      ticked: fc.boolean(),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('consent' as const),
      clause: which,
      side,
      given: fc.boolean(),
      old: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('confirm' as const), clause: which, side, confirmed: fc.boolean() }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('reword' as const), clause: which, text }) },
  inWriting('write'),
  inWriting('save'),
  inWriting('discard'),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      clause: which,
      on: fc.constantFrom(null, '2026-04-01'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), clause: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('record' as const), side, given: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** What is known of a clause by watching what was said alone, beside the code that is tested: none of it survives another wording. */
interface Watched {
  version: number;
  readonly agreed: Map<string, number>;
  readonly ticked: Map<string, number>;
  readonly confirmed: Map<string, number>;
}

class Couple {
  charter: Charter = emptyCharter('c1');
  consents: Consents = bothConsent();
  readonly made: string[] = [];
  readonly undos: CharterEdit[] = [];
  readonly redos: CharterEdit[] = [];
  private readonly watched = new Map<string, Watched>();
  private count = 0;

  watch(clause: string): Watched {
    const known = this.watched.get(clause) ?? {
      version: 0,
      agreed: new Map(),
      ticked: new Map(),
      confirmed: new Map(),
    };
    this.watched.set(clause, known);
    return known;
  }

  /** Makes an edit and returns its inverse, or null where it was refused or has none. */
  edit(edit: CharterEdit): { readonly done: boolean; readonly back: CharterEdit | null } {
    const facts = around(this.consents);
    if (refuseEdit(this.charter, edit, facts) !== null) return { done: false, back: null };
    this.count += 1;
    const stamp = stampAt(this.count);
    const back = inverseOf(this.charter, edit, stamp);
    this.charter = applyEdit(this.charter, edit, stamp, facts);
    this.note(edit, stamp.id);
    return { done: true, back };
  }

  private note(edit: CharterEdit, id: string): void {
    if (edit.type === 'charter/write' || edit.type === 'charter/discard') return;
    if (edit.type === 'charter/save') {
      if (edit.reworded === null) this.made.push(this.charter.clauses.at(-1)?.id ?? '');
      else this.watch(edit.reworded.clause).version += 1;
      return;
    }
    if (edit.type === 'charter/add') {
      this.made.push(id);
      return;
    }
    const clause = typeof edit.clause === 'string' ? edit.clause : edit.clause.id;
    const { agreed, ticked, confirmed, version } = this.watch(clause);
    const say = (said: Map<string, number>, key: string, yes: boolean): void => {
      if (yes) said.set(key, version);
      else said.delete(key);
    };
    if (edit.type === 'charter/edit' || edit.type === 'charter/restore') this.watch(clause).version += 1;
    if (edit.type === 'charter/consent') say(agreed, edit.side, edit.given);
    if (edit.type === 'charter/tick') say(ticked, `${edit.side} ${edit.test}`, edit.ticked);
    if (edit.type === 'charter/confirm-help') say(confirmed, edit.side, edit.confirmed);
  }

  do(one: Move): void {
    const at = { id: 'c1', retreat: 'r1' } as const;
    if (one.do === 'record') {
      this.count += 1;
      this.consents = withConsent(this.consents, one.side, 'record', one.given, stampAt(this.count));
      return;
    }
    if (one.do === 'undo' || one.do === 'redo') {
      const [from, to] = one.do === 'undo' ? [this.undos, this.redos] : [this.redos, this.undos];
      const edit = from.pop();
      if (edit === undefined) return;
      // Nothing that is taken back, or done again, brings a consent or a confirmation.
      expect(edit).not.toMatchObject({ given: true });
      expect(edit).not.toMatchObject({ confirmed: true });
      const { back } = this.edit(edit);
      if (back !== null) to.push(back);
      return;
    }
    for (const edit of this.editsOf(one, at)) {
      const { back } = this.edit(edit);
      if (back === null) continue;
      this.undos.push(back);
      this.redos.length = 0;
    }
  }

  private editsOf(
    one: Exclude<Move, { do: 'record' | 'undo' | 'redo' }>,
    at: { id: string; retreat: string },
  ): CharterEdit[] {
    if (one.do === 'add')
      return [
        { ...at, type: 'charter/add', saying: one.saying, carriedBy: one.carriedBy, review: null, captured: null },
      ];
    if (one.do === 'write' || one.do === 'save' || one.do === 'discard') {
      return [this.writingEdit(one, one.clause === null ? null : (this.made[one.clause] ?? 'none'), at)];
    }
    const id = this.made[one.clause] ?? 'none';
    const clause = clauseIn(this.charter, id);
    const wording = clause === undefined ? 'none' : wordingOf(clause).id;
    const said = { ...at, clause: id, wording };
    switch (one.do) {
      case 'reword': {
        if (clause === undefined) return [];
        const { kind, content } = sayingOf(clause);
        const texts = textsOf({ kind, content: { ...content, text: one.text } } as Saying);
        return [
          { ...at, type: 'charter/write', clause: id, written: { kind, texts, carriedBy: 'both' } },
          { ...at, type: 'charter/save', reworded: { clause: id, wording } },
        ];
      }
      case 'edit':
        return [{ ...at, type: 'charter/edit', clause: id, saying: one.saying, carriedBy: one.carriedBy }];
      case 'tick':
        return [{ ...said, type: 'charter/tick', side: one.side, test: one.test, ticked: one.ticked }];
      case 'agree':
        return [
          ...sixTests.map(
            (test): CharterEdit => ({ ...said, type: 'charter/tick', side: one.side, test, ticked: true }),
          ),
          { ...said, type: 'charter/confirm-help', side: one.side, confirmed: true, on: '2026-03-07' },
          { ...said, type: 'charter/consent', side: one.side, given: true, paper: '2026-03-07' },
        ];
      case 'consent': {
        const of = one.old ? (clause?.wordings[0]?.id ?? 'none') : wording;
        return [{ ...said, wording: of, type: 'charter/consent', side: one.side, given: one.given, paper: null }];
      }
      case 'confirm':
        return [{ ...said, type: 'charter/confirm-help', side: one.side, confirmed: one.confirmed, on: '2026-03-07' }];
      case 'review':
        return [{ ...at, type: 'charter/review', clause: id, on: one.on }];
      case 'remove':
        return [{ ...at, type: 'charter/remove', clause: id }];
    }
  }

  private writingEdit(
    one: Extract<Move, { do: 'write' | 'save' | 'discard' }>,
    clause: string | null,
    at: { id: string; retreat: string },
  ): CharterEdit {
    if (one.do === 'discard') return { ...at, type: 'charter/discard', clause };
    if (one.do === 'write') {
      const { kind } = one.saying;
      const written = { kind, texts: textsOf(one.saying), carriedBy: one.carriedBy };
      return { ...at, type: 'charter/write', clause, written };
    }
    const found = clause === null ? undefined : clauseIn(this.charter, clause);
    const wording = found === undefined ? 'none' : wordingOf(found).id;
    return { ...at, type: 'charter/save', reworded: clause === null ? null : { clause, wording } };
  }

  /** How often a clause was in force, each time with everything it needs, as it was watched. */
  check(): number {
    const inForce = this.charter.clauses.filter((clause) => isInForce(this.charter, clause, this.consents));
    for (const clause of inForce) {
      const { version, agreed, ticked, confirmed } = this.watch(clause.id);
      for (const one of sides) {
        expect(agreed.get(one), 'a consent to what it says now').toBe(version);
        expect(isWithdrawn(this.consents, one, 'record')).toBe(false);
        if (wordingOf(clause).restricts.length > 0) expect(confirmed.get(one), 'confirmed alone').toBe(version);
        for (const test of isBound(clause) ? sixTests : []) expect(ticked.get(`${one} ${test}`)).toBe(version);
      }
    }
    return inForce.length;
  }

  /** What the charter says, without who said what when. What is being written is its field's to take back. */
  says(): unknown {
    return this.charter.clauses.map((clause) => ({
      id: clause.id,
      saying: sayingOf(clause),
      carriedBy: wordingOf(clause).carriedBy,
      review: clause.review.on,
    }));
  }
}

const moves = fc.array(move, { maxLength: 60, size: 'max' });

describe('whatever is edited, ticked, consented to, withdrawn, undone and redone', () => {
  it('no clause is in force that a partner did not consent to in its present wording', () => {
    let inForce = 0;
    fc.assert(
      fc.property(moves, (all) => {
        const couple = new Couple();
        for (const one of all) {
          couple.do(one);
          inForce += couple.check();
        }
        expect(charterSchema.parse(couple.charter)).toEqual(couple.charter);
      }),
      { numRuns: 400 },
    );
    // The property says nothing unless clauses do come into force.
    expect(inForce).toBeGreaterThan(10);
  });

  it('no projection shows a word after a withdrawal, and to a partner none of what was found or confirmed alone', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const couple = new Couple();
        for (const one of all) couple.do(one);
        const withheld = sides.some((one) => isWithdrawn(couple.consents, one, 'record'));
        for (const audience of ['facilitator', 'A', 'B', 'joint'] as const) {
          const view = charterFor(couple.charter, couple.consents, audience);
          if (withheld) expect(JSON.stringify(view)).not.toContain(marker);
          if (audience !== 'facilitator') expect(view.clauses.every(({ help }) => help === null)).toBe(true);
        }
      }),
    );
  });

  it('undo and redo are inverse in what the charter says, in its order too', () => {
    fc.assert(
      fc.property(moves, move, (all, last) => {
        const couple = new Couple();
        for (const one of all) if (one.do !== 'record') couple.do(one);
        const before = couple.says();
        const undos = couple.undos.length;
        if (last.do === 'record' || last.do === 'undo' || last.do === 'redo') return;
        couple.do(last);
        const after = couple.says();
        const steps = couple.undos.length - undos;
        if (steps <= 0) return;
        for (let n = 0; n < steps; n += 1) couple.do({ do: 'undo' });
        expect(couple.says()).toEqual(before);
        for (let n = 0; n < steps; n += 1) couple.do({ do: 'redo' });
        expect(couple.says()).toEqual(after);
      }),
    );
  });
});
