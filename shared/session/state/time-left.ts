import type { CopyToMake } from './take-home';

type Timed = Pick<CopyToMake, 'format' | 'state' | 'tookMs'>;

/** Nothing is said of the time before so many files are made. */
const leastMade = 3;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}

/** How long the rest of a batch will take, in milliseconds: what is left takes as long as its like did. Null while that cannot be said. */
export function timeLeft(copies: readonly Timed[]): number | null {
  const took = (of: readonly Timed[]): readonly number[] => of.flatMap(({ tookMs }) => tookMs ?? []);
  const all = took(copies);
  if (all.length < leastMade) return null;
  return copies
    .filter(({ state }) => state === 'waits' || state === 'making')
    .reduce((sum, { format }) => {
      const like = took(copies.filter((copy) => copy.format === format));
      return sum + median(like.length > 0 ? like : all);
    }, 0);
}
