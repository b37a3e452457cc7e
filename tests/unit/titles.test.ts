import { describe, expect, test } from 'vitest';
import { keptTitle, publicTitle } from '../../shared/session/commands/public-title';
import { retreatWithForms } from '../../shared/session/documents/migrations';
import { aBook, act, aRetreat, aSession } from '../make';

const programs = ['evening', 'halfday', 'oneday', 'weekend'];
const itemsOf = (program: string) => aRetreat(program).days.flatMap(({ items }) => items);

describe('a title that belongs to a language', () => {
  test.each(programs)('is not kept in a retreat made from %s', (program) => {
    expect(itemsOf(program).filter(({ title }) => title !== null)).toEqual([]);
  });

  test('is that of the exercise, the talk, the break or the slack, in the language of the book', () => {
    const marked = {
      ...aBook,
      titles: { ...aBook.titles, break: 'Pause', breaks: { lunch: 'Mittagessen' }, buffer: 'Luft' },
      exercise: () => ({ ...aBook.exercise('clay-and-blueprint'), title: 'Ton und Plan' }) as never,
      talk: () => ({ ...aBook.talk('secure-functioning'), title: 'Sicher' }) as never,
    };
    const said = (book: typeof aBook) => new Set(itemsOf('oneday').map((item) => publicTitle(item, book)));
    expect([...said(aBook)]).toEqual(expect.arrayContaining(['Break', 'Lunch', 'Room to breathe']));
    expect(said(marked)).toEqual(new Set(['Pause', 'Mittagessen', 'Luft', 'Ton und Plan', 'Sicher']));
  });

  test('is not kept either when somebody writes just that, and what they wrote is', () => {
    const session = aSession(aRetreat('oneday'));
    const lunch = itemsOf('oneday').find(({ ref }) => ref === 'lunch');
    if (lunch === undefined) throw new Error('no lunch');
    const named = (title: string | null) => {
      const after = act(session, { type: 'day/title', id: lunch.id, title }, 0);
      return after.retreat?.days[0]?.items.find(({ id }) => id === lunch.id)?.title;
    };
    expect(named('Soup in the garden')).toBe('Soup in the garden');
    expect(named('Lunch')).toBeNull();
    expect(keptTitle(lunch, null, aBook)).toBeNull();
    const inserted = (title: string) => {
      const command = { type: 'day/insert', after: null, kind: 'break', ref: null, title, minutes: 5 } as const;
      return act(session, command, 0).retreat?.days[0]?.items[0]?.title;
    };
    expect([inserted('Break'), inserted('Tea')]).toEqual([null, 'Tea']);
  });

  test('goes from a retreat of schema 1 that a program wrote it into, and what somebody wrote stays', () => {
    const item = (kind: string, title: string | null, ref: string | null = null) => ({ kind, title, ref, minutes: 5 });
    const before = {
      currentDay: 'd1',
      couples: [],
      days: [
        {
          items: [
            item('break', 'Break'),
            item('break', 'Lunch'),
            item('break', 'Tea'),
            item('buffer', 'Room to breathe'),
            item('exercise', null, 'bids-lab'),
          ],
        },
      ],
    };
    const { days } = retreatWithForms(before) as { days: { items: { title: string | null; ref: string | null }[] }[] };
    expect(days[0]?.items.map(({ title, ref }) => [title, ref])).toEqual([
      [null, null],
      [null, 'lunch'],
      ['Tea', null],
      [null, null],
      [null, 'bids-lab'],
    ]);
  });
});
