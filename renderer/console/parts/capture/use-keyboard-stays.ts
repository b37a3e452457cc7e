import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import { overlays } from '../../kit/overlays';
import { stopAt, stopsIn } from './stops';

/** Where the keyboard stood: in which cell, and as which of all stops. */
interface Stood {
  readonly cell: string | undefined;
  readonly at: number;
}

/**
 * What the keyboard stood on may go: a yes opens a field, a withdrawal closes it, a deletion takes its own button away. The keyboard
 * then goes into what stands there now: outside the form its letters would be the room's keys.
 */
export function useKeyboardStays(form: RefObject<HTMLElement | null>) {
  const stood = useRef<Stood | null>(null);
  useEffect(() => {
    const place = form.current;
    if (place === null || stood.current === null || document.activeElement !== document.body) return;
    const { cell, at } = stood.current;
    const all = stopsIn(place);
    const there = all.find(
      (stop) => cell !== undefined && stop.closest<HTMLElement>('[data-cell]')?.dataset.cell === cell,
    );
    (there ?? all[Math.min(at, all.length - 1)])?.focus();
  });
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
      const place = form.current;
      // A dialog over the form is no part of it.
      if (place === null || !place.contains(target)) return;
      const cell = target.closest<HTMLElement>('[data-cell]')?.dataset.cell;
      stood.current = { cell, at: Math.max(0, stopAt(place, target)) };
    },
    /** React says this of a person who leaves, and not of what is taken away. Who is asked something over the form comes back to it. */
    onBlur: ({ target, relatedTarget }: FocusEvent<HTMLElement>): void => {
      if (form.current?.contains(target) !== true || relatedTarget?.closest(overlays) != null) return;
      stood.current = null;
    },
    /** From the first stop, where another form takes this one's place. */
    fromTheFirst: (): void => {
      stood.current = { cell: undefined, at: 0 };
    },
  };
}
