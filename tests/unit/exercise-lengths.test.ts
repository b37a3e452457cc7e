import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../shared/content/en/exercises';
import {
  castSteps,
  type Exercise,
  exerciseSeconds,
  fullLengths,
  pairOf,
  shortestSeconds,
} from '../../shared/exercise/exercise';
import { fittedLengths } from '../../shared/exercise/fit';
import { type AgendaItem, currentDay, withDay, withItem } from '../../shared/retreat/retreat';
import { type Form, forms } from '../../shared/retreat/retreat-constants';
import { schedule } from '../../shared/retreat/schedule';
import { kindOf, minuteMs } from '../../shared/room/timer';
import { shortestTimeoutS } from '../../shared/room/timer-limits';
import { wallStepSchema } from '../../shared/room/wall-schema';
import { lastsWith, lengthsOf, minutesIn, otherForms, secondsIn } from '../../shared/session/commands/exercise-lengths';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { aBook, aContext, act, aRetreat, aSession, evening } from '../make';

const byCode = exercises.map((exercise) => [exercise.code, exercise] as const);
const sum = (lengths: readonly number[]): number => lengths.reduce((all, seconds) => all + seconds, 0);
const grainOf = (exercise: Exercise, index: number): number => {
  const timer = exercise.steps[index]?.timer;
  return timer === undefined ? 1 : kindOf(timer).grainMs(timer) / 1000;
};

describe.each(byCode)('%s, shortened to fit', (_, exercise) => {
  const full = fullLengths(exercise);
  const whole = exerciseSeconds(exercise);
  const least = shortestSeconds(exercise);
  const anyMinutes = fc.integer({ min: 1, max: whole / 60 + 10 });

  it('takes the minutes it is given, never less than its short form, never more than the whole', () => {
    fc.assert(
      fc.property(anyMinutes, (minutes) => {
        expect(sum(fittedLengths(exercise, minutes))).toBe(Math.max(least, Math.min(whole, minutes * 60)));
      }),
    );
  });

  it('leaves no step out, asks the same of both, and lengthens nothing', () => {
    fc.assert(
      fc.property(anyMinutes, (minutes) => {
        fittedLengths(exercise, minutes).forEach((length, index) => {
          expect(length).toBeGreaterThanOrEqual(Math.min(15, full[index] ?? 0));
          expect(length).toBeLessThanOrEqual(full[index] ?? 0);
          expect(length % grainOf(exercise, index)).toBe(0);
          const pair = pairOf(exercise.steps, index);
          if (pair !== null) expect(fittedLengths(exercise, minutes)[pair]).toBe(length);
        });
      }),
    );
  });

  it('gives every step the same share, to the second or the breath', () => {
    fc.assert(
      fc.property(anyMinutes, (minutes) => {
        const lengths = fittedLengths(exercise, minutes);
        // What is not at its least has one share: each two of them differ by what rounding takes, and no more.
        const free = lengths.flatMap((length, index) => {
          const step = exercise.steps[index];
          const kept = length <= 20 || (step?.timer.kind === 'timeout' && !step.timer.rehearsal);
          return kept ? [] : [{ length, full: full[index] ?? 1, grain: grainOf(exercise, index) }];
        });
        for (const one of free) {
          for (const other of free) {
            const expected = (other.length * one.full) / other.full;
            const slack = 1.5 * one.grain + (1.5 * other.grain * one.full) / other.full;
            expect(Math.abs(one.length - expected)).toBeLessThanOrEqual(slack);
          }
        }
      }),
    );
  });

  it('stands on the wall in every form, and keeps a real timeout whole (S16)', () => {
    for (const form of forms) {
      for (const minutes of [1, Math.ceil(least / 60), Math.ceil((least + whole) / 120), 60]) {
        const steps = castSteps(exercise, 'B', lengthsOf({ form, minutes }, exercise));
        for (const step of steps) {
          expect(wallStepSchema.safeParse(step).error?.issues ?? [], step.thought).toEqual([]);
          if (step.timer.kind === 'timeout' && !step.timer.rehearsal) expect(step.timer.seconds).toBe(shortestTimeoutS);
        }
        expect(sum(steps.map(({ timer }) => (kindOf(timer).lengthMs(timer) ?? 0) / 1000))).toBe(
          secondsIn(form, exercise, minutes),
        );
      }
    }
  });
});

