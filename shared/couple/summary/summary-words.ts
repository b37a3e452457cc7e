import type { ClauseKindName } from '../charter/clause-kinds';
import type { Speech } from '../charter/speech';
import type { PracticeKindName } from '../practice/practice-kinds';
import type { PracticeSpeech } from '../practice/practice-speech';
import type { CalendarWords } from './calendar-words';
import type { SectionId } from './version';

/** The sentences a summary is made of, each worded by a language. */
export const summaryKeys = [
  'title',
  'forBoth',
  'forOne',
  'madeOn',
  'foot',
  'draft',
  'scale',
  'keepsOne',
  'keepsMore',
  'keepsOneEntry',
  'keepsMoreEntries',
  'onlyYou',
  'holdsOnlyI',
  'when',
  'what',
  'review',
  'day30',
  'day60',
  'aheadTable',
  'earlier',
  'later',
  'laterDay',
  'bids',
  'noticed',
  'feltSecurity',
  'feltSecurityOne',
  'feltSecuritySome',
  'ofTen',
  'moment',
  'bidsOne',
  'bidsMore',
  'timeouts',
  'timeoutsSays',
  'timeoutKept',
  'timeoutNotKept',
  'noteOf',
  'newestDays',
  'newestAnswers',
  'answered',
  'measures',
  'unvalidated',
  'helpWhenTitle',
  'helpLinesTitle',
  'helpLine',
  'educational',
  'aboutTitle',
  'aboutData',
  'aboutKept',
  'columnPart',
  'columnUnder',
  'columnWhat',
  'columnWhose',
  'columnSays',
] as const;
export type SummaryKey = (typeof summaryKeys)[number];

/** What a summary needs of a language. */
export interface SummaryWords {
  readonly language: string;
  readonly say: (key: SummaryKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly section: (id: SectionId) => { readonly title: string; readonly intro: string | null };
  /** When to seek help. */
  readonly helpWhen: readonly string[];
  readonly speech: Omit<Speech, 'clause'>;
  readonly kind: (kind: ClauseKindName) => string;
  readonly practice: PracticeSpeech;
  /** What entries of practice of a kind stand under. */
  readonly practised: (kind: PracticeKindName) => string;
  /** A calendar day, written 2026-03-07, as it is read. */
  readonly date: (day: string) => string;
  /** The same without its year. */
  readonly shortDate: (day: string) => string;
  readonly exercise: (id: string) => string | null;
  readonly calendar: CalendarWords;
}
