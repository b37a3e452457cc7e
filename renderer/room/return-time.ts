import { type ClockForm, momentText } from '../../shared/room/time-of-day';
import { backAt, type Reading } from '../../shared/room/timer';

/** The clock time at which everyone is back, as the room reads it. Null without an end. */
export function returnTime(reading: Reading, form: ClockForm): string | null {
  const at = backAt(reading);
  return at === null ? null : momentText(at, form);
}

/** The reading direction of a language, for text that has no strong letters of its own. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr';
}
