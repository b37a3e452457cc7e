import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLimits, sumOf, writeAnswers } from '../../shared/couple/page/answer-file';
import { keyOf, type PageAnswer } from '../../shared/couple/page/page-asks';
import { pageAnswersSchema, readAnswers } from '../../shared/couple/page/read-answers';
import { oneLine } from '../../shared/room/one-line';
import { arbitraryOf } from '../arbitrary';

const bids = (on: string, noticed = 3, answered = 2): PageAnswer => ({
  ask: 'bids',
  on,
  content: { noticed, answered },
});
const checkIn = (on: string, conflict: string): PageAnswer => ({
  ask: 'check-in',
  on,
  content: { decisions: '', conflict, outsiders: '', hardMoments: '' },
});
const score = (on: string, points: number): PageAnswer => ({
  ask: 'day-30',
  on,
  content: { moment: 'follow-up', item: 'heard', name: '', score: points },
});
const code = '3f2c7f5e-0000-4000-8000-000000000001';
const some = [bids('2026-03-07'), checkIn('2026-03-08', 'The bins — 李, علي 👩‍👩‍👧'), score('2026-04-06', 7)];

/** A file with anything in it, its sum right. */
const forged = (answers: unknown, more: object = {}): string =>
  JSON.stringify({ holdfast: 'answers', version: 1, code, answers, sum: sumOf(code, answers), ...more });
const faultOf = (text: string | null): string | null => {
  const read = readAnswers(text);
  return read.ok ? null : read.fault;
};

