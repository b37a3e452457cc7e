import type { AskName } from './page-asks';

/** What a page says, each worded by a language; `{{…}}` is filled in by the page. */
export const pageWordKeys = [
  'title',
  'lead',
  'scriptNeeded',
  'alone',
  'keep',
  'keepAbout',
  'keepFailed',
  'bids',
  'bidsIntro',
  'firstDay',
  'day',
  'noticed',
  'answered',
  'noticedOn',
  'answeredOn',
  'moreAnswered',
  'check-in',
  'checkInIntro',
  'checkInDay',
  'decisions',
  'conflict',
  'outsiders',
  'hardMoments',
  'day-30',
  'day-60',
  'scoresIntro',
  'low',
  'high',
  'noScore',
  'felt-security',
  'heard',
  'repair',
  'distress',
  'readers',
  'done',
  'doneAbout',
  'nothingYet',
  'notANumber',
  'notADay',
  'madeOne',
  'madeMore',
  'again',
  'otherWay',
  'otherWayAbout',
  'copy',
  'copied',
  'helpTitle',
  'educational',
] as const;
export type PageWords = Readonly<Record<(typeof pageWordKeys)[number], string>>;

/** All that stands in a page, but for its code: nothing of the two people, and no name. */
export interface PageDocument {
  readonly language: string;
  readonly asks: readonly AskName[];
  /** The day after the retreat; thirty and sixty days after it. */
  readonly days: Readonly<Record<'first' | 'day-30' | 'day-60', string>>;
  readonly helpLines: readonly { readonly name: string; readonly number: string; readonly note: string }[];
  readonly words: PageWords;
}

/** A page as it is handed out: its code is how its answers find their way back. */
export interface CodedPage extends PageDocument {
  readonly code: string;
}

/** The element of the page in which that stands. */
export const pageDataId = 'page-data';
