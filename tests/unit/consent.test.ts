import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AnswerPlace, type AnswerValue, type Owner, owners } from '../../shared/couple/answer';
import { ownersOf } from '../../shared/couple/answer-rules';
import { answersFor } from '../../shared/couple/audience';
import { standingOf } from '../../shared/couple/consent';
import { emptyRecord } from '../../shared/couple/record';
import type { Exercise } from '../../shared/exercise/exercise';
import { type CaptureField, type Scope, scopes, type Whose } from '../../shared/exercise/fields';
import type { Retreat } from '../../shared/retreat/retreat';
import { type Side, sides } from '../../shared/room/wall';
import type { Book } from '../../shared/session/commands/book';
import type { Command } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aRetreat, aSession } from '../make';

const kinds = ['text', 'long-text', 'list', 'choice', 'date', 'tally', 'scale'] as const;
type Kind = (typeof kinds)[number];
const options = ['one', 'two'];

const fieldOf = (whose: Whose, kind: Kind): CaptureField => {
  const base = { id: `${whose}-${kind}`, whose, label: `${whose} ${kind}`, optional: false };
  if (kind === 'scale') return { ...base, kind, low: 'low', high: 'high' };
  return kind === 'choice' ? { ...base, kind, options, several: true } : { ...base, kind };
};
const capture = (['each', 'joint', 'facilitator'] as const).flatMap((whose) =>
  kinds.map((kind) => fieldOf(whose, kind)),
);

/** An exercise that asks everything that can be asked. */
const asksAll: Exercise = { ...(aBook.exercise('right-to-pass') as Exercise), id: 'asks-all', capture };
const book: Book = { ...aBook, exercise: (id) => (id === asksAll.id ? asksAll : aBook.exercise(id)) };

/** What is said each time: `n` makes it unlike all others, so that it is found wherever it is shown. */
function saidOf(kind: Kind, n: number): AnswerValue {
  switch (kind) {
    case 'text':
    case 'long-text':
      return { kind, text: `words-${n}.` };
    case 'list':
      return { kind, lines: [`words-${n}.`] };
    case 'choice':
      return { kind, chosen: options.slice(0, 1 + (n % 2)) };
    case 'date':
      return { kind, date: '2026-03-07' };
    case 'tally':
      return { kind, count: n };
    case 'scale':
      return { kind, points: n % 11 };
  }
}

const wordsIn = (value: AnswerValue): string | null => /words-\d+\./.exec(JSON.stringify(value))?.[0] ?? null;

const retreats: readonly [Retreat, Retreat] = [aRetreat(), aRetreat('evening', { id: 'r2', title: 'Autumn evening' })];
const couple = retreats[0].couples[0]?.id ?? '';
const id = couple;

type Act =
  | { readonly does: 'consent'; readonly side: Side; readonly scope: Scope; readonly given: boolean }
  | { readonly does: 'answer'; readonly owner: Owner; readonly kind: Kind; readonly empties: boolean }
  /** The couple comes to the other retreat. */
  | { readonly does: 'move' };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant('consent' as const),
        side: fc.constantFrom(...sides),
        scope: fc.constantFrom(...scopes),
        given: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant('answer' as const),
        owner: fc.constantFrom(...owners),
        // The two that need different consents most often, so that the same answer is met again.
        kind: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('text', 'scale') }, fc.constantFrom(...kinds)),
        empties: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'move' as const }) },
  ),
  { minLength: 12, maxLength: 80, size: 'max' },
);

/** What was said, kept as plainly as can be: where a yes stands since the last withdrawal, and whether the last word was a no. */
function ledger() {
  const yes = new Map<string, Set<string>>();
  const no = new Set<string>();
  const key = (side: Side, scope: Scope) => `${side}/${scope}`;
  return {
    say(retreat: string, side: Side, scope: Scope, given: boolean): void {
      const at = key(side, scope);
      const standing = yes.get(at) ?? new Set<string>();
      if (given) {
        yes.set(at, standing.add(retreat));
        no.delete(at);
      } else if (standing.size > 0) {
        yes.delete(at);
        no.add(at);
      }
    },
    isYes: (retreat: string, side: Side, scope: Scope): boolean => yes.get(key(side, scope))?.has(retreat) ?? false,
    isElsewhere: (retreat: string, side: Side, scope: Scope): boolean =>
      [...(yes.get(key(side, scope)) ?? [])].some((one) => one !== retreat),
    isNo: (side: Side, scope: Scope): boolean => no.has(key(side, scope)),
  };
}

