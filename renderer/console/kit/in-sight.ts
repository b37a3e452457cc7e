import { type RefObject, useEffect, useRef } from 'react';

/** A menu hangs on what it was opened from, and is hidden with it: nothing scrolls away under one that is open. */
const openMenu = (): boolean => document.querySelector('[role=menu]') !== null;

/** Calls back once no menu is open, at once where none is; the answer gives the waiting up. */
function whenNoMenu(act: () => void): () => void {
  if (!openMenu()) {
    act();
    return () => undefined;
  }
  const watch = new MutationObserver(() => {
    if (openMenu()) return;
    watch.disconnect();
    act();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** Brings an element of a list into sight whenever `on` becomes true. */
export function useInSight<T extends Element>(on: boolean): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => (on ? whenNoMenu(() => place.current?.scrollIntoView({ block: 'nearest' })) : undefined), [on]);
  return place;
}
