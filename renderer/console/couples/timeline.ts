import type { AnswerView } from '../../../shared/couple/audience';
import { folded } from '../../../shared/session/policy/names-in';

/** What was written in one exercise of one retreat. */
export interface TimelineEntry {
  readonly exercise: string;
  /** When the last of it was written, epoch milliseconds. */
  readonly at: number;
  readonly answers: readonly AnswerView[];
}

/** What happened at one retreat. */
export interface TimelinePart {
  readonly retreat: string;
  readonly at: number;
  readonly entries: readonly TimelineEntry[];
}

/** What an answer says, for a search; nothing where it is closed. */
function wordsOf({ value, asked }: AnswerView): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
    case 'long-text':
      return `${asked} ${value.text}`;
    case 'list':
      return `${asked} ${value.lines.join(' ')}`;
    case 'choice':
      return `${asked} ${value.chosen.join(' ')}`;
    case 'date':
      return `${asked} ${value.date}`;
    case 'tally':
      return `${asked} ${value.count}`;
    case 'scale':
      return `${asked} ${value.points}`;
  }
}

const latest = (all: readonly { readonly at: number }[]): number => all.reduce((most, { at }) => Math.max(most, at), 0);
const lastFirst = (one: { readonly at: number }, other: { readonly at: number }): number => other.at - one.at;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups];
}

/**
 * What was written, retreat by retreat and exercise by exercise, the last first; within an exercise in the order it was written in.
 * `wanted` keeps the answers that hold all of these words, or whose exercise's title does.
 */
export function timelineOf(
  answers: readonly AnswerView[],
  wanted: string,
  titleOf: (exercise: string) => string,
): readonly TimelinePart[] {
  const words = folded(wanted)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isFound = (answer: AnswerView): boolean => {
    const text = folded(`${titleOf(answer.exercise)} ${wordsOf(answer)}`);
    return words.every((word) => text.includes(word));
  };
  return grouped(words.length === 0 ? answers : answers.filter(isFound), ({ retreat }) => retreat)
    .map(([retreat, here]): TimelinePart => {
      const entries = grouped(here, ({ exercise }) => exercise)
        .map(([exercise, written]): TimelineEntry => ({ exercise, at: latest(written), answers: written }))
        .sort(lastFirst);
      return { retreat, at: latest(entries), entries };
    })
    .sort(lastFirst);
}
