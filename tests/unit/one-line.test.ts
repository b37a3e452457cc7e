import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo, oneLine } from '../../shared/room/one-line';

const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';

describe('a line of text', () => {
  it.each([
    ['is trimmed and folded', '  Ada \t\n  Lee ', 'Ada Lee'],
    ['is nothing when nothing would be seen', '\u200b\u200d\u2060\ufeff \u00a0\u3164', ''],
    ['of marks alone is nothing', '\u0301\u0308', ''],
    ['keeps the joiners of an emoji', `Ada ${family}`, `Ada ${family}`],
    ['keeps the joiner of a script', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['keeps its own direction and loses marks of direction', '\u202eאבג\u202c Ada\u200f', 'אבג Ada'],
    ['is composed', 'Zoe\u0308', 'Zo\u00eb'],
    ['loses half a pair', 'Ada\ud83d!', 'Ada!'],
    ['is text, whatever it looks like', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (_, given, kept) => {
    expect(oneLine(given)).toBe(kept);
  });

  it('is the same when it is made again, and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const kept = oneLine(text);
        expect(oneLine(kept)).toBe(kept);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/[\u202a-\u202e\u2066-\u2069\n]/u);
      }),
    );
  });
});

describe('a text that is too long', () => {
  it.each([
    ['between letters', 'Adam', 3, 'Ada'],
    ['before a family, not inside it', `Ada${family}`, 6, 'Ada'],
    ['before a letter with its marks', 'Zoe\u0308', 3, 'Zo'],
    ['not at all when it fits', family, family.length, family],
    ['to nothing when its first sign is too long', family, 3, ''],
  ])('is cut %s', (_, text, most, kept) => {
    expect(cutTo(text, most)).toBe(kept);
  });

  it('is cut where a person would end it, wherever that is', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const mixed = fc.array(fc.constantFrom('a', family, 'e\u0301', '\r\n', '\u{1f1e9}\u{1f1ea}'), { maxLength: 20 });
    fc.assert(
      fc.property(mixed, fc.nat(60), (signs, most) => {
        const text = signs.join('');
        const whole = [...graphemes.segment(text)].filter(({ index, segment }) => index + segment.length <= most);
        expect(cutTo(text, most)).toBe(whole.map(({ segment }) => segment).join(''));
      }),
    );
  });

  it('of 200,000 letters is cut at once', () => {
    const before = performance.now();
    expect(cutTo('word after word '.repeat(12_500), 20_000)).toHaveLength(20_000);
    // To look at every sign of it took ten seconds.
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
