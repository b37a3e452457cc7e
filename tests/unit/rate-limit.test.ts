import { describe, expect, it } from 'vitest';
import { commandRateLimit, rateLimit } from '../../electron/ipc/rate-limit';
import { surfaces } from '../../electron/surfaces/surfaces';

describe('an allowance', () => {
  it('lets a burst through, then so many a second', () => {
    let now = 0;
    const allowed = rateLimit({ burst: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(allowed)).toEqual([true, true, true, false]);
    now = 1000;
    expect([1, 2, 3].map(allowed)).toEqual([true, true, false]);
    now = 60_000;
    expect([1, 2, 3, 4].map(allowed)).toEqual([true, true, true, false]);
  });
});

describe('what the console’s commands are allowed', () => {
  const typed = ['draft/keep'];
  const leading = ['stage/next', 'stage/blank', 'settings/change', 'no/such', undefined];
  /** Uses up what a command of that type is allowed. */
  const flood = (allowed: (raw: unknown) => boolean, type: unknown): void => {
    while (allowed({ type }));
  };

  it.each(typed)('%s in a flood slows nothing that leads the room', (type) => {
    const allowed = commandRateLimit(surfaces.console.commands, () => 0);
    flood(allowed, type);
    expect(typed.map((each) => allowed({ type: each }))).toEqual([false]);
    expect(leading.map((each) => allowed({ type: each }))).toEqual(leading.map(() => true));
  });

  it.each(leading)('%s in a flood loses no letter', (type) => {
    const allowed = commandRateLimit(surfaces.console.commands, () => 0);
    flood(allowed, type);
    expect(leading.map((each) => allowed({ type: each }))).toEqual(leading.map(() => false));
    expect(typed.map((each) => allowed({ type: each }))).toEqual([true]);
  });

  it('what is no command counts with the others', () => {
    const allowed = commandRateLimit(surfaces.console.commands, () => 0);
    flood(allowed, 'stage/next');
    expect([null, 'draft/keep', 7, []].map(allowed)).toEqual([false, false, false, false]);
  });

  it('a key held down at sixty a second is never too fast', () => {
    let now = 0;
    const allowed = commandRateLimit(surfaces.console.commands, () => now);
    const answers = Array.from({ length: 1200 }, () => {
      now += 1000 / 60;
      return allowed({ type: 'draft/keep' });
    });
    expect(answers).not.toContain(false);
  });
});
