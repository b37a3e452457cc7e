/** Marks of an hour as they are written beside its figures in one language or another; none of them is the m of minutes. */
const hourMark = '(?:h|uhr|[時时点點시])';
const written = new RegExp(
  `^(\\d{1,2})(?:(?:\\s*[:.,]\\s*|\\s*${hourMark}\\s*|\\s+)(\\d{2})\\s*[分분]?|(\\d{2}))?` +
    `\\s*(?:${hourMark}|hrs?|hours|o['’]?clock)?\\s*(?:([ap])\\s*\\.?\\s*(?:m\\s*\\.?)?)?$`,
  'u',
);

/** Zeros of figures that are not the Latin ones: Arabic, Persian, Devanagari. */
const zeros = [0x660, 0x6f0, 0x966];

/** Figures and signs as a Latin keyboard has them, in lower case. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = zeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .trim()
    .toLowerCase();

const clockOf = (hour: number, minutes: string): string => `${String(hour).padStart(2, '0')}:${minutes}`;

/**
 * The times of day a text may stand for, as HH:MM: none where it is no time, two where a 12-hour clock leaves open which half of the day
 * is meant. "19:30", "19.30 Uhr", "19 h 30", "1930", "7", "7 pm" and "7:30 p.m." are times; "20m", "19:5" and "24:00" are not.
 */
function meanings(text: string, hour12: boolean): readonly string[] {
  const [, hours = '', apart, together, half] = written.exec(plain(text)) ?? [];
  const minutes = apart ?? together ?? '00';
  if (hours === '' || Number(minutes) > 59) return [];
  const hour = Number(hours);
  const onDial = hour >= 1 && hour <= 12;
  if (half !== undefined) return onDial ? [clockOf((hour % 12) + (half === 'p' ? 12 : 0), minutes)] : [];
  if (hour > 23) return [];
  if (!hour12 || !onDial) return [clockOf(hour, minutes)];
  return [clockOf(hour % 12, minutes), clockOf((hour % 12) + 12, minutes)];
}

/** Whether a text is a time of day at all. */
export const isClock = (text: string): boolean => meanings(text, false).length > 0;

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

const dayMinutes = 24 * 60;

export interface NextClock {
  /** HH:MM. */
  readonly clock: string;
  /** Whole minutes until then, 1 to 1440. */
  readonly inMinutes: number;
  /** It was said exactly and has passed today, so that tomorrow is meant, if it is meant: to be asked about first. */
  readonly asksFirst: boolean;
}

/** When a typed time comes next, counted from `wall` (epoch milliseconds); null when it is no time of day. */
export function nextClock(text: string, hour12: boolean, wall: number): NextClock | null {
  const at = new Date(wall);
  const now = at.getHours() * 60 + at.getMinutes();
  const found = meanings(text, hour12);
  const next = found
    .map((clock) => ({ clock, inMinutes: ((minutesOf(clock) - now + dayMinutes - 1) % dayMinutes) + 1 }))
    .sort((one, other) => one.inMinutes - other.inMinutes)[0];
  if (next === undefined) return null;
  return { ...next, asksFirst: found.length === 1 && minutesOf(next.clock) <= now };
}

/** A typed time as HH:MM, in the half of the day that is nearer to `stood`, where it stands open; null when it is no time of day. */
export function nearestClock(text: string, hour12: boolean, stood: string): string | null {
  const away = (clock: string): number => Math.abs(minutesOf(clock) - minutesOf(stood));
  return meanings(text, hour12).toSorted((one, other) => away(one) - away(other))[0] ?? null;
}

/** HH:MM the way every other time of day is written: "9:30", or "9:30 AM". */
export function clockText(clock: string, hour12: boolean): string {
  const [hours = '', minutes = ''] = clock.split(':');
  const hour = Number(hours);
  return hour12 ? `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}` : `${hour}:${minutes}`;
}

/** A time of day as the settings have it written, for whoever asks how. */
export const exampleClock = (hour12: boolean): string => clockText('19:30', hour12);
