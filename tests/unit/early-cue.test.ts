import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { content } from '../../shared/content/en/content';
import { adjust } from '../../shared/room/fair-time';
import { nextDue, tick } from '../../shared/room/passing-time';
import { projectRoom } from '../../shared/room/room-view';
import * as on from '../../shared/room/stage';
import { kindOf, minuteMs } from '../../shared/room/timer';
import { shortestTimeoutS } from '../../shared/room/timer-limits';
import { billboard } from '../../shared/session/commands/billboard';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { documentKinds, liveDocumentSchema } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { aBook, aContext, act, aNow, aSession, aStage, aStep, asking, restored } from '../make';
import { aHeld } from './library-kit';

const early = 120;
const length = shortestTimeoutS * 1000;
const due = length - early * 1000;
const timeout = aStep({ timer: { kind: 'timeout', seconds: shortestTimeoutS, rehearsal: false }, early });
const begun = on.start(aStage([timeout, aStep()]), aNow());
const at = (stage: on.Stage, ms: number): on.Stage => tick(stage, aNow(ms));

describe('a cue before the end', () => {
  it('is soft, is said as what it is, and comes once; the end is heard as ever', () => {
    expect(at(begun, due - 1).cue).toBeNull();
    const heard = at(begun, due);
    expect(heard.cue).toEqual({ id: 1, cue: 'soft', early: true });
    expect(on.currentRung(heard)).toBe(false);
    expect(at(heard, due + 60_000)).toBe(heard);
    const over = at(heard, length);
    expect(over.cue).toEqual({ id: 2, cue: 'chime', early: false });
    const words = (stage: on.Stage) => projectRoom(stage, billboard(aSession(null), aBook), aBook.room).cue?.words;
    expect([words(heard), words(over)]).toEqual(['Nearly time', 'Time']);
  });

  it('wakes the stage for itself, then for the end', () => {
    expect(nextDue(begun)).toEqual({ clock: 'live', at: aNow(due).live });
    expect(nextDue(at(begun, due))).toEqual({ clock: 'live', at: aNow(length).live });
    expect(nextDue(at(begun, length))).toBeNull();
  });

  it('waits with a pause, moves with more time, and is not heard again when more is given after it', () => {
    const paused = on.pause(begun, aNow(1000));
    expect(nextDue(paused)).toBeNull();
    expect(at(on.resume(paused, aNow(61_000)), due + 59_999).cue).toBeNull();
    expect(at(on.resume(paused, aNow(61_000)), due + 60_000).cue?.id).toBe(1);
    expect(nextDue(adjust(begun, minuteMs, aNow()))).toEqual({ clock: 'live', at: aNow(due + minuteMs).live });
    const more = adjust(at(begun, due), 5 * minuteMs, aNow(due));
    expect(at(more, length + 5 * minuteMs - 1).cue?.id).toBe(1);
    expect(at(more, length + 5 * minuteMs).cue).toEqual({ id: 2, cue: 'chime', early: false });
  });

  it('is heard at once when the start is moved past it, and again when the step is begun again', () => {
    const heard = at(on.backdate(begun, due, aNow(10)), 10);
    expect(heard.cue?.early).toBe(true);
    expect(at(on.restart(heard, aNow(20)), 20 + due).cue?.id).toBe(2);
  });

  it('is not heard again when what was done before it is taken back', () => {
    let session = act(aSession(null), { type: 'drill/project', exercise: 'full-timeout' }, 0);
    for (const event of [{ type: 'stage/jump', index: 2 }, { type: 'stage/start' }] as const) {
      session = act(session, event, 0);
    }
    session = act(session, { type: 'stage/blank', on: true }, due - 10);
    const heard = act(session, { type: 'time/tick' }, due);
    const undone = act(heard, { type: 'stage/undo', actions: 1 }, due + 10);
    expect(heard.live.stage.cue?.early).toBe(true);
    expect(act(undone, { type: 'time/tick' }, due + 20).live.stage.cue).toEqual(heard.live.stage.cue);
    // A step begun again is another run: taking that back leaves what the first one still has to say.
    const again = act(session, { type: 'stage/restart' }, due - 5);
    const back = act(again, { type: 'stage/undo', actions: 1 }, due - 3);
    expect(act(back, { type: 'time/tick' }, due).live.stage.cue?.early).toBe(true);
  });

  it('is not heard in a step that is no longer than it, nor in one that asks for none', () => {
    for (const step of [aStep({ early: 60 }), aStep({ early: 90 }), aStep({ early: null })]) {
      const over = at(on.start(aStage([step]), aNow()), 61_000);
      expect(over.cue).toEqual({ id: 1, cue: 'chime', early: false });
    }
  });

  it('follows the wall clock where the timer does', () => {
    const until = aStep({ timer: { kind: 'until', at: aNow(600_000).wall }, early });
    expect(nextDue(on.start(aStage([until]), aNow()))).toEqual({ clock: 'wall', at: aNow(480_000).wall });
  });

  it('asks in the full timeout for two minutes, and nowhere for more than the step has', () => {
    const asking = content.exercises.flatMap(({ id, steps }) =>
      steps.flatMap((step) => (step.early === undefined ? [] : [{ id, step, early: step.early }])),
    );
    expect(asking.map((one) => [one.id, one.step.timer.kind, one.early])).toEqual([['full-timeout', 'timeout', 120]]);
    for (const one of asking) {
      expect(one.early * 1000).toBeLessThan(kindOf(one.step.timer).lengthMs(one.step.timer) ?? 0);
    }
  });
});

