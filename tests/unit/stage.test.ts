import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjust, declineOffer, wouldBeUneven } from '../../shared/room/fair-time';
import { tick } from '../../shared/room/passing-time';
import * as on from '../../shared/room/stage';
import { minuteMs } from '../../shared/room/timer';
import { aNow, aStage, aStep, turns } from '../make';

const started = (stage: on.Stage, ms = 0): on.Stage => on.start(stage, aNow(ms));
const index = (stage: on.Stage): number | undefined => stage.playing?.index;

describe('steps', () => {
  it('go on by themselves at the very moment the last one ended, however late the wake-up', () => {
    const stage = tick(started(aStage(turns(2))), aNow(130_500));
    expect(index(stage)).toBe(2);
    expect(on.reading(stage, aNow(130_500))?.elapsedMs).toBe(10_500);
  });

  it('rest at the end when they wait, ring once, and run over for the console only', () => {
    const rang = tick(started(aStage([aStep(), aStep()])), aNow(61_000));
    const later = tick(rang, aNow(90_000));
    expect(index(later)).toBe(0);
    expect(later.cue).toEqual(rang.cue);
    expect(rang.cue?.id).toBe(1);
    expect(on.reading(later, aNow(90_000))).toMatchObject({ state: 'done', overMs: 30_000, remainingMs: 0 });
  });

  it('ring again after one more minute', () => {
    const rang = tick(started(aStage([aStep()])), aNow(61_000));
    const more = adjust(rang, minuteMs, aNow(65_000));
    expect(on.reading(more, aNow(65_000))?.remainingMs).toBe(minuteMs);
    expect(tick(more, aNow(125_000)).cue?.id).toBe(2);
  });

  it('go on running when the step before ran, and stay ready when it did not', () => {
    const ready = on.next(aStage([aStep(), aStep()]), aNow(0));
    const running = on.next(started(aStage([aStep(), aStep()])), aNow(10_000));
    expect(on.reading(ready, aNow(0))?.state).toBe('ready');
    expect(on.reading(running, aNow(10_000))?.state).toBe('running');
  });

  it('start again from the full length on back and restart', () => {
    const second = on.next(started(aStage([aStep(), aStep()])), aNow(30_000));
    const back = on.back(second, aNow(40_000));
    expect(index(back)).toBe(0);
    expect(on.reading(back, aNow(40_000))?.remainingMs).toBe(60_000);
    expect(on.reading(on.restart(back, aNow(55_000)), aNow(55_000))?.remainingMs).toBe(60_000);
  });

  it('are counted among their own kind', () => {
    const rounds = [aStep(), ...[1, 2, 3].map(() => aStep({ timer: { kind: 'rounds', seconds: 30 } }))];
    const stage = aStage(rounds);
    expect(stage.playing && on.position(stage.playing, 0)).toBeNull();
    expect(stage.playing && on.position(stage.playing, 2)).toEqual({ n: 2, of: 3 });
  });

  it('counts nothing that is there once', () => {
    const once = on.playingOf('exercise', 'Lantern', [aStep(), aStep({ timer: { kind: 'phases', seconds: 60 } })]);
    expect(on.position(once, 1)).toBeNull();
  });
});

describe('hold and blank', () => {
  it('hold pauses the timer, and lifting it goes on where it was', () => {
    const held = on.hold(started(aStage([aStep()])), true, aNow(20_000));
    const lifted = on.hold(held, false, aNow(80_000));
    expect(on.reading(held, aNow(79_000))).toMatchObject({ state: 'paused', remainingMs: 40_000 });
    expect(on.reading(lifted, aNow(80_000))).toMatchObject({ state: 'running', remainingMs: 40_000 });
  });

  it('lifting a hold leaves a timer paused that was paused before', () => {
    const paused = on.pause(started(aStage([aStep()])), aNow(20_000));
    const lifted = on.hold(on.hold(paused, true, aNow(30_000)), false, aNow(40_000));
    expect(on.reading(lifted, aNow(40_000))?.state).toBe('paused');
  });

  it('S4: blank leaves the timer running', () => {
    const blank = on.blank(started(aStage(turns(1))), true);
    expect(index(tick(blank, aNow(61_000)))).toBe(1);
  });
});

