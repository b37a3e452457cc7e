import { describe, expect, test } from 'vitest';
import { current } from '../../shared/room/stage';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import type { Choice, Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { roomView } from '../../shared/session/view/wall-view';
import { aBook, aContext, act, aNow, aRetreat, aSession, asking, restored } from '../make';

const led = act(act(aSession(aRetreat()), { type: 'day/next' }, 0), { type: 'stage/start' }, 1);
const items = led.retreat?.days[0]?.items ?? [];
const item = (n: number): Choice => ({ kind: 'item', id: items[n]?.id ?? '' });
const choose = (session: Session, choice: Choice | null) => act(session, { type: 'console/choose', choice }, 2);

describe('what is looked at before it is put up', () => {
  test('leaves the wall as it is and is shown to the console alone', () => {
    const chosen = choose(led, item(2));
    expect(roomView(chosen, aBook)).toEqual(roomView(led, aBook));
    expect(consoleView(chosen, aBook).chosen?.view.scene).not.toEqual(roomView(led, aBook).scene);
    expect(chosen.before).toEqual(led.before);
  });

  test('is what going to it then shows', () => {
    const chosen = choose(led, { kind: 'step', index: 2 });
    const seen = consoleView(chosen, aBook).chosen?.view.scene;
    const gone = act(act(led, { type: 'stage/pause' }, 3), { type: 'stage/jump', index: 2 }, 3);
    const thought = (scene: object | undefined) => (scene !== undefined && 'thought' in scene ? scene.thought : null);
    expect(thought(seen)).toBe(thought(roomView(gone, aBook).scene));
  });

  test('ends with what it was made beside, and not with time alone', () => {
    for (const choice of [item(2), { kind: 'step', index: 2 } as const]) {
      const chosen = choose(led, choice);
      const later = reduce(chosen, { type: 'time/tick' }, aContext(500_000));
      expect(current(later.live.stage)?.index).not.toBe(undefined);
      expect(later.choice).toEqual(choice);
      for (const command of [
        { type: 'stage/next' },
        { type: 'day/next' },
        { type: 'stage/end' },
        { type: 'stage/jump', index: 3 },
      ] as const) {
        expect(act(chosen, command, 3).choice, command.type).toBeNull();
      }
      expect(act(chosen, { type: 'stage/pause' }, 3).choice).toEqual(choice);
      expect(choose(chosen, null).choice).toBeNull();
    }
  });

  test('must be there', () => {
    const ask = (choice: Choice) => refusal(led, { type: 'console/choose', choice }, aContext(2))?.code;
    expect(ask({ kind: 'item', id: 'no-such' })).toBe('no-such-item');
    expect(ask({ kind: 'step', index: 79 })).toBe('no-such-step');
    const gone = act(choose(led, item(3)), { type: 'day/remove', id: items[3]?.id ?? '' }, 4);
    expect(consoleView(gone, aBook).chosen).toBeNull();
  });
});

test('a hold knows when it began, over a restart as well', () => {
  const held = act(led, { type: 'stage/hold', on: null }, 10);
  expect(held.live.stage.heldAt).toBe(aNow(10).live);
  expect(act(held, { type: 'stage/hold', on: null }, 20).live.stage.heldAt).toBeNull();
  const back = reduce(asking({ ...held, live: led.live }), restored(held.live, aNow(60_010).live), {
    ...aContext(0),
    now: { live: 5000, wall: 0 },
  });
  expect(5000 - (back.live.stage.heldAt ?? Number.NaN)).toBe(60_000);
});

test('everyone is here in one action, and in one it is as it was; who left has left', () => {
  const full = act(led, { type: 'roster/add', couples: [{ A: 'Eli', B: 'Fay' }] }, 2);
  const [one, two, three] = full.retreat?.couples.map(({ id }) => id) ?? [];
  if (one === undefined || two === undefined || three === undefined) throw new Error('three couples are needed');
  let session = act(full, { type: 'couple/status', id: one, status: 'late' }, 3);
  session = act(session, { type: 'couple/presence', id: two, side: 'B', present: false }, 3);
  session = act(session, { type: 'couple/status', id: two, status: 'passed' }, 3);
  session = act(session, { type: 'couple/status', id: three, status: 'left' }, 3);
  const all = act(session, { type: 'roster/all-here' }, 4);
  expect(all.retreat?.couples.slice(0, 3).map(({ status, B }) => [status, B.present])).toEqual([
    ['present', true],
    ['passed', true],
    ['left', true],
  ]);
  expect(act(all, { type: 'edit/undo', couple: null }, 5).retreat).toEqual(session.retreat);
  expect(refusal(all, { type: 'roster/all-here' }, aContext(5))?.code).toBe('all-here-already');
});
