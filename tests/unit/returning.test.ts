import { describe, expect, it, test } from 'vitest';
import { corrected, correctionsIn, couplesOf, previewOf, returningOf } from '../../renderer/console/kit/couple-preview';
import { parseCouples } from '../../renderer/console/kit/parse-couples';
import { content } from '../../shared/content/en/content';
import type { Command } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import { bothOf, isTurned, onOldSides } from '../../shared/session/policy/pair';
import type { ReturningCouple } from '../../shared/session/protocol/couple-search';
import { aContext, act, aRetreat, aSession } from '../make';

const ofThen = (id: string, A: string, B: string, newer = false): ReturningCouple => ({
  id,
  A,
  B,
  newer,
  retreats: [{ id: 'spring', title: 'Spring', date: '2026-03-07' }],
});

describe('two names that were here before', () => {
  const same: readonly (readonly [string, string, string, string])[] = [
    ['Ada', 'Bo', 'Ada', 'Bo'],
    ['Bo', 'Ada', 'Ada', 'Bo'],
    ['ADA', 'bo', 'Ada', 'Bo'],
    ['Zoë', 'Łukasz', 'zoe', 'lukasz'],
    ['José', 'Ana', 'Jose\u0301', 'ANA'],
    ['  Ada  Lee ', 'Bo', 'ada lee', 'BO '],
    ['Ada\u00a0Lee', 'Bo', 'Ada Lee', 'Bo'],
    ['Søren', 'Strauß', 'soren', 'strauss'],
    ['Alex', 'Alex', 'alex', 'ALEX'],
    ['李 娜', '王 伟', '王 伟', '李 娜'],
  ];
  it.each(same)('%s and %s are %s and %s', (A, B, C, D) => expect(bothOf(A, B)).toBe(bothOf(C, D)));

  const others: readonly (readonly [string, string, string, string])[] = [
    ['Ada', 'Bo', 'Ada', 'Cleo'],
    ['Ada', 'Bo', 'Cleo', 'Bo'],
    ['Ada', 'Bo', 'Ada Lee', 'Bo'],
    ['Ada', 'Bo', 'Ad', 'Abo'],
    ['Ada', 'Ada', 'Ada', 'Bo'],
  ];
  it.each(others)('%s and %s are not %s and %s', (A, B, C, D) => expect(bothOf(A, B)).not.toBe(bothOf(C, D)));

  it.each([
    ['Ada', ''],
    ['', 'Bo'],
    ['', ''],
    ['Ada', ' \u200b '],
  ])('%j and %j are not told by one name', (A, B) => expect(bothOf(A, B)).toBe(null));

  test('who comes in the other order stays who they were, and of one name nobody is turned', () => {
    expect(onOldSides({ A: 'bo', B: 'Ada' }, { A: 'Ada', B: 'Bo' })).toEqual({ A: 'Ada', B: 'bo' });
    expect(onOldSides({ A: 'ada', B: 'Bo' }, { A: 'Ada', B: 'Bo' })).toEqual({ A: 'ada', B: 'Bo' });
    expect(isTurned({ A: 'Alex', B: 'alex' }, { A: 'alex', B: 'Alex' })).toBe(false);
  });
});

describe('the preview', () => {
  const read = parseCouples('Ada & Bo\nbo & ÁDA\nAda & Cleo\nAda\nEli & Fin', content.listWords);
  const known = [ofThen('old', 'Ada', 'Bo'), ofThen('namesake', 'Bo', 'Ada'), ofThen('other', 'Ada', 'Dara')];

  test('asks of both names alone, of everyone who has them', () => {
    const rows = previewOf(read, {});
    expect(rows.map((row) => returningOf(row, known).map(({ id }) => id))).toEqual([
      ['old', 'namesake'],
      ['old', 'namesake'],
      [],
      [],
      [],
    ]);
  });

  test('sends no couple of then without a yes, and none any more once a name is another', () => {
    const put = (kept: string, row: number, change: Parameters<typeof corrected>[3]) => {
      const rows = previewOf(read, correctionsIn(kept));
      return corrected(correctionsIn(kept), rows, rows[row]?.key ?? '', change);
    };
    const made = (kept: string) => couplesOf(previewOf(read, correctionsIn(kept))).map(({ was }) => was);
    const none = read.map(() => undefined);
    expect(made('')).toEqual(none);
    const yes = put('', 0, { was: 'old' });
    expect(made(yes)).toEqual(['old', ...none.slice(1)]);
    expect(made(put(yes, 0, { was: null }))).toEqual(none);
    expect(made(put(yes, 0, { B: 'Cleo' }))).toEqual(none);
    expect(made(put(yes, 0, { seat: 7 }))).toEqual(['old', ...none.slice(1)]);
    expect(made(put(yes, 0, { out: true }))).toEqual(none.slice(1));
  });
});

describe('a couple that comes back', () => {
  const open = aSession(aRetreat('evening', { couples: [] }), {
    returning: [ofThen('old', 'Ada', 'Bo'), ofThen('newer', 'Eli', 'Fin', true)],
  });
  const add = (...couples: Extract<Command, { type: 'roster/add' }>['couples']): Command => ({
    type: 'roster/add',
    couples,
  });
  const refused = (command: Command, session = open) => refusal(session, command, aContext(1)) ?? 'ok';

  test('is on the roster by its own id, each on the side where their words are', () => {
    const { retreat } = act(open, add({ A: 'BO', B: 'Ada', was: 'old' }, { A: 'Gil', B: 'Hao' }), 5);
    expect(retreat?.couples.map(({ id, A, B }) => [id, A.name, B.name])).toEqual([
      ['old', 'Ada', 'BO'],
      ['couple-id5-2', 'Gil', 'Hao'],
    ]);
  });

  test('is refused where nobody was found by both names, where it is here already, and where it is a newer one’s', () => {
    expect(refused(add({ A: 'Ada', B: 'Bo', was: 'old' }))).toBe('ok');
    expect(refused(add({ A: 'Ada', B: 'Bo', was: 'gone' }))).toEqual({ code: 'not-returning' });
    // One of the two with somebody else, by whatever sends it.
    expect(refused(add({ A: 'Ada', B: 'Cleo', was: 'old' }))).toEqual({ code: 'not-returning' });
    expect(refused(add({ A: 'Ada', B: '', was: 'old' }))).toEqual({ code: 'not-returning' });
    expect(refused(add({ A: 'Ada', B: 'Bo', was: 'old' }, { A: 'Bo', B: 'Ada', was: 'old' }))).toEqual({
      code: 'not-returning',
    });
    expect(refused(add({ A: 'Eli', B: 'Fin', was: 'newer' }))).toEqual({ code: 'record-newer' });
    const here = act(open, add({ A: 'Ada', B: 'Bo', was: 'old', seat: 4 }), 5);
    expect(refused(add({ A: 'Ada', B: 'Bo', was: 'old' }), here)).toEqual({
      code: 'here-already',
      values: { seat: 4 },
    });
    // What may just have been deleted is looked for anew.
    const removed = act(here, { type: 'roster/remove', id: 'old' }, 6);
    expect(refused(add({ A: 'Ada', B: 'Bo', was: 'old' }), removed)).toEqual({ code: 'not-returning' });
  });
});
