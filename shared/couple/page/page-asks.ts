import type { PracticeContentOf, PracticeKindName } from '../practice/practice-kinds';

/** What a page asks at home, in the order it asks, and the kind of entry an answer becomes. */
export const pageAsks = {
  bids: { kind: 'bids' },
  'check-in': { kind: 'own-check-in' },
  'day-30': { kind: 'measure' },
  'day-60': { kind: 'measure' },
} as const satisfies Readonly<Record<string, { readonly kind: PracticeKindName }>>;

export type AskName = keyof typeof pageAsks;
export const askNames = Object.keys(pageAsks) as readonly AskName[];

/** Days on which bids are counted. */
export const bidsDays = 7;

/** What a check-in looks at. */
export const domains = ['decisions', 'conflict', 'outsiders', 'hardMoments'] as const;

/** The items that mean something at home: how useful a day of the retreat was is asked on that day. */
export const askedItems = ['felt-security', 'heard', 'repair', 'distress'] as const;

/** One answer: the day it is about, and what it says. */
export type PageAnswer = {
  [A in AskName]: {
    readonly ask: A;
    readonly on: string;
    readonly content: PracticeContentOf<(typeof pageAsks)[A]['kind']>;
  };
}[AskName];

/** What an answer is the answer to: asked again, it takes the place of the one before. */
export const keyOf = (answer: PageAnswer): string =>
  answer.ask === 'bids' || answer.ask === 'check-in'
    ? `${answer.ask}/${answer.on}`
    : `${answer.ask}/${answer.content.item}`;
