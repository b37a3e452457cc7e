import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerKind,
  answerIn,
  cleanText,
  textForms,
  textOf,
} from '../../renderer/console/parts/capture/field-text';
import { answerValueSchema } from '../../shared/couple/answer';
import { isModest } from '../../shared/session/protocol/message-limits';

/** Of a choice nothing is typed: its options are the exercise’s. */
const kinds = (Object.keys(textForms) as AnswerKind[]).filter((kind) => kind !== 'choice');
const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';

/** The worst of what is known to be typed, pasted or dropped into a field. */
const worst = [
  'x'.repeat(1_000_000),
  family.repeat(1_900),
  `${'x'.repeat(1_999)}${family}`,
  `${'a line of words '.repeat(60)}\n`.repeat(300),
  '\n'.repeat(500),
  '\u202egnp.exe\u202c\u2066Ada',
  '\u200b\u2060\ufeff\u00a0',
  '<script>globalThis.taken = true</script>',
  'Ada\ud83d',
  '\udc68Ada',
  'Ada\r\nBo\tCleo\u2028Dee',
  '__proto__',
  '-5',
  '1e9',
  'NaN',
  'Infinity',
  '10.5',
  '0x10',
  '\u0661\u0662',
  '100001',
  '99999999999999999999',
  '2026-02-30',
  '2026-13-01',
  '10000-01-01',
  '0000-01-01',
  ' 2026-02-28 ',
  '28.02.2026',
];

/** Holds one text to what its field makes of it. */
function hold(kind: AnswerKind, text: string): void {
  const stands = cleanText(kind, text);
  expect(cleanText(kind, stands)).toBe(stands);
  const value = answerIn(kind, stands);
  if (value === null || value === undefined) return;
  expect(answerValueSchema.parse(value)).toEqual(value);
  expect(isModest(value)).toBe(true);
  expect(answerIn(kind, textOf(value))).toEqual(value);
}

describe('what is typed into a field of a form', () => {
  it.each(kinds)(
    'is kept as it stands in the field, or says nothing yet, and is never refused for its shape: %s',
    (kind) => {
      for (const text of worst) hold(kind, text);
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) =>
          hold(kind, text),
        ),
      );
    },
  );
});
