import { type RefObject, useLayoutEffect } from 'react';

/** One try at setting a scene: how large its words are, and whether a word may be broken. */
export interface Setting {
  readonly scale: number;
  readonly wrap: 'words' | 'anywhere';
}

const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46] as const;

/** Largest first; a word is broken only when it fits at no size. The CSS keeps every size at 1/20 of the height or more. */
export const settings: readonly Setting[] = [
  ...scales.map((scale) => ({ scale, wrap: 'words' as const })),
  ...scales.map((scale) => ({ scale, wrap: 'anywhere' as const })),
];

/** The first setting that fits, or the last one with `fits: false`. */
export function firstFitting(
  tries: readonly Setting[],
  fitsAt: (setting: Setting) => boolean,
): { readonly setting: Setting; readonly fits: boolean } {
  for (const setting of tries) if (fitsAt(setting)) return { setting, fits: true };
  const last = tries[tries.length - 1];
  if (last === undefined) throw new Error('no setting to try');
  return { setting: last, fits: fitsAt(last) };
}

function overflows(box: HTMLElement): boolean {
  const inner = box.firstElementChild;
  if (!(inner instanceof HTMLElement)) return false;
  return inner.offsetHeight > box.clientHeight + 1 || inner.scrollWidth > box.clientWidth + 1;
}

function apply(root: HTMLElement, setting: Setting): void {
  root.style.setProperty('--fit', String(setting.scale));
  root.dataset.wrap = setting.wrap;
}

/**
 * Sets everything marked `data-fit` inside `root` as large as it fits, before it is painted. `measured` changes with
 * whatever the outcome depends on (texts, size of the stage, fonts), so equal input gives an equal wall in every window.
 */
export function useFit(root: RefObject<HTMLElement | null>, measured: string, report: (fits: boolean) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` stands for all that is read from the page
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || element.clientHeight === 0) return;
    const boxes = [...element.querySelectorAll<HTMLElement>('[data-fit]')];
    const { fits } = firstFitting(settings, (setting) => {
      apply(element, setting);
      return !boxes.some(overflows);
    });
    report(fits);
  }, [measured]);
}
