import type { Side } from '../../room/wall';
import type { Answer, Reader } from '../answer';
import type { Entry, Removed } from '../entry';
import type { Deletable } from '../record';
import type { HandedPage } from './handed-page';
import { type Noting, practiceKindOf } from './practice-kinds';

/** Whose an entry is: nothing of practice is the facilitator's. */
export type PracticeOwner = Side | 'joint';

/** What an entry carries beside what it says. */
export interface PracticeStanding extends Entry {
  readonly owner: PracticeOwner;
  /** The day it is about, "2026-03-07". */
  readonly on: string;
  /** Who may read it (S9); null of what is joint. */
  readonly reader: Reader | null;
  /** Each time its owner let more, or fewer, people read it. */
  readonly asks: Answer['asks'];
  /** What it was made by of an exercise's answers; null where it was noted by hand. */
  readonly captured: string | null;
}

/** Something a couple practised: one entry, of one kind, about one day. */
export type PracticeEntry = PracticeStanding & Noting;

/** What a couple practised, over every retreat it came to and between them. */
export interface Practice {
  /** The couple's. */
  readonly id: string;
  readonly entries: readonly PracticeEntry[];
  /** What was handed out to be filled in at home. */
  readonly pages: readonly HandedPage[];
  /** Of what was removed, marks without words. */
  readonly removed: readonly Removed[];
}

export const emptyPractice = (id: string): Practice => ({ id, entries: [], pages: [], removed: [] });

export const entryIn = ({ entries }: Practice, id: string): PracticeEntry | undefined =>
  entries.find((entry) => entry.id === id);

/** Names what of an entry is a measure, among the parts that a practice can lose. */
export const measuresOf = (entry: string): string => `${entry}-measures`;

/** Whether something in it is a measure. */
export const isMeasured = (entry: PracticeEntry): boolean =>
  practiceKindOf(entry).scopes(entry.content).includes('measures');

const withoutMeasures = (entry: PracticeEntry): PracticeEntry =>
  ({ ...entry, content: practiceKindOf(entry).without(entry.content, 'measures') }) as PracticeEntry;

/** The practice without these entries, pages, and measures of entries: of each a mark without words stays. */
export const withoutPractised = (practice: Practice, ids: ReadonlySet<string>, at: number): Practice => {
  const gone = [...practice.entries, ...practice.pages].filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const losing = (entry: PracticeEntry): boolean =>
    !ids.has(entry.id) && ids.has(measuresOf(entry.id)) && isMeasured(entry);
  const lost = practice.entries.filter(losing).map(({ id }) => measuresOf(id));
  if (gone.length + lost.length === 0) return practice;
  const marked = new Set(practice.removed.map(({ id }) => id));
  const marks = [...gone, ...lost].filter((id) => !marked.has(id)).map((id) => ({ id, at }));
  return {
    ...practice,
    entries: practice.entries
      .filter(({ id }) => !ids.has(id))
      .map((entry) => (losing(entry) ? withoutMeasures(entry) : entry)),
    pages: practice.pages.filter(({ id }) => !ids.has(id)),
    removed: [...practice.removed, ...marks],
  };
};

/**
 * What may be deleted on the word of one partner (S8): their own entries, or by either of them the joint ones; or the measures alone, and
 * of an entry that says more than those the words stay.
 */
export function practisedBy({ entries }: Practice, owner: PracticeOwner, what: Deletable): ReadonlySet<string> {
  const theirs = entries.filter((entry) => entry.owner === owner);
  if (what === 'all') return new Set(theirs.map(({ id }) => id));
  const measured = theirs.filter(isMeasured);
  return new Set(
    measured.map((entry) => (practiceKindOf(entry).scope === 'measures' ? entry.id : measuresOf(entry.id))),
  );
}
