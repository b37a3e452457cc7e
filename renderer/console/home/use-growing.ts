import { type RefCallback, useCallback, useState } from 'react';

/** More than fit on most screens; a row costs a millisecond or two, and hundreds of them a start that can be felt. */
const atOnce = 12;
/** How near the end of the list may come before more is made. */
const early = '200px';

/** How many rows of a long list to show, and what to put after them: more follow as that comes near. */
export function useGrowing(): readonly [number, RefCallback<HTMLElement>] {
  const [shown, setShown] = useState(atOnce);
  const end = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setShown((count) => count + atOnce);
      },
      { root: element.closest('main'), rootMargin: early },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [shown, end];
}
