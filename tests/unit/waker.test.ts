import { describe, expect, it } from 'vitest';
import { waker } from '../../shared/room/waker';

/** A window whose time passes only when it is told to, and whose timers fire in whole milliseconds, as a page's do. */
function aWindow() {
  let time = 0.4;
  let timers: { readonly at: number; readonly act: () => void }[] = [];
  return {
    local: () => time,
    later: (act: () => void, ms: number) => void timers.push({ at: time + ms, act }),
    pass(ms: number) {
      const until = time + ms;
      for (let next = soonest(until); next !== undefined; next = soonest(until)) {
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.act();
      }
      time = until;
    },
  };
  function soonest(until: number) {
    return timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

describe('waking', () => {
  it('wakes in one go what is due at nearly the same moment, and never before its time', () => {
    const window = aWindow();
    const wakeIn = waker(window.local, window.later);
    const woken: [string, number][] = [];
    const wake = (name: string) => () => void woken.push([name, window.local()]);
    wakeIn(100, wake('digit'));
    wakeIn(103.5, wake('ring'));
    wakeIn(110, wake('later'));
    window.pass(102);
    expect(woken).toEqual([]);
    window.pass(2);
    expect(woken.map(([name]) => name)).toEqual(['digit', 'ring']);
    expect(woken[0]?.[1]).toBe(woken[1]?.[1]);
    expect(woken[0]?.[1]).toBeGreaterThanOrEqual(103.9);
    window.pass(10);
    expect(woken.map(([name]) => name)).toEqual(['digit', 'ring', 'later']);
  });

  it('wakes nothing that was called off, not even by what is woken with it', () => {
    const window = aWindow();
    const wakeIn = waker(window.local, window.later);
    const woken: string[] = [];
    const off = wakeIn(50, () => woken.push('off'));
    off();
    wakeIn(60, () => {
      woken.push('first');
      second();
    });
    const second = wakeIn(60, () => woken.push('second'));
    window.pass(200);
    expect(woken).toEqual(['first']);
  });

  it('wakes the others and goes on when one fails', () => {
    const window = aWindow();
    const wakeIn = waker(window.local, window.later);
    const woken: string[] = [];
    wakeIn(10, () => {
      throw new Error('broken');
    });
    wakeIn(10, () => woken.push('other'));
    wakeIn(30, () => woken.push('later'));
    expect(() => window.pass(20)).toThrow('broken');
    window.pass(40);
    expect(woken).toEqual(['other', 'later']);
  });

  it('can wait anew from within what it wakes', () => {
    const window = aWindow();
    const wakeIn = waker(window.local, window.later);
    let count = 0;
    const tick = (): void => {
      count += 1;
      wakeIn(1000, tick);
    };
    wakeIn(1000, tick);
    window.pass(10_500);
    expect(count).toBe(10);
  });
});
