import type { ClockForms } from '../../room/time-of-day';
import type { ClockWords } from '../content-types';

/** How a time of day is written. */
export const clock: ClockForms = {
  hours12: { am: '{hour}:{minute} AM', pm: '{hour}:{minute} PM' },
  hours24: { am: '{hour}:{minute}', pm: '{hour}:{minute}' },
};

const list = (words: string): readonly string[] => words.split(' ');

/** How one is read: those of other languages are typed too. */
export const clockWords: ClockWords = {
  hour: list('h uhr 時 时 点 點 시'),
  minute: list('分 분'),
  after: list("hr hrs hours oclock o’clock o'clock"),
  am: list('a am'),
  pm: list('p pm'),
};