const itemWith = (session: Session, ref: string): AgendaItem => {
  const item = currentDay(session.retreat ?? aRetreat())?.items.find((each) => each.ref === ref);
  if (item === undefined) throw new Error(`no ${ref} in the day`);
  return item;
};

/** The half day with the repair, whose steps take 18 minutes in full and 9 in short, planned and led otherwise. */
function withRepair(change: Partial<AgendaItem>): { readonly session: Session; readonly id: string } {
  const retreat = aRetreat('halfday');
  const { id } = itemWith(aSession(retreat), 'three-line-repair');
  const changed = withDay(retreat, 'r1-d1', (day) => withItem(day, id, (item) => ({ ...item, ...change })));
  return { session: aSession(changed), id };
}

const secondsOnStage = ({ live }: Session): number =>
  sum((live.stage.playing?.steps ?? []).map(({ timer }) => (kindOf(timer).lengthMs(timer) ?? 0) / 1000));

describe('what is offered beside how an item is led', () => {
  const repair = aBook.exercise('three-line-repair');
  if (repair === undefined) throw new Error('no repair');
  const offered = (form: Form, minutes: number) =>
    otherForms({ form, minutes }, repair).map((other) => `${other} ${minutesIn(other, repair, minutes)}`);

  it('is to shorten its steps, while that reaches the minutes planned and is no shorter than its short form', () => {
    expect(offered('full', 12)).toEqual(['short 9', 'fitted 12']);
    expect(offered('full', 9)).toEqual(['short 9', 'fitted 9']);
    expect(offered('full', 17)).toEqual(['short 9', 'fitted 17']);
    expect(offered('full', 5)).toEqual(['short 9']);
    expect(offered('full', 18)).toEqual(['short 9']);
  });

  it('is always the way back to the whole', () => {
    expect(offered('short', 5)).toEqual(['full 18']);
    expect(offered('fitted', 12)).toEqual(['full 18', 'short 9']);
  });
});

describe('the minutes of the day', () => {
  const lasts = lastsWith(aBook.exercise);
  const lateBy = (change: Partial<AgendaItem>): number => {
    const { session } = withRepair(change);
    const day = currentDay(session.retreat ?? aRetreat());
    if (day === undefined) throw new Error('no day');
    // Without its slack and the hour it was planned on, the day tells only what its items take.
    const bare = { ...day, items: day.items.filter(({ kind }) => kind !== 'buffer') };
    const plan = schedule(bare, evening - 24 * 60 * minuteMs, null, lasts);
    const at = bare.items.findIndex(({ ref }) => ref === 'three-line-repair');
    const row = plan.rows[at];
    expect(Math.round(((row?.plannedEnd ?? 0) - (row?.plannedStart ?? 0)) / minuteMs)).toBe(change.minutes ?? 18);
    return plan.overMinutes;
  };

  it('count what the steps take, where fewer were planned', () => {
    expect(lateBy({})).toBe(0);
    expect(lateBy({ minutes: 5 })).toBe(13);
    expect(lateBy({ minutes: 5, form: 'short' })).toBe(4);
    expect(lateBy({ minutes: 12, form: 'fitted' })).toBe(0);
    // Too few even for the short form: that is what it takes.
    expect(lateBy({ minutes: 5, form: 'fitted' })).toBe(4);
  });

  it('leave the time that was planned around an exercise in full, and not around its short form', () => {
    expect(lateBy({ minutes: 25 })).toBe(0);
    expect(lateBy({ minutes: 18, form: 'short' })).toBe(-9);
  });

  it('are those of the plan for talks and breaks', () => {
    const day = currentDay(aRetreat());
    for (const item of day?.items ?? [])
      if (item.kind !== 'exercise') expect(lasts(item)).toBe(item.minutes * minuteMs);
  });
});

