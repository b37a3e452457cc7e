import type { Side } from '../../room/wall';
import { ended } from '../ended';

/** The sentences clauses are made of, each worded by a language. */
export const sentenceKeys = [
  'vision',
  'priorities',
  'protection',
  'agreement',
  'cue',
  'reply',
  'guarded',
  'signalWord',
  'signalGesture',
  'signalEmoji',
  'signalMeaning',
  'timeoutEither',
  'timeoutHow',
  'timeoutLength',
  'timeoutSoothes',
  'timeoutStirs',
  'timeoutReturn',
  'timeoutPlaces',
  'timeoutExtension',
  'timeoutLatest',
  'landing',
  'hello',
  'goodbye',
  'bedAndMorning',
  'fromAfar',
  'supports',
  'tugs',
  'checkFirst',
  'betweenUs',
  'toOthers',
  'helpNeverWaits',
  'storm',
  'stormFirst',
  'stormDecides',
  'nearFar',
  'checkIn',
  'checkInReminder',
  'review',
  'slip',
  'slipSign',
  'slipFirst',
  'slipSentence',
  'onlyOne',
] as const;
export type SentenceKey = (typeof sentenceKeys)[number];

/** What a clause needs of a language to read aloud. */
export interface Speech {
  readonly say: (key: SentenceKey, values?: Readonly<Record<string, string>>) => string;
  /** What an option of a choice is called ("monday"). */
  readonly option: (option: string) => string;
  /** "walks, tea and music" */
  readonly list: (items: readonly string[]) => string;
  /** "20 minutes", "2 hours" */
  readonly minutes: (count: number) => string;
  readonly name: (side: Side) => string;
  /** How the clause with this id reads, or null where there is none. */
  readonly clause: (id: string) => string | null;
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
const bare = (word: string): string => word.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A sentence from its beginning and what somebody wrote to go on with it, whose first words may repeat the last ones of the beginning
 * ("When one of us does this, we both", "We both stop"). It ends like a sentence.
 */
export function goOn(beginning: string, written: string): string {
  const start = wordsOf(beginning);
  const rest = wordsOf(written);
  let shared = Math.min(start.length, rest.length - 1);
  while (shared > 0 && !start.slice(-shared).every((word, at) => bare(word) === bare(rest[at] ?? ''))) shared -= 1;
  return ended([...start, ...rest.slice(shared)].join(' '));
}
