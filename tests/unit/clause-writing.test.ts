import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Charter,
  clauseIn,
  emptyCharter,
  withoutClauses,
  withoutWords,
} from '../../shared/couple/charter/charter';
import { applyEdit, inverseOf, refuseEdit } from '../../shared/couple/charter/charter-edit';
import { charterEditSchema } from '../../shared/couple/charter/charter-edit-schema';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { charterFor } from '../../shared/couple/charter/charter-view';
import { sayingOf } from '../../shared/couple/charter/clause';
import { clauseKindNames, kindOf, type Saying } from '../../shared/couple/charter/clause-kinds';
import type { CharterEdit } from '../../shared/couple/charter/edit-rule';
import {
  blankTexts,
  cleanSlot,
  sayingIn,
  slotsOf,
  textsOf,
  type Written,
  withTyped,
} from '../../shared/couple/charter/writing';
import { type Consents, withConsent } from '../../shared/couple/consent';
import { type Move, movers } from '../../shared/couple/moving';
import { isModest } from '../../shared/session/protocol/message-limits';
import { around, bothConsent, stampAt } from '../charter-kit';

const at = { id: 'c1', retreat: 'r1' } as const;
const agreement = (text: string): Written => ({ kind: 'agreement', texts: { text }, carriedBy: 'both' });
const write = (written: Written, clause: string | null = null): CharterEdit => ({
  ...at,
  type: 'charter/write',
  clause,
  written,
});
const save = (reworded: { clause: string; wording: string } | null = null): CharterEdit => ({
  ...at,
  type: 'charter/save',
  reworded,
});
const discard = (clause: string | null = null): CharterEdit => ({ ...at, type: 'charter/discard', clause });

/** A charter that is edited step by step; the n-th edit is stamped `e<n>`. */
function charterOf(consents: Consents = bothConsent()) {
  let charter = emptyCharter('c1');
  let edits = 0;
  const facts = around(consents);
  return {
    charter: (): Charter => charter,
    /** Makes an edit: why it was refused, or what takes it back. */
    make: (edit: CharterEdit) => {
      const refused = refuseEdit(charter, edit, facts);
      if (refused !== null) return refused;
      edits += 1;
      const before = charter;
      charter = applyEdit(before, edit, stampAt(edits), facts);
      return inverseOf(before, edit, stampAt(edits));
    },
    says: () => charter.clauses.map((clause) => sayingOf(clause).content),
  };
}

