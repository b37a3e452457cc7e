import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguage } from '../../shared/content/language';
import { type Owner, type Reader, readers } from '../../shared/couple/answer';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import { scopes } from '../../shared/exercise/fields';
import { aDevice } from '../make';
import { allYes, aSource, saidYes, summaryOf, takenBack, textOf } from '../summary-kit';

beforeAll(() => loadLanguage('en'));

const word = (owner: Owner, reader: Reader): string => `word-of-${owner.toLowerCase()}-${reader}`;

/** Each partner's words at every reader, joint ones, and the facilitator's own. */
const places: readonly (readonly [Owner, Reader])[] = [
  ...(['A', 'B'] as const).flatMap((owner) => readers.map((reader) => [owner, reader] as const)),
  ['joint', 'facilitator'],
  ['facilitator', 'facilitator'],
];

const written = places.reduce<CoupleRecord>(
  (record, [owner, reader], n) =>
    withAnswer(
      record,
      { retreat: 'r1', exercise: 'trigger-map', field: `field-${n}`, owner },
      { value: { kind: 'text', text: word(owner, reader) }, asked: `Asked ${n}`, reader },
      { id: `a${n}`, at: n, device: aDevice },
    ),
  { ...emptyRecord('c1'), consents: [...allYes] },
);

const standsIn = (said: string): readonly string[] =>
  places.map(([owner, reader]) => word(owner, reader)).filter((each) => said.includes(each));

describe('what one takes along alone', () => {
  const alone = (record: CoupleRecord) => summaryOf(aSource(record, { alone: true }), 'A');

  it('holds all that is theirs and what both may read, and of the other no word more', () => {
    expect(standsIn(textOf(alone(written)))).toEqual([
      word('A', 'only-i'),
      word('A', 'facilitator'),
      word('A', 'partner'),
      word('B', 'partner'),
      word('joint', 'facilitator'),
    ]);
    expect(textOf(alone(written))).toContain('Only you may read this');
  });

  it('is the only thing that holds what only they may read: no version that others make does', () => {
    for (const version of ['joint', 'A', 'B'] as const)
      expect(textOf(summaryOf(aSource(written), version))).not.toMatch(/only-i/);
    // Nor is there one for both that anybody makes alone.
    expect(textOf(summaryOf(aSource(written, { alone: true }), 'joint'))).not.toMatch(/only-i/);
  });

  it('holds their words also after they took back their yes to the record, as long as they are there (S13)', () => {
    const withdrawn = { ...written, consents: [...takenBack(allYes, 'A', 'record')] };
    expect(standsIn(textOf(summaryOf(aSource(withdrawn), 'A')))).toEqual([word('B', 'partner')]);
    expect(standsIn(textOf(alone(withdrawn)))).toEqual([
      word('A', 'only-i'),
      word('A', 'facilitator'),
      word('A', 'partner'),
      word('B', 'partner'),
    ]);
  });

  it('is not there before they said yes to files, and holds nothing of the other or joint before both did', () => {
    const none = { ...written, consents: [...takenBack(allYes, 'A', 'export')] };
    expect(standsIn(textOf(alone(none)))).toEqual([]);
    const one = saidYes(...scopes.map((scope) => ['A', scope, true] as const));
    expect(standsIn(textOf(alone({ ...written, consents: [...one] })))).toEqual([
      word('A', 'only-i'),
      word('A', 'facilitator'),
      word('A', 'partner'),
    ]);
  });
});
