import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../electron/state/clock';
import { keepTime } from '../../electron/state/stage-timer';
import { createStore } from '../../electron/state/store';
import { surfaces } from '../../electron/surfaces/surfaces';
import { isRunning } from '../../shared/session/state/session';
import { aBook, aDevice } from '../make';
import { until } from './library-kit';

describe('a listener that throws', () => {
  it('is noted and keeps nobody else from hearing: what follows a change is saved all the same', () => {
    const bugs: unknown[] = [];
    const clock = createClock((error) => bugs.push(error));
    const store = createStore(clock, aBook, (error) => bugs.push(error), aDevice);
    const heard: string[] = [];
    store.subscribe(() => {
      throw new Error('the first');
    });
    store.subscribe(() => heard.push('second'));
    store.follow(() => {
      throw new Error('a follower');
    });
    store.follow((change) => heard.push(change.type));
    expect(store.ask({ type: 'drill/project', exercise: 'timeout-rehearsal' }, surfaces.console)).toEqual({ ok: true });
    expect(heard).toEqual(['second', 'drill/project']);
    expect(bugs).toHaveLength(2);
    clock.onMoved(() => {
      throw new Error('a window');
    });
    clock.onMoved(() => heard.push('moved'));
    clock.moved();
    expect(heard.at(-1)).toBe('moved');
    expect(bugs).toHaveLength(3);
  });

  it('at a moment that comes by itself neither ends the app nor stops the time', async () => {
    const ended: unknown[] = [];
    const end = (error: unknown) => ended.push(error);
    process.prependListener('uncaughtException', end);
    onTestFinished(() => void process.removeListener('uncaughtException', end));
    const bugs: unknown[] = [];
    const clock = createClock((error) => bugs.push(error));
    const store = createStore(clock, aBook, (error) => bugs.push(error), aDevice);
    store.follow((change) => {
      if (change.type === 'time/tick') throw new Error('at the tick');
    });
    keepTime(store, clock, (error) => bugs.push(error));
    store.ask({ type: 'drill/project', exercise: 'timeout-rehearsal' }, surfaces.console);
    store.ask({ type: 'stage/autopilot', on: true }, surfaces.console);
    store.ask({ type: 'stage/start' }, surfaces.console);
    for (let tick = 1; tick <= 3; tick += 1) {
      clock.shift({ live: 3_600_000, wall: 3_600_000 });
      await until(() => bugs.length >= tick, `tick ${tick}`);
      store.ask({ type: 'stage/end' }, surfaces.console);
      store.ask({ type: 'drill/project', exercise: 'timeout-rehearsal' }, surfaces.console);
      store.ask({ type: 'stage/start' }, surfaces.console);
    }
    expect(isRunning(store.session())).toBe(true);
    expect(ended).toEqual([]);
  });
});
