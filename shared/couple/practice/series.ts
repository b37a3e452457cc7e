import type { Side } from '../../room/wall';
import { moments } from './practice-kinds';
import type { PracticeEntryView } from './practice-view';

export type Moment = (typeof moments)[number];

/** How safe it felt to lean on the other, 0 to 10: a state on that day, and nothing about the person. */
export interface FeltSecurity {
  readonly id: string;
  readonly on: string;
  readonly moment: Moment;
  readonly score: number;
}

/** A day somebody counted: the bids they noticed, and those they answered. */
export interface BidsOfDay {
  readonly on: string;
  readonly noticed: number;
  readonly answered: number;
}

/** One of the things that went well, or not yet. */
export interface Happened {
  readonly id: string;
  readonly on: string;
  readonly well: boolean;
}

type BySide<T> = { readonly [S in Side]: T };

/** What the charts of one couple are drawn from, oldest first. What is A's and what is B's stands apart, never one against the other. */
export interface Series {
  readonly feltSecurity: BySide<readonly FeltSecurity[]>;
  readonly bids: BySide<readonly BidsOfDay[]>;
  /** Well: back when they said. */
  readonly timeouts: readonly Happened[];
  /** Well: received. */
  readonly repairs: readonly Happened[];
}

const bySide = <T>(of: (side: Side) => T): BySide<T> => ({ A: of('A'), B: of('B') });

const inOrder = (one: PracticeEntryView, other: PracticeEntryView): number =>
  one.on === other.on ? one.at - other.at : one.on < other.on ? -1 : 1;

/** On one day before comes before after, whichever was noted first. */
const byMoment = (one: FeltSecurity, other: FeltSecurity): number =>
  one.on === other.on ? moments.indexOf(one.moment) - moments.indexOf(other.moment) : one.on < other.on ? -1 : 1;

function feltSecurityOf(noted: readonly PracticeEntryView[], side: Side): readonly FeltSecurity[] {
  return noted
    .flatMap(({ id, on, owner, ...entry }) => {
      if (owner !== side || entry.kind !== 'measure' || entry.content?.item !== 'felt-security') return [];
      const { moment, score } = entry.content;
      return score === null ? [] : [{ id, on, moment, score }];
    })
    .sort(byMoment);
}

/** What was counted of one day at two times is added up. */
function bidsOf(noted: readonly PracticeEntryView[], side: Side): readonly BidsOfDay[] {
  const days = new Map<string, BidsOfDay>();
  for (const { on, owner, ...entry } of noted) {
    if (owner !== side || entry.kind !== 'bids' || entry.content === null) continue;
    const { noticed = 0, answered = 0 } = days.get(on) ?? {};
    days.set(on, { on, noticed: noticed + entry.content.noticed, answered: answered + entry.content.answered });
  }
  return [...days.values()];
}

/** The series of what was noted, as far as its reader may know it. */
export function seriesOf(entries: readonly PracticeEntryView[]): Series {
  const noted = [...entries].sort(inOrder);
  return {
    feltSecurity: bySide((side) => feltSecurityOf(noted, side)),
    bids: bySide((side) => bidsOf(noted, side)),
    timeouts: noted.flatMap(({ id, on, ...entry }) =>
      entry.kind === 'timeout' && entry.content !== null ? [{ id, on, well: entry.content.kept }] : [],
    ),
    repairs: noted.flatMap(({ id, on, ...entry }) =>
      entry.kind === 'repair' && entry.content !== null
        ? [{ id, on, well: entry.content.received === 'received' }]
        : [],
    ),
  };
}
