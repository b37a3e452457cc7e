import type { Side } from '../../room/wall';
import type { Audience } from '../audience';
import type { Consents } from '../consent';
import { type Charter, holdsNothing, isCharterWithheld } from './charter';
import {
  type AnyWording,
  type CarriedBy,
  type Clause,
  confirmedOn,
  consentTo,
  isBound,
  type Lack,
  lacksOf,
  type SixTest,
  saying,
  ticksOf,
  wordingOf,
} from './clause';
import type { Saying } from './clause-kinds';
import type { Written } from './writing';

/** One wording of a clause, as it was then. */
export interface WordingView {
  readonly id: string;
  /** When it was written, in epoch milliseconds. */
  readonly at: number;
  readonly saying: Saying;
  readonly carriedBy: CarriedBy;
}

/** One that another has taken the place of. */
export interface EarlierView extends WordingView {
  /** Who had said yes to it. */
  readonly consents: BySide<ConsentView | null>;
}

/** When a partner consented, in epoch milliseconds; from a paper sheet of that day, or in handover. */
export interface ConsentView {
  readonly at: number;
  readonly paper: string | null;
}

type BySide<T> = { readonly [S in Side]: T };

/** What a clause still needs, as an audience may know it: that one is asked alone is between that one and the facilitator. */
export type LackView = Exclude<Lack, { code: 'confirm-alone' }> | ConfirmLack | { readonly code: 'with-facilitator' };
type ConfirmLack = Extract<Lack, { code: 'confirm-alone' }>;

/** A clause as an audience may know it. */
export interface ClauseView {
  readonly id: string;
  readonly retreat: string;
  readonly now: WordingView;
  /** Oldest first. */
  readonly earlier: readonly EarlierView[];
  readonly inForce: boolean;
  readonly lacks: readonly LackView[];
  /** It binds what people do: the six tests are asked of it. */
  readonly bound: boolean;
  /** The tests said yes to; null where they are another's to know. */
  readonly ticks: BySide<readonly SixTest[] | null>;
  readonly consents: BySide<ConsentView | null>;
  /** What may keep somebody from help, and on which day each confirmed it alone; null for all but the facilitator (S21). */
  readonly help: { readonly restricts: readonly string[]; readonly confirmed: BySide<string | null> } | null;
  readonly review: string | null;
}

/** A wording as it is being written. */
export interface WritingView {
  /** That it is to be a wording of; null for a new one. */
  readonly clause: string | null;
  readonly written: Written;
}

export interface CharterView {
  /** A partner has withdrawn: there is something, and nobody is shown a word of it. */
  readonly withheld: boolean;
  readonly clauses: readonly ClauseView[];
  /** The facilitator's alone to see. */
  readonly writings: readonly WritingView[];
}

const bySide = <T>(of: (side: Side) => T): BySide<T> => ({ A: of('A'), B: of('B') });

function lacksFor(lacks: readonly Lack[], audience: Audience): readonly LackView[] {
  if (audience === 'facilitator') return lacks;
  const known = lacks.filter((lack) => lack.code !== 'confirm-alone');
  return known.length === lacks.length ? known : [...known, { code: 'with-facilitator' }];
}

function clauseFor(clause: Clause, clauses: readonly Clause[], audience: Audience): ClauseView {
  const lacks = lacksOf(clause, clauses);
  const viewOf = ({ id, at, content, carriedBy }: AnyWording): WordingView => ({
    id,
    at,
    saying: saying(clause.kind, content),
    carriedBy,
  });
  const saidTo = ({ id }: AnyWording): BySide<ConsentView | null> =>
    bySide((side) => {
      const given = consentTo(clause, id, side);
      return given === null ? null : { at: given.at, paper: given.paper };
    });
  const now = wordingOf(clause);
  const wordings: readonly AnyWording[] = clause.wordings;
  return {
    id: clause.id,
    retreat: clause.retreat,
    now: viewOf(now),
    earlier: wordings.slice(0, -1).map((wording) => ({ ...viewOf(wording), consents: saidTo(wording) })),
    inForce: lacks.length === 0,
    lacks: lacksFor(lacks, audience),
    bound: isBound(clause),
    ticks: bySide((side) => (audience === 'facilitator' || audience === side ? ticksOf(clause, side) : null)),
    consents: saidTo(now),
    help:
      audience === 'facilitator'
        ? { restricts: now.restricts, confirmed: bySide((side) => confirmedOn(clause, side)) }
        : null,
    review: clause.review.on,
  };
}

/** The charter as this audience may know it. */
export function charterFor(charter: Charter, consents: Consents, audience: Audience): CharterView {
  if (isCharterWithheld(consents)) return { withheld: !holdsNothing(charter), clauses: [], writings: [] };
  return {
    withheld: false,
    clauses: charter.clauses.map((clause) => clauseFor(clause, charter.clauses, audience)),
    writings:
      audience === 'facilitator'
        ? charter.writings.map(({ clause, kind, texts, carriedBy }) => ({
            clause,
            written: { kind, texts, carriedBy },
          }))
        : [],
  };
}
