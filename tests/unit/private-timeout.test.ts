import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shelvesIn } from '../../renderer/console/mirror/content';
import { offeredMinutes } from '../../renderer/console/mirror/offered-minutes';
import { loadLanguage } from '../../shared/content/language';
import type { AnswerView } from '../../shared/couple/audience';
import { landingPhrases, timeoutLengths } from '../../shared/couple/timeout-contract';
import { dueCouples, minutesLeft } from '../../shared/retreat/private-timeout';
import type { PrivateTimeout } from '../../shared/retreat/retreat-schema';
import { minuteMs } from '../../shared/room/timer';
import type { Command } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { roomView } from '../../shared/session/view/wall-view';
import { aBook, aContext, act, aNow, aRetreat, aSession, evening } from '../make';

await loadLanguage('en');
const shelves = shelvesIn('en');

const [first = '', second = ''] = aRetreat().couples.map(({ id }) => id);
const timeoutOf = ({ retreat }: Session, id = first): PrivateTimeout | null =>
  retreat?.couples.find((couple) => couple.id === id)?.timeout ?? null;
const begin = (minutes: number, id = first): Command => ({ type: 'couple/timeout', id, minutes });
const extend = (minutes: number, id = first): Command => ({ type: 'couple/timeout-extend', id, minutes });
const end = (id = first): Command => ({ type: 'couple/timeout-end', id });
const codeOf = (session: Session, command: Command, ms = 0) => refusal(session, command, aContext(ms))?.code ?? null;

const dayMs = 24 * 60 * minuteMs;

