import { median, quantile, ratioOfMedians } from './numbers';

export type Unit = 'ms' | 'MB' | '% of a core';

/** One line of the table: a figure, all that was measured for it, and whether its goal is met. */
export interface Row {
  readonly figure: string;
  readonly unit: Unit;
  readonly ours: readonly number[];
  /** Empty where the floor is a constant, such as one frame. */
  readonly floor: readonly number[];
  readonly floorIs: string;
  /** What is held against the goal, such as "1.42x". */
  readonly result: string;
  readonly goal: string;
  readonly met: boolean;
}

type Measured = Pick<Row, 'figure' | 'unit' | 'ours' | 'floor' | 'floorIs'>;

/** A row whose goal is a ratio of medians: at most `most` times the floor. */
export function ratioRow(measured: Measured, most: number): Row {
  const ratio = ratioOfMedians(measured.ours, measured.floor);
  return { ...measured, result: `${ratio.toFixed(2)}x`, goal: `<= ${most}x`, met: ratio <= most };
}

/** A row whose goal is a limit that a share of all measurements stays under. */
export function limitRow(
  measured: Measured,
  share: number,
  limit: { readonly ms: number; readonly says: string },
): Row {
  const value = quantile(measured.ours, share);
  // On a busy machine the floor misses the limit too: the reader is to see that beside it.
  const beside = measured.floor.length === 0 ? '' : ` (floor ${quantile(measured.floor, share).toFixed(1)})`;
  return {
    ...measured,
    result: `p${Math.round(share * 100)} ${value.toFixed(1)} ${measured.unit}${beside}`,
    goal: `p${Math.round(share * 100)} <= ${limit.says}`,
    met: value <= limit.ms,
  };
}

const digits = (value: number): string => value.toFixed(value < 10 ? 2 : value < 1000 ? 1 : 0);

/** "12.3 (p95 15.0)", or an empty string where nothing was measured. */
export function summary(values: readonly number[]): string {
  return values.length === 0 ? '' : `${digits(median(values))} (p95 ${digits(quantile(values, 0.95))})`;
}

/** All of one run of the bench. */
export interface Report {
  readonly app: string;
  readonly machine: string;
  readonly at: string;
  readonly quick: boolean;
  readonly busy: { readonly before: number; readonly after: number };
  readonly rows: readonly Row[];
  readonly leftOut: readonly string[];
}
