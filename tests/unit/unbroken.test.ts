import { describe, expect, it } from 'vitest';
import { unbroken } from '../../renderer/room/unbroken';

const glued = (text: string): string => unbroken(text).replaceAll('\u00a0', '_');

describe('a thought of several sentences', () => {
  it.each([
    ['See it. Own it. Choose us.', 'See_it. Own_it. Choose_us.'],
    ['Today I feel. I need. Thank you.', 'Today_I_feel. I_need. Thank_you.'],
    ['Read yours. Say why it matters.', 'Read_yours. Say why it matters.'],
  ])('%s parts between its short sentences only', (text, parted) => {
    expect(glued(text)).toBe(parted);
  });

  it('leaves one sentence, and what only trails off, as it is', () => {
    for (const text of ['Hand it over', 'Own it.', '“… and I want to …”']) expect(unbroken(text)).toBe(text);
  });
});
