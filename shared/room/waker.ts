/** Acts once in so many milliseconds, in one go with all that is due then. Returns what calls it off. */
export type WakeIn = (ms: number, act: () => void) => () => void;

/** Moments that are closer than this, in milliseconds, are one: what they change is drawn in one frame, and none waits for another's. */
const momentMs = 4;

interface Waiting {
  readonly due: number;
  readonly act: () => void;
}

/** Wakes what waits in one window. `local` is its monotonic clock, `later` its timer, both in milliseconds. */
export function waker(local: () => number, later: (act: () => void, ms: number) => void): WakeIn {
  const waiting = new Set<Waiting>();
  let arranged = 0;
  let waking = false;

  function arrange(): void {
    arranged += 1;
    const turn = arranged;
    const dues = [...waiting].map(({ due }) => due);
    if (dues.length === 0) return;
    const first = Math.min(...dues);
    const last = Math.max(...dues.filter((due) => due <= first + momentMs));
    later(() => turn === arranged && wake(), Math.max(0, Math.ceil(last - local())));
  }

  function wake(): void {
    waking = true;
    const now = local();
    const due = [...waiting].filter((one) => one.due <= now);
    try {
      // One that acts may call another off.
      for (const one of due) if (waiting.delete(one)) one.act();
    } finally {
      waking = false;
      arrange();
    }
  }

  return (ms, act) => {
    const one: Waiting = { due: local() + ms, act };
    waiting.add(one);
    // What is woken mostly waits anew: one timer for all of it, at the end.
    if (!waking) arrange();
    return () => void waiting.delete(one);
  };
}
