import type { CaptureField, Scope, Whose } from '../exercise/fields';
import { type Side, sides } from '../room/wall';
import type { AnswerPlace, AnswerValue, Owner } from './answer';

export const isAt = (answer: AnswerPlace, place: AnswerPlace): boolean =>
  answer.retreat === place.retreat &&
  answer.exercise === place.exercise &&
  answer.field === place.field &&
  answer.owner === place.owner;

export const isSide = (owner: Owner): owner is Side => owner === 'A' || owner === 'B';

/** Whose answers a field takes. */
export const ownersOf = (whose: Whose): readonly Owner[] => (whose === 'each' ? sides : [whose]);

/** The consents an answer needs (S8): a 0-10 item is a measure, all else is record; what is joint needs both partners' record, and theirs to a measure. */
export function needs(
  owner: Owner,
  kind: AnswerValue['kind'],
): readonly { readonly side: Side; readonly scope: Scope }[] {
  if (owner === 'facilitator') return [];
  const measures: readonly Scope[] = kind === 'scale' ? ['measures'] : [];
  if (owner !== 'joint') return [{ side: owner, scope: measures[0] ?? 'record' }];
  return sides.flatMap((side) => (['record', ...measures] as const).map((scope) => ({ side, scope })));
}

/** Whether nothing is said in it. An answer that is emptied is removed. */
export function isEmpty(value: AnswerValue): boolean {
  switch (value.kind) {
    case 'text':
    case 'long-text':
      return value.text.trim() === '';
    case 'list':
      return value.lines.every((line) => line.trim() === '');
    case 'choice':
      return value.chosen.length === 0;
    case 'date':
    case 'tally':
    case 'scale':
      return false;
  }
}

/** Whether a field can take this value at all: its kind, and for a choice its options. */
export function fits(field: CaptureField, value: AnswerValue): boolean {
  if (field.kind !== value.kind) return false;
  if (field.kind !== 'choice' || value.kind !== 'choice') return true;
  const { chosen } = value;
  const known = new Set(field.options);
  return (
    (field.several || chosen.length <= 1) &&
    new Set(chosen).size === chosen.length &&
    chosen.every((one) => known.has(one))
  );
}
