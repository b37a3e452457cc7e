import type { Exercise, Talk } from '../exercise/exercise';
import type { ListedHelpLine } from '../exercise/help-line';
import type { HelpWords } from '../exercise/help-words';
import type { Program, PublicTitles } from '../exercise/program';
import type { ClockForms } from '../room/time-of-day';
import type { words } from './en/interface/interface';

/** Words by which a pasted list of couples is read; all in lower case. */
export interface ListWords {
  /** Between two names ("Ada and Bo"). */
  readonly and: readonly string[];
  /** Between two names where they are written together. */
  readonly between: string;
  /** Before a name ("Mrs."); no part of it. */
  readonly titles: readonly string[];
  /** "The Harpers", "Harper family": people without a name of their own. */
  readonly article: readonly string[];
  readonly family: readonly string[];
  /** Before the number of a seat, and before one that only counts. */
  readonly seat: readonly string[];
  readonly number: readonly string[];
  /** In the place of a name that is not known yet. */
  readonly unknown: readonly string[];
  /** What the first line of a spreadsheet calls its columns. */
  readonly columns: Readonly<
    Record<'first' | 'last' | 'person' | 'contact' | 'beside' | 'ones' | 'twos', readonly string[]>
  >;
}

/** Words by which a typed time of day is read; all in lower case. */
export interface ClockWords {
  /** Between the hour and the minutes, or after an hour alone ("20h15", "7 Uhr"); none of them stands for minutes. */
  readonly hour: readonly string[];
  /** After the minutes. */
  readonly minute: readonly string[];
  /** After it all ("1930 hrs"). */
  readonly after: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
}

/** Everything one language offers to put on the wall. */
export interface Content {
  readonly exercises: readonly Exercise[];
  readonly talks: readonly Talk[];
  readonly programs: readonly Program[];
  readonly publicTitles: PublicTitles;
  /** The help card's lines as they ship; a facilitator edits them for the place (S22). */
  readonly helpLines: readonly ListedHelpLine[];
  /** Words that say nothing about a person of that name while they stand in lower case ("will", "an"); in lower case themselves. */
  readonly commonWords: readonly string[];
  readonly listWords: ListWords;
  /** By which a clause that keeps somebody from help is heard (S21). */
  readonly helpWords: HelpWords;
  readonly clock: ClockForms;
  readonly clockWords: ClockWords;
}

/** One language: what goes on the wall, and what the interface says. English gives the interface its shape. */
export interface Language {
  readonly content: Content;
  readonly words: Texts<typeof words>;
}

/** The same keys, with any text. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
