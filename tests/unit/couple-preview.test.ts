import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Correction,
  corrected,
  correctionsIn,
  couplesOf,
  doubts,
  previewOf,
} from '../../renderer/console/kit/couple-preview';
import { parseCouples } from '../../renderer/console/kit/parse-couples';
import { content } from '../../shared/content/en/content';
import { words } from '../../shared/content/en/interface/interface';
import { longestName } from '../../shared/retreat/retreat-constants';
import { seatRefused } from '../../shared/retreat/seats';
import { rosterOf } from '../../shared/session/commands/make-retreat';

const read = (text: string) => parseCouples(text, content.listWords);
const roster = rosterOf(
  [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dara', seat: 4 },
  ],
  [],
  (n) => `c-${n}`,
);
const doubtsOf = (text: string) => previewOf(read(text), {}, roster).map((row) => row.doubts);

describe('couples before they are made', () => {
  test('what stands twice, is there already, or has no seat is pointed out', () => {
    expect(doubtsOf('Eli & Fin\nEli & Fin\nfin & ELI')).toEqual([[], ['twice'], ['twice']]);
    expect(doubtsOf('Bo & Ada')).toEqual([['known']]);
    expect(doubtsOf('4\tEli\tFin\n7\tGil\tHao\n7\tIvy\tJo')).toEqual([['seat-taken'], [], ['seat-twice']]);
    expect(doubtsOf('Eli')).toEqual([['one-name']]);
    expect(doubtsOf('Eli & Eli')).toEqual([['same-name']]);
    expect(doubtsOf(`${'x'.repeat(longestName + 1)} & Bo`)).toEqual([['too-long']]);
    expect(doubtsOf('The Harpers\nThe Lees')).toEqual([['no-names'], ['no-names']]);
  });

  test('each says the seat it gets, and is made with that one', () => {
    const rows = previewOf(read('4\tEli\tFin\n7\tGil\tHao\n7\tIvy\tJo\n\tKim\tLou'), {}, roster);
    expect(rows.map(({ gets }) => gets)).toEqual([5, 7, 6, 8]);
    const made = rosterOf(
      couplesOf(rows),
      roster.map(({ seat }) => seat),
      (n) => `n-${n}`,
    );
    expect(made.map(({ seat }) => seat)).toEqual([5, 7, 6, 8]);
  });

  test('what is put right holds as long as its line stands, and a line that is left out makes nobody', () => {
    const text = 'Mr. & Mrs. Lee\nEli & Fin\nEli & Fin';
    const put = (changes: readonly [row: number, change: Correction][]) =>
      changes.reduce((kept, [row, change]) => {
        const rows = previewOf(read(text), correctionsIn(kept));
        return corrected(correctionsIn(kept), rows, rows[row]?.key ?? '', change);
      }, '');
    const kept = put([
      [0, { A: 'Ada Lee' }],
      [0, { B: 'Bo Lee' }],
      [0, { seat: 9 }],
      [2, { out: true }],
    ]);
    const nowOf = (now: string) => previewOf(read(now), correctionsIn(kept));
    expect(couplesOf(nowOf(text))).toEqual([
      { A: 'Ada Lee', B: 'Bo Lee', seat: 9 },
      { A: 'Eli', B: 'Fin', seat: null },
    ]);
    expect(nowOf(text).map((row) => [row.out, row.doubts.length])).toEqual([
      [false, 0],
      [false, 0],
      [true, 0],
    ]);
    // Lines above it may come and go; another line is another couple.
    expect(couplesOf(nowOf(`Gil & Hao\n${text}`))[1]).toEqual({ A: 'Ada Lee', B: 'Bo Lee', seat: 9 });
    expect(couplesOf(nowOf('Mr. & Mrs. Leed'))).toEqual([{ A: '', B: '', seat: null }]);
  });

  test('what does not read as corrections is none', () => {
    for (const text of ['', '{', 'null', '[]', '7', '{"a":{"A":1,"seat":"x","out":"no"}}']) {
      expect(Object.values(correctionsIn(text)).flatMap((one) => Object.keys(one))).toEqual([]);
    }
  });

  test('every doubt has its words', () => {
    expect(Object.keys(words.shell.couples.doubt).sort()).toEqual([...doubts].sort());
  });

  const sign = fc.constantFrom(
    ...'AbcéЖ王 &+/;,\t\n"\'.-–|()12:@<>\u00a0\u000b\u2028＆、',
    'Lee',
    'Ada',
    ' and ',
    'Mr. ',
    'The ',
    'Seat 3',
    '1. ',
  );
  test('whatever is pasted is read, loses no line, and can be made', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        const rows = previewOf(read(text), {}, roster);
        const couples = couplesOf(rows);
        expect(
          seatRefused(
            roster.map(({ seat }) => seat),
            couples.map(({ seat }) => seat),
          ),
        ).toBeNull();
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        for (const row of rows) {
          expect(row.line.trim()).not.toBe('');
          if (row.A === '' || row.B === '') expect(row.doubts.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
