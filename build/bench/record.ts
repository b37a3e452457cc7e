import { contentIn, firstLanguage, loadLanguage } from '../../shared/content/language';
import type { CoupleRecord } from '../../shared/couple/record';
import { sides } from '../../shared/room/wall';

const { exercises } = contentIn(await loadLanguage(firstLanguage));

/** What the exercises ask each partner to write. */
const asked = exercises.flatMap(({ id, capture }) =>
  capture.flatMap(({ id: field, kind, whose, label }) =>
    kind === 'text' && whose === 'each' ? sides.map((owner) => ({ exercise: id, field, owner, asked: label })) : [],
  ),
);

const wordsOf = (n: number): string => `${n}: ${'We said it slowly, and it landed. '.repeat(3)}`;

/** The record of a couple that came to this retreat and, when it holds much, to many before: both said yes here, and answered so often. */
export function makeRecord(id: string, retreat: string, entries: number): CoupleRecord {
  const stamp = { at: Date.UTC(2026, 0, 2), device: 'laptop' };
  return {
    id,
    consents: sides.map((side) => ({
      ...stamp,
      id: `yes-${side.toLowerCase()}`,
      retreat,
      side,
      scope: 'record',
      given: true,
    })),
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
