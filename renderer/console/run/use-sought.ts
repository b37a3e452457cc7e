import { type RefObject, useEffect, useRef } from 'react';
import { useLocal, useMirrorDispatch } from '../mirror/hooks';
import { leftCouple } from '../mirror/store';

/**
 * The place where a couple is drawn: when it is sought it comes into view, and the keyboard into its note. What is `opened` only when it
 * is wanted comes into view by itself.
 */
export function useSought<T extends HTMLElement>(id: string, opened: boolean): RefObject<T | null> {
  const dispatch = useMirrorDispatch();
  const sought = useLocal(({ place }) => place.coupleId === id);
  const place = useRef<T>(null);
  useEffect(() => {
    if (opened) place.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  useEffect(() => {
    if (!sought) return;
    place.current?.scrollIntoView({ block: 'center' });
    // After the palette has closed, which would else put the focus back where it was.
    window.setTimeout(() => place.current?.querySelector('textarea')?.focus());
    dispatch(leftCouple());
  }, [sought, dispatch]);
  return place;
}
