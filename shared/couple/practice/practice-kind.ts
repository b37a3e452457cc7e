import type { Scope } from '../../exercise/fields';
import type { PracticeField } from './practice-fields';
import type { PracticeSpeech } from './practice-speech';

type Fields<C> = { readonly [K in keyof C]: PracticeField<C[K]> };

/** What a kind never lets be written. */
export type PracticeForbidden = 'nothing-noted' | 'score-out-of-range' | 'scale-unnamed';

/** Everything there is to know of one kind of entry; `C` is what such an entry says, by its fields. */
export interface PracticeKind<C> {
  /** A's and B's apart, or made by both together. */
  readonly whose: 'each' | 'joint';
  /** In the order they are asked for. */
  readonly fields: Fields<C>;
  readonly blank: C;
  /** The consent without which there is nothing of it: *measures* where all of it is one, else *record* (S8). */
  readonly scope: Scope;
  /** The consents that what it says needs. */
  readonly scopes: (content: C) => readonly Scope[];
  readonly forbids: (content: C) => PracticeForbidden | null;
  /** What it says without what needs this consent. */
  readonly without: (content: C, scope: Scope) => C;
  /** What it says, with what needs this consent as it was before, where nothing new is said of it. */
  readonly keeping: (content: C, before: C, scope: Scope) => C;
  /** It read in a sentence or a few. What was left out is not spoken of. */
  readonly reads: (content: C, speech: PracticeSpeech) => readonly string[];
  /** The words somebody wrote in it. */
  readonly texts: (content: C) => readonly string[];
}

interface Parts<C> {
  readonly whose: PracticeKind<C>['whose'];
  readonly fields: Fields<C>;
  /** Of these at least one is said, or there is nothing to keep; left out where any field will do. */
  readonly wants?: readonly (keyof C & string)[];
  readonly forbids?: PracticeKind<C>['forbids'];
  readonly reads: PracticeKind<C>['reads'];
}

/** A kind, whole, of what is special to it. */
export function practiceKind<C extends object>(parts: Parts<C>): PracticeKind<C> {
  const { whose, fields, forbids = () => null, reads } = parts;
  const names = Object.keys(fields) as (keyof C & string)[];
  const wants = parts.wants ?? names;
  const scope: Scope = names.every((name) => fields[name].scope === 'measures') ? 'measures' : 'record';
  const filled = (content: C, needing: Scope, fill: (name: keyof C & string) => unknown): C => {
    const those = names.filter((name) => fields[name].scope === needing);
    return { ...content, ...Object.fromEntries(those.map((name) => [name, fill(name)])) };
  };
  return {
    whose,
    fields,
    blank: Object.fromEntries(names.map((name) => [name, fields[name].blank])) as C,
    scope,
    scopes: (content) => {
      const said = names.filter((name) => !fields[name].isBlank(content[name])).map((name) => fields[name].scope);
      return [...new Set([scope, ...said])];
    },
    forbids: (content) =>
      wants.every((name) => fields[name].isBlank(content[name])) ? 'nothing-noted' : forbids(content),
    without: (content, withheld) => filled(content, withheld, (name) => fields[name].blank),
    keeping: (content, before, withheld) =>
      filled(content, withheld, (name) => (fields[name].isBlank(content[name]) ? before[name] : content[name])),
    reads,
    texts: (content) => names.flatMap((name) => fields[name].textsOf(content[name])),
  };
}
