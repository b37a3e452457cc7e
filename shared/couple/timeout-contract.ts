import { type Side, sides } from '../room/wall';
import type { AnswerView } from './audience';

/** How long each of the answers to `timeout-agreement`'s `length` lasts, in minutes, in the order they are offered in. */
export const timeoutLengths = [20, 30, 45, 60, 120] as const;

/** The newest answers at a place, of every retreat, that may be read. */
const readable = (answers: readonly AnswerView[], exercise: string, field: string): readonly AnswerView[] =>
  answers
    .filter((answer) => answer.exercise === exercise && answer.field === field && answer.value !== null)
    .toSorted((one, other) => other.at - one.at);

/** How long their own timeout lasts, in minutes, as they agreed last; null where nothing readable says so. */
export function contractMinutes(answers: readonly AnswerView[], offered: readonly string[]): number | null {
  const [value] = readable(answers, 'timeout-agreement', 'length').map((answer) => answer.value);
  if (value?.kind !== 'choice') return null;
  return timeoutLengths[offered.indexOf(value.chosen[0] ?? '')] ?? null;
}

/** What each likes to hear when they come back together, as far as it may be read; one without phrases is left out. */
export function landingPhrases(
  answers: readonly AnswerView[],
): readonly { readonly side: Side; readonly lines: readonly string[] }[] {
  const found = readable(answers, 'landing-phrases', 'phrases');
  return sides.flatMap((side) => {
    const value = found.find(({ owner }) => owner === side)?.value;
    const lines = value?.kind === 'list' ? value.lines.filter((line) => line.trim() !== '') : [];
    return lines.length === 0 ? [] : [{ side, lines }];
  });
}
