import type { Line } from '../../room/request';

export interface ViewUpdates<V, C> {
  /** Asks for the whole view. */
  readonly ask: () => Promise<V>;
  readonly onChange: (listener: (changed: C) => void) => void;
}

/**
 * A page's view as the main process sends it: whole when it is asked for, then what changed. What changed before the whole view came
 * was meant for the page before this one, and the view has it.
 */
export function viewUpdates<V, C>(
  line: Line,
  { askView, view, changes }: Readonly<Record<'askView' | 'view' | 'changes', string>>,
): ViewUpdates<V, C> {
  const listeners: ((changed: C) => void)[] = [];
  let seen = false;
  const whole = new Promise<V>((resolve) => {
    line.on(view, (_event, told) => {
      seen = true;
      resolve(told as V);
    });
  });
  line.on(changes, (_event, told) => {
    if (seen) for (const listener of listeners) listener(told as C);
  });
  return {
    ask: () => {
      line.send(askView);
      return whole;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
