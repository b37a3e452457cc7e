import type { Side } from '../../room/wall';
import type { Stamp } from '../entry';
import { type Charter, clauseIn, withoutClauses } from './charter';
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
import { kindOf, type Saying } from './clause-kinds';
import {
  type Around,
  type CharterEdit,
  type CharterRefusal,
  type EditRule,
  type EditType,
  needsBoth,
  needsClause,
  needsDay,
  ofWording,
  restrictionsIn,
  when,
} from './edit-rule';
import { type WritingEdits, writingEdits } from './writing-edits';

/** The most clauses a couple writes. */
export const mostClauses = 500;

const needsGuarded = (charter: Charter, { kind, content }: Saying): CharterRefusal | null => {
  if (kind !== 'enforcement-cue' || content.guards === null) return null;
  const guarded = clauseIn(charter, content.guards);
  return guarded === undefined || guarded.kind === 'enforcement-cue' ? 'no-such-guarded' : null;
};

const needsAllowed = (charter: Charter, saying: Saying): CharterRefusal | null =>
  kindOf(saying).forbids(saying.content) ?? needsGuarded(charter, saying);

/** Nobody has said anything to it yet. */
const unsaid = { ticks: [], consents: [], confirmations: [] } as const;

const withClause = (charter: Charter, id: string, change: (clause: Clause) => Clause): Charter => ({
  ...charter,
  clauses: charter.clauses.map((clause) => (clause.id === id ? change(clause) : clause)),
});

const worded = (
  said: Saying,
  carriedBy: CarriedBy,
  stamp: Stamp,
  { restricts }: Around,
): Wording<Saying['content']> => ({
  ...stamp,
  content: said.content,
  carriedBy,
  restricts: restrictionsIn(said, restricts),
});

/** The clause with one more wording. All that was said to the one before stays with that one. */
const reworded = (clause: Clause, wording: Wording<Saying['content']>): Clause =>
  ({ ...clause, at: wording.at, device: wording.device, wordings: [...clause.wordings, wording] }) as Clause;

const sameSaying = (a: Saying, b: Saying): boolean => JSON.stringify(a) === JSON.stringify(b);

const act = <T extends { readonly side: Side; readonly wording: string }>(stamp: Stamp, { side, wording }: T) => ({
  ...stamp,
  side,
  wording,
});

const wordRules: { readonly [T in Exclude<EditType, keyof WritingEdits>]: EditRule<T> } = {
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
      ofWording(charter, edit, (clause) =>
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
      ofWording(
        charter,
        edit,
        (clause) =>
          when((consentOf(clause, edit.side) !== null) === edit.given, 'said-already') ??
          (edit.given
            ? (needsBoth(around, edit) ??
              when(kindOf(clause).flaws(wordingOf(clause).content).length > 0, 'clause-unfinished') ??
              needsDay(clause, edit.paper, around))
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
      ofWording(
        charter,
        edit,
        (clause) =>
          when(wordingOf(clause).restricts.length === 0, 'nothing-to-confirm') ??
          when((confirmedOn(clause, edit.side) !== null) === edit.confirmed, 'said-already') ??
          (edit.confirmed ? (needsBoth(around, edit) ?? needsDay(clause, edit.on, around)) : null),
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

const rules: { readonly [T in EditType]: EditRule<T> } = { ...wordRules, ...writingEdits(wordRules) };

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
