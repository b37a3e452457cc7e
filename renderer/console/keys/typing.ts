import { useSyncExternalStore } from 'react';

/** What takes plain keys for its own text. */
const textFields =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button],[readonly]), textarea, select, [contenteditable=true]';

/** Marks a form or a page whose plain keys are its own wherever in it the keyboard is. */
export const ownKeys = { 'data-own-keys': true } as const;

/** The text field, or the form that has its own keys, an event or the keyboard is in; or null. */
export const fieldOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`${textFields}, [data-own-keys]`) : null;

/** Whether an event is in what takes plain keys for its own text. */
export const inTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(textFields) !== null;

function onFocus(listener: () => void): () => void {
  window.addEventListener('focusin', listener);
  window.addEventListener('focusout', listener);
  return () => {
    window.removeEventListener('focusin', listener);
    window.removeEventListener('focusout', listener);
  };
}

/** Whether a text field or a form has the keyboard. */
export const useTyping = (): boolean => useSyncExternalStore(onFocus, () => fieldOf(document.activeElement) !== null);
