import { contentIn, firstLanguage, loadLanguage } from '../../shared/content/language';
import type { Practice, PracticeEntry } from '../../shared/couple/practice/practice';
import type { Noting } from '../../shared/couple/practice/practice-kinds';
import type { CoupleRecord } from '../../shared/couple/record';
import type { Scope } from '../../shared/exercise/fields';
import { sides } from '../../shared/room/wall';

const { exercises } = contentIn(await loadLanguage(firstLanguage));

/** What the exercises ask each partner to write. */
const asked = exercises.flatMap(({ id, capture }) =>
  capture.flatMap(({ id: field, kind, whose, label }) =>
    kind === 'text' && whose === 'each' ? sides.map((owner) => ({ exercise: id, field, owner, asked: label })) : [],
  ),
);

const wordsOf = (n: number): string => `${n}: ${'We said it slowly, and it landed. '.repeat(3)}`;

const stamp = { at: Date.UTC(2026, 0, 2), device: 'laptop' };

/**
 * The record of a couple that came to this retreat and, when it holds much, to many before: both said yes to these scopes here, and
 * answered so often.
 */
export function makeRecord(
  id: string,
  retreat: string,
  entries: number,
  scopes: readonly Scope[] = ['record'],
): CoupleRecord {
  return {
    id,
    consents: sides.flatMap((side) =>
      scopes.map((scope) => ({
        ...stamp,
        id: `yes-${scope}-${side.toLowerCase()}`,
        retreat,
        side,
        scope,
        given: true,
      })),
    ),
    answers: Array.from({ length: entries }, (_, n) => {
      const place = asked[n % asked.length];
      if (place === undefined) throw new Error('Nothing is asked.');
      const before = Math.floor(n / asked.length);
      return {
        ...stamp,
        ...place,
        id: `answer-${n}`,
        retreat: before === 0 ? retreat : `before-${before}`,
        value: { kind: 'text', text: wordsOf(n) },
        reader: 'facilitator',
        asks: [],
      };
    }),
    marks: [],
    handed: [],
    removed: [],
    archived: null,
  };
}

/** What a couple practised for three weeks, as much as fills a table and a chart of each kind. */
export function makePractice(id: string, retreat: string): Practice {
  const days = Array.from({ length: 21 }, (_, n) => `2026-01-${String(n + 2).padStart(2, '0')}`);
  const noted = (on: string, owner: PracticeEntry['owner'], noting: Noting): PracticeEntry => ({
    ...stamp,
    ...noting,
    id: `${noting.kind}-${owner.toLowerCase()}-${on}`,
    retreat,
    owner,
    on,
    reader: owner === 'joint' ? null : 'facilitator',
    asks: [],
    captured: null,
  });
  const entries = days.flatMap((on, n) => [
    ...sides.map((side) => noted(on, side, { kind: 'bids', content: { noticed: 5 + (n % 4), answered: 3 + (n % 3) } })),
    noted(on, 'joint', { kind: 'timeout', content: { kept: n % 3 > 0, note: '' } }),
    noted(on, 'joint', { kind: 'win', content: { text: wordsOf(n) } }),
  ]);
  return { id, entries, pages: [], removed: [] };
}