describe('an item of the day', () => {
  it.each<[Form, number, number]>([
    ['full', 18, 11],
    ['short', 9, 6],
    ['fitted', 12, 11],
  ])('is put on stage as it is led: %s', (form, minutes, steps) => {
    const { session, id } = withRepair({ minutes: 12, form });
    const put = act(session, { type: 'day/go', id }, 0);
    expect(secondsOnStage(put)).toBe(minutes * 60);
    expect(put.live.stage.playing?.steps).toHaveLength(steps);
  });

  it('is led in full until something else is chosen', () => {
    const inserted = act(
      aSession(),
      { type: 'day/insert', after: null, kind: 'exercise', ref: 'good-news', title: null, minutes: 14 },
      0,
    );
    expect(currentDay(inserted.retreat ?? aRetreat())?.items.map(({ form }) => form)).toEqual(
      Array.from({ length: 11 }, () => 'full'),
    );
  });

  it('that is on stage and has not begun is made anew in the form that is chosen, and back', () => {
    const { session, id } = withRepair({ minutes: 5 });
    const put = act(session, { type: 'day/go', id }, 0);
    const short = act(put, { type: 'day/form', id, form: 'short' }, 1000);
    expect(secondsOnStage(short)).toBe(9 * 60);
    expect(secondsOnStage(act(short, { type: 'edit/undo', couple: null }, 2000))).toBe(18 * 60);
    const jumped = act(act(put, { type: 'stage/jump', index: 10 }, 500), { type: 'day/form', id, form: 'short' }, 1000);
    expect(jumped.live.stage.playing?.index).toBe(0);
  });

  it('that is on stage and has not begun follows its minutes', () => {
    const { session, id } = withRepair({ minutes: 12, form: 'fitted' });
    const put = act(session, { type: 'day/go', id }, 0);
    expect(secondsOnStage(act(put, { type: 'day/minutes', id, minutes: 15 }, 1000))).toBe(15 * 60);
    const talk = itemWith(session, 'secure-functioning').id;
    const told = act(session, { type: 'day/go', id: talk }, 0);
    expect(secondsOnStage(act(told, { type: 'day/minutes', id: talk, minutes: 6 }, 1000))).toBe(6 * 60);
  });

  it('keeps who starts as it was chosen live', () => {
    const { session, id } = withRepair({});
    const put = act(act(session, { type: 'day/go', id }, 0), { type: 'stage/swap' }, 500);
    const first = ({ live }: Session) =>
      live.stage.playing?.steps.find(({ speaker }) => speaker === 'A' || speaker === 'B');
    const short = act(put, { type: 'day/form', id, form: 'short' }, 1000);
    expect(first(short)?.speaker).toBe(put.live.starts);
  });

  it('that has begun keeps its steps, and the form is refused with what to do', () => {
    const { session, id } = withRepair({ minutes: 12, form: 'fitted' });
    const begun = act(act(session, { type: 'day/go', id }, 0), { type: 'stage/start' }, 500);
    const refused = refusal(begun, { type: 'day/form', id, form: 'short' }, aContext(1000));
    expect(refused).toEqual({ code: 'steps-begun' });
    const changed = act(begun, { type: 'day/minutes', id, minutes: 15 }, 1000);
    expect(changed.live.stage.playing).toBe(begun.live.stage.playing);
    const again = act(begun, { type: 'day/go', id }, 1500);
    expect(secondsOnStage(act(again, { type: 'day/form', id, form: 'short' }, 2000))).toBe(9 * 60);
  });

  it('that is no exercise has no other form', () => {
    const session = aSession();
    const talk = itemWith(session, 'behaviour-before-feeling').id;
    expect(refusal(session, { type: 'day/form', id: talk, form: 'short' }, aContext())?.code).toBe('no-such-exercise');
  });

  it.each(forms)('swaps who starts, and nothing else, when led %s', (form) => {
    const { session, id } = withRepair({ minutes: 12, form });
    const put = act(session, { type: 'day/go', id }, 0);
    const swapped = act(put, { type: 'stage/swap' }, 500);
    const wanted = withRepair({ minutes: 12, form, starts: put.live.starts === 'A' ? 'B' : 'A' });
    const other = reduce(wanted.session, { type: 'day/go', id }, aContext());
    expect(swapped.live.stage.playing?.steps).toEqual(other.live.stage.playing?.steps);
  });
});
