import type { Stamp } from '../entry';
import { type Charter, clauseIn, writingOf } from './charter';
import { sayingOf, wordingOf } from './clause';
import {
  type Around,
  type CharterEdit,
  type CharterRefusal,
  type EditOf,
  type EditRule,
  type EditType,
  needsBoth,
  ofWording,
  when,
} from './edit-rule';
import { holdsWords, sayingIn, type Writing } from './writing';

type Rules<T extends EditType> = { readonly [K in T]: EditRule<K> };
export type WritingEdits = Rules<'charter/write' | 'charter/save' | 'charter/discard'>;
type Words = Rules<'charter/add' | 'charter/edit'>;
type Save = EditOf<'charter/save'>;

const without = (charter: Charter, clause: string | null): Charter => ({
  ...charter,
  writings: charter.writings.filter((writing) => writing.clause !== clause),
});

/** Saves what was written by the edit that makes a wording, so that nothing comes in that way that could not come otherwise. */
function saving(words: Words, charter: Charter, { id, retreat, reworded }: Save, written: Writing) {
  const said = { id, retreat, saying: sayingIn(written), carriedBy: written.carriedBy };
  const before = without(charter, written.clause);
  // Words keep the id they were written under: what older copies hold of them goes when they go.
  const stampOf = (stamp: Stamp): Stamp => ({ ...stamp, id: written.id });
  if (reworded === null) {
    const add = { ...said, type: 'charter/add', review: null, captured: null } as const;
    const { refuse, apply, inverse } = words['charter/add'];
    return {
      refuse: (around: Around) => refuse(before, add, around),
      apply: (stamp: Stamp, around: Around) => apply(before, add, stampOf(stamp), around),
      inverse: (stamp: Stamp) => inverse(before, add, stampOf(stamp)),
    };
  }
  const edit = { ...said, type: 'charter/edit', clause: reworded.clause } as const;
  const { refuse, apply, inverse } = words['charter/edit'];
  return {
    refuse: (around: Around) => ofWording(charter, reworded, () => null) ?? refuse(before, edit, around),
    apply: (stamp: Stamp, around: Around) => apply(before, edit, stampOf(stamp), around),
    inverse: (stamp: Stamp) => inverse(before, edit, stampOf(stamp)),
  };
}

/** What a writing says that is nowhere else. */
const holdsMore = (charter: Charter, writing: Pick<Writing, 'clause' | 'kind' | 'texts' | 'carriedBy'>): boolean => {
  const clause = writing.clause === null ? undefined : clauseIn(charter, writing.clause);
  if (clause === undefined) return holdsWords(writing);
  const now = wordingOf(clause);
  return writing.carriedBy !== now.carriedBy || JSON.stringify(sayingIn(writing)) !== JSON.stringify(sayingOf(clause));
};

/** A wording as it is being written. It is saved once: after that there is nothing in writing, however often it is asked. */
export function writingEdits(words: Words): WritingEdits {
  const ask = (charter: Charter, edit: Save) => {
    const written = writingOf(charter, edit.reworded?.clause ?? null);
    return written === undefined ? null : saving(words, charter, edit, written);
  };
  return {
    'charter/write': {
      refuse: (charter, edit, around): CharterRefusal | null => {
        const clause = edit.clause === null ? undefined : clauseIn(charter, edit.clause);
        if (edit.clause !== null && clause === undefined) return 'no-such-clause';
        return needsBoth(around, edit) ?? when(clause !== undefined && clause.kind !== edit.written.kind, 'other-kind');
      },
      apply: (charter, { clause, written }, stamp) => {
        const before = writingOf(charter, clause);
        const writing: Writing = { ...written, ...stamp, id: before?.id ?? stamp.id, clause };
        if (before === undefined) return { ...charter, writings: [...charter.writings, writing] };
        return { ...charter, writings: charter.writings.map((one) => (one === before ? writing : one)) };
      },
      // The letters of a field are its own to take back; words that come as a whole were given up before.
      inverse: (charter, { id, retreat, clause, written }): CharterEdit | null =>
        writingOf(charter, clause) === undefined && holdsMore(charter, { clause, ...written })
          ? { type: 'charter/discard', id, retreat, clause }
          : null,
    },
    'charter/save': {
      refuse: (charter, edit, around): CharterRefusal | null => {
        const asked = ask(charter, edit);
        return asked === null ? 'nothing-in-writing' : asked.refuse(around);
      },
      apply: (charter, edit, stamp, around) => ask(charter, edit)?.apply(stamp, around) ?? charter,
      inverse: (charter, edit, stamp) => ask(charter, edit)?.inverse(stamp) ?? null,
    },
    'charter/discard': {
      // As with every other word that is joint: either may have it taken away, always.
      refuse: (charter, { clause }) => when(writingOf(charter, clause) === undefined, 'nothing-in-writing'),
      apply: (charter, { clause }, { at }) => {
        const gone = writingOf(charter, clause);
        const left = without(charter, clause);
        return gone === undefined ? left : { ...left, removed: [...left.removed, { id: gone.id, at }] };
      },
      inverse: (charter, { id, retreat, clause }): CharterEdit | null => {
        const gone = writingOf(charter, clause);
        if (gone === undefined || !holdsMore(charter, gone)) return null;
        const { kind, texts, carriedBy } = gone;
        return { type: 'charter/write', id, retreat, clause, written: { kind, texts, carriedBy } };
      },
    },
  };
}
