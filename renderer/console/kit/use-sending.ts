import { type FormEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Brings the first field of a form that is wrong under the keyboard, and into sight from its label to its reason. */
function goToFirstWrong(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  field?.focus({ preventScroll: true });
  field?.closest('.mantine-InputWrapper-root')?.scrollIntoView({ block: 'nearest' });
}

interface Sending {
  /** What the form element is given. */
  readonly form: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly onSubmit: (event: FormEvent) => void;
    readonly noValidate: true;
  };
  /** It was sent while something was wrong: what is missing is said now. */
  readonly tried: boolean;
  /** Begins anew: nothing was tried. */
  readonly renew: () => void;
}

/** Sends a form as a whole, unless something in it is wrong: then it leads to the first such field, each time. */
export function useSending(wrong: boolean, send: () => void): Sending {
  const ref = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useLayoutEffect(() => {
    if (tries > 0) goToFirstWrong(ref.current);
  }, [tries]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) setTries((before) => before + 1);
    else send();
  };
  return { form: { ref, onSubmit, noValidate: true }, tried: tries > 0, renew: () => setTries(0) };
}
