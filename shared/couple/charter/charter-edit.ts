import type { z } from 'zod';
import { type Side, sides } from '../../room/wall';
import { type Consents, mayWrite } from '../consent';
import type { Stamp } from '../entry';
import { type Charter, clauseIn, withoutClauses } from './charter';
import type { charterEditSchema } from './charter-edit-schema';
import {
  type CarriedBy,
  type Clause,
  type ClauseWords,
  confirmedOn,
  consentOf,
  isBound,
  sayingOf,
  ticksOf,
  type Wording,
  wordingOf,
} from './clause';
import type { Forbidden } from './clause-kind';
import { kindOf, type Saying } from './clause-kinds';

export type CharterEdit = z.infer<typeof charterEditSchema>;
type EditType = CharterEdit['type'];
type Of<T extends EditType> = Extract<CharterEdit, { type: T }>;

/** The most clauses a couple writes. */
export const mostClauses = 500;

/** Why an edit is not made. */
export type CharterRefusal =
  | Forbidden
  | 'joint-consent-missing'
  | 'charter-full'
  | 'no-such-clause'
  | 'other-kind'
  | 'no-such-guarded'
  | 'wording-changed'
  | 'clause-unfinished'
  | 'no-tests'
  | 'nothing-to-confirm'
  | 'said-already';

/** What an edit meets besides the charter. */
export interface Around {
  readonly consents: Consents;
  /** What in a text may keep somebody from help (S21); `closed`: where even to name help is to keep somebody from it. */
  readonly restricts: (text: string, closed: boolean) => readonly string[];
}

interface EditRule<T extends EditType> {
  readonly refuse: (charter: Charter, edit: Of<T>, around: Around) => CharterRefusal | null;
  readonly apply: (charter: Charter, edit: Of<T>, stamp: Stamp, around: Around) => Charter;
  /**
   * The edit that takes it back, told of the charter before it; null where none may. No edit taken back brings back a consent: what was
   * said to a wording stays with it, and words that return are a wording of their own.
   */
  readonly inverse: (charter: Charter, edit: Of<T>, stamp: Stamp) => CharterEdit | null;
}

/** A charter is joint, and so is every word and every yes in it (S8). */
const needsBoth = ({ consents }: Around, { retreat }: CharterEdit): CharterRefusal | null =>
  sides.every((side) => mayWrite(consents, retreat, side, 'record')) ? null : 'joint-consent-missing';

const needsClause = (charter: Charter, id: string): CharterRefusal | null =>
  clauseIn(charter, id) === undefined ? 'no-such-clause' : null;

const needsGuarded = (charter: Charter, { kind, content }: Saying): CharterRefusal | null => {
  if (kind !== 'enforcement-cue' || content.guards === null) return null;
  const guarded = clauseIn(charter, content.guards);
  return guarded === undefined || guarded.kind === 'enforcement-cue' ? 'no-such-guarded' : null;
};

const needsAllowed = (charter: Charter, saying: Saying): CharterRefusal | null =>
  kindOf(saying).forbids(saying.content) ?? needsGuarded(charter, saying);

/** The clause, if what is said is said to its words of now. */
function needsWording(
  charter: Charter,
  edit: { readonly clause: string; readonly wording: string },
): CharterRefusal | null {
  const clause = clauseIn(charter, edit.clause);
  if (clause === undefined) return 'no-such-clause';
  return wordingOf(clause).id === edit.wording ? null : 'wording-changed';
}

/** Nobody has said anything to it yet. */
const unsaid = { ticks: [], consents: [], confirmations: [] } as const;

const when = (wrong: boolean, code: CharterRefusal): CharterRefusal | null => (wrong ? code : null);

const withClause = (charter: Charter, id: string, change: (clause: Clause) => Clause): Charter => ({
  ...charter,
  clauses: charter.clauses.map((clause) => (clause.id === id ? change(clause) : clause)),
});

function worded(saying: Saying, carriedBy: CarriedBy, stamp: Stamp, { restricts }: Around): Wording<Saying['content']> {
  const kind = kindOf(saying);
  const found = [
    ...kind.texts(saying.content).flatMap((text) => restricts(text, false)),
    ...kind.closed(saying.content).flatMap((text) => restricts(text, true)),
  ];
  return { ...stamp, content: saying.content, carriedBy, restricts: [...new Set(found)] };
}

