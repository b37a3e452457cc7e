import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../../shared/content/en/interface/run';
import { currentDay } from '../../shared/retreat/retreat';
import * as on from '../../shared/room/stage';
import { minuteMs } from '../../shared/room/timer';
import { type Command, commandTypes, mostUndos } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { documentKinds } from '../../shared/session/documents/documents';
import type { DocumentRef } from '../../shared/session/state/document-ref';
import { formOf } from '../../shared/session/state/drafts';
import { isRunning, type Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { roomView } from '../../shared/session/view/wall-view';
import { aBook, aContext, act, aDisplay, aNow, aRetreat, aSession, asking, brought, evening, restored } from '../make';

const item = (session: Session, index: number): string => {
  const id = session.retreat === null ? undefined : currentDay(session.retreat)?.items[index]?.id;
  if (id === undefined) throw new Error(`no item ${index}`);
  return id;
};
const actualOf = (session: Session, index: number) =>
  session.retreat === null ? null : (currentDay(session.retreat)?.items[index]?.actual ?? null);
const refused = (session: Session, command: Command, ms = 0): string | undefined =>
  refusal(session, command, aContext(ms))?.code;
const drill = (exercise = 'timeout-rehearsal'): Session => act(aSession(null), { type: 'drill/project', exercise }, 0);

describe('a retreat made from a program', () => {
  it('alternates who starts among the exercises that have turns', () => {
    const day = currentDay(aRetreat('weekend'));
    const starts = day?.items
      .filter(({ ref }) => aBook.exercise(ref ?? '')?.steps.some(({ part }) => part === 'first'))
      .map((at) => at.starts);
    expect(starts?.length).toBeGreaterThan(4);
    expect(starts).toEqual(starts?.map((_, index) => (index % 2 === 0 ? 'A' : 'B')));
  });

  it('is a valid document, and so is what runs in it', () => {
    const session = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 10);
    const saved = { retreat: 'r1', live: session.live, at: aNow(10), closed: false };
    expect(documentKinds.retreat.shape.parse(session.retreat)).toEqual(session.retreat);
    expect(documentKinds.live.shape.parse(saved)).toEqual(saved);
  });
});