describe('the file of answers', () => {
  it('is ASCII, names nobody, and is read as it was written', () => {
    const text = writeAnswers({ code, answers: some });
    expect(text).toMatch(/^[ -~]+$/);
    expect(Object.keys(JSON.parse(text))).toEqual(['holdfast', 'version', 'code', 'answers', 'sum']);
    expect(readAnswers(text)).toEqual({ ok: true, file: { code, answers: some } });
    expect(readAnswers(`\ufeff${text}\r\n`)).toEqual(readAnswers(text));
  });

  it('is read as it was written, whatever was answered', () => {
    const words = fc.record({ on: fc.constant('2026-03-08'), conflict: fc.string({ unit: 'binary', maxLength: 300 }) });
    fc.assert(
      fc.property(words, ({ on, conflict }) => {
        const kept = oneLine(conflict);
        const read = readAnswers(writeAnswers({ code, answers: [checkIn(on, conflict)] }));
        // Nothing that can turn or break the lines around it comes in with it.
        expect(read).toEqual(
          kept === '' ? { ok: false, fault: 'damaged' } : { ok: true, file: { code, answers: [checkIn(on, kept)] } },
        );
      }),
    );
    fc.assert(
      fc.property(arbitraryOf(pageAnswersSchema), (any) => {
        const answers = pageAnswersSchema.safeParse(any).data;
        fc.pre(answers !== undefined);
        expect(readAnswers(writeAnswers({ code, answers }))).toEqual({ ok: true, file: { code, answers } });
      }),
    );
  });

  it('is not taken for one where it is something else', () => {
    const strangers = ['', 'Hello', '<!doctype html>', '{}', '[]', 'null', '7', '"answers"', '{"holdfast":"record"}'];
    expect(new Set(strangers.map(faultOf).filter((fault) => fault !== 'not-ours'))).toEqual(new Set());
    fc.assert(fc.property(fc.json(), (text) => void expect(faultOf(text)).toBe('not-ours')));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(faultOf(text)).toBe('not-ours')));
  });

  it('is damaged wherever it was cut or bent', () => {
    const text = writeAnswers({ code, answers: some });
    for (let at = text.indexOf('"holdfast"') + 10; at < text.length; at += 1) {
      expect(faultOf(text.slice(0, at)), text.slice(0, at)).toBe('damaged');
    }
    const inside = fc.nat(text.length - 1).filter((at) => at > text.indexOf('"answers":'));
    fc.assert(
      fc.property(inside, fc.constantFrom('0', '9', 'x', '"', ' '), (at, sign) => {
        const bent = `${text.slice(0, at)}${sign}${text.slice(at + 1)}`;
        const read = readAnswers(bent);
        // A space around what says something says the same.
        expect(read.ok ? read.file : read.fault).toEqual(
          sameSaid(bent, text) ? { code, answers: some } : expect.stringMatching(/damaged|not-ours/),
        );
      }),
    );
  });

  it('of a later Holdfast is left to it', () => expect(faultOf(forged(some, { version: 2 }))).toBe('newer'));

  it('is refused when it is larger than any page writes, before it is looked into', () => {
    expect(faultOf(null)).toBe('not-read');
    expect(faultOf(`${' '.repeat(answerLimits.file)}{}`)).toBe('not-read');
    expect(faultOf('['.repeat(answerLimits.file))).toBe('not-ours');
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(faultOf(`{"holdfast":"answers","version":1,"answers":${deep}}`)).toBe('damaged');
  });

  const measure = { moment: 'follow-up', item: 'heard', name: '', score: 7 };
  const nothing = { decisions: '', conflict: '', outsiders: '', hardMoments: '' };
  it.each<readonly [string, unknown]>([
    ['no list', { 0: bids('2026-03-07') }],
    ['nothing', []],
    ['the same twice', [bids('2026-03-07', 1), bids('2026-03-07', 2)]],
    ['a thing nobody asked', [{ ask: 'journal', on: '2026-03-07', content: { trigger: 'x' } }]],
    ['more than was asked', [{ ...bids('2026-03-07'), owner: 'B' }]],
    ['more in what is said', [{ ...bids('2026-03-07'), content: { noticed: 1, answered: 1, reader: 'partner' } }]],
    ['a number as a word', [{ ...bids('2026-03-07'), content: { noticed: '1', answered: 1 } }]],
    ['a part of a number', [bids('2026-03-07', 1.5)]],
    ['less than nothing', [bids('2026-03-07', -1)]],
    ['a number beyond all counting', [bids('2026-03-07', 1e9)]],
    ['eleven of ten', [score('2026-04-06', 11)]],
    ['no score', [{ ...score('2026-04-06', 1), content: { ...measure, score: null } }]],
    ['a scale of somebody else', [{ ...score('2026-04-06', 1), content: { ...measure, item: 'other', name: 'x' } }]],
    ['a measure from before', [{ ...score('2026-04-06', 1), content: { ...measure, moment: 'before' } }]],
    ['no such day', [bids('2026-02-30')]],
    ['no day at all', [bids('yesterday')]],
    ['a check-in without a word', [{ ...checkIn('2026-03-07', ''), content: nothing }]],
    ['a longer text than there is room for', [checkIn('2026-03-07', 'x'.repeat(answerLimits.text + 1))]],
    ['a text that is none', [{ ...checkIn('2026-03-07', ''), content: { ...nothing, conflict: ['x'] } }]],
    ['too many', Array.from({ length: answerLimits.answers + 1 }, (_, n) => bids(`20${String(10 + n)}-03-07`))],
  ])('of %s is refused whole', (_, answers) => expect(faultOf(forged(answers))).toBe('damaged'));

  it('is refused with anything beside what it says, and with a code that is none', () => {
    expect(faultOf(forged(some, { name: 'Ada' }))).toBe('damaged');
    expect(faultOf(forged(some).replace('{"holdfast"', '{"__proto__":{"ok":true},"holdfast"'))).toBe('damaged');
    const other = '../../etc';
    expect(faultOf(forged(some, { code: other, sum: sumOf(other, some) }))).toBe('damaged');
  });

  it('tells each thing that is asked from every other', () =>
    expect(some.map(keyOf)).toEqual(['bids/2026-03-07', 'check-in/2026-03-08', 'day-30/heard']));
});

/** Whether two texts are the same JSON. */
function sameSaid(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}
