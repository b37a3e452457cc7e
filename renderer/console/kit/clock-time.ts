import type { ClockWords } from '../../../shared/content/content-types';
import { type ClockForm, momentText, timeText } from '../../../shared/room/time-of-day';
import { oneOf } from './one-of';

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

/** A word whose letters may stand apart, each with a point: "p.m.", "P M". */
const abbreviated = (word: string): string => [...word].map((letter) => `${letter}\\s*\\.?`).join('\\s*');

/** What a time of day looks like: its hour; its minutes, apart or together; its half of the day. */
function writtenTime({ hour, minute, after, am, pm }: ClockWords): RegExp {
  const half = (words: readonly string[]): string => `(${words.map(abbreviated).join('|')})`;
  return new RegExp(
    `^(\\d{1,2})(?:(?:\\s*[:.,]\\s*|\\s*${oneOf(hour)}\\s*|\\s+)(\\d{2})\\s*${oneOf(minute)}?|(\\d{2}))?` +
      `\\s*(?:${oneOf(hour)}|${oneOf(after)})?\\s*(?:${half(am)}|${half(pm)})?$`,
    'u',
  );
}

const figuresOf = (clock: string): readonly [hour: number, minute: number] => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return [hour, minute];
};

const minutesOf = (clock: string): number => {
  const [hour, minute] = figuresOf(clock);
  return hour * 60 + minute;
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

/** Times of day as a language writes and reads them. */
export interface Clocks {
  /** A moment, in epoch milliseconds. */
  readonly moment: (at: number) => string;
  /** HH:MM, written the same way. */
  readonly text: (clock: string) => string;
  /** A time of day as it is written here, for whoever asks how. */
  readonly example: string;
  /** Whether a text is a time of day at all. */
  readonly isTime: (text: string) => boolean;
  /** When a typed time comes next, counted from `wall` (epoch milliseconds); null when it is no time of day. */
  readonly next: (text: string, wall: number) => NextClock | null;
  /** A typed time as HH:MM, in the half of the day that is nearer to `stood`, where it stands open; null when it is no time of day. */
  readonly nearest: (text: string, stood: string) => string | null;
}

export function clocksOf(form: ClockForm, words: ClockWords): Clocks {
  const written = writtenTime(words);

  /**
   * The times of day a text may stand for, as HH:MM: none where it is no time, two where a 12-hour clock leaves open which half of the
   * day is meant. "19:30", "19.30 Uhr", "19 h 30", "1930", "7", "7 pm" and "7:30 p.m." are times; "20m", "19:5" and "24:00" are not.
   */
  function meanings(text: string): readonly string[] {
    const [, hours = '', apart, together, am, pm] = written.exec(plain(text)) ?? [];
    const minutes = apart ?? together ?? '00';
    if (hours === '' || Number(minutes) > 59) return [];
    const hour = Number(hours);
    const onDial = hour >= 1 && hour <= 12;
    if (am !== undefined || pm !== undefined) {
      return onDial ? [clockOf((hour % 12) + (pm === undefined ? 0 : 12), minutes)] : [];
    }
    if (hour > 23) return [];
    if (!form.hour12 || !onDial) return [clockOf(hour, minutes)];
    return [clockOf(hour % 12, minutes), clockOf((hour % 12) + 12, minutes)];
  }

  return {
    moment: (at) => momentText(at, form),
    text: (clock) => timeText(...figuresOf(clock), form),
    example: timeText(19, 30, form),
    isTime: (text) => meanings(text).length > 0,
    next: (text, wall) => {
      const at = new Date(wall);
      const now = at.getHours() * 60 + at.getMinutes();
      const found = meanings(text);
      const next = found
        .map((clock) => ({ clock, inMinutes: ((minutesOf(clock) - now + dayMinutes - 1) % dayMinutes) + 1 }))
        .sort((one, other) => one.inMinutes - other.inMinutes)[0];
      if (next === undefined) return null;
      return { ...next, asksFirst: found.length === 1 && minutesOf(next.clock) <= now };
    },
    nearest: (text, stood) => {
      const away = (clock: string): number => Math.abs(minutesOf(clock) - minutesOf(stood));
      return meanings(text).toSorted((one, other) => away(one) - away(other))[0] ?? null;
    },
  };
}
