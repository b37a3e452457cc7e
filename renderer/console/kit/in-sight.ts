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

/** Brings an element of a list into sight whenever `on` becomes true, and keeps it there when its list gets another size. */
export function useInSight<T extends Element>(on: boolean): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    const list = place.current?.closest('ol, ul');
    if (!on || list == null) return;
    let giveUp = (): void => undefined;
    const show = (): void => {
      giveUp();
      giveUp = whenNoMenu(() => place.current?.scrollIntoView({ block: 'nearest' }));
    };
    // It calls at once, and then for every size.
    const sizes = new ResizeObserver(show);
    sizes.observe(list);
    return () => {
      sizes.disconnect();
      giveUp();
    };
  }, [on]);
  return place;
}