/** S8, written out once more: whose yes to what an answer needs. */
function needed(owner: Owner, kind: Kind): readonly (readonly [Side, Scope])[] {
  const measures = kind === 'scale';
  switch (owner) {
    case 'facilitator':
      return [];
    case 'joint':
      return sides.flatMap((side) => [[side, 'record'] as const, ...(measures ? [[side, 'measures'] as const] : [])]);
    default:
      return [[owner, measures ? 'measures' : 'record']];
  }
}

const opened = (session: Session): Session =>
  act(
    act(session, { type: 'records/show', sheets: [], whole: [couple] }, 0),
    { type: 'library/record-read', record: emptyRecord(couple), closed: null },
    1,
  );

interface At {
  readonly session: Session;
  readonly retreat: Retreat;
  readonly said: ReturnType<typeof ledger>;
}

/** Plays acts one after another; `look` is shown each command, what it was refused with, and where it led. */
function play(
  all: readonly Act[],
  look: (before: At, command: Command, refused: string | null, after: Session, one: Act) => void,
): At {
  let at: At = { session: opened(aSession(retreats[0])), retreat: retreats[0], said: ledger() };
  all.forEach((one, n) => {
    if (one.does === 'move') {
      const retreat = at.retreat === retreats[0] ? retreats[1] : retreats[0];
      at = { ...at, retreat, session: { ...at.session, retreat } };
      return;
    }
    const place = { retreat: at.retreat.id, exercise: asksAll.id };
    const command: Command =
      one.does === 'consent'
        ? { type: 'record/consent', id, retreat: at.retreat.id, side: one.side, scope: one.scope, given: one.given }
        : {
            type: 'record/answer',
            id,
            ...place,
            field: `${one.owner === 'A' || one.owner === 'B' ? 'each' : one.owner}-${one.kind}`,
            owner: one.owner,
            value: one.empties ? null : saidOf(one.kind, n),
          };
    const context = { ...aContext(10 + n), book };
    const refused = refusal(at.session, command, context)?.code ?? null;
    const session = refused === null ? reduce(at.session, command, context) : at.session;
    look(at, command, refused, session, one);
    if (one.does === 'consent') at.said.say(at.retreat.id, one.side, one.scope, one.given);
    at = { ...at, session };
  });
  return at;
}

const recordOf = ({ records }: Session) => records[couple]?.record ?? emptyRecord(couple);
const placeIs = (answer: AnswerPlace, command: AnswerPlace): boolean =>
  answer.retreat === command.retreat && answer.field === command.field && answer.owner === command.owner;

