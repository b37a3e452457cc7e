import { useSyncExternalStore } from 'react';

/** What takes plain keys for its own: a text field, or a whole form or sheet that says so. */
const textFields =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button],[readonly]), textarea, select, [contenteditable=true], [data-own-keys]';

/** The text field, form or sheet an event or the keyboard is in, or null. */
export const fieldOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(textFields) : null;

function onFocus(listener: () => void): () => void {
  window.addEventListener('focusin', listener);
  window.addEventListener('focusout', listener);
  return () => {
    window.removeEventListener('focusin', listener);
    window.removeEventListener('focusout', listener);
  };
}

/** Whether a text field has the keyboard. */
export const useTyping = (): boolean => useSyncExternalStore(onFocus, () => fieldOf(document.activeElement) !== null);
