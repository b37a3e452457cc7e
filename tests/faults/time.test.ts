import { afterEach, describe, expect, test } from 'vitest';
import { currentDay } from '../../shared/retreat/retreat';
import { momentOf, schedule } from '../../shared/retreat/schedule';
import * as on from '../../shared/room/stage';
import { minuteMs } from '../../shared/room/timer';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { roomView } from '../../shared/session/view/wall-view';
import { aBook, aContext, aRetreat, aSession, evening } from '../make';

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const ownZone = process.env.TZ;

/** A laptop with both its clocks, either of which can be moved. On Linux the live clock stands still while it sleeps. */
class Laptop {
  live = 5_000_000;
  wall: number;
  session: Session;
  /** Cues that a window would have heard: one view, one cue, however many ended at once. */
  heard = 0;
  #made = 0;

  constructor(session: Session, wall = evening) {
    this.session = session;
    this.wall = wall;
  }

  do(event: Command | Happening): this {
    this.#made += 1;
    const context = { ...aContext(0, `id${this.#made}`), now: { live: this.live, wall: this.wall } };
    const refused = refusalOf(this.session, event, context);
    if (refused !== null) throw new Error(`${event.type}: ${refused}`);
    const before = roomView(this.session, aBook).cue?.id;
    this.session = reduce(this.session, event, context);
    const cue = roomView(this.session, aBook).cue?.id;
    if (cue !== before) this.heard += 1;
    return this;
  }

  /** Both clocks go on, and the main process wakes as it would. */
  pass(ms: number): this {
    this.live += ms;
    this.wall += ms;
    return this.do({ type: 'time/tick' });
  }

  sleep(ms: number): this {
    this.do({ type: 'power/suspend' });
    this.wall += ms;
    return this.do({ type: 'power/resume' });
  }

  /** Someone, or the network, sets the clock. */
  setClock(ms: number): this {
    this.wall += ms;
    return this.do({ type: 'time/tick' });
  }

  get reading() {
    const reading = on.reading(this.session.live.stage, { live: this.live, wall: this.wall });
    if (reading === null) throw new Error('nothing is on stage');
    return reading;
  }
}

const happenings = ['time/', 'power/'];
function refusalOf(session: Session, event: Command | Happening, context: Parameters<typeof refusal>[2]) {
  if (happenings.some((area) => event.type.startsWith(area))) return null;
  return refusal(session, event as Command, context)?.code ?? null;
}

const drill = (exercise: string): Laptop => new Laptop(aSession(null)).do({ type: 'drill/project', exercise });
const timer = (what: Extract<Command, { type: 'drill/timer' }>['timer']): Laptop =>
  new Laptop(aSession(null)).do({ type: 'drill/timer', timer: what, title: null });

/** The evening on autopilot, in its break (a timer until a clock time), `ms` in. */
function inBreak(): Laptop {
  const laptop = new Laptop(aSession()).do({ type: 'stage/autopilot', on: true });
  const pause = currentDay(aRetreat())?.items.find(({ kind }) => kind === 'break');
  return laptop.do({ type: 'day/go', id: pause?.id ?? '' });
}

afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

describe('sleep', () => {
  test.each([5_000, 4 * minuteMs, 3 * hourMs])(
    'of %i ms in a turn: paused, asked, and both answers are true',
    (away) => {
      const asleep = (): Laptop =>
        timer({ kind: 'countdown', minutes: 10 }).do({ type: 'stage/start' }).pass(20_000).sleep(away);
      const waiting = asleep();
      expect(waiting.session.live.away).toMatchObject({ ms: away });
      expect(waiting.reading).toMatchObject({ state: 'paused', elapsedMs: 20_000 });
      expect(waiting.heard).toBe(0);
      const goneOn = asleep().do({ type: 'stage/answer-away', count: false });
      expect(goneOn.reading).toMatchObject({ state: 'running', elapsedMs: 20_000 });
      const counted = asleep().do({ type: 'stage/answer-away', count: true });
      expect(counted.reading.elapsedMs).toBe(20_000 + away);
      expect(counted.heard).toBe(away > 10 * minuteMs ? 1 : 0);
    },
  );

  test('in a timeout: the time of return moves with a sleep that is not counted, and stands with one that is', () => {
    const asleep = (): Laptop =>
      timer({ kind: 'timeout', minutes: 20 })
        .do({ type: 'stage/start' })
        .pass(minuteMs)
        .sleep(4 * minuteMs);
    const promised = evening + 20 * minuteMs;
    expect(asleep().do({ type: 'stage/answer-away', count: true }).reading.endsAt).toBe(promised);
    expect(asleep().do({ type: 'stage/answer-away', count: false }).reading.endsAt).toBe(promised + 4 * minuteMs);
  });

  test('in a break: nothing is asked, and it ends once, by the clock', () => {
    const short = inBreak().sleep(2 * minuteMs);
    expect(short.session.live.away).toBeNull();
    expect(short.reading).toMatchObject({ state: 'running', remainingMs: 3 * minuteMs });
    const long = inBreak()
      .sleep(3 * hourMs)
      .pass(0);
    expect(long.heard).toBe(1);
    // What follows has its whole time before it: the day does not race through what was slept away.
    expect(long.session.live.stage.playing?.title).toBe('Signal design');
    expect(long.reading.elapsedMs).toBe(0);
  });

  test('between steps: nothing is asked and nothing moves', () => {
    const resting = drill('timeout-rehearsal').do({ type: 'stage/start' }).pass(41_000);
    const { stage } = resting.session.live;
    expect(on.currentRung(stage)).toBe(true);
    const heard = resting.heard;
    resting.sleep(3 * hourMs).pass(1000);
    expect(resting.session.live.away).toBeNull();
    expect(resting.session.live.stage.playing).toEqual(stage.playing);
    expect(resting.heard).toBe(heard);
  });

  test('counted on autopilot, through many ends at once: one cue is heard, not a burst', () => {
    const laptop = new Laptop(aSession()).do({ type: 'stage/autopilot', on: true });
    laptop
      .do({ type: 'day/next' })
      .do({ type: 'stage/start' })
      .pass(1000)
      .sleep(15 * minuteMs);
    laptop.do({ type: 'stage/answer-away', count: true });
    expect(laptop.session.live.stage.cue?.id).toBeGreaterThan(2);
    expect(laptop.heard).toBe(1);
    expect(laptop.session.live.stage.playing?.title).toBe('Arrival breath');
  });

  test('twice before the question is answered: it is one time away', () => {
    const laptop = timer({ kind: 'countdown', minutes: 90 })
      .do({ type: 'stage/start' })
      .sleep(minuteMs)
      .pass(5000)
      .sleep(hourMs);
    expect(laptop.session.live.away?.ms).toBe(hourMs + minuteMs + 5000);
    expect(laptop.do({ type: 'stage/answer-away', count: true }).reading.elapsedMs).toBe(hourMs + minuteMs + 5000);
  });
});

