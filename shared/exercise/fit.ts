import { kindOf } from '../room/timer';
import {
  type Exercise,
  exerciseSeconds,
  fullLengths,
  type Lengths,
  pairOf,
  shortestSeconds,
  stepSeconds,
} from './exercise';

/** No step is shortened to less, in seconds: the wall is to be read, and a breath taken. */
const leastStepS = 15;

/** What is shortened as one: a step, or both partners' turns at the same move. All in seconds. */
interface Piece {
  readonly steps: readonly number[];
  readonly full: number;
  readonly least: number;
  /** Its length is a whole number of these: a breath is never cut in half. */
  readonly grain: number;
}

function piecesOf(exercise: Exercise): Piece[] {
  return exercise.steps.flatMap((step, index): Piece[] => {
    const pair = pairOf(exercise.steps, index);
    if (pair !== null && pair < index) return [];
    const kind = kindOf(step.timer);
    const full = stepSeconds(step);
    const grain = kind.grainMs(step.timer) / 1000;
    const whole = Math.ceil(Math.min(full, leastStepS) / grain) * grain;
    // S16: a real timeout keeps its twenty minutes, whatever becomes of the rest.
    const least = Math.max(whole, kind.shortestMs(step.timer) / 1000);
    return [{ steps: pair === null ? [index] : [index, pair], full, least, grain }];
  });
}

/**
 * The exercise with every step shortened by the same share, so that it takes the minutes planned: whole seconds, both partners alike.
 * Never longer than it is in full, nor shorter than its short form.
 */
export function fittedLengths(exercise: Exercise, minutes: number): Lengths {
  const lengths = [...fullLengths(exercise)];
  let whole = exerciseSeconds(exercise);
  let left = Math.max(shortestSeconds(exercise), Math.min(whole, minutes * 60));
  const give = ({ steps, full }: Piece, length: number): void => {
    for (const step of steps) lengths[step] = length;
    left -= length * steps.length;
    whole -= full * steps.length;
  };
  // What its share would make too short keeps its least; the rest share what is left then.
  const pieces = piecesOf(exercise).sort((one, other) => other.least / other.full - one.least / one.full);
  const tooShort = ({ least, full }: Piece): boolean => least * whole > left * full;
  while (pieces[0] !== undefined && tooShort(pieces[0])) {
    give(pieces[0], pieces[0].least);
    pieces.shift();
  }
  // What rounding makes of one is shared by those after it: breaths and turns first, and the longest single step takes the last second.
  const coarse = ({ grain, steps }: Piece): number => grain * steps.length;
  for (const piece of pieces.sort((one, other) => coarse(other) - coarse(one) || one.full - other.full)) {
    const { full, least, grain } = piece;
    const share = Math.round((full * left) / whole / grain) * grain;
    give(piece, Math.max(least, Math.min(full, share)));
  }
  return lengths;
}