describe('a clause that is being written', () => {
  it('becomes one draft, however often saving is asked for in one moment', () => {
    const made = charterOf();
    made.make(write(agreement('rest ')));
    made.make(write(agreement('rest on  Sundays')));
    expect(made.charter().clauses).toEqual([]);
    expect(made.make(save())).toEqual({ ...at, type: 'charter/remove', clause: 'e1' });
    expect(made.make(save())).toBe('nothing-in-writing');
    expect([made.says(), made.charter().writings]).toEqual([[{ text: 'rest on Sundays' }], []]);
  });

  it('rewords a clause only if its words are still those it was written over', () => {
    const made = charterOf();
    made.make(write(agreement('rest')));
    made.make(save());
    made.make(write(agreement('rest on Sundays'), 'e1'));
    expect(made.make(save({ clause: 'e1', wording: 'older' }))).toBe('wording-changed');
    const wording = clauseIn(made.charter(), 'e1')?.wordings.at(-1)?.id ?? '';
    expect(made.make(save({ clause: 'e1', wording }))).toMatchObject({
      type: 'charter/edit',
      saying: { content: { text: 'rest' } },
    });
    expect(made.make(save({ clause: 'e1', wording }))).toBe('nothing-in-writing');
    expect(clauseIn(made.charter(), 'e1')?.wordings.map(({ content }) => content)).toEqual([
      { text: 'rest' },
      { text: 'rest on Sundays' },
    ]);
  });

  it('is checked as every other edit when it is saved, and stays in writing when it is refused', () => {
    const made = charterOf();
    const timeout: Written = {
      kind: 'timeout',
      texts: { ...blankTexts('timeout'), length: '5' },
      carriedBy: 'both',
    };
    made.make(write(timeout));
    expect([made.make(save()), made.charter().writings.length]).toEqual(['timeout-too-short', 1]);
    const none = { ...timeout, texts: { ...timeout.texts, length: '' } };
    made.make(write(none));
    expect(made.make(save())).toBe('timeout-too-short');
    made.make(write({ ...timeout, texts: { ...timeout.texts, length: '1441' } }));
    expect(made.make(save())).toBe('timeout-too-long');
  });

  it('given up comes back with one undo and goes with one redo; with nothing in it there is nothing to take back', () => {
    const made = charterOf();
    expect(made.make(write(agreement('')))).toBeNull();
    expect(made.make(discard())).toBeNull();
    made.make(write(agreement('')));
    expect(made.make(write(agreement('half a sen')))).toBeNull();
    const back = made.make(discard());
    if (back === null || typeof back === 'string') throw new Error('nothing takes it back');
    const again = made.make(back);
    expect(made.charter().writings.map(({ texts }) => texts)).toEqual([{ text: 'half a sen' }]);
    expect(again).toEqual(discard());
    expect(charterSchema.safeParse(made.charter()).success).toBe(true);
  });

  it('needs both consents, and is nobody’s to see but the facilitator’s; given up it may always be', () => {
    const made = charterOf(withConsent(bothConsent(), 'B', 'record', false, stampAt(900)));
    expect(made.make(write(agreement('rest')))).toBe('joint-consent-missing');
    const open = charterOf();
    open.make(write(agreement('rest')));
    const seen = (['facilitator', 'A', 'B', 'joint'] as const).map(
      (audience) => charterFor(open.charter(), bothConsent(), audience).writings.length,
    );
    expect(seen).toEqual([1, 0, 0, 0]);
    const withdrawn = withConsent(bothConsent(), 'A', 'record', false, stampAt(2_000));
    expect(charterFor(open.charter(), withdrawn, 'facilitator')).toEqual({ withheld: true, clauses: [], writings: [] });
    expect(refuseEdit(open.charter(), discard(), around(withdrawn))).toBeNull();
  });

  it('of another kind than its clause, or of a clause that is gone, is refused', () => {
    const made = charterOf();
    made.make(write(agreement('rest')));
    made.make(save());
    expect(made.make(write({ ...agreement('rest'), kind: 'principle' }, 'e1'))).toBe('other-kind');
    expect(made.make(write(agreement('rest'), 'e9'))).toBe('no-such-clause');
    expect(made.make(discard('e1'))).toBe('nothing-in-writing');
  });

  it('goes with its clause, and from every older copy with what became of it (S8)', () => {
    const made = charterOf();
    made.make(write(agreement('rest')));
    const older = made.charter();
    made.make(save());
    made.make(write(agreement('rest on Sundays'), 'e1'));
    const half = made.charter();
    expect(withoutClauses(half, new Set(['e1']), 5).writings).toEqual([]);
    made.make(write(agreement('one more')));
    made.make(discard());
    const gone = withoutWords(made.charter(), 5);
    const ids = new Set(gone.removed.map(({ id }) => id));
    for (const copy of [older, half]) expect(JSON.stringify(withoutClauses(copy, ids, 5))).not.toContain('rest');
    expect(charterSchema.safeParse(gone).success).toBe(true);
  });

  it('moves with its clause to another couple', () => {
    const made = charterOf();
    made.make(write(agreement('rest')));
    made.make(save());
    made.make(write(agreement('rest on Sundays'), 'e1'));
    const move: Move = { document: 'charter', from: 'c1', to: 'c2', entries: ['e1'], readers: 'kept' };
    const there = movers.charter.put(emptyCharter('c2'), made.charter(), move);
    expect([there.clauses, there.writings]).toEqual([made.charter().clauses, made.charter().writings]);
    expect(movers.charter.take(made.charter(), move, 5)).toMatchObject({ clauses: [], writings: [] });
  });
});