describe('whatever was said and typed before', () => {
  it('writes exactly what was said yes to at this retreat, after the last withdrawal', () => {
    fc.assert(
      fc.property(acts, (all) => {
        play(all, ({ retreat, said }, command, refused, after, one) => {
          if (one.does !== 'answer' || one.empties || command.type !== 'record/answer') return;
          const may = needed(one.owner, one.kind).every(([side, scope]) => said.isYes(retreat.id, side, scope));
          expect(refused === null, JSON.stringify(command)).toBe(may);
          if (!may) expect(refused).toBe(one.owner === 'joint' ? 'joint-consent-missing' : 'consent-missing');
          const written = recordOf(after).answers.some(
            (answer) => placeIs(answer, command) && JSON.stringify(answer.value) === JSON.stringify(command.value),
          );
          if (may) expect(written).toBe(true);
        });
      }),
    );
  });

  it('changes nothing that is withheld, and empties whatever else is there', () => {
    fc.assert(
      fc.property(acts, (all) => {
        play(all, ({ session, said, retreat }, command, refused, after, one) => {
          if (one.does !== 'answer' || !one.empties || command.type !== 'record/answer') return;
          const there = recordOf(session).answers.find((answer) => placeIs(answer, command));
          const needs = needed(one.owner, one.kind);
          const withheld = there !== undefined && needs.some(([side, scope]) => said.isNo(side, scope));
          expect(refused !== null, `${JSON.stringify(command)} at ${retreat.id}`).toBe(withheld);
          expect(recordOf(after).answers.some((answer) => placeIs(answer, command))).toBe(withheld);
        });
      }),
    );
  });

  it('withholds an answer exactly while what it rests on is taken back, from everyone but its owner', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { session, said } = play(all, () => undefined);
        const record = recordOf(session);
        const shown = JSON.stringify(consoleView(session, book));
        for (const answer of record.answers) {
          const rests = needed(answer.owner, answer.value.kind);
          const open = rests.every(([side, scope]) => !said.isNo(side, scope));
          const facilitators = answersFor(record, 'facilitator').find((one) => one.id === answer.id);
          expect(facilitators?.value ?? null, answer.field).toEqual(open ? answer.value : null);
          expect(facilitators?.closed ?? null).toBe(open ? null : 'withheld');
          const joint = answersFor(record, 'joint').some((one) => one.id === answer.id);
          expect(joint).toBe(open && answer.owner === 'joint');
          for (const side of sides) {
            const seen = answersFor(record, side).some((one) => one.id === answer.id);
            expect(seen, `${side} of ${answer.owner}`).toBe(
              answer.owner === side || (open && answer.owner === 'joint'),
            );
          }
          const words = wordsIn(answer.value);
          if (words !== null) expect(shown.includes(words), words).toBe(open);
        }
      }),
    );
  });

  it('says how each consent stands: given here, given at another retreat, taken back, or nothing', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { session, said, retreat } = play(all, () => undefined);
        for (const side of sides)
          for (const scope of scopes) {
            const standing = standingOf(recordOf(session).consents, retreat.id, side, scope);
            const here = said.isYes(retreat.id, side, scope);
            expect(standing.givenAt !== null).toBe(here);
            expect(standing.earlierAt !== null).toBe(!here && said.isElsewhere(retreat.id, side, scope));
            expect(standing.withdrawnAt !== null).toBe(said.isNo(side, scope));
          }
      }),
    );
  });

  it('keeps every act that said something new, and none that did not', () => {
    fc.assert(
      fc.property(acts, (all) => {
        play(all, ({ session, said, retreat }, command, refused, after) => {
          if (command.type !== 'record/consent') return;
          expect(refused).toBeNull();
          const { side, scope, given } = command;
          const stands = said.isYes(retreat.id, side, scope);
          const anywhere = stands || said.isElsewhere(retreat.id, side, scope);
          const fresh = given ? !stands : anywhere;
          const [before, later] = [recordOf(session).consents, recordOf(after).consents];
          expect(later.slice(0, before.length)).toEqual(before);
          expect(later.length - before.length).toBe(fresh ? 1 : 0);
        });
      }),
    );
  });
});

describe('one who attends alone', () => {
  const alone: Retreat = {
    ...retreats[0],
    couples: retreats[0].couples.map((one) => ({ ...one, B: { ...one.B, name: '' } })),
  };
  const yes = (side: Side): Command => ({
    type: 'record/consent',
    id,
    retreat: alone.id,
    side,
    scope: 'record',
    given: true,
  });
  const answers = (owner: Owner): Command => ({
    type: 'record/answer',
    id,
    retreat: alone.id,
    exercise: asksAll.id,
    field: owner === 'joint' ? 'joint-text' : 'each-text',
    owner,
    value: saidOf('text', 1),
  });
  const refusedWith = (session: Session, command: Command) =>
    refusal(session, command, { ...aContext(5), book })?.code ?? null;

  it('says yes for themselves, and nobody says it for who is not there', () => {
    const session = opened(aSession(alone));
    expect(refusedWith(session, yes('A'))).toBeNull();
    expect(refusedWith(session, yes('B'))).toBe('no-such-partner');
  });

  it('has everything but what is joint, whatever was said while they were two', () => {
    const both = [yes('A'), yes('B')].reduce(
      (session, said, n) => act(session, said, n),
      opened(aSession(retreats[0])),
    );
    expect(refusedWith(both, answers('joint'))).toBeNull();
    const one = { ...both, retreat: alone };
    expect(refusedWith(one, answers('A'))).toBeNull();
    expect(refusedWith(one, answers('joint'))).toBe('joint-consent-missing');
    expect(refusedWith(one, { ...yes('B'), given: false } as Command), 'taking back is always heard').toBeNull();
  });
});

test('every owner and every kind is asked for', () => {
  const asked = new Set(capture.flatMap(({ whose, kind }) => ownersOf(whose).map((owner) => `${owner}/${kind}`)));
  expect(asked.size).toBe(owners.length * kinds.length);
});