describe('the day', () => {
  it('runs by itself on autopilot, item after item, and logs each at the moment it happened', () => {
    let session = act(aSession(), { type: 'stage/autopilot', on: true }, 0);
    session = act(session, { type: 'day/next' }, 0);
    session = act(session, { type: 'stage/start' }, 0);
    session = act(session, { type: 'time/tick' }, 16 * minuteMs + 5_000);
    expect(session.live.itemId).toBe(item(session, 2));
    expect(actualOf(session, 0)).toMatchObject({ startedAt: evening, endedAt: evening + 12 * minuteMs });
    expect(actualOf(session, 1)).toMatchObject({
      startedAt: evening + 12 * minuteMs,
      endedAt: evening + 16 * minuteMs,
    });
    expect(on.reading(session.live.stage, aNow(16 * minuteMs + 5_000))?.elapsedMs).toBe(5_000);
    const steps = actualOf(session, 0)?.steps;
    const lengths =
      session.retreat &&
      aBook.exercise('right-to-pass')?.steps.map(({ timer }) => ('seconds' in timer ? timer.seconds : 0));
    expect(steps?.map(({ startedAt, endedAt }) => ((endedAt ?? 0) - startedAt) / 1000)).toEqual(lengths);
  });

  it('runs the whole evening in one wake-up exactly as in many', () => {
    const begin = ['stage/autopilot', 'day/next', 'stage/start'] as const;
    const started = begin.reduce(
      (at, type) => act(at, type === 'stage/autopilot' ? { type, on: true } : { type }, 0),
      aSession(),
    );
    let many = started;
    for (let ms = 0; ms <= 95 * minuteMs; ms += 7_919) many = act(many, { type: 'time/tick' }, ms);
    many = act(many, { type: 'time/tick' }, 95 * minuteMs);
    const once = act(started, { type: 'time/tick' }, 95 * minuteMs);
    expect(many.retreat).toEqual(once.retreat);
    expect(many.live.stage).toEqual(once.live.stage);
    const day = many.retreat === null ? undefined : currentDay(many.retreat);
    expect(day?.items.every(({ actual }) => actual !== null)).toBe(true);
  });

  it('does not leave an item that was already resting when autopilot comes on', () => {
    let session = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/jump', index: 4 }, 0);
    session = act(act(session, { type: 'stage/start' }, 0), { type: 'time/tick' }, 10 * minuteMs);
    session = act(session, { type: 'stage/autopilot', on: true }, 11 * minuteMs);
    expect(session.live.itemId).toBe(item(session, 0));
  });

  it('goes on after the item a drill was slipped in behind', () => {
    let session = act(aSession(), { type: 'day/go', id: item(aSession(), 3) }, 0);
    session = act(session, { type: 'drill/project', exercise: 'arrival-breath' }, 1000);
    expect(session.live.itemId).toBeNull();
    session = act(session, { type: 'day/next' }, 2000);
    expect(session.live.itemId).toBe(item(session, 4));
  });

  it('goes on after what was led last when the item that was put up and taken off again leaves the plan', () => {
    const led = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 10);
    const up = act(led, { type: 'day/go', id: item(led, 3) }, 20);
    for (const off of [{ type: 'stage/end' }, { type: 'drill/project', exercise: 'timeout-rehearsal' }] as const) {
      const without = act(act(up, off, 30), { type: 'day/remove', id: item(up, 3) }, 40);
      expect(act(without, { type: 'day/next' }, 50).live.itemId).toBe(item(led, 1));
    }
  });

  it('is ended early, and that can be undone', () => {
    const running = act(aSession(), { type: 'day/next' }, 0);
    const ended = act(running, { type: 'day/end' }, 60_000);
    expect(ended.retreat && currentDay(ended.retreat)?.endedAt).toBe(evening + 60_000);
    const undone = act(ended, { type: 'stage/undo', actions: 1 }, 61_000);
    expect(undone.retreat && currentDay(undone.retreat)?.endedAt).toBeNull();
    expect(undone.live.stage).toEqual(running.live.stage);
  });

  it('goes on with day two of a weekend with what day one logged kept', () => {
    const first = aSession(aRetreat('weekend'));
    let session = act(act(first, { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
    session = act(session, { type: 'day/end' }, 60_000);
    session = act(session, { type: 'day/open', id: 'r1-d2' }, 86_400_000);
    session = act(session, { type: 'day/next' }, 86_400_000);
    expect(session.live.itemId).toBe('r1-d2-i1');
    expect(session.retreat?.days[0]?.items[0]?.actual).toMatchObject({ startedAt: evening, endedAt: evening + 60_000 });
  });
});

describe('refusals', () => {
  it('S16: a free timeout under 20 minutes', () => {
    const timer = { kind: 'timeout', minutes: 19 } as const;
    expect(refused(aSession(null), { type: 'drill/timer', timer, title: null })).toBe('timeout-too-short');
    expect(
      refused(aSession(null), { type: 'drill/timer', timer: { ...timer, minutes: 20 }, title: null }),
    ).toBeUndefined();
  });

  it('starting under a hold, pausing the clock, going past the ends', () => {
    const held = act(drill(), { type: 'stage/hold', on: true }, 0);
    expect(refused(held, { type: 'stage/start' })).toBe('on-hold');
    const until = act(
      aSession(null),
      { type: 'drill/timer', timer: { kind: 'until', clock: '20:00' }, title: null },
      0,
    );
    expect(refused(until, { type: 'stage/pause' })).toBe('cannot-pause-clock');
    expect(refused(drill(), { type: 'stage/back' })).toBe('first-step');
    expect(refused(aSession(null), { type: 'stage/next' })).toBe('nothing-on-stage');
    const last = drill().live.stage.playing?.steps.length ?? 0;
    const atEnd = act(drill(), { type: 'stage/jump', index: last - 1 }, 0);
    expect(refused(atEnd, { type: 'stage/next' })).toBe('last-step');
  });

  it('S3: opening the room with one display, until a window is asked for', () => {
    const one = aSession(null, { screens: { ...aSession(null).screens, displays: [aDisplay()] } });
    expect(refused(one, { type: 'room/open', displayId: null, windowed: false })).toBe('one-display');
    expect(refused(one, { type: 'room/open', displayId: '1', windowed: false })).toBe('console-on-display');
    expect(refused(one, { type: 'room/open', displayId: null, windowed: true })).toBeUndefined();
  });

  it('closing a retreat while something is being led', () => {
    const running = act(aSession(), { type: 'day/next' }, 0);
    expect(refused(running, { type: 'retreat/close' })).toBe('run-is-on');
    expect(refused(act(running, { type: 'stage/end' }, 0), { type: 'retreat/close' })).toBeUndefined();
  });
});

describe('the room’s display', () => {
  const wall = aDisplay({
    id: '7',
    label: 'Projector',
    width: 1920,
    height: 1080,
    internal: false,
    primary: false,
    console: false,
    meetsConsole: false,
  });

  it('is the only one without the console, and is remembered by identity', () => {
    const two = aSession(null, { screens: { ...aSession(null).screens, displays: [aDisplay(), wall] } });
    const opened = act(two, { type: 'room/open', displayId: null, windowed: false }, 0);
    expect(opened.screens.wanted).toEqual({ open: true, displayId: '7', windowed: false });
    expect(opened.settings.display).toMatchObject({ id: '7', label: 'Projector' });
  });

  it('is asked for when two would do and none is remembered, and found again by label and size', () => {
    const other = { ...wall, id: '8', label: 'TV' };
    const three = aSession(null, { screens: { ...aSession(null).screens, displays: [aDisplay(), wall, other] } });
    const open = { type: 'room/open', displayId: null, windowed: false } as const;
    expect(refused(three, open)).toBe('choose-display');
    const known = { id: '99', label: 'TV', width: 1920, height: 1080, internal: false };
    const remembered = { ...three, settings: { ...three.settings, display: known } };
    expect(act(remembered, open, 0).screens.wanted.displayId).toBe('8');
  });
});

describe('what is turned over', () => {
  it.each(['stage/hold', 'stage/blank', 'stage/freeze', 'stage/help', 'stage/autopilot'] as const)(
    '%s twice is as before',
    (type) => {
      const once = act(drill(), { type, on: null }, 0);
      expect(once.live).toEqual(act(drill(), { type, on: true }, 0).live);
      expect(act(once, { type, on: null }, 0).live).toEqual(drill().live);
    },
  );
});

describe('freeze', () => {
  it('keeps the wall while the console goes on, and blank and help go over it', () => {
    const frozen = act(drill(), { type: 'stage/freeze', on: true }, 0);
    const moved = act(frozen, { type: 'stage/next' }, 1000);
    expect(roomView(moved, aBook).scene).toEqual(roomView(drill(), aBook).scene);
    expect(roomView(act(moved, { type: 'stage/blank', on: true }, 0), aBook).cover.kind).toBe('blank');
    expect(roomView(act(moved, { type: 'stage/help', on: true }, 0), aBook).cover.kind).toBe('help');
    expect(roomView(act(moved, { type: 'stage/freeze', on: false }, 0), aBook).scene).not.toEqual(
      roomView(frozen, aBook).scene,
    );
  });

  it('gives way to what is said to the room: the holding card and a message', () => {
    const frozen = act(act(drill(), { type: 'stage/start' }, 0), { type: 'stage/freeze', on: true }, 0);
    const held = act(frozen, { type: 'stage/hold', on: true }, 0);
    expect(roomView(held, aBook).cover.kind).toBe('holding');
    const message = act(frozen, { type: 'stage/message', text: 'Two more minutes' }, 0);
    expect(roomView(message, aBook)).toMatchObject({
      message: 'Two more minutes',
      scene: roomView(frozen, aBook).scene,
    });
  });

  it('ends when the display is lost', () => {
    const frozen = act(drill(), { type: 'stage/freeze', on: true }, 0);
    expect(act(frozen, { type: 'room/lost' }, 0).live.frozen).toBeNull();
  });
});

describe('while the room is held', () => {
  const held = act(
    act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 0),
    { type: 'stage/hold', on: true },
    10_000,
  );

  it.each([
    { type: 'stage/next' },
    { type: 'stage/back' },
    { type: 'stage/restart' },
    { type: 'stage/jump', index: 3 },
    { type: 'stage/start' },
    { type: 'day/next' },
    { type: 'day/go', id: item(held, 2) },
    { type: 'drill/project', exercise: 'floor-and-echo' },
    { type: 'drill/timer', timer: { kind: 'count-up' }, title: null },
  ] as const)('$type is refused: nothing moves behind the card', (command) => {
    expect(refused(held, command, 11_000)).toBe('on-hold');
  });

  it('lifting it goes on where it was', () => {
    const lifted = act(held, { type: 'stage/hold', on: false }, 60_000);
    expect(on.reading(lifted.live.stage, aNow(61_000))).toMatchObject({ state: 'running', elapsedMs: 11_000 });
  });
});

describe('a day that was ended', () => {
  it('has not ended any more once it goes on', () => {
    const led = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
    const ended = act(led, { type: 'day/end' }, 60_000);
    expect(currentDay(ended.retreat ?? aRetreat())?.endedAt).toBe(evening + 60_000);
    const on = act(act(ended, { type: 'day/go', id: item(ended, 3) }, 90_000), { type: 'stage/start' }, 90_000);
    expect(on.retreat === null ? null : currentDay(on.retreat)?.endedAt).toBeNull();
  });
});

describe('a press of the clicker too many', () => {
  it('puts nothing on once the day has ended, and says how to go on', () => {
    const led = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
    const ended = act(led, { type: 'day/end' }, 60_000);
    const on = ['stage/go-on', 'stage/next', 'day/next'] as const;
    for (const type of on) expect(refused(ended, { type }, 61_000), type).toBe('day-ended');
    expect(consoleView(ended, aBook).upNext).toBeNull();
    const weekend = act(aSession(aRetreat('weekend')), { type: 'day/end' }, 60_000);
    for (const type of on) expect(refused(weekend, { type }, 61_000), type).toBe('day-ended-next');
    // A drill shown to those who stay ends where it ends.
    const drill = act(ended, { type: 'drill/project', exercise: 'arrival-breath' }, 62_000);
    const last = (drill.live.stage.playing?.steps.length ?? 0) - 1;
    expect(refused(act(drill, { type: 'stage/jump', index: last }, 63_000), { type: 'stage/next' }, 64_000)).toBe(
      'last-step',
    );
    expect(
      refused(act(ended, { type: 'stage/undo', actions: 1 }, 65_000), { type: 'stage/next' }, 66_000),
    ).toBeUndefined();
  });
});

describe('what was said in passing', () => {
  const told = (code: 'display-back' | 'couple-removed'): Session =>
    act(drill(), { type: 'notice/raise', notice: { code, values: {} } }, 5);

  it('goes with the next thing done on the wall when it is only that the display is back', () => {
    expect(act(told('display-back'), { type: 'stage/start' }, 10).notice).toBeNull();
    expect(act(told('display-back'), { type: 'time/tick' }, 10).notice?.code).toBe('display-back');
    expect(act(told('couple-removed'), { type: 'stage/start' }, 10).notice?.code).toBe('couple-removed');
  });
});

describe('the forward key while the wall shows something else', () => {
  const led = act(act(drill(), { type: 'stage/start' }, 0), { type: 'stage/show', show: 'plan' }, 10_000);

  it('brings the step back, and goes on with the next press', () => {
    const back = act(led, { type: 'stage/go-on' }, 12_000);
    expect([back.live.stage.show, on.current(back.live.stage)?.index]).toEqual(['playing', 0]);
    expect(on.reading(back.live.stage, aNow(12_000))).toMatchObject({ state: 'running', elapsedMs: 12_000 });
    expect(back.before.at(-1)?.command).toBe('stage/show');
    expect(on.current(act(back, { type: 'stage/go-on' }, 13_000).live.stage)?.index).toBe(1);
  });

  it('still starts what is ready, and Next still goes on', () => {
    const ready = act(drill(), { type: 'stage/show', show: 'plan' }, 0);
    expect(on.reading(act(ready, { type: 'stage/go-on' }, 0).live.stage, aNow(0))?.state).toBe('running');
    expect(on.current(act(led, { type: 'stage/next' }, 12_000).live.stage)?.index).toBe(1);
  });
});

describe('a press at the chime of a step that goes on by itself', () => {
  const led = act(act(drill(), { type: 'stage/jump', index: 1 }, 0), { type: 'stage/start' }, 0);
  const first = on.current(led.live.stage);
  const endsMs = on.reading(led.live.stage, aNow(0))?.remainingMs ?? 0;
  const turned = act(led, { type: 'time/tick' }, endsMs + 20);

  it('never skips the turn that has just begun, and does a moment later', () => {
    expect(first?.step.advance).toBe('auto');
    expect(on.current(turned.live.stage)?.index).toBe(2);
    for (const type of ['stage/go-on', 'stage/next'] as const) {
      expect(refused(turned, { type }, endsMs + 900), type).toBe('just-gone-on');
      expect(refused(turned, { type }, endsMs + 2_000), type).toBeUndefined();
    }
  });

  it('is nothing to a step a person went on to, before its time or after it', () => {
    const early = act(led, { type: 'stage/go-on' }, endsMs - 500);
    expect(refused(early, { type: 'stage/go-on' }, endsMs)).toBeUndefined();
    const waits = act(led, { type: 'stage/advance', advance: 'wait' }, 0);
    const late = act(act(waits, { type: 'time/tick' }, endsMs + 20), { type: 'stage/go-on' }, endsMs + 300);
    expect(on.current(late.live.stage)?.index).toBe(2);
    expect(refused(late, { type: 'stage/go-on' }, endsMs + 600)).toBeUndefined();
  });
});

describe('what is being written', () => {
  const live: DocumentRef = { document: 'live' };
  const message = { of: live, field: 'message', text: 'Back in ' };
  const write = (session: Session): Session => act(session, { type: 'draft/keep', ...message }, 0);
  it('is kept as it was typed, and is not on the wall', () => {
    const before = aSession();
    expect(consoleView(write(before), aBook).drafts).toEqual({ 'live/message': message });
    expect(roomView(write(before), aBook)).toEqual(roomView(before, aBook));
  });

  it('is used up with what is done with it', () => {
    const shown = act(write(aSession()), { type: 'stage/message', text: 'Back in' }, 1);
    expect(shown.drafts).toEqual({});
    const pasted = { of: formOf('add-couples', 'r1'), field: 'add-couples', text: 'Ada & Bo' };
    const typed = act(write(aSession()), { type: 'draft/keep', ...pasted }, 1);
    expect(typed.drafts['retreat/r1/add-couples']).toEqual(pasted);
    const couples = [
      { A: 'Ada', B: 'Bo' },
      { A: 'Cleo', B: 'Dara' },
    ];
    const added = act(typed, { type: 'roster/add', couples }, 2);
    expect(added.drafts).toEqual({ 'live/message': message });
    expect(added.retreat?.couples.slice(-2).map(({ A, B, seat }) => [A.name, B.name, seat])).toEqual([
      ['Ada', 'Bo', (typed.retreat?.couples.length ?? 0) + 1],
      ['Cleo', 'Dara', (typed.retreat?.couples.length ?? 0) + 2],
    ]);
    expect(new Set(added.retreat?.couples.map(({ id }) => id)).size).toBe(added.retreat?.couples.length);
    // All of them or none.
    const many = Array.from({ length: 60 }, () => ({ A: '', B: '' }));
    expect(refused(typed, { type: 'roster/add', couples: many })).toBe('too-many-couples');
  });

  it('does not go from one retreat into the next', () => {
    const retreat = aRetreat();
    const opened = (id: string) => act(asking(write(aSession(retreat))), brought({ ...retreat, id }), 1);
    expect(opened(retreat.id).drafts).toEqual({ 'live/message': message });
    expect(opened('r2').drafts).toEqual({});
    expect(act(write(aSession(retreat)), { type: 'retreat/close' }, 1).drafts).toEqual({});
  });
});

describe('a line that is being rewritten', () => {
  const retreat = aRetreat();
  const [ada, cleo] = retreat.couples;
  const of: DocumentRef = { document: 'retreat', id: retreat.id };
  const name = `couple/${ada?.id}/A`;
  const rewrite = (session: Session, field: string, text: string | null, document = of): Session =>
    act(session, { type: 'draft/keep', of: document, field, text }, 0);
  const texts = ({ drafts }: Session): readonly string[] => Object.values(drafts).map(({ text }) => text);
  const typing = rewrite(aSession(retreat), name, 'Adal');

  it('is kept as it was typed, emptied too, and changes neither plan nor wall', () => {
    expect(consoleView(typing, aBook).drafts).toEqual({
      [`retreat/${retreat.id}/${name}`]: { of, field: name, text: 'Adal' },
    });
    expect(texts(rewrite(typing, name, ''))).toEqual(['']);
    expect(typing.retreat).toEqual(retreat);
    expect(roomView(typing, aBook)).toEqual(roomView(aSession(retreat), aBook));
  });

  it('ends when it is left, whatever else is being rewritten', () => {
    expect(texts(rewrite(typing, name, null))).toEqual([]);
    const both = rewrite(typing, 'title', 'May');
    expect(texts(both)).toEqual(['Adal', 'May']);
    expect(texts(rewrite(both, name, null))).toEqual(['May']);
  });

  it('goes with its couple, and with its retreat, however late it is sent (S12)', () => {
    const removed = act(typing, { type: 'roster/remove', id: ada?.id ?? '' }, 1);
    expect(texts(removed)).toEqual([]);
    expect(texts(rewrite(removed, name, 'Adala'))).toEqual([]);
    expect(texts(act(typing, { type: 'roster/remove', id: cleo?.id ?? '' }, 1))).toEqual(['Adal']);
    expect(texts(act(typing, { type: 'retreat/close' }, 1))).toEqual([]);
    expect(texts(rewrite(typing, 'title', 'May', { document: 'retreat', id: 'r2' }))).toEqual(['Adal']);
  });
});

describe('a note that is being typed', () => {
  const session = aSession();
  const [ada = '', cleo = ''] = session.retreat?.couples.map(({ id }) => id) ?? [];
  const type = (at: Session, id: string, text: string): Session =>
    act(at, { type: 'draft/keep', of: { document: 'note', id }, field: 'note', text }, 0);
  const rest = (at: Session, id: string): Session => act(at, { type: 'draft/rested', key: `note/${id}/note` }, 1);

  it('becomes the note once it rests, emptied too, and is to be saved from its first letter', () => {
    const typed = type(session, ada, 'Quiet');
    expect(typed.notes).toEqual({});
    expect(consoleView(typed, aBook).unsavedNotes).toEqual([ada]);
    const rested = rest(typed, ada);
    expect([rested.notes, rested.drafts, rested.unsavedNotes]).toEqual([{ [ada]: 'Quiet' }, {}, [ada]]);
    expect(rest(type(rested, ada, ''), ada).notes).toEqual({ [ada]: '' });
    // Typed back to what it says already, it is no edit.
    expect(rest(type(rested, ada, 'Quiet'), ada)).toEqual(rested);
  });

  it('leaves every other draft to a person', () => {
    const title = { of: { document: 'retreat', id: 'r1' }, field: 'title', text: 'May' } as const;
    const typed = act(session, { type: 'draft/keep', ...title }, 0);
    expect(act(typed, { type: 'draft/rested', key: 'retreat/r1/title' }, 1).retreat).toBe(session.retreat);
  });

  it('goes with its couple, however late it is sent or rests (S12)', () => {
    const typed = type(type(session, ada, 'Quiet'), cleo, 'Late');
    const removed = act(typed, { type: 'roster/remove', id: ada }, 1);
    for (const at of [removed, type(removed, ada, 'Quieter'), rest(removed, ada)])
      expect(Object.keys(at.drafts)).toEqual([`note/${cleo}/note`]);
    expect(JSON.stringify(rest(type(removed, ada, 'Quieter'), ada))).not.toContain('Quiet');
  });
});

describe('undo of the plan', () => {
  const undo = (session: Session, ms: number): Session => act(session, { type: 'edit/undo', couple: null }, ms);

  it('reaches the day that was led before', () => {
    const weekend = aSession(aRetreat('weekend'));
    const skipped = act(weekend, { type: 'day/skip', id: item(weekend, 2), skipped: true }, 0);
    const [first, second] = skipped.retreat?.days ?? [];
    const next = act(skipped, { type: 'day/open', id: second?.id ?? '' }, 1);
    expect(undo(next, 2).retreat?.days[0]?.items[2]?.skipped).toBe(false);
    expect(first?.items[2]?.skipped).toBe(true);
  });

  it('passes over what has run since, and takes back the edit before it', () => {
    const renamed = act(aSession(), { type: 'retreat/rename', title: 'Other' }, 0);
    const inserted = act(
      renamed,
      { type: 'day/insert', after: null, kind: 'break', ref: null, title: null, minutes: 10 },
      1,
      'ins',
    );
    const ran = act(inserted, { type: 'day/go', id: 'ins-item' }, 2);
    const undone = undo(ran, 3);
    expect(undone.retreat?.title).toBe('Spring evening');
    expect(undone.retreat && currentDay(undone.retreat)?.items[0]?.id).toBe('ins-item');
    expect(refused(undone, { type: 'edit/undo', couple: null })).toBe('nothing-to-undo');
  });
});

describe('sleep', () => {
  it('pauses, asks, and goes on where it was or counts the time away', () => {
    const running = act(drill(), { type: 'stage/start' }, 0);
    const slept = act(act(running, { type: 'power/suspend' }, 10_000), { type: 'power/resume' }, 250_000);
    expect(slept.live.away?.ms).toBe(240_000);
    expect(on.reading(slept.live.stage, aNow(250_000))).toMatchObject({ state: 'paused', elapsedMs: 10_000 });
    const resumed = act(slept, { type: 'stage/answer-away', count: false }, 251_000);
    expect(on.reading(resumed.live.stage, aNow(251_000))).toMatchObject({ state: 'running', elapsedMs: 10_000 });
    const counted = act(slept, { type: 'stage/answer-away', count: true }, 250_000);
    expect(on.reading(counted.live.stage, aNow(250_000))).toMatchObject({ state: 'done', elapsedMs: 250_000 });
    expect(counted.live.away).toBeNull();
  });

  it('asks nothing when nothing ran', () => {
    const slept = act(act(drill(), { type: 'power/suspend' }, 0), { type: 'power/resume' }, 60_000);
    expect(slept.live.away).toBeNull();
  });
});

describe('a crash', () => {
  it('opens the room again, neutral, on the display it is remembered to be on, and on no other', () => {
    const laptop = aDisplay();
    const projector = aDisplay({ id: '2', label: 'Projector', internal: false, console: false, meetsConsole: false });
    const { id, label, width, height, internal } = projector;
    const restore = (displays: Session['screens']['displays']): Session['screens']['wanted'] => {
      const session = aSession(null);
      const at = { ...session, settings: { ...session.settings, display: { id, label, width, height, internal } } };
      const live = act(drill(), { type: 'stage/start' }, 0).live;
      const seen = { ...at, screens: { ...at.screens, displays } };
      return reduce(asking(seen), restored(live, aNow(5).live), aContext(9)).screens.wanted;
    };
    expect(restore([laptop, projector])).toEqual({ open: true, displayId: '2', windowed: false });
    expect(restore([laptop, { ...projector, id: '3', label: 'Another' }]).open).toBe(false);
    expect(restore([{ ...projector, console: true, meetsConsole: true }]).open).toBe(false);
  });

  it('comes back at the same step and remaining time, paused, the room neutral until the facilitator says so', () => {
    const running = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
    const lastLive = aNow(42_000).live;
    const fresh = { ...aContext(0, 'x'), now: { live: 77, wall: evening + 600_000 } };
    const opened = reduce(asking(aSession(null)), brought(aRetreat()), fresh);
    const back = reduce(asking(opened), restored(running.live, lastLive), fresh);
    expect(on.reading(back.live.stage, fresh.now)).toMatchObject({ state: 'paused', elapsedMs: 42_000 });
    expect(roomView(back, aBook).scene.kind).toBe('neutral');
    expect(back.screens.wanted.open).toBe(false);
    const shown = reduce(back, { type: 'stage/unveil' }, fresh);
    expect(roomView(shown, aBook).scene.kind).not.toBe('neutral');
  });
});

describe('plan and record edits', () => {
  const session = aSession();
  const couple = session.retreat?.couples[0]?.id ?? '';
  const edits: readonly Command[] = [
    { type: 'retreat/rename', title: 'Autumn' },
    { type: 'roster/rename', id: couple, side: 'B', name: 'Bea' },
    { type: 'roster/seat', id: couple, seat: 9 },
    { type: 'couple/status', id: couple, status: 'left' },
    { type: 'couple/presence', id: couple, side: 'A', present: false },
    { type: 'day/insert', after: item(session, 2), kind: 'exercise', ref: 'good-news', title: null, minutes: 14 },
    { type: 'day/remove', id: item(session, 4) },
    { type: 'day/move', id: item(session, 1), to: 5 },
    { type: 'day/skip', id: item(session, 3), skipped: true },
    { type: 'day/shift', id: item(session, 3), minutes: 10 },
    { type: 'day/minutes', id: item(session, 3), minutes: 25 },
    { type: 'day/form', id: item(session, 3), form: 'short' },
    { type: 'day/title', id: item(session, 4), title: 'Tea in the garden' },
    { type: 'day/starts', id: item(session, 3), starts: 'B' },
    { type: 'day/date', id: 'r1-d1', date: '2026-04-01', start: '18:00' },
  ];

  it.each(edits.map((edit) => [edit.type, edit] as const))(
    '%s changes the retreat and is taken back whole',
    (_, edit) => {
      const changed = act(session, edit, 1000);
      expect(changed.retreat).not.toEqual(session.retreat);
      expect(documentKinds.retreat.shape.safeParse(changed.retreat).success).toBe(true);
      expect(act(changed, { type: 'edit/undo', couple: null }, 2000).retreat).toEqual(session.retreat);
    },
  );

  it('undo newest first, and touch nothing that happened in between', () => {
    let at = act(session, { type: 'couple/status', id: couple, status: 'late' }, 0);
    at = act(at, { type: 'day/next' }, 0);
    at = act(at, { type: 'couple/note', id: couple, text: 'sat near the door' }, 0);
    at = act(at, { type: 'edit/undo', couple: null }, 0);
    expect(at.retreat?.couples[0]?.status).toBe('present');
    expect(at.notes[couple]).toBe('sat near the door');
    expect(isRunning(at)).toBe(true);
  });

  it('S12: removing a couple takes its note and its undo with it', () => {
    let at = act(session, { type: 'roster/rename', id: couple, side: 'A', name: 'Xenia' }, 0);
    at = act(at, { type: 'couple/note', id: couple, text: 'a word' }, 0);
    at = act(at, { type: 'roster/remove', id: couple }, 0);
    expect(JSON.stringify({ ...at, shelf: [] })).not.toMatch(/Xenia|Ada|a word/);
  });

  it('keep what is on stage in its place', () => {
    const running = act(session, { type: 'day/go', id: item(session, 3) }, 0);
    expect(refused(running, { type: 'day/remove', id: item(session, 3) })).toBe('item-on-stage');
    expect(refused(running, { type: 'day/skip', id: item(session, 3), skipped: true })).toBe('item-on-stage');
  });
});

const liveMoves: readonly Command[] = [
  { type: 'stage/start' },
  { type: 'stage/pause' },
  { type: 'stage/resume' },
  { type: 'stage/next' },
  { type: 'stage/back' },
  { type: 'stage/restart' },
  { type: 'stage/jump', index: 2 },
  { type: 'stage/adjust', ms: minuteMs },
  { type: 'stage/adjust', ms: -minuteMs },
  { type: 'stage/backdate', ms: 30_000 },
  { type: 'stage/hold', on: true },
  { type: 'stage/hold', on: false },
  { type: 'stage/blank', on: true },
  { type: 'stage/blank', on: false },
  { type: 'stage/blank', on: null },
  { type: 'stage/freeze', on: null },
  { type: 'stage/freeze', on: true },
  { type: 'stage/freeze', on: false },
  { type: 'stage/help', on: true },
  { type: 'stage/message', text: 'Back in five' },
  { type: 'stage/message', text: null },
  { type: 'stage/advance', advance: 'auto' },
  { type: 'stage/autopilot', on: true },
  { type: 'stage/decline-offer' },
  { type: 'stage/swap' },
  { type: 'stage/show', show: 'plan' },
  { type: 'stage/end' },
  { type: 'day/next' },
  { type: 'drill/project', exercise: 'floor-and-echo' },
];

const walk = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 200_000 }), at: fc.nat(liveMoves.length - 1) }), {
  maxLength: 40,
});

