import type { Side } from '../../room/wall';
import type { Answer, Reader } from '../answer';
import type { Entry, Removed } from '../entry';
import type { HandedPage } from './handed-page';
import type { Noting } from './practice-kinds';

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

/** The practice without these entries and pages: of each a mark without words stays. */
export const withoutPractised = (practice: Practice, ids: ReadonlySet<string>, at: number): Practice => {
  const gone = [...practice.entries, ...practice.pages].filter(({ id }) => ids.has(id));
  if (gone.length === 0) return practice;
  return {
    ...practice,
    entries: practice.entries.filter(({ id }) => !ids.has(id)),
    pages: practice.pages.filter(({ id }) => !ids.has(id)),
    removed: [...practice.removed, ...gone.map(({ id }) => ({ id, at }))],
  };
};

/** The ids of what may be deleted on the word of one partner (S8): their own entries, or by either of them the joint ones. */
export const practisedBy = ({ entries }: Practice, owner: PracticeOwner): ReadonlySet<string> =>
  new Set(entries.filter((entry) => entry.owner === owner).map(({ id }) => id));
