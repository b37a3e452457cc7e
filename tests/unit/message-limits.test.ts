import { describe, expect, it } from 'vitest';
import { isModest, parcelCaps } from '../../shared/session/protocol/message-limits';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('what may come through the door', () => {
  it.each([
    ['a bare command', { type: 'stage/next' }],
    ['a long note', { type: 'couple/note', id: 'c1', text: 'x'.repeat(20_000) }],
    ['sixty couples', { couples: Array.from({ length: 60 }, () => ({ A: 'Ada', B: 'Bo' })) }],
    ['nothing', null],
  ])('%s is modest', (_, value) => {
    expect(isModest(value)).toBe(true);
  });

  it.each([
    ['a million items', Array.from({ length: 1_000_000 }, () => ({ A: 'x' }))],
    ['many small parts', Array.from({ length: parcelCaps.parts }, () => 1)],
    ['too many letters', { text: 'x'.repeat(parcelCaps.characters + 1) }],
    ['too many letters in keys', { ['x'.repeat(parcelCaps.characters + 1)]: 1 }],
    ['too deep', nested(parcelCaps.depth + 1)],
    ['a date', new Date(0)],
    ['a map', new Map([['type', 'stage/next']])],
    ['bytes', new Uint8Array(4)],
    ['a big number', 1n],
  ])('%s is not', (_, value) => {
    expect(isModest(value)).toBe(false);
  });

  it('stops at the first excess, however much follows', () => {
    let looked = 0;
    const part = {
      get index() {
        looked += 1;
        return 1;
      },
    };
    expect(isModest({ list: Array.from({ length: 1_000_000 }, () => part) })).toBe(false);
    expect(looked).toBeLessThanOrEqual(parcelCaps.parts);
  });

  it('a list that holds itself is turned away, not followed for ever', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(isModest(loop)).toBe(false);
  });
});