describe('S19: extending one turn offers the partner the same', () => {
  it('adds it to the turn to come', () => {
    const stage = adjust(started(aStage(turns(1))), minuteMs, aNow(10_000));
    expect(stage.playing?.offer).toEqual({ to: 'B', ms: minuteMs, step: 1, made: false });
    const serialQueue = tick(stage, aNow(120_000));
    expect(on.reading(serialQueue, aNow(120_000))?.lengthMs).toBe(120_000);
  });

  it('makes a turn for it when the partner has already spoken', () => {
    const second = on.next(started(aStage([...turns(1), aStep()])), aNow(60_000));
    const stage = adjust(adjust(second, minuteMs, aNow(70_000)), minuteMs, aNow(71_000));
    expect(stage.playing?.steps.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A', 'silent']);
    expect(stage.playing?.offer).toEqual({ to: 'A', ms: 2 * minuteMs, step: 2, made: true });
    const made = on.next(stage, aNow(240_000));
    expect(on.reading(made, aNow(240_000))?.lengthMs).toBe(2 * minuteMs);
  });

  it('takes it back when it is declined', () => {
    const asBefore = adjust(adjust(started(aStage(turns(1))), minuteMs, aNow(0)), -minuteMs, aNow(0));
    expect(asBefore.playing?.offer, 'more and as much less is nothing to tell').toBeNull();
    const toCome = declineOffer(adjust(started(aStage(turns(1))), minuteMs, aNow(0)));
    expect(toCome.playing?.runs[1]?.run.adjustedMs).toBe(0);
    const second = on.next(started(aStage(turns(1))), aNow(60_000));
    const made = declineOffer(adjust(second, minuteMs, aNow(61_000)));
    expect(made.playing?.steps).toHaveLength(2);
  });

  it('takes back, minute by minute, what was given to the one who speaks second', () => {
    const second = on.next(started(aStage(turns(1))), aNow(60_000));
    const more = adjust(adjust(second, minuteMs, aNow(61_000)), minuteMs, aNow(62_000));
    expect(
      on.reading({ ...more, playing: more.playing && { ...more.playing, index: 2 } }, aNow(62_000))?.lengthMs,
    ).toBe(2 * minuteMs);
    const less = adjust(more, -minuteMs, aNow(63_000));
    expect(less.playing?.offer).toMatchObject({ to: 'A', ms: minuteMs, made: true });
    const none = adjust(less, -minuteMs, aNow(64_000));
    expect(none.playing?.steps).toHaveLength(2);
    expect(none.playing?.offer).toBeNull();
    expect(wouldBeUneven(none, -minuteMs)).toBe(true);
  });

  it('gives the other the same again when a turn that was made is made longer', () => {
    const second = on.next(started(aStage(turns(1))), aNow(60_000));
    const made = on.next(adjust(second, minuteMs, aNow(61_000)), aNow(180_000));
    const more = adjust(made, minuteMs, aNow(181_000));
    expect(more.playing?.steps.map(({ speaker }) => speaker)).toEqual(['A', 'B', 'A', 'B']);
    expect(more.playing?.offer).toMatchObject({ to: 'B', ms: minuteMs, made: true });
    expect(wouldBeUneven(made, -minuteMs)).toBe(true);
  });

  it('refuses a shorter turn when the partner has had all of theirs', () => {
    const second = on.next(started(aStage(turns(1))), aNow(60_000));
    expect(wouldBeUneven(second, -minuteMs)).toBe(true);
    expect(adjust(second, -30_000, aNow(61_000))).toBe(second);
  });
});

type Move = { readonly wait: number; readonly what: 'more' | 'less' | 'pause' | 'start' | 'blank' | 'hold' | 'help' };
const move = fc.record({
  wait: fc.integer({ min: 0, max: 20_000 }),
  what: fc.constantFrom<Move['what'][]>('more', 'less', 'pause', 'start', 'blank', 'hold', 'help'),
});

function act(stage: on.Stage, { what }: Move, ms: number): on.Stage {
  const now = aNow(ms);
  switch (what) {
    case 'more':
      return adjust(stage, minuteMs, now);
    case 'less':
      return adjust(stage, -minuteMs, now);
    case 'pause':
      return on.pause(stage, now);
    case 'start':
      return stage.held ? stage : on.start(stage, now);
    case 'blank':
      return on.blank(stage, !stage.blank);
    case 'hold':
      return on.hold(stage, !stage.held, now);
    case 'help':
      return on.help(stage, !stage.help);
  }
}

describe('property: airtime', () => {
  it('is equal within a second whatever was extended, shortened, paused or held, once all turns have run', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (moves, laps) => {
        let ms = 0;
        let stage = started(aStage(turns(laps, 90)));
        for (const one of moves) {
          ms += one.wait;
          stage = act(tick(stage, aNow(ms)), one, ms);
        }
        stage = on.start(on.hold(stage, false, aNow(ms)), aNow(ms));
        for (let guard = 0; guard < 400; guard += 1) {
          ms += minuteMs;
          stage = tick(stage, aNow(ms));
          if (stage.playing !== null && !on.hasNext(stage.playing) && on.currentRung(stage)) break;
        }
        if (stage.playing === null) throw new Error('nothing on stage');
        const heard = on.airtime(stage.playing, aNow(ms).live);
        expect(Math.abs(heard.A - heard.B)).toBeLessThanOrEqual(1000);
        expect(heard.A).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('property: ticking', () => {
  it('gives the same stage whether time passes in one go or in many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 30 }), (waits) => {
        let ms = 0;
        let many = started(aStage(turns(4)));
        for (const wait of waits) {
          ms += wait;
          many = tick(many, aNow(ms));
        }
        expect(many).toEqual(tick(started(aStage(turns(4))), aNow(ms)));
      }),
    );
  });
});

describe('going on', () => {
  it('from a step that runs or rests starts the next; from one that is paused the next waits too', () => {
    const stage = started(aStage([aStep(), aStep()]));
    const state = (at: on.Stage, ms: number) => on.reading(on.next(at, aNow(ms)), aNow(ms))?.state;
    expect(state(stage, 10_000)).toBe('running');
    expect(state(tick(stage, aNow(90_000)), 95_000)).toBe('running');
    expect(state(on.pause(stage, aNow(10_000)), 20_000)).toBe('ready');
    expect(state(aStage([aStep(), aStep()]), 0)).toBe('ready');
  });
});

describe('the plan of the day', () => {
  it('turns to its next picture each time it is asked for while it is on, and begins anew when it is put on again', () => {
    const asked = (...shows: on.Show[]) => shows.reduce(on.show, on.emptyStage).turned;
    expect(asked('plan')).toBe(0);
    expect(asked('plan', 'plan', 'plan')).toBe(2);
    expect(asked('plan', 'plan', 'welcome', 'plan')).toBe(0);
    expect(asked('plan', 'plan', 'welcome')).toBe(0);
  });
});

describe('a crash restore', () => {
  it('keeps the step and what remained, paused, on a clock that begins again', () => {
    const stage = on.next(started(aStage(turns(2, 60, 'wait'))), aNow(25_000));
    const back = on.restamp(stage, aNow(40_000).live, 12);
    const now = { live: 500_000, wall: aNow(900_000).wall };
    expect(index(back)).toBe(1);
    expect(on.reading(back, now)).toMatchObject({ state: 'paused', remainingMs: 45_000 });
    expect(back.playing && on.airtime(back.playing, now.live)).toEqual({ A: 25_000, B: 15_000 });
  });
});