describe('a private timeout', () => {
  it('is refused below 20 minutes, twice at once, and with nobody to call back (S16)', () => {
    const session = aSession();
    expect(codeOf(session, begin(19))).toBe('timeout-too-short');
    expect(codeOf(session, begin(20))).toBeNull();
    expect(codeOf(session, begin(24 * 60))).toBeNull();
    expect(codeOf(session, { type: 'couple/timeout', id: 'nobody', minutes: 20 })).toBe('no-such-couple');
    expect(codeOf(session, end())).toBe('no-timeout');
    expect(codeOf(session, extend(20))).toBe('no-timeout');
    expect(codeOf(act(session, begin(20), 0), begin(30), 1)).toBe('timeout-on');
    expect(codeOf(aSession(null), begin(20))).toBe('no-retreat');
  });

  it('returns at a full minute that is no earlier than was asked for', () => {
    const session = act(aSession(), begin(20), 10_500);
    expect(timeoutOf(session)).toEqual({
      startedAt: evening + 10_500,
      returnsAt: evening + 21 * minuteMs,
      extended: false,
    });
    const left = (ms: number) => minutesLeft(timeoutOf(session) as PrivateTimeout, evening + ms);
    expect([left(10_500), left(20 * minuteMs), left(21 * minuteMs), left(dayMs)]).toEqual([21, 1, 0, 0]);
  });

  it('is made longer once: from its return, or from now where that is past, and never beyond a day', () => {
    const session = act(aSession(), begin(20), 0);
    const early = act(session, extend(20), 5 * minuteMs);
    expect(timeoutOf(early)?.returnsAt).toBe(evening + 40 * minuteMs);
    expect(codeOf(early, extend(20), 6 * minuteMs)).toBe('timeout-extended');
    const late = act(session, extend(20), 30 * minuteMs);
    expect(timeoutOf(late)?.returnsAt).toBe(evening + 50 * minuteMs);
    expect(codeOf(act(aSession(), begin(24 * 60), 0), extend(20), 1)).toBe('timeout-too-long');
    expect(codeOf(session, extend(20), dayMs)).toBe('timeout-too-long');
  });

  it('runs for several couples at once; who is due longest is named first, and whoever is back is not named', () => {
    const both = act(act(aSession(), begin(30, first), 0), begin(20, second), 0);
    const due = (session: Session, ms: number) =>
      dueCouples(session.retreat?.couples ?? [], evening + ms).map(({ id }) => id);
    expect(due(both, 20 * minuteMs - 1)).toEqual([]);
    expect(due(both, 20 * minuteMs)).toEqual([second]);
    expect(due(both, 30 * minuteMs)).toEqual([second, first]);
    expect(due(act(both, end(second), 31 * minuteMs), 31 * minuteMs)).toEqual([first]);
    expect(timeoutOf(act(both, end(second), 31 * minuteMs), second)).toBeNull();
  });

  it('follows the clock on the wall: a sleep of the machine makes it due, and no time is added', () => {
    const session = act(act(aSession(), begin(20), 0), { type: 'power/suspend' }, minuteMs);
    const awake = act(session, { type: 'power/resume' }, 60 * minuteMs);
    expect(timeoutOf(awake)).toEqual(timeoutOf(session));
    expect(dueCouples(awake.retreat?.couples ?? [], aNow(60 * minuteMs).wall).map(({ id }) => id)).toEqual([first]);
  });

  it('is never shorter than 20 minutes nor longer than a day, whatever is asked for and when', () => {
    const asked = fc.record({
      does: fc.constantFrom(begin, extend, end),
      couple: fc.constantFrom(first, second),
      minutes: fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.constantFrom(1, 19, 20, 1420, 1440)),
      after: fc.oneof(fc.nat(45 * minuteMs), fc.integer({ min: -dayMs, max: dayMs })),
    });
    let seen = 0;
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (all) => {
        let ms = 0;
        let session = aSession();
        for (const { does, couple, minutes, after } of all) {
          ms += after;
          const command =
            does === end ? end(couple) : does === begin ? begin(minutes, couple) : extend(minutes, couple);
          if (refusal(session, command, aContext(ms)) !== null) continue;
          const before = timeoutOf(session, couple);
          session = reduce(session, command, aContext(ms));
          const timeout = timeoutOf(session, couple);
          if (timeout === null) continue;
          seen += 1;
          const lasts = timeout.returnsAt - timeout.startedAt;
          expect(lasts).toBeGreaterThanOrEqual(20 * minuteMs);
          expect(lasts).toBeLessThanOrEqual(dayMs);
          if (before !== null) expect(timeout.returnsAt).toBeGreaterThanOrEqual(before.returnsAt);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('changes nothing of what the room is sent, nor of what is live', () => {
    const running = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 5);
    for (const command of [begin(20), extend(20), end()]) {
      const before = command.type === 'couple/timeout' ? running : act(running, begin(20), 10);
      const after = act(before, command, 20);
      expect(after.retreat).not.toBe(before.retreat);
      expect(after.live).toBe(before.live);
      expect(roomView(after, aBook)).toEqual(roomView(before, aBook));
    }
  });

  it('names nobody who called it (S17)', () => {
    const session = act(aSession(), begin(20), 0);
    expect(Object.keys(timeoutOf(session) ?? {}).sort()).toEqual(['extended', 'returnsAt', 'startedAt']);
  });
});

const anAnswer = (patch: Partial<AnswerView>): AnswerView => ({
  id: 'a1',
  retreat: 'r1',
  at: 1,
  exercise: 'timeout-agreement',
  field: 'length',
  owner: 'joint',
  value: { kind: 'choice', chosen: ['30 minutes'] },
  asked: '',
  reader: null,
  closed: null,
  ...patch,
});

const lengthField = shelves.exercise('timeout-agreement')?.capture.find(({ id }) => id === 'length');
const lengths = lengthField?.kind === 'choice' ? lengthField.options : [];

describe('the length that is offered first', () => {
  const offered = (answers: readonly AnswerView[]): number =>
    offeredMinutes({ records: { c1: { answers } as never }, charters: {} }, shelves, 'c1');

  it('is what they agreed on last, for each answer there is', () => {
    expect(lengths).toHaveLength(timeoutLengths.length);
    const minutes = lengths.map((word) => offered([anAnswer({ value: { kind: 'choice', chosen: [word] } })]));
    expect(minutes).toEqual([20, 30, 45, 60, 120]);
    const later = anAnswer({ id: 'a2', retreat: 'r2', at: 2, value: { kind: 'choice', chosen: ['1 hour'] } });
    expect(offered([later, anAnswer({})])).toBe(60);
  });

  it('is what is in force between them before what was written on a sheet, and never what is a draft', () => {
    const clause = (length: number, inForce: boolean) => ({
      inForce,
      now: { saying: { kind: 'timeout', content: { length } } },
    });
    const withClauses = (...clauses: readonly object[]): number =>
      offeredMinutes(
        { records: { c1: { answers: [anAnswer({})] } as never }, charters: { c1: { clauses } as never } },
        shelves,
        'c1',
      );
    expect(withClauses(clause(90, true))).toBe(90);
    expect(withClauses(clause(90, false))).toBe(30);
  });

  it('is 20 minutes where their record is not open, says nothing, or may not be read', () => {
    expect(offeredMinutes({ records: {}, charters: {} }, shelves, 'c1')).toBe(20);
    expect(offered([])).toBe(20);
    expect(offered([anAnswer({ value: null, closed: 'withheld' })])).toBe(20);
    expect(offered([anAnswer({ value: { kind: 'choice', chosen: ['a word of another language'] } })])).toBe(20);
  });
});

describe('landing phrases', () => {
  const phrases = (patch: Partial<AnswerView>): AnswerView =>
    anAnswer({ exercise: 'landing-phrases', field: 'phrases', owner: 'A', reader: 'facilitator', ...patch });

  it('are those that may be read, of each the newest', () => {
    const shown = landingPhrases([
      phrases({ value: { kind: 'list', lines: ['I am here', ' '] } }),
      phrases({ id: 'a0', at: 0, value: { kind: 'list', lines: ['Before'] } }),
      phrases({ id: 'b1', owner: 'B', reader: 'only-i', value: null, closed: 'only-i' }),
    ]);
    expect(shown).toEqual([{ side: 'A', lines: ['I am here'] }]);
  });
});
