import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../electron/ipc/gate';
import { surfaces } from '../../electron/surfaces/surfaces';
import type { Answer } from '../../shared/couple/answer';
import { type Charter, emptyCharter } from '../../shared/couple/charter/charter';
import { applyEdit } from '../../shared/couple/charter/charter-edit';
import { sixTests, ticksOf, wordingOf } from '../../shared/couple/charter/clause';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { otherSide, type Side } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { handoverView, handoverViewSchema } from '../../shared/session/view/handover-view';
import { around, bothConsent, stampAt } from '../charter-kit';
import { aBook, aContext, act, aRetreat, aSession } from '../make';

const retreat = aRetreat();
const [couple] = retreat.couples.map(({ id }) => id);
if (couple === undefined) throw new Error('no couple');
const consents = bothConsent(retreat.id);
const record: CoupleRecord = { ...emptyRecord(couple), consents: [...consents] };
const at = { id: couple, retreat: retreat.id };

const agreement = (text: string) => ({ kind: 'agreement', content: { text } }) as const;
const added = (text: string): Charter =>
  applyEdit(
    emptyCharter(couple),
    { type: 'charter/add', ...at, saying: agreement(text), carriedBy: 'both', review: null, captured: null },
    stampAt(1, retreat.id),
    around(consents),
  );

const withPin = act(aSession(retreat), { type: 'pin/known', set: true }, 0);

/** The laptop in a partner's hands for what they agree to alone. */
function given(side: Side, charter: Charter, of: CoupleRecord = record): Session {
  const begun = act(withPin, { type: 'handover/begin', ...at, side, exercise: null }, 1);
  const opened = act(begun, { type: 'handover/marked', ok: true }, 2);
  const read = act(opened, { type: 'library/record-read', record: of, closed: null }, 3);
  const chartered = act(read, { type: 'library/charter-read', charter, closed: null }, 3);
  return act(chartered, { type: 'library/practice-read', practice: emptyPractice(at.id), closed: null }, 3);
}

const charterIn = (session: Session): Charter => session.charters[couple]?.charter ?? emptyCharter(couple);
const first = (charter: Charter) => {
  const [clause] = charter.clauses;
  if (clause === undefined) throw new Error('no clause');
  return { clause: clause.id, wording: wordingOf(clause).id, said: clause };
};
const codeOf = (session: Session, command: Command) =>
  refusal(session, command, { ...aContext(50), asker: surfaces.handover })?.code ?? null;

/** A yes to everything of the first clause. */
function agreeTo(session: Session, ms: number): Session {
  const { clause, wording } = first(charterIn(session));
  const ticked = sixTests.reduce(
    (now, test, n) => act(now, { type: 'handover/tick', clause, wording, test, ticked: true }, ms + n, `t${ms}-${n}`),
    session,
  );
  return act(ticked, { type: 'handover/agree', clause, wording, given: true }, ms + 10, `c${ms}`);
}

const answer = (patch: Partial<Answer>): Answer => ({
  id: 'a1',
  retreat: retreat.id,
  at: 1,
  device: 'd1',
  exercise: 'landing-phrases',
  field: 'phrases',
  owner: 'A',
  value: { kind: 'list', lines: ['zz-mine'] },
  asked: 'What I like to hear',
  reader: 'only-i',
  asks: [],
  ...patch,
});

describe('what a couple agrees, in a partner’s hands', () => {
  it('comes into force once both, each alone, ticked their tests and said yes, and is on no paper', () => {
    const charter = added('we stop at ten');
    const fromA = agreeTo(given('A', charter), 100);
    expect(handoverView(fromA, aBook).page?.agreements).toMatchObject([{ given: true, asks: false, inForce: false }]);
    const fromB = agreeTo(given('B', charterIn(fromA)), 200);
    expect(handoverView(fromB, aBook).page?.agreements).toMatchObject([{ inForce: true }]);
    const { said } = first(charterIn(fromB));
    expect(said.consents).toMatchObject([
      { side: 'A', given: true, paper: null },
      { side: 'B', given: true, paper: null },
    ]);
    expect(fromB.unsavedCharters).toEqual([couple]);
    expect(JSON.stringify(fromB.undoLists)).not.toContain('charter/');
    const { clause, wording } = first(charterIn(fromB));
    const back = act(fromB, { type: 'handover/agree', clause, wording, given: false }, 300);
    expect(handoverView(back, aBook).page?.agreements).toMatchObject([{ given: false, inForce: false }]);
  });

  it('is read aloud with what changed word by word, and nothing is said to words that have changed since', () => {
    const fromA = agreeTo(given('A', added('we stop at ten')), 100);
    const { clause, wording } = first(charterIn(fromA));
    const reworded = applyEdit(
      charterIn(fromA),
      { type: 'charter/edit', ...at, clause, saying: agreement('we stop at nine'), carriedBy: 'both' },
      stampAt(9, retreat.id),
      around(consents),
    );
    const session = given('A', reworded);
    const [shown] = handoverView(session, aBook).page?.agreements ?? [];
    expect(shown).toMatchObject({ given: false, asks: true, inForce: false });
    expect(shown?.tests.some(({ ticked }) => ticked)).toBe(false);
    const told = (kind: string) => shown?.changes?.filter((stretch) => stretch.kind === kind).map(({ text }) => text);
    expect([told('gone'), told('added')]).toEqual([['ten'], ['nine']]);
    const stale = { clause, wording } as const;
    expect(codeOf(session, { type: 'handover/agree', ...stale, given: true })).toBe('wording-changed');
    expect(codeOf(session, { type: 'handover/tick', ...stale, test: 'fair', ticked: true })).toBe('wording-changed');
  });

  it('takes back from the console’s undo what would speak over the partner', () => {
    const { clause, wording } = first(added('we stop at ten'));
    const shown = act(withPin, { type: 'records/show', sheets: [], whole: [couple] }, 1);
    const read = act(shown, { type: 'library/record-read', record, closed: null }, 2);
    const open = act(read, { type: 'library/charter-read', charter: added('we stop at ten'), closed: null }, 3);
    const said = { ...at, clause, wording, side: 'A' } as const;
    const ticked = act(open, { type: 'charter/tick', ...said, test: 'fair', ticked: true }, 4);
    expect(JSON.stringify(ticked.undoLists)).toContain('charter/tick');
    const begun = act(ticked, { type: 'handover/begin', ...at, side: 'A', exercise: null }, 5);
    const opened = act(begun, { type: 'handover/marked', ok: true }, 6);
    const agreed = act(opened, { type: 'handover/agree', clause, wording, given: true }, 7);
    expect(JSON.stringify(agreed.undoLists)).not.toContain('charter/');
  });

  it('asks for nothing that is not whole, and says yes for nobody before both records are consented to', () => {
    expect(handoverView(given('A', added('')), aBook).page?.agreements).toEqual([]);
    const one = { ...record, consents: record.consents.filter(({ side }) => side === 'A') };
    const session = given('A', added('we stop at ten'), one);
    const { clause, wording } = first(charterIn(session));
    expect(handoverView(session, aBook).page).toMatchObject({ joint: false, given: { record: true } });
    expect(codeOf(session, { type: 'handover/agree', clause, wording, given: true })).toBe('joint-consent-missing');
  });
});

