import { describe, expect, it } from 'vitest';
import type { Owner } from '../../shared/couple/answer';
import { progressOf } from '../../shared/couple/progress';
import { type CoupleRecord, emptyRecord, withAnswer, withMark } from '../../shared/couple/record';
import type { CaptureField } from '../../shared/exercise/fields';
import type { Side } from '../../shared/room/wall';
import { aDevice } from '../make';

const field = (id: string, whose: CaptureField['whose'], optional = false): CaptureField =>
  ({ id, whose, kind: 'text', label: id, optional }) as CaptureField;
const asked = [field('own', 'each'), field('both', 'joint'), field('more', 'joint', true)];

const written = (...places: readonly (readonly [string, Owner])[]): CoupleRecord =>
  places.reduce(
    (record, [id, owner], n) =>
      withAnswer(
        record,
        { retreat: 'r1', exercise: 'e1', field: id, owner },
        { value: { kind: 'text', text: 'x' }, asked: id, reader: 'facilitator' },
        { id: `a${n}`, at: n, device: aDevice },
      ),
    emptyRecord('c1'),
  );
const of = (record: CoupleRecord, partners: readonly Side[]) => progressOf(record, 'r1', 'e1', asked, partners);

describe('how an exercise stands for a couple', () => {
  it('is nothing before a word is written, and in progress until all that is asked is there', () => {
    expect(of(emptyRecord('c1'), ['A', 'B'])).toBeNull();
    expect(of(written(['own', 'A'], ['both', 'joint']), ['A', 'B'])).toBe('in-progress');
    expect(of(written(['own', 'A'], ['own', 'B'], ['both', 'joint']), ['A', 'B'])).toBe('done');
  });

  it.each(['A', 'B'] as const)('is done by %s alone with nothing of the other, and nothing joint', (side) => {
    const other = side === 'A' ? 'B' : 'A';
    expect(of(written(['own', side]), [side])).toBe('done');
    expect(of(written(['own', side]), ['A', 'B'])).toBe('in-progress');
    expect(of(written(['own', other]), [side])).toBe('in-progress');
  });

  it('is as it was marked, whatever is written', () => {
    const marked = withMark(written(['own', 'A']), 'e1', 'passed', { id: 'm', retreat: 'r1', at: 9, device: aDevice });
    expect(of(marked, ['A'])).toBe('passed');
  });
});
