/** What the main process said to the console, and how many changes of the view it had sent by then. */
export interface Said<T> {
  readonly value: T;
  readonly after: number;
}

export interface InOrder<C> {
  /** Hands on each change from now on. */
  readonly onChange: (listener: (change: C) => void) => void;
  /** A change has come, the `number`th. */
  readonly change: (change: C, number: number) => void;
  /** The whole view has come: changes it had in it are dropped, newer ones handed on. */
  readonly whole: <T>(said: Said<T>) => T;
  /** An answer has come; resolves once every change that was sent before it has been handed on. */
  readonly answer: <T>(said: Said<T>) => Promise<T>;
}

/**
 * Puts changes and answers back in the order in which the main process said them. They come by two pipes, and on a busy machine
 * about one answer in two thousand overtakes the change it speaks of; a field that takes it for the last word would show an
 * older text, and the next letter would be typed into that.
 */
export function inOrder<C>(): InOrder<C> {
  const listeners: ((change: C) => void)[] = [];
  let handedOn: number | null = null;
  let early: { readonly change: C; readonly number: number }[] = [];
  let waiting: { readonly after: number; readonly go: () => void }[] = [];

  function reach(number: number): void {
    handedOn = number;
    const ready = waiting.filter(({ after }) => after <= number);
    waiting = waiting.filter(({ after }) => after > number);
    for (const { go } of ready) go();
  }

  function change(what: C, number: number): void {
    if (handedOn === null) early.push({ change: what, number });
    else if (number > handedOn) {
      for (const listener of listeners) listener(what);
      reach(number);
    }
  }

  return {
    onChange: (listener) => {
      listeners.push(listener);
    },
    change,
    whole: ({ value, after }) => {
      reach(after);
      const came = early;
      early = [];
      for (const one of came) change(one.change, one.number);
      return value;
    },
    answer: async ({ value, after }) => {
      if (handedOn === null || handedOn < after) await new Promise<void>((go) => void waiting.push({ after, go }));
      return value;
    },
  };
}
