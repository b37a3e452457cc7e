import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayPlan } from '../../renderer/console/run/day-plan';
import { findCouples } from '../../renderer/console/run/find-couples';
import { shownMs, untilFlip } from '../../renderer/console/run/flips';
import { roomStates } from '../../renderer/console/run/room-states';
import { stepNames } from '../../renderer/console/run/steps-of';
import { content } from '../../shared/content/en/content';
import { castSteps, castText, shortLengths, sourceOf } from '../../shared/exercise/exercise';
import { adjust } from '../../shared/room/fair-time';
import { goTo, load, playingOf, start } from '../../shared/room/stage';
import { freshRun, read, startRun, type Timer } from '../../shared/room/timer';
import { lastsWith } from '../../shared/session/commands/exercise-lengths';
import { idleLive } from '../../shared/session/state/session';
import { stillNeeded } from '../../shared/session/view/running';
import { aBook, act, aNow, aRetreat, aSession, aStage, aStep, turns } from '../make';

describe('the facilitator’s digits', () => {
  const figure = (timer: Timer, ms: number) => {
    const reading = read(timer, startRun(freshRun, aNow().live), aNow(ms));
    return {
      shown: Math.ceil(shownMs(reading) / 1000),
      over: Math.floor(reading.overMs / 1000),
      wait: untilFlip(reading),
    };
  };

  test('stand still until exactly the moment a digit changes', () => {
    const timers: Timer[] = [{ kind: 'single', seconds: 90 }, { kind: 'count-up' }];
    fc.assert(
      fc.property(fc.constantFrom(...timers), fc.integer({ min: 0, max: 200_000 }), (timer, ms) => {
        const at = figure(timer, ms);
        if (at.wait === null) throw new Error('a running timer moves');
        expect(at.wait).toBeGreaterThan(0);
        expect(at.wait).toBeLessThanOrEqual(1000);
        const before = figure(timer, ms + at.wait - 1);
        const after = figure(timer, ms + at.wait);
        expect([before.shown, before.over]).toEqual([at.shown, at.over]);
        expect([after.shown, after.over]).not.toEqual([at.shown, at.over]);
      }),
    );
  });

  test('do not move before the start', () => {
    expect(untilFlip(read({ kind: 'single', seconds: 60 }, freshRun, aNow()))).toBeNull();
  });
});

describe('what the day still needs', () => {
  const steps = [aStep({ timer: { kind: 'single', seconds: 60 } }), aStep({ timer: { kind: 'single', seconds: 30 } })];

  test('is the rest of this step and all of the next ones', () => {
    const { playing } = start(aStage(steps), aNow());
    if (playing === null) throw new Error('nothing on stage');
    expect(stillNeeded(playing, aNow(20_000))).toBe(70_000);
    expect(stillNeeded(playing, aNow(80_000))).toBe(30_000);
  });

  test('counts a step that was left as whole when it comes again', () => {
    const began = goTo(start(aStage(steps), aNow()), 1, aNow(10_000).live, true);
    const { playing } = goTo(began, 0, aNow(20_000).live, true);
    if (playing === null) throw new Error('nothing on stage');
    expect(stillNeeded(playing, aNow(20_000))).toBe(90_000);
  });

  test('says per item how much longer it ran than planned', () => {
    const retreat = aRetreat();
    const [first, second] = retreat.days[0]?.items ?? [];
    if (first === undefined || second === undefined) throw new Error('the evening has items');
    const late = first.minutes * 60_000 + 4 * 60_000;
    let session = act(aSession(retreat), { type: 'day/go', id: first.id }, 0);
    session = act(session, { type: 'stage/start' }, 0);
    session = act(session, { type: 'day/go', id: second.id }, late);
    if (session.retreat === null) throw new Error('the retreat is open');
    const plan = dayPlan(session.retreat, session.live, aNow(late), lastsWith(aBook.exercise));
    expect(plan?.lines.map(({ overMinutes }) => overMinutes).slice(0, 3)).toEqual([4, 0, null]);
    expect(plan?.schedule.overMinutes).toBe(4);
  });

  test('says beforehand what the steps take beyond the minutes planned, and counts it', () => {
    const retreat = aRetreat();
    const reaches = retreat.days[0]?.items.find(({ ref }) => ref === 'bids-lab');
    if (reaches === undefined) throw new Error('the evening has small reaches');
    const session = act(aSession(retreat), { type: 'day/minutes', id: reaches.id, minutes: 5 }, 0);
    const planOf = ({ retreat: at, live }: typeof session) =>
      at === null ? null : dayPlan(at, live, aNow(), lastsWith(aBook.exercise));
    const overOf = (plan: ReturnType<typeof planOf>) =>
      plan?.lines.find(({ item }) => item.id === reaches.id)?.overMinutes;
    const plan = planOf(session);
    expect(overOf(plan)).toBe(15);
    expect(plan?.schedule.overMinutes).toBe(15);
    const short = planOf(act(session, { type: 'day/form', id: reaches.id, form: 'short' }, 0));
    expect(overOf(short)).toBe(2);
    expect(short?.schedule.overMinutes).toBe(2);
  });
});

