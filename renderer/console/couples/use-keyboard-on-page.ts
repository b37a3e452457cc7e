import { type RefObject, useEffect, useRef } from 'react';

/**
 * While a page is read its letters and digits are its own, and none of them a key of the room. So the keyboard is on the page from the
 * moment it is there, unless it is in something that was reached on purpose; and when what it stood on goes, it stays on the page. Escape leaves it.
 */
export function useKeyboardOnPage<T extends HTMLElement>(isThere: boolean): RefObject<T | null> {
  const page = useRef<T>(null);
  useEffect(() => {
    const place = page.current;
    if (!isThere || place === null) return;
    let inside = true;
    const stay = (): void => {
      if (inside && document.activeElement === document.body) place.focus({ preventScroll: true });
    };
    const come = ({ target }: FocusEvent): void => {
      inside = target instanceof Node && place.contains(target);
    };
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') inside = false;
    };
    const changes = new MutationObserver(stay);
    changes.observe(place, { childList: true, subtree: true });
    document.addEventListener('focusin', come);
    place.addEventListener('keydown', leave);
    stay();
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', come);
      place.removeEventListener('keydown', leave);
    };
  }, [isThere]);
  return page;
}
