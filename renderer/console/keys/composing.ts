/** A key an input method is at work on. On some systems only this old number says so. */
export const composes = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;

/**
 * Keeps the keys of an input method to itself, whatever listens in this window: the Enter that ends a word shows no message, the Escape
 * that gives one up closes nothing. The method does not hear of its keys this way, so it misses none.
 */
export function keepComposingApart(target: Window): void {
  for (const type of ['keydown', 'keyup'] as const) {
    target.addEventListener(type, (event) => composes(event) && event.stopImmediatePropagation(), true);
  }
}