/** The clause with one more wording. All that was said to the one before stays with that one. */
const reworded = (clause: Clause, wording: Wording<Saying['content']>): Clause =>
  ({ ...clause, at: wording.at, device: wording.device, wordings: [...clause.wordings, wording] }) as Clause;

const sameSaying = (a: Saying, b: Saying): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of the clause of an act: `ask` is only asked once it is there and its wording is that of now. */
const ofClause = (
  charter: Charter,
  edit: { readonly clause: string; readonly wording: string },
  ask: (clause: Clause) => CharterRefusal | null,
): CharterRefusal | null => {
  const refused = needsWording(charter, edit);
  const clause = clauseIn(charter, edit.clause);
  return refused !== null || clause === undefined ? refused : ask(clause);
};

const act = <T extends { readonly side: Side; readonly wording: string }>(stamp: Stamp, { side, wording }: T) => ({
  ...stamp,
  side,
  wording,
});

const rules: { readonly [T in EditType]: EditRule<T> } = {
  'charter/add': {
    refuse: (charter, edit, around) =>
      needsBoth(around, edit) ??
      when(charter.clauses.length >= mostClauses, 'charter-full') ??
      needsAllowed(charter, edit.saying),
    apply: (charter, { saying, carriedBy, review, captured }, stamp, around) => {
      const clause = {
        ...stamp,
        kind: saying.kind,
        captured,
        wordings: [worded(saying, carriedBy, stamp, around)],
        ...unsaid,
        review: { on: review, at: stamp.at, device: stamp.device },
      } as Clause;
      return { ...charter, clauses: [...charter.clauses, clause] };
    },
    inverse: (_, { id, retreat }, stamp) => ({ type: 'charter/remove', id, retreat, clause: stamp.id }),
  },
  'charter/edit': {
    refuse: (charter, edit, around) => {
      const clause = clauseIn(charter, edit.clause);
      if (clause === undefined) return 'no-such-clause';
      return (
        needsBoth(around, edit) ??
        when(clause.kind !== edit.saying.kind, 'other-kind') ??
        needsAllowed(charter, edit.saying) ??
        when(
          sameSaying(sayingOf(clause), edit.saying) && wordingOf(clause).carriedBy === edit.carriedBy,
          'said-already',
        )
      );
    },
    apply: (charter, { clause, saying, carriedBy }, stamp, around) =>
      withClause(charter, clause, (before) => reworded(before, worded(saying, carriedBy, stamp, around))),
    inverse: (charter, edit) => {
      const clause = clauseIn(charter, edit.clause);
      return clause === undefined
        ? null
        : { ...edit, saying: sayingOf(clause), carriedBy: wordingOf(clause).carriedBy };
    },
  },
  'charter/tick': {
    // To take a yes back is always open.
    refuse: (charter, edit, around) =>
      ofClause(charter, edit, (clause) =>
        isBound(clause)
          ? (when(ticksOf(clause, edit.side).includes(edit.test) === edit.ticked, 'said-already') ??
            (edit.ticked ? needsBoth(around, edit) : null))
          : 'no-tests',
      ),
    apply: (charter, edit, stamp) =>
      withClause(charter, edit.clause, (clause) => ({
        ...clause,
        ticks: [...clause.ticks, { ...act(stamp, edit), test: edit.test, ticked: edit.ticked }],
      })),
    inverse: (_, edit) => ({ ...edit, ticked: !edit.ticked }),
  },
  'charter/consent': {
    refuse: (charter, edit, around) =>
      ofClause(
        charter,
        edit,
        (clause) =>
          when((consentOf(clause, edit.side) !== null) === edit.given, 'said-already') ??
          (edit.given
            ? (needsBoth(around, edit) ??
              when(kindOf(clause).flaws(wordingOf(clause).content).length > 0, 'clause-unfinished'))
            : null),
      ),
    apply: (charter, edit, stamp) =>
      withClause(charter, edit.clause, (clause) => ({
        ...clause,
        consents: [...clause.consents, { ...act(stamp, edit), given: edit.given, paper: edit.paper }],
      })),
    inverse: (_, edit) => (edit.given ? { ...edit, given: false } : null),
  },
  'charter/confirm-help': {
    refuse: (charter, edit, around) =>
      ofClause(
        charter,
        edit,
        (clause) =>
          when(wordingOf(clause).restricts.length === 0, 'nothing-to-confirm') ??
          when((confirmedOn(clause, edit.side) !== null) === edit.confirmed, 'said-already') ??
          (edit.confirmed ? needsBoth(around, edit) : null),
      ),
    apply: (charter, edit, stamp) =>
      withClause(charter, edit.clause, (clause) => ({
        ...clause,
        confirmations: [...clause.confirmations, { ...act(stamp, edit), confirmed: edit.confirmed, on: edit.on }],
      })),
    inverse: (_, edit) => (edit.confirmed ? { ...edit, confirmed: false } : null),
  },
  'charter/review': {
    refuse: (charter, edit, around) =>
      needsClause(charter, edit.clause) ??
      needsBoth(around, edit) ??
      when(clauseIn(charter, edit.clause)?.review.on === edit.on, 'said-already'),
    apply: (charter, { clause, on }, { at, device }) =>
      withClause(charter, clause, (before) => ({ ...before, review: { on, at, device } })),
    inverse: (charter, edit) => {
      const clause = clauseIn(charter, edit.clause);
      return clause === undefined ? null : { ...edit, on: clause.review.on };
    },
  },
  'charter/remove': {
    // What is joint either may have taken away, also once consent is withdrawn (S8).
    refuse: (charter, { clause }) => needsClause(charter, clause),
    apply: (charter, { clause }, { at }) => withoutClauses(charter, new Set([clause]), at),
    inverse: (charter, edit) => {
      const index = charter.clauses.findIndex(({ id }) => id === edit.clause);
      const clause = charter.clauses[index];
      if (clause === undefined) return null;
      const { ticks: _, consents: __, confirmations: ___, ...words } = clause;
      return { ...edit, type: 'charter/restore', clause: words as ClauseWords, index };
    },
  },
  'charter/restore': {
    refuse: (charter, edit, around) =>
      when(!charter.removed.some(({ id }) => id === edit.clause.id), 'no-such-clause') ??
      needsBoth(around, edit) ??
      when(charter.clauses.length >= mostClauses, 'charter-full') ??
      kindOf(edit.clause).forbids(wordingOf(edit.clause).content),
    // Words alone come back, in a wording of their own: nothing that was said to them comes with them, wherever it may still be kept.
    apply: (charter, { clause: words, index }, stamp, around) => {
      const clause = { ...words, ...unsaid } as Clause;
      const again = reworded(clause, worded(sayingOf(clause), wordingOf(clause).carriedBy, stamp, around));
      return {
        ...charter,
        clauses: charter.clauses.toSpliced(index, 0, again),
        removed: charter.removed.filter(({ id }) => id !== clause.id),
      };
    },
    inverse: (_, { id, retreat, clause }) => ({ type: 'charter/remove', id, retreat, clause: clause.id }),
  },
};

/** The rule of an edit, typed for any: the table above guarantees the match. */
const ruleOf = ({ type }: CharterEdit): EditRule<EditType> => rules[type] as EditRule<EditType>;

/** Why an edit cannot be made now, or null. A refusal changes nothing. */
export const refuseEdit = (charter: Charter, edit: CharterEdit, around: Around): CharterRefusal | null =>
  ruleOf(edit).refuse(charter, edit, around);

/** The charter after an edit that was not refused. `stamp` has an id that is given to nothing else. */
export const applyEdit = (charter: Charter, edit: CharterEdit, stamp: Stamp, around: Around): Charter =>
  ruleOf(edit).apply(charter, edit, stamp, around);

/** The edit that takes one back, told of the charter before it and of the stamp it had, or null. */
export const inverseOf = (charter: Charter, edit: CharterEdit, stamp: Stamp): CharterEdit | null =>
  ruleOf(edit).inverse(charter, edit, stamp);