/** The session after the moves that were not refused, each after its wait. */
function walked(moves: readonly { readonly wait: number; readonly at: number }[]): { session: Session; ms: number } {
  let session = act(act(aSession(), { type: 'day/next' }, 0), { type: 'stage/start' }, 0);
  let ms = 0;
  for (const move of moves) {
    ms += move.wait;
    session = act(session, { type: 'time/tick' }, ms);
    const command = liveMoves[move.at];
    if (command !== undefined && refused(session, command, ms) === undefined) session = act(session, command, ms);
  }
  return { session, ms };
}

/** What the room shows of a session. A chime that was heard cannot be unheard, so the cue is left out. */
const shown = (session: Session) => ({ ...roomView(session, aBook), cue: null });

describe('property: undo', () => {
  it('gives the room as if the last command had never been, then and however much later', () => {
    fc.assert(
      fc.property(walk, fc.nat(liveMoves.length - 1), fc.integer({ min: 0, max: 500_000 }), (moves, at, later) => {
        const { session, ms } = walked(moves);
        const command = liveMoves[at];
        if (command === undefined || refused(session, command, ms) !== undefined) return;
        const undone = act(act(session, command, ms), { type: 'stage/undo', actions: 1 }, ms);
        expect(shown(undone)).toEqual(shown(session));
        expect(undone.retreat).toEqual(session.retreat);
        const waited = (from: Session) => act(from, { type: 'time/tick' }, ms + later);
        expect(shown(waited(undone))).toEqual(shown(waited(session)));
      }),
      { numRuns: 400 },
    );
  });

  it('works after time has passed since the command', () => {
    fc.assert(
      fc.property(walk, fc.nat(liveMoves.length - 1), fc.integer({ min: 1, max: 300_000 }), (moves, at, later) => {
        const { session, ms } = walked(moves);
        const command = liveMoves[at];
        if (command === undefined || refused(session, command, ms) !== undefined) return;
        const passed = act(act(session, command, ms), { type: 'time/tick' }, ms + later);
        const undone = act(passed, { type: 'stage/undo', actions: 1 }, ms + later);
        const without = act(session, { type: 'time/tick' }, ms + later);
        expect(shown(undone)).toEqual(shown(without));
      }),
      { numRuns: 400 },
    );
  });
});

