import type { CaptureField } from '../exercise/fields';
import { oneLine } from '../room/one-line';
import type { Answer, AnswerValue } from './answer';

/** An exercise, by what it asks. */
export interface Asking {
  readonly id: string;
  readonly capture: readonly CaptureField[];
}

/** Only what both may read is used without a word of its owner's: joint answers, and those their owner shared (S9). */
export const isShared = ({ owner, reader }: Answer): boolean => owner === 'joint' || reader === 'partner';

export const answersAt = (answers: readonly Answer[], retreat: string, { id }: Asking): readonly Answer[] =>
  answers.filter((answer) => answer.retreat === retreat && answer.exercise === id);

/** The words of an answer, as they go into something that is made of it. */
export const linesOf = (value: AnswerValue): readonly string[] => {
  switch (value.kind) {
    case 'list':
      return value.lines.map(oneLine).filter((line) => line !== '');
    case 'choice':
      return value.chosen;
    case 'text':
    case 'long-text':
      return [oneLine(value.text)].filter((line) => line !== '');
    default:
      return [];
  }
};