describe('a day that is noted', () => {
  const said = { ...at, clause: 'e1', side: 'A', wording: 'e1' } as const;
  const consent = (paper: string | null): CharterEdit => ({ ...said, type: 'charter/consent', given: true, paper });
  const alone = (on: string): CharterEdit => ({ ...said, type: 'charter/confirm-help', confirmed: true, on });

  it.each<readonly [string, string, (day: string) => CharterEdit]>([
    ['a consent on paper', 'rest', consent],
    ['what each was asked alone (S21)', 'never call a doctor', alone],
  ])('of %s is never still to come, and may be before words that were on a sheet first', (_, text, edit) => {
    const saidOn = (day: string) => {
      const made = charterOf();
      made.make(write(agreement(text)));
      made.make(save());
      return made.make(edit(day));
    };
    expect(saidOn('2026-04-01')).toBe('day-to-come');
    expect(saidOn('1969-12-31')).not.toBeTypeOf('string');
    expect(saidOn('2026-03-31')).not.toBeTypeOf('string');
  });

  it('is asked of no consent that a partner gives in handover, and of none that is taken back', () => {
    const made = charterOf();
    made.make(write(agreement('rest')));
    made.make(save());
    expect(made.make(consent(null))).not.toBeTypeOf('string');
    expect(made.make({ ...said, type: 'charter/consent', given: false, paper: '2027-01-01' })).not.toBeTypeOf('string');
  });
});

/** Anything a keyboard or a clipboard gives. */
const typing = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u202e<script>alert(1)</script>',
    'x'.repeat(30_000),
    `${'line\n'.repeat(300)}`,
    '\n\n \u200b\n',
    '\ud800 half',
    '__proto__',
    'constructor',
    '-1',
    'NaN',
    '1e9',
    '99999999999',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'.repeat(2_000),
    '\u0958'.repeat(2_000),
  ),
);

const written = fc.constantFrom(...clauseKindNames).chain((kind) =>
  fc.record(Object.fromEntries(slotsOf(kind).map(({ key }) => [key, typing]))).map((texts) =>
    slotsOf(kind).reduce<Written>(
      // What another clause's id is chosen from holds ids alone.
      (typed, slot) => (slot.editor.kind === 'clause' ? typed : withTyped(typed, slot, texts[slot.key] ?? '')),
      { kind, texts: blankTexts(kind), carriedBy: 'both' },
    ),
  ),
);

const forbidden = ['check-in-too-short', 'timeout-too-long', 'timeout-too-short'];

describe('whatever is typed into the fields of a clause', () => {
  it('is taken, and becomes a clause that can be kept, or is refused for what it says', () => {
    fc.assert(
      fc.property(written, (one) => {
        const edit = charterEditSchema.parse(write(one));
        const made = charterOf();
        expect(made.make(edit)).toSatisfy((back) => typeof back !== 'string');
        const saved = made.make(save());
        if (typeof saved === 'string') expect(forbidden).toContain(saved);
        expect(charterSchema.parse(made.charter())).toEqual(made.charter());
      }),
      { numRuns: 100 },
    );
  });

  it('goes through the door in one message, however much is pasted into every field', () => {
    for (const kind of clauseKindNames) {
      const full = slotsOf(kind).reduce<Written>(
        (typed, slot) => withTyped(typed, slot, 'word after word\n'.repeat(10_000)),
        { kind, texts: blankTexts(kind), carriedBy: 'both' },
      );
      expect(isModest(write(full)), kind).toBe(true);
    }
  });

  it('stands in its field as it was typed, and reads from there as the same', () => {
    fc.assert(
      fc.property(written, (one) => {
        const said: Saying = sayingIn(one);
        expect(sayingIn({ kind: one.kind, texts: textsOf(said) })).toEqual(said);
        for (const slot of slotsOf(one.kind)) {
          const text = one.texts[slot.key] ?? '';
          expect(cleanSlot(slot, text)).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(clauseKindNames)('of %s begins as its kind does', (kind) => {
    expect(sayingIn({ kind, texts: blankTexts(kind) }).content).toEqual(kindOf({ kind }).blank);
  });
});
