import { describe, expect, test } from 'vitest';
import { type ActionId, type At, actionIds, actions } from '../../renderer/console/keys/actions';
import { reading } from '../../shared/room/stage';
import { type CommandType, liveCommandSchema } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import { idleLive, type Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aNow, aRetreat, aSession, aStage, turns } from '../make';

const at = (session: Session, ms = 0): At => ({ view: consoleView(session, aBook), now: aNow(ms), screen: 'run' });

function commandOf(id: ActionId, met: At): unknown {
  const does = actions[id].does(met);
  return 'command' in does ? does.command : does;
}

const led = aSession(aRetreat(), { live: { ...idleLive, stage: aStage(turns(1)) } });
const running = act(led, { type: 'stage/start' }, 0);

describe('the table of keys', () => {
  test('no key means two things', () => {
    const keys = actionIds.flatMap((id) => [...actions[id].keys, actions[id].everywhere ?? []].flat());
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('every key is at most two keys, and a digit is left for each of the first steps', () => {
    const keys = actionIds.flatMap((id) => [...actions[id].keys, actions[id].everywhere ?? []].flat());
    for (const key of keys) {
      expect(key === '+' ? 1 : key.split('+').length, key).toBeLessThanOrEqual(2);
      expect(key).not.toMatch(/^[1-9]$/);
    }
  });

  test('every live command has a key, but for those that need a choice first', () => {
    const chosen: readonly CommandType[] = ['day/go', 'drill/project', 'drill/timer', 'stage/jump'];
    // What `stage/run` becomes when it arrives.
    const runs: readonly CommandType[] = ['stage/start', 'stage/pause', 'stage/resume'];
    const reached = new Set<CommandType>(
      [led, running, act(running, { type: 'stage/pause' }, 5)]
        .flatMap((session) =>
          actionIds.filter((id) => actions[id].keys.length > 0).map((id) => actions[id].does(at(session, 10))),
        )
        .flatMap((does) =>
          'command' in does ? [does.command.type] : 'ask' in does && does.yes ? [does.yes.type] : [],
        ),
    );
    const live = liveCommandSchema.options.map((option) => option.shape.type.value);
    expect(live.filter((type) => ![...chosen, ...runs].includes(type) && !reached.has(type))).toEqual([]);
  });

  test('going on starts a step that is ready and leaves one that runs', () => {
    const { live } = act(led, { type: 'stage/go-on' }, 5);
    expect(live).toEqual(act(led, { type: 'stage/start' }, 5).live);
    expect(act(running, { type: 'stage/go-on' }, 10).live).toEqual(act(running, { type: 'stage/next' }, 10).live);
    // Nothing of it is decided in the page: two presses may both be on their way before the first is answered.
    expect(commandOf('go-on', at(led))).toEqual(commandOf('go-on', at(running, 10)));
  });

  test('a clicker does not move a held room on', () => {
    const held = act(running, { type: 'stage/hold', on: true }, 5);
    expect(refusal(held, { type: 'stage/go-on' }, aContext(10))?.code).toBe('on-hold');
  });

  test('Space starts, pauses and resumes', () => {
    const paused = act(running, { type: 'stage/pause' }, 5);
    const state = (session: typeof led) => reading(act(session, { type: 'stage/run' }, 10).live.stage, aNow(10))?.state;
    expect([led, running, paused].map(state)).toEqual(['running', 'paused', 'running']);
    expect(
      new Set([led, running, paused].map((session) => JSON.stringify(commandOf('run', at(session, 10))))).size,
    ).toBe(1);
  });

  test('what ends something asks first', () => {
    expect(actions.end.does(at(running, 10))).toEqual({ ask: 'end', yes: { type: 'stage/end' } });
    expect(actions['end-day'].does(at(running, 10))).toEqual({ ask: 'end-day', yes: { type: 'day/end' } });
  });

  test('a day that has ended is not ended again', () => {
    const retreat = aRetreat();
    const ended = aSession({ ...retreat, days: retreat.days.map((day) => ({ ...day, endedAt: 1 })) });
    expect(actions['end-day'].when(at(aSession(retreat)))).toBe(true);
    expect(actions['end-day'].when(at(ended))).toBe(false);
  });

  test('with nothing on stage a clicker leaves other screens alone', () => {
    const idle = aSession();
    expect(actions['go-on'].when({ ...at(idle), screen: 'prepare' })).toBe(false);
    expect(actions['go-on'].when(at(idle))).toBe(true);
    expect(actions.blank.when({ ...at(idle), screen: 'prepare' })).toBe(true);
  });
});
