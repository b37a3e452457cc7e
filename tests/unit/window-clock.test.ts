import { describe, expect, it } from 'vitest';
import { windowClock } from '../../shared/room/window-clock';

const timeOf = (ms: number) => ({ local: () => ms, later: () => undefined });

function clockAhead(by: { ms: number }) {
  return windowClock(timeOf(1000), async () => ({ live: 1000 + by.ms, wall: 50_000 + by.ms }));
}

describe('the clock of a window', () => {
  it('takes over the first answer, and then only one that differs', async () => {
    const by = { ms: 0 };
    const clock = clockAhead(by);
    expect(await clock.check()).toBe(true);
    const first = clock.current();
    expect(first.now()).toEqual({ live: 1000, wall: 50_000 });
    by.ms = 3;
    expect(await clock.check()).toBe(false);
    expect(clock.current()).toBe(first);
    by.ms = 5;
    expect(await clock.check()).toBe(true);
    expect(clock.current()).not.toBe(first);
    expect(clock.current().now()).toEqual({ live: 1005, wall: 50_005 });
  });

  it('goes by the one answer it gets when the others are turned away', async () => {
    let asked = 0;
    const clock = windowClock(timeOf(0), async () => {
      asked += 1;
      if (asked !== 3) throw new Error('turned away');
      return { live: 7000, wall: 9000 };
    });
    expect(await clock.check()).toBe(true);
    expect(clock.current().now()).toEqual({ live: 7000, wall: 9000 });
  });

  it('asks five times, or as often as it is told', async () => {
    let asked = 0;
    const clock = windowClock(timeOf(0), async () => {
      asked += 1;
      return { live: 7000, wall: 9000 };
    });
    expect(await clock.check(1)).toBe(true);
    expect(asked).toBe(1);
    await clock.check();
    expect(asked).toBe(6);
  });

  it('keeps what it had when nobody answers', async () => {
    let answers = true;
    const clock = windowClock(timeOf(0), async () => {
      if (!answers) throw new Error('gone');
      return { live: 7000, wall: 9000 };
    });
    await clock.check();
    answers = false;
    await expect(clock.check()).rejects.toThrow('gone');
    expect(clock.current().now()).toEqual({ live: 7000, wall: 9000 });
  });
});
