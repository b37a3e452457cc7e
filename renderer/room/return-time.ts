import { backAt, type Reading } from '../../shared/room/timer';

/** The clock time at which everyone is back, as the room reads it. Null without an end. */
export function returnTime(reading: Reading, language: string, hour12: boolean, timeZone?: string): string | null {
  const at = backAt(reading);
  // No zero before the hour: the plan on the same wall, and the console, write none.
  return at === null
    ? null
    : clockFormat(language, hour12, timeZone)
        .format(at)
        .replace(/^0(?=\d)/, '');
}

/** By language, hours and zone: one takes longer to make than all a wall does in a second. */
const formats = new Map<string, Intl.DateTimeFormat>();

function clockFormat(language: string, hour12: boolean, timeZone?: string): Intl.DateTimeFormat {
  const key = `${language} ${hour12} ${timeZone}`;
  const format = formats.get(key) ?? newFormat(language, hour12, timeZone);
  formats.set(key, format);
  return format;
}

function newFormat(language: string, hour12: boolean, timeZone?: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: hour12 ? 'h12' : 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    // A pseudo-locale or a mistyped tag: the time still has to stand on the wall.
    return new Intl.DateTimeFormat('en', options);
  }
}

/** The reading direction of a language, for text that has no strong letters of its own. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr';
}
