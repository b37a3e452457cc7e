import { isTyped } from '../../shared/session/commands/commands';

/** At most `burst` at once and `perSecond` for long; a flood costs no more than counting it. `now` is in milliseconds. */
export function allowance(burst: number, perSecond: number, now = (): number => performance.now()): () => boolean {
  let left = burst;
  let at = now();
  return () => {
    const moment = now();
    left = Math.min(burst, left + ((moment - at) / 1000) * perSecond);
    at = moment;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

/**
 * What the console's commands are allowed: typing has its own measure, so that neither a key held down slows what leads the room,
 * nor a flood of that loses a letter. Looks at no more of a command than its type.
 */
export function commandAllowance(now?: () => number): (raw: unknown) => boolean {
  const typing = allowance(80, 80, now);
  const others = allowance(80, 40, now);
  return (raw) => (isTyped(raw) ? typing() : others());
}
