import { useEffect, useSyncExternalStore } from 'react';

type Rest = typeof import('./deferred-screens');

let rest: Rest | null = null;
const listeners = new Set<() => void>();

/** A window that nobody sees paints nothing, and yet will be asked for what it has. */
const longestWaitMs = 1000;

/** Resolves once the first words are to be seen. */
function firstWords(): Promise<void> {
  return new Promise((resolve) => {
    const watch = new PerformanceObserver((seen) => {
      if (seen.getEntriesByName('first-contentful-paint').length === 0) return;
      watch.disconnect();
      resolve();
    });
    watch.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, longestWaitMs);
  });
}

/** Brings in what the first picture of Home is drawn without. The main process holds it in memory, so it cannot fail to come. */
export async function loadDeferredScreens(): Promise<void> {
  rest ??= await import('./deferred-screens');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The rest of the console, null until it is there: it is fetched right after the first picture, and what was asked of it opens then. */
export function useDeferredScreens(): Rest | null {
  useEffect(() => {
    void firstWords().then(loadDeferredScreens);
  }, []);
  return useSyncExternalStore(subscribe, () => rest);
}