describe('notes find their step', () => {
  const withTurns = content.exercises.filter(({ steps }) => steps.some(({ part }) => part === 'first'));

  test('also in the short form, whoever starts', () => {
    for (const exercise of content.exercises) {
      for (const starts of ['A', 'B'] as const) {
        const playing = playingOf('exercise', '', castSteps(exercise, starts, shortLengths(exercise)));
        const kept = exercise.steps.filter(({ short }) => short > 0);
        const names = kept.map(({ name }) => castText(name, starts));
        expect(stepNames(playing, exercise, starts), exercise.id).toEqual(names);
      }
    }
  });

  test('also around a turn made to give the partner the same time (S19)', () => {
    for (const exercise of withTurns) {
      const steps = castSteps(exercise, 'A');
      const later = steps.findIndex(({ pair }, index) => pair !== null && pair < index);
      const { pair } = steps[later] ?? {};
      if (pair == null) throw new Error(`${exercise.id} has turns`);
      const there = goTo(load(aStage([]), playingOf('exercise', exercise.title, steps)), later, aNow().live, true);
      const { playing } = adjust(there, 60_000, aNow());
      if (playing === null) throw new Error('nothing on stage');
      expect(playing.steps).toHaveLength(steps.length + 1);
      const own = exercise.steps.map((_, index) => index);
      const sources = playing.steps.map((step) => sourceOf(exercise, 'A', step));
      expect(
        sources.filter((_, index) => index !== later + 1),
        exercise.id,
      ).toEqual(own);
      const repeated = exercise.steps[sources[later + 1] ?? -1];
      expect(repeated?.thought, exercise.id).toBe(exercise.steps[pair]?.thought);
      expect(stepNames(playing, exercise, 'A')[later]).toBe(castText(exercise.steps[later]?.name ?? '', 'A'));
    }
  });
});

describe('couples', () => {
  const couples = aRetreat().couples.map((couple, index) =>
    index === 0 ? { ...couple, A: { ...couple.A, name: 'Élodie van der Berg' }, seat: 12 } : couple,
  );

  test('are found by the start of a seat and by any part of a name', () => {
    expect(findCouples(couples, '1', 'Seat').map(({ seat }) => seat)).toEqual([12]);
    expect(findCouples(couples, 'lodie', 'Seat')).toHaveLength(1);
    expect(findCouples(couples, 'nobody', 'Seat')).toEqual([]);
    expect(findCouples(couples, 'seat 12', 'Seat').map(({ seat }) => seat)).toEqual([12]);
    expect(findCouples(couples, 'SEAT', 'Seat')).toEqual([]);
    expect(findCouples(couples, ' ', 'Seat')).toHaveLength(couples.length);
  });
});

describe('what stands between the step and the people', () => {
  const live = { ...idleLive, stage: aStage(turns(1)) };

  test('is nothing while the room is open and plain', () => {
    expect(roomStates(live, 'full')).toEqual([]);
    expect(roomStates(live, 'window')).toEqual([]);
  });

  test('is said most pressing first', () => {
    const covered = { ...live, veiled: true, stage: { ...live.stage, blank: true, held: true, message: 'Back soon' } };
    expect(roomStates(covered, 'lost')).toEqual(['lost', 'veiled', 'blank', 'held', 'message']);
  });
});