const apart = 2;
const moves = [
  'more',
  'less',
  'pause',
  'start',
  'hold',
  'blank',
  'backdate',
  'undo',
  'sleep',
  'crash',
  'wait',
] as const;
type Move = (typeof moves)[number];

function events(move: Move, session: Session): readonly (Command | Happening)[] {
  const { stage } = session.live;
  switch (move) {
    case 'more':
    case 'less':
      return [{ type: 'stage/adjust', ms: move === 'more' ? minuteMs : -minuteMs }];
    case 'pause':
      return [{ type: 'stage/pause' }];
    case 'start':
      return [{ type: 'stage/start' }];
    case 'hold':
      return [{ type: 'stage/hold', on: !stage.held }];
    case 'blank':
      return [{ type: 'stage/blank', on: !stage.blank }];
    case 'backdate':
      return [{ type: 'stage/backdate', ms: 30_000 }];
    case 'undo':
      return [{ type: 'stage/undo', actions: 1 }];
    case 'sleep':
      return [{ type: 'power/suspend' }, { type: 'power/resume' }, { type: 'stage/answer-away', count: true }];
    case 'wait':
    case 'crash':
      return [];
  }
}

const isCommand = (event: Command | Happening): event is Command => !/^(power|recovery\/restored)/.test(event.type);

describe('property: a cue before the end', () => {
  it('is heard once in a run, whatever is paused, given, moved, undone, slept through or restored', () => {
    const step = fc.record({ move: fc.constantFrom(...moves), wait: fc.integer({ min: 0, max: 90_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (walk) => {
        let ms = 0;
        let session = act(aSession(null), { type: 'drill/project', exercise: 'full-timeout' }, 0);
        // The walk begins two minutes before it would be heard.
        for (const event of [
          { type: 'stage/jump', index: apart },
          { type: 'stage/start' },
          { type: 'stage/backdate', ms: due - 2 * minuteMs },
        ] as const) {
          session = act(session, event, 0);
        }
        session = { ...session, before: [] };
        const first = session.live.stage.cue?.id ?? 0;
        const heard = new Set<number>();
        const hear = (): void => {
          const { cue, playing } = session.live.stage;
          if (cue !== null && cue.id > first && cue.early) heard.add(cue.id);
          if (heard.size > 0 && playing?.index === apart) expect(playing.runs[apart]?.rungEarly).toBe(true);
        };
        const pass = (wait: number): void => {
          for (const until = ms + wait; ms < until; ) {
            ms = Math.min(until, ms + 5000);
            session = act(session, { type: 'time/tick' }, ms);
            hear();
          }
        };
        const ask = (event: Command | Happening): void => {
          if (isCommand(event) && refusal(session, event, aContext(ms)) !== null) return;
          session = reduce(session, event, aContext(ms));
          hear();
        };
        for (const { move, wait } of walk) {
          pass(wait);
          if (session.live.stage.playing?.index !== apart) break;
          if (move === 'crash') {
            const kept = { retreat: null, live: session.live, at: aNow(ms), closed: false };
            const { live } = liveDocumentSchema.parse(JSON.parse(JSON.stringify(kept)));
            session = asking(session);
            ask(restored(live, aNow(ms).live));
          }
          for (const event of events(move, session)) ask(event);
        }
        if (session.live.stage.playing?.index === apart) {
          ask({ type: 'stage/hold', on: false });
          ask({ type: 'stage/start' });
          pass(length);
        }
        // An undone hold can jump past both at once: then only the end is left to hear.
        expect(heard.size).toBeLessThanOrEqual(1);
        expect(session.live.stage.playing?.runs[apart]?.rungEarly).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is heard, and once, in a run that is left to itself, at any pace of waking', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 40 }), (waits) => {
        let ms = 0;
        let many = begun;
        for (const wait of waits) {
          ms += wait;
          many = at(many, ms);
        }
        expect(many).toEqual(at(begun, ms));
        expect(many.cue?.id ?? 0).toBe(ms >= length ? 2 : ms >= due ? 1 : 0);
      }),
    );
  });
});

describe('a run that was kept before there were early cues', () => {
  it('opens as it was, with no cue that its steps did not have', () => {
    const body: unknown = JSON.parse(readFileSync(new URL('documents/live-1.json', import.meta.url), 'utf8'));
    const before = { ...documentKinds.live, schema: 1, migrations: [] };
    const bytes = encodeDocument(before, aHeld(body, 3, 'only'));
    const opened = decodeDocument(documentKinds.live, bytes);
    if (!opened.ok) throw new Error(opened.code);
    const { live } = liveDocumentSchema.parse(opened.held.body);
    const { stage, frozen } = live;
    expect(stage.playing?.index).toBe(apart);
    expect(stage.cue).toEqual({ id: 1, cue: 'soft', early: false });
    expect(frozen?.stage.playing?.title).toBe('Full timeout');
    for (const kept of [stage, frozen?.stage]) {
      expect(new Set(kept?.playing?.steps.map((step) => step.early))).toEqual(new Set([null]));
      expect(new Set(kept?.playing?.runs.map((run) => run.rungEarly))).toEqual(new Set([false]));
    }
    const written = encodeDocument(documentKinds.live, opened.held);
    expect(decodeDocument(documentKinds.live, written)).toEqual(opened);
    expect(documentKinds.live.schema).toBe(3);
  });
});