describe('words that only their owner may read', () => {
  const mine = { ...record, answers: [answer({})] };
  const theirs = answer({ id: 'b1', owner: 'B', value: { kind: 'list', lines: ['zz-theirs'] } });

  it('become a draft on their owner’s yes alone, and stay as their owner chose', () => {
    const session = given('A', emptyCharter(couple), mine);
    const asked = handoverView(session, aBook).page?.asked;
    expect(asked).toEqual([
      { captured: 'landing-phrases', into: 'agreement', kind: 'Landing phrases', words: ['zz-mine'] },
    ]);
    const other = given('B', emptyCharter(couple), mine);
    expect(handoverView(other, aBook).page?.asked).toEqual([]);
    expect(JSON.stringify(handoverView(other, aBook))).not.toContain('zz-mine');
    expect(codeOf(other, { type: 'handover/draft', captured: 'landing-phrases' })).toBe('nothing-captured');
    const drafted = act(session, { type: 'handover/draft', captured: 'landing-phrases' }, 100, 'made');
    expect(first(charterIn(drafted)).said).toMatchObject({ captured: 'landing-phrases', consents: [] });
    expect(JSON.stringify(charterIn(drafted))).toContain('zz-mine');
    expect(drafted.records[couple]?.record.answers).toEqual(mine.answers);
    expect(handoverView(drafted, aBook).page?.asked).toEqual([]);
    expect(JSON.stringify(drafted.undoLists)).not.toContain('charter/');
  });

  it('join the draft the other made of theirs, and nothing else of it changes', () => {
    const both = { ...record, answers: [answer({}), theirs] };
    const fromA = act(
      given('A', emptyCharter(couple), both),
      { type: 'handover/draft', captured: 'landing-phrases' },
      100,
      'made',
    );
    expect(JSON.stringify(charterIn(fromA))).not.toContain('zz-theirs');
    const session = given('B', charterIn(fromA), both);
    const joined = act(session, { type: 'handover/draft', captured: 'landing-phrases' }, 200, 'joined');
    expect(wordingOf(first(charterIn(joined)).said).content).toEqual({
      phrases: { A: ['zz-mine'], B: ['zz-theirs'] },
    });
    expect(charterIn(joined).clauses).toHaveLength(1);
    expect(codeOf(joined, { type: 'handover/draft', captured: 'landing-phrases' })).toBe('nothing-captured');
  });
});

const sayings = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('A', 'B'),
    test: fc.constantFrom(...sixTests),
    ticked: fc.boolean(),
    yes: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);

describe('whatever both say in turn', () => {
  it('each says only their own, and is shown nothing of the other’s but what both know', () => {
    fc.assert(
      fc.property(sayings, (all) => {
        let charter = added('we stop at ten');
        all.forEach(({ side, test, ticked, yes }, n) => {
          const { clause, wording } = first(charter);
          const commands: readonly Command[] = [
            { type: 'handover/tick', clause, wording, test, ticked },
            { type: 'handover/agree', clause, wording, given: yes },
          ];
          let session = given(side, charter);
          commands.forEach((command, m) => {
            if (codeOf(session, command) === null) session = act(session, command, 100 * n + m, `s${n}-${m}`);
          });
          const other = otherSide(side);
          const [before, after] = [first(charter).said, first(charterIn(session)).said];
          expect(ticksOf(after, other)).toEqual(ticksOf(before, other));
          expect(after.consents.filter((act) => act.side === other)).toEqual(
            before.consents.filter((act) => act.side === other),
          );
          const view = handoverView(session, aBook);
          expect(gate(handoverViewSchema, () => expect.unreachable())(view)).toBe(view);
          const bare: Charter = {
            ...charterIn(session),
            clauses: [
              {
                ...after,
                ticks: after.ticks.filter((act) => act.side === side),
                consents: after.consents.filter((act) => act.side === side),
              },
            ],
          };
          const alone = handoverView(given(side, bare), aBook).page?.agreements.map((one) => ({
            ...one,
            inForce: null,
          }));
          expect(view.page?.agreements.map((one) => ({ ...one, inForce: null }))).toEqual(alone);
          charter = charterIn(session);
        });
      }),
      { numRuns: 40 },
    );
  });
});
