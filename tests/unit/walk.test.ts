import { describe, expect, test } from 'vitest';
import { commands } from '../walk/commands';
import { couplesTyped, mostCouples } from '../walk/couples';
import { parseLine } from '../walk/parse-line';

describe('a line of the walk', () => {
  test('is a name and words; quotation marks hold some together', () => {
    expect(parseLine('  click "Run this day" 2 ')).toEqual({
      name: 'click',
      words: ['Run this day', '2'],
      line: '"Run this day" 2',
    });
    expect(parseLine('type Hello,  "you"')?.line).toBe('Hello,  "you"');
    expect(parseLine('fill Note ""')?.words).toEqual(['Note', '']);
  });

  test('is nothing when it is empty or a remark', () => {
    expect([parseLine(''), parseLine('   '), parseLine('# the morning')]).toEqual([null, null, null]);
  });
});

test('help says every command of the walk, and what it does', async () => {
  const help = await commands.help?.run({} as never, [], '');
  for (const [name, { does }] of Object.entries(commands)) {
    expect(help).toMatch(new RegExp(`^${name} `, 'm'));
    expect(help).toContain(does);
  }
});

test('a seed has as many couples as asked for, all of them different', () => {
  for (const count of [0, 1, 30, mostCouples]) {
    const lines = couplesTyped(count).split('\n').filter(Boolean);
    expect(new Set(lines).size).toBe(count);
    for (const line of lines) expect(line).toMatch(/^\S.* & .*\S$/u);
  }
});