describe('property: undo, several times', () => {
  it('goes back through what was done, newest first, ten times at most, and names each', () => {
    fc.assert(
      fc.property(walk, walk, (moves, further) => {
        const begun = walked(moves);
        let session: Session = { ...begun.session, before: [] };
        let { ms } = begun;
        const done: { readonly before: Session; readonly command: Command }[] = [];
        for (const { wait, at } of further) {
          ms += wait;
          session = act(session, { type: 'time/tick' }, ms);
          const command = liveMoves[at];
          if (command === undefined || refused(session, command, ms) !== undefined) continue;
          done.push({ before: session, command });
          session = act(session, command, ms);
        }
        expect(session.before.length).toBe(Math.min(mostUndos, done.length));
        for (const { before, command } of done.slice(-mostUndos).reverse()) {
          expect(consoleView(session, aBook).undos[0]?.type).toBe(command.type);
          const stage = on.keepHeard(before.live.stage, session.live.stage);
          const expected = act({ ...before, live: { ...before.live, stage } }, { type: 'time/tick' }, ms);
          session = act(session, { type: 'stage/undo', actions: 1 }, ms);
          expect({ ...session.live, log: null }).toEqual({ ...expected.live, log: null });
          expect(shown(session)).toEqual(shown(expected));
        }
        expect(refused(session, { type: 'stage/undo', actions: 1 }, ms)).toBe('nothing-to-undo');
      }),
      { numRuns: 300 },
    );
  });

  it('takes back several at once as if they had never been, and no more than there are', () => {
    fc.assert(
      fc.property(walk, walk, fc.nat(mostUndos), (moves, further, back) => {
        let { session, ms } = walked(moves);
        const begun = session.before.length;
        const stood: Session[] = [];
        for (const { wait, at } of further) {
          ms += wait;
          session = act(session, { type: 'time/tick' }, ms);
          const command = liveMoves[at];
          if (command === undefined || refused(session, command, ms) !== undefined) continue;
          stood.push(session);
          session = act(session, command, ms);
        }
        expect(refused(session, { type: 'stage/undo', actions: session.before.length + 1 }, ms)).toBe(
          'nothing-to-undo',
        );
        const before = stood.slice(-mostUndos).at(-1 - back);
        if (before === undefined) return;
        const undone = act(session, { type: 'stage/undo', actions: back + 1 }, ms);
        expect(shown(undone)).toEqual(shown(act(before, { type: 'time/tick' }, ms)));
        expect(undone.before.length).toBe(Math.min(mostUndos, begun + stood.length) - back - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('names what a key meant, and does not go back to an item that was taken out of the day', () => {
    const first = act(aSession(), { type: 'day/next' }, 0);
    const led = act(act(first, { type: 'stage/go-on' }, 10), { type: 'stage/run' }, 20);
    const step = expect.any(String);
    expect(consoleView(led, aBook).undos).toEqual([
      { type: 'stage/pause', backTo: step },
      { type: 'stage/start', backTo: step },
      { type: 'day/next', backTo: null },
    ]);
    const idle = act(act(aSession(), { type: 'day/go', id: item(aSession(), 1) }, 0), { type: 'day/next' }, 10);
    const without = act(idle, { type: 'day/remove', id: item(idle, 1) }, 20);
    expect(refused(without, { type: 'stage/undo', actions: 1 }, 30)).toBe('nothing-to-undo');
  });

  it('has a name for every live action that is taken back', () => {
    const live = commandTypes.filter((type) => type in run.undone);
    const all = liveMoves.map(({ type }) => type);
    expect(all.filter((type) => !(type in run.undone))).toEqual([]);
    expect(live.toSorted()).toEqual(Object.keys(run.undone).toSorted());
  });
});

describe('property: any walk', () => {
  it('leaves a session that saves, that shows what it should, and whose reading is right', () => {
    fc.assert(
      fc.property(walk, (moves) => {
        const { session, ms } = walked(moves);
        const saved = { retreat: session.retreat?.id ?? null, live: session.live, at: aNow(ms), closed: false };
        expect(documentKinds.live.shape.safeParse(saved).success).toBe(true);
        expect(documentKinds.retreat.shape.safeParse(session.retreat).success).toBe(true);
        const view = consoleView(session, aBook);
        expect(view.room).toEqual(roomView(session, aBook));
        const reading = on.reading(session.live.stage, aNow(ms));
        if (reading !== null && reading.lengthMs !== null) {
          expect((reading.remainingMs ?? 0) - reading.overMs).toBe(reading.lengthMs - reading.elapsedMs);
        }
      }),
      { numRuns: 300 },
    );
  });
});
