/** One frame of a 60 Hz display, in milliseconds. */
export const frameMs = 1000 / 60;

/** The value below which that share of the values lies, between two neighbours by proportion; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ratioOfMedians = (ours: readonly number[], floor: readonly number[]): number =>
  median(ours) / median(floor);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The median of the slopes between all pairs of points (Theil and Sen): one odd sample does not tilt it. */
export function slope(points: readonly Point[]): number {
  const slopes = points.flatMap((one, at) =>
    points.slice(at + 1).flatMap((other) => (other.x === one.x ? [] : [(other.y - one.y) / (other.x - one.x)])),
  );
  return median(slopes);
}