describe('the clock is set', () => {
  test.each([
    ['back an hour', -hourMs],
    ['forward a day', dayMs],
    ['to 1970', -evening],
  ])('%s: a running timer does not move, and the time of return is right on the new clock', (_, by) => {
    const laptop = timer({ kind: 'timeout', minutes: 20 })
      .do({ type: 'stage/start' })
      .pass(5 * minuteMs)
      .setClock(by);
    expect(laptop.reading).toMatchObject({ state: 'running', elapsedMs: 5 * minuteMs, remainingMs: 15 * minuteMs });
    expect(laptop.reading.endsAt).toBe(laptop.wall + 15 * minuteMs);
    expect(laptop.heard).toBe(0);
    laptop.pass(15 * minuteMs);
    expect(laptop.heard).toBe(1);
  });

  test('forward a day in a break: it is over, once, and what follows begins now with its whole time', () => {
    const laptop = inBreak().pass(minuteMs).setClock(dayMs);
    expect(laptop.session.live.stage.playing?.title).toBe('Signal design');
    expect(laptop.reading.elapsedMs).toBe(0);
    expect(laptop.heard).toBe(1);
  });

  test('back an hour in a break: the break follows the clock on the wall', () => {
    const laptop = inBreak().pass(minuteMs).setClock(-hourMs);
    expect(laptop.reading.remainingMs).toBe(hourMs + 4 * minuteMs);
    expect(laptop.session.live.stage.playing?.title).toBe('Break');
  });
});

describe('an odd night', () => {
  test('until a time after midnight', () => {
    const laptop = new Laptop(aSession(null), new Date(2026, 2, 7, 23, 50).getTime());
    laptop.do({ type: 'drill/timer', timer: { kind: 'until', clock: '00:10' }, title: null });
    expect(laptop.reading.remainingMs).toBe(20 * minuteMs);
    laptop.pass(20 * minuteMs);
    expect(laptop.heard).toBe(1);
  });

  test.each([
    // 2026-03-08: 02:00 becomes 03:00, and 02:30 is not. 2026-11-01: 02:00 becomes 01:00, and 01:30 is twice.
    ['a time that is skipped is the moment after the gap', new Date('2026-03-08T01:45:00-05:00'), '02:30', 45],
    ['a night an hour shorter', new Date('2026-03-08T01:45:00-05:00'), '03:30', 45],
    ['a night an hour longer', new Date('2026-11-01T00:30:00-04:00'), '02:30', 180],
  ])('clocks change in New York: %s', (_, from, clock, minutes) => {
    process.env.TZ = 'America/New_York';
    const laptop = new Laptop(aSession(null), from.getTime());
    laptop.do({ type: 'drill/timer', timer: { kind: 'until', clock }, title: null });
    expect(laptop.reading.remainingMs).toBe(minutes * minuteMs);
  });

  test('the plan keeps its clock times in another time zone', () => {
    const day = currentDay(aRetreat());
    if (day === undefined) throw new Error('no day');
    const labels = (zone: string): string[] => {
      process.env.TZ = zone;
      const { rows } = schedule(day, momentOf(day.date, day.start), null);
      return rows.map(({ plannedStart }) => new Date(plannedStart).toTimeString().slice(0, 5));
    };
    expect(labels('Asia/Tokyo')).toEqual(labels('America/New_York'));
    expect(labels('Asia/Tokyo')[0]).toBe('19:00');
  });
});
