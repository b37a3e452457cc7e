/** By which a language tells the two halves of a day apart. */
export interface DayHalves {
  /** Right behind figures: 9 am. */
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Anywhere beside a clock time: 9:30 after dinner. */
  readonly morning: readonly string[];
  readonly evening: readonly string[];
}

const clock = /(?<![\p{N}.:])(\d{1,2})(?:[.:h](\d{2})|(h))?(?![.:h]?\p{N})\s*/giu;

const two = (figures: number): string => String(figures).padStart(2, '0');

/**
 * The clock time (HH:MM) that a line names in figures, the first of several; null where it names none. A number that could as well be
 * one of minutes is no time: a wrong hour in a calendar is worse than none.
 */
export function timeSaid(text: string, halves: DayHalves): string | null {
  const lower = text.toLowerCase();
  const words = new Set(lower.split(/[^\p{L}]+/u));
  for (const found of lower.matchAll(clock)) {
    const [figures, hours = '', minutes, written] = found;
    const behind = lower.slice(found.index + figures.length);
    const follows = (marks: readonly string[]): boolean =>
      marks.some((mark) => behind.startsWith(mark) && !/^\p{L}/u.test(behind.slice(mark.length)));
    const am = follows(halves.am);
    const pm = follows(halves.pm);
    const hour = Number(hours);
    const minute = Number(minutes ?? 0);
    if (minutes === undefined && written === undefined && !am && !pm) continue;
    if (minute > 59 || hour > 23 || ((am || pm) && (hour < 1 || hour > 12))) continue;
    if (am) return `${two(hour % 12)}:${two(minute)}`;
    if (pm) return `${two((hour % 12) + 12)}:${two(minute)}`;
    const isEvening =
      hour > 0 &&
      hour < 12 &&
      !hours.startsWith('0') &&
      halves.evening.some((word) => words.has(word)) &&
      !halves.morning.some((word) => words.has(word));
    return `${two(isEvening ? hour + 12 : hour)}:${two(minute)}`;
  }
  return null;
}
