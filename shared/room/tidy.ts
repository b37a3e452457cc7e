declare global {
  /** V8's own; in our pages because the main process asks for it. */
  var gc: ((how: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>) | undefined;
}

interface Idle {
  /** Milliseconds until something is to be done. */
  readonly timeRemaining: () => number;
}

/** How often a page clears up what its frames leave behind, in milliseconds. Chromium by itself waits for half an hour, and the page grows. */
export const tidyEveryMs = 120_000;

/** Several times what it takes; where there is less a timer is about to flip a digit. */
const neededMs = 30;

/** Collects a page's garbage as soon as there is time for it: between two flips, and never in the way of one. */
export function tidy(
  whenIdle: (then: (idle: Idle) => void) => unknown,
  collect: () => unknown = () => globalThis.gc?.({ type: 'major', execution: 'async' }),
): void {
  whenIdle((idle) => {
    if (idle.timeRemaining() < neededMs) tidy(whenIdle, collect);
    else collect();
  });
}
