import { describe, expect, it } from 'vitest';
import { type CopyToMake, couplesOf } from '../../shared/session/state/take-home';

const copies = (...states: readonly CopyToMake['state'][]): readonly CopyToMake[] =>
  states.map((state, n) => ({
    id: `c${Math.floor(n / 2)}`,
    version: 'joint',
    file: null,
    format: n % 2 === 0 ? 'pdf' : 'calendar',
    state,
    fault: null,
    tookMs: null,
  }));

describe('the couples of a batch', () => {
  it('keep their order while it goes on, and where all was made', () => {
    expect(couplesOf({ copies: copies('made', 'made', 'failed', 'made', 'making', 'waits') })).toEqual([
      'c0',
      'c1',
      'c2',
    ]);
    expect(couplesOf({ copies: copies('made', 'made', 'made', 'made') })).toEqual(['c0', 'c1']);
  });

  it('begin, once it is over, with those of whom something was not made', () => {
    const over = copies('made', 'made', 'made', 'failed', 'made', 'made', 'left', 'left');
    expect(couplesOf({ copies: over })).toEqual(['c1', 'c3', 'c0', 'c2']);
  });
});
