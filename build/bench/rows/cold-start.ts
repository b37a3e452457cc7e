import type { Hall } from '../hall';
import { desk } from '../hall';
import { Running, type Subject } from '../subject';
import { monotonicMs } from '../x/wire';

/** A picture that has not changed for so long is the finished one. */
const quietMs = 1200;

/**
 * Milliseconds from starting a program until the picture on the laptop's display is the finished one, seen from outside. What
 * happens inside is not asked: a first frame, a spinner or a late list do not count as ready.
 */
export async function startOnce(subject: Subject, { displays, eye }: Hall, userData?: string): Promise<number> {
  let started = 0;
  let running: Running | null = null;
  try {
    const last = await eye.standsStill(desk, quietMs, () => {
      started = monotonicMs();
      running = new Running(subject, displays, userData);
    });
    return last - started;
  } finally {
    await (running as Running | null)?.stop();
  }
}
