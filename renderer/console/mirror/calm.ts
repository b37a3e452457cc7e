/** How long what changes faster than it can be read waits to be drawn, in milliseconds. */
export const calmMs = 250;

type Subscribe = (listener: () => void) => () => void;

/** Calls back once for all that changes within that time. */
export const calmly =
  (subscribe: Subscribe): Subscribe =>
  (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, calmMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
