import { isTyped } from '../../shared/session/commands/commands';
import type { CommandChannel, Rate } from '../surfaces/surface';

/** Milliseconds on a clock that only goes forward. */
export type Milliseconds = () => number;

/** Whether one more is within the rate, which a page's entry in `surfaces/` gives; a flood costs no more than counting it. */
export function rateLimit({ burst, perSecond }: Rate, now: Milliseconds): () => boolean {
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
 * What a page's commands are allowed: typing has its own measure, so that neither a key held down slows what leads the room, nor a
 * flood of that loses a letter. Looks at no more of a command than its type.
 */
export function commandRateLimit(
  { typed, others }: Pick<CommandChannel, 'typed' | 'others'>,
  now: Milliseconds,
): (raw: unknown) => boolean {
  const typing = rateLimit(typed, now);
  const other = rateLimit(others, now);
  return (raw) => (isTyped(raw) ? typing() : other());
}
