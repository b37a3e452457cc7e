import { dateOf } from '../../../shared/retreat/schedule';

const dayMs = 86_400_000;

/** A calendar date (YYYY-MM-DD) the way the language writes it, with its weekday. */
export function dateText(date: string, language: string): string {
  return formatter(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** Whether a text is a calendar date, YYYY-MM-DD, that there is. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** "yesterday", "3 weeks ago": how long before `now` (both epoch milliseconds) something was. */
export function agoText(then: number, now: number, language: string): string {
  const days = Math.round((Date.parse(dateOf(then)) - Date.parse(dateOf(now))) / dayMs);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (days > -14) return words.format(days, 'day');
  if (days > -60) return words.format(Math.round(days / 7), 'week');
  return words.format(Math.round(days / 30), 'month');
}

/** The day of a moment (epoch milliseconds), in words: "3 March 2026". */
export const dayText = (at: number, language: string): string =>
  formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** The same where there is little room: "3 Mar", and "Mar 2025" of another year than that of `now`. */
export function shortDayText(at: number, now: number, language: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatter(
    language,
    sameYear ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' },
  ).format(at);
}

// Making one costs more than a hundred uses of it.
const dates = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = dates.get(key) ?? new Intl.DateTimeFormat(language, options);
  dates.set(key, made);
  return made;
}
