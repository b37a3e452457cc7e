import { type RefObject, useLayoutEffect } from 'react';

/** One try at setting a scene: how large its words are, whether a word may be broken, and what is left off. */
export interface Setting {
  readonly scale: number;
  readonly wrap: 'words' | 'anywhere';
  /** Set close, in two columns. */
  readonly dense?: boolean;
  /** What would have a line of its own goes on in the line before it. */
  readonly runIn?: boolean;
  /** What is left off so that the rest can stand (`data-part`). */
  readonly without?: readonly string[];
  /** A share of the smallest size that is allowed otherwise. Only for what must be there at any price. */
  readonly floor?: number;
}

export const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46] as const;

/** Settings that differ in size alone, largest first. */
export type Sizes = readonly Setting[];

/** All sizes of one way to set a scene. The CSS keeps every size at 1/20 of the height or more. */
export const sizes = (way: Omit<Setting, 'scale'>): Sizes => scales.map((scale) => ({ ...way, scale }));

/** A word is broken only when it fits whole at no size. */
export const settings: readonly Sizes[] = [sizes({ wrap: 'words' }), sizes({ wrap: 'anywhere' })];

/**
 * The first setting that fits, or the last one with `fits: false`. Where the smallest of some sizes does not fit none in
 * between is tried: the wall must not wait for dozens of layouts.
 */
export function firstFitting(
  ways: readonly Sizes[],
  fitsAt: (setting: Setting) => boolean,
): { readonly setting: Setting; readonly fits: boolean } {
  // Most scenes stand as they are: one layout.
  const largest = ways[0]?.[0];
  if (largest !== undefined && fitsAt(largest)) return { setting: largest, fits: true };
  for (const way of ways) {
    const smallest = way.at(-1);
    if (smallest === undefined || !fitsAt(smallest)) continue;
    const setting = way.find(fitsAt) ?? smallest;
    return { setting, fits: fitsAt(setting) };
  }
  const setting = ways.at(-1)?.at(-1);
  if (setting === undefined) throw new Error('no setting to try');
  return { setting, fits: fitsAt(setting) };
}

export const tooWide = (cell: HTMLElement): boolean => cell.scrollWidth > cell.clientWidth + 1;

export function overflows(box: HTMLElement): boolean {
  const inner = box.firstElementChild;
  if (!(inner instanceof HTMLElement)) return false;
  if (inner.offsetHeight > box.clientHeight + 1 || inner.scrollWidth > box.clientWidth + 1) return true;
  // A word that is too long for its column runs into the next one, and widens nothing around it.
  return [...inner.querySelectorAll<HTMLElement>('[data-cell]')].some(tooWide);
}

export function apply(root: HTMLElement, setting: Setting): void {
  const { scale, wrap, dense = false, runIn = false, without = [], floor = 1 } = setting;
  root.style.setProperty('--fit', String(scale));
  root.style.setProperty('--floor', String(floor));
  root.dataset.wrap = wrap;
  root.dataset.dense = String(dense);
  root.dataset.runIn = String(runIn);
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    part.hidden = without.includes(part.dataset.part ?? '');
  }
}

interface Tries {
  readonly tries: readonly Sizes[];
  /** Taken in turn when none of the others fits. What is set by one of these does not count as fitting. */
  readonly rescue?: readonly Sizes[];
  /** Sets it in a way of its own instead, and says whether it fits. */
  readonly set?: (root: HTMLElement) => boolean;
}

/**
 * Sets everything marked `data-fit` inside `root` as large as it fits, before it is painted. `measured` changes with
 * whatever the outcome depends on (texts, size of the stage, fonts), so equal input gives an equal wall in every window.
 */
export function useFit(
  root: RefObject<HTMLElement | null>,
  measured: string,
  report: (fits: boolean) => void,
  { tries, rescue = [], set }: Tries = { tries: settings },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` stands for all that is read from the page
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || element.clientHeight === 0) return;
    if (set !== undefined) {
      report(set(element));
      return;
    }
    const boxes = [...element.querySelectorAll<HTMLElement>('[data-fit]')];
    const fitsAt = (setting: Setting): boolean => {
      apply(element, setting);
      return !boxes.some(overflows);
    };
    const { fits } = firstFitting(tries, fitsAt);
    if (!fits && rescue.length > 0) firstFitting(rescue, fitsAt);
    report(fits);
  }, [measured]);
}
