import type { ClauseField } from './clause-fields';
import type { Speech } from './speech';

/** What a kind never lets be written. */
export type Forbidden = 'timeout-too-short' | 'timeout-too-long' | 'check-in-too-short';

/** What is not yet right in what a clause says: while there is any, it stays a draft. */
export type Flaw =
  | { readonly code: 'missing'; readonly field: string }
  | { readonly code: 'no-clock-time'; readonly field: string }
  | { readonly code: Forbidden };

type Fields<C> = { readonly [K in keyof C]: ClauseField<C[K]> };

/** Everything there is to know of one kind of clause; `C` is what such a clause says, by its fields. */
export interface ClauseKind<C> {
  /** In the order they are asked for. */
  readonly fields: Fields<C>;
  readonly blank: C;
  /** It binds what people do, and so is put to the six tests by each partner. */
  readonly binds: (content: C) => boolean;
  readonly forbids: (content: C) => Forbidden | null;
  readonly flaws: (content: C) => readonly Flaw[];
  /** It read aloud, in paragraphs. What was left out is not spoken of. */
  readonly reads: (content: C, speech: Speech) => readonly string[];
  /** The words somebody wrote in it. */
  readonly texts: (content: C) => readonly string[];
  /** Those of them in which even to name help is to keep somebody from it (S21). */
  readonly closed: (content: C) => readonly string[];
}

interface Parts<C> {
  readonly fields: Fields<C>;
  readonly binds: ClauseKind<C>['binds'];
  readonly forbids?: ClauseKind<C>['forbids'];
  /** What can be wrong beside a field that is missing. */
  readonly flaws?: ClauseKind<C>['flaws'];
  readonly reads: ClauseKind<C>['reads'];
  readonly closed?: ClauseKind<C>['closed'];
}

/** A kind, whole, of what is special to it. */
export function clauseKind<C extends object>(parts: Parts<C>): ClauseKind<C> {
  const { fields, forbids = () => null, flaws = () => [], closed = () => [] } = parts;
  const names = Object.keys(fields) as (keyof C & string)[];
  const missing = (content: C): Flaw[] =>
    names
      .filter((name) => !fields[name].optional && fields[name].isBlank(content[name]))
      .map((field) => ({ code: 'missing', field }));
  const forbidden = (content: C): Flaw[] => {
    const code = forbids(content);
    return code === null ? [] : [{ code }];
  };
  return {
    fields,
    blank: Object.fromEntries(names.map((name) => [name, fields[name].blank])) as C,
    binds: parts.binds,
    forbids,
    flaws: (content) => [...missing(content), ...forbidden(content), ...flaws(content)],
    reads: parts.reads,
    texts: (content) => names.flatMap((name) => fields[name].textsOf(content[name])).filter((text) => text !== ''),
    closed,
  };
}

export const always = (): boolean => true;
export const never = (): boolean => false;
