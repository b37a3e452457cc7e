import { type Side, sides } from '../../room/wall';
import type { Entry } from '../entry';
import type { Flaw } from './clause-kind';
import { type ClauseKindName, type ContentOf, kindOf, type Saying } from './clause-kinds';

/** What each partner asks of a clause that binds what they do; it stays a draft until both have said yes to all of them. */
export const sixTests = ['informed', 'consensual', 'mutually-designed', 'fair', 'just', 'sensitive'] as const;
export type SixTest = (typeof sixTests)[number];
export const allTests = sixTests.length * sides.length;

export const carriers = ['both', ...sides] as const;
/** Who carries what a clause asks: both, or one of them alone, and then it says so. */
export type CarriedBy = (typeof carriers)[number];

/** One wording of a clause. An edit makes another one, and what was said to this one is not said to that. */
export interface Wording<C> extends Entry {
  readonly content: C;
  readonly carriedBy: CarriedBy;
  /** What in it may keep somebody from help, as it was found when it was written (S21): none where it is empty. */
  readonly restricts: readonly string[];
}

interface Act extends Entry {
  readonly side: Side;
  /** The wording it is about, and no other. */
  readonly wording: string;
}
export type Tick = Act & { readonly test: SixTest; readonly ticked: boolean };
/** `paper`: the day on the sheet the facilitator noted it from; null where the partner gave it in handover. */
export type ClauseConsent = Act & { readonly given: boolean; readonly paper: string | null };
/** Said to the facilitator alone, on that day (S21). */
export type Confirmation = Act & { readonly confirmed: boolean; readonly on: string };

/** What the two said to a clause. All of it is kept, oldest first: what was said last counts. */
export interface SaidToClause {
  readonly ticks: readonly Tick[];
  readonly consents: readonly ClauseConsent[];
  readonly confirmations: readonly Confirmation[];
}

export interface ClauseWordsOf<K extends ClauseKindName> extends Entry {
  readonly kind: K;
  /** What of an exercise it was made of (`captures`), or null where it was written here. */
  readonly captured: string | null;
  /** Oldest first, never none; the last one is what it says now. */
  readonly wordings: readonly Wording<ContentOf<K>>[];
  readonly review: { readonly on: string | null; readonly at: number; readonly device: string };
}

/** The words of a clause, without what anybody said to them. */
export type ClauseWords = { [K in ClauseKindName]: ClauseWordsOf<K> }[ClauseKindName];
export type Clause = { [K in ClauseKindName]: ClauseWordsOf<K> & SaidToClause }[ClauseKindName];
export type AnyWording = Wording<Saying['content']>;

/** What a clause says now. */
export function wordingOf({ wordings }: Pick<Clause, 'wordings'>): AnyWording {
  const last = wordings.at(-1);
  if (last === undefined) throw new Error('a clause has a wording');
  return last;
}

/** A kind and what is said by it, as one: the table of kinds guarantees the match. */
export const saying = (kind: ClauseKindName, content: Saying['content']): Saying => ({ kind, content }) as Saying;
export const sayingOf = (clause: Pick<Clause, 'kind' | 'wordings'>): Saying =>
  saying(clause.kind, wordingOf(clause).content);

/** The last act of this partner about what the clause says now. */
const lastAct = <A extends Act>(clause: Clause, acts: readonly A[], side: Side): A | undefined => {
  const { id } = wordingOf(clause);
  return acts.findLast((act) => act.side === side && act.wording === id);
};

/** The tests this partner has said yes to, in their order. */
export const ticksOf = (clause: Clause, side: Side): readonly SixTest[] =>
  sixTests.filter(
    (test) =>
      lastAct(
        clause,
        clause.ticks.filter((tick) => tick.test === test),
        side,
      )?.ticked === true,
  );

/** This partner's consent to one wording of the clause, or null. */
export function consentTo({ consents }: Clause, wording: string, side: Side): ClauseConsent | null {
  const last = consents.findLast((act) => act.side === side && act.wording === wording);
  return last?.given === true ? last : null;
}

/** This partner's consent to what the clause says now, or null. */
export const consentOf = (clause: Clause, side: Side): ClauseConsent | null =>
  consentTo(clause, wordingOf(clause).id, side);

/** The day on which this partner confirmed alone what may keep somebody from help, or null (S21). */
export function confirmedOn(clause: Clause, side: Side): string | null {
  const last = lastAct(clause, clause.confirmations, side);
  return last?.confirmed === true ? last.on : null;
}

export const isBound = (clause: Clause): boolean => kindOf(clause).binds(wordingOf(clause).content);

/** Whether what is to be looked at again on a day is due by now. Days are written 2026-03-07. */
export const isDue = (review: string | null, today: string): boolean => review !== null && review <= today;

/** What a clause still needs to come into force. */
export type Lack =
  | Flaw
  | { readonly code: 'guards-nothing' | 'guards-draft' }
  | { readonly code: 'tests-open'; readonly open: number; readonly of: number }
  | { readonly code: 'waits-for' | 'confirm-alone'; readonly side: Side };

function guardLacks(clause: Clause, clauses: readonly Clause[]): Lack[] {
  if (clause.kind !== 'enforcement-cue') return [];
  const id = clause.wordings.at(-1)?.content.guards ?? null;
  const guarded = clauses.find((other) => other.id === id);
  if (guarded === undefined || guarded.kind === 'enforcement-cue') return [{ code: 'guards-nothing' }];
  return lacksOf(guarded, clauses).length === 0 ? [] : [{ code: 'guards-draft' }];
}

/** All that a clause still needs to come into force, in the order it is best seen to; nothing once it has it. */
export function lacksOf(clause: Clause, clauses: readonly Clause[]): readonly Lack[] {
  const { content, restricts } = wordingOf(clause);
  const open = isBound(clause)
    ? allTests - sides.reduce((ticked, side) => ticked + ticksOf(clause, side).length, 0)
    : 0;
  return [
    ...kindOf(clause).flaws(content),
    ...guardLacks(clause, clauses),
    ...(open === 0 ? [] : [{ code: 'tests-open', open, of: allTests } as const]),
    ...(restricts.length === 0 ? [] : sides)
      .filter((side) => confirmedOn(clause, side) === null)
      .map((side) => ({ code: 'confirm-alone', side }) as const),
    ...sides.filter((side) => consentOf(clause, side) === null).map((side) => ({ code: 'waits-for', side }) as const),
  ];
}
