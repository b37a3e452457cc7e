import { type Side, sides } from '../../room/wall';

/** The most minutes that can be written at all; what a kind allows is said by its checks, with a reason. */
export const mostMinutes = 10_000;

/** How a field is asked for, and what it can hold. What is asked of each stands twice, for A and for B. */
export type FieldEditor =
  | { readonly kind: 'text'; readonly long: boolean; readonly each: boolean }
  | { readonly kind: 'list'; readonly each: boolean }
  | { readonly kind: 'minutes' }
  | { readonly kind: 'choice'; readonly options: readonly [string, ...string[]] }
  /** Another clause of the same charter, by its id. */
  | { readonly kind: 'clause' };

/** One part of what a clause says. */
export interface ClauseField<T> {
  readonly editor: FieldEditor;
  /** A clause may come into force without it. */
  readonly optional: boolean;
  readonly blank: T;
  readonly isBlank: (value: T) => boolean;
  /** The words somebody wrote in it. */
  readonly textsOf: (value: T) => readonly string[];
}

export type Each<T> = { readonly [S in Side]: T };

interface Wanting {
  readonly optional: boolean;
}
const wanted: Wanting = { optional: false };

const text = (long: boolean, { optional }: Wanting): ClauseField<string> => ({
  editor: { kind: 'text', long, each: false },
  optional,
  blank: '',
  isBlank: (words) => words === '',
  textsOf: (words) => [words],
});

/** Some words. */
export const line = (wanting = wanted): ClauseField<string> => text(false, wanting);

/** A sentence or more. */
export const sentence = (wanting = wanted): ClauseField<string> => text(true, wanting);

/** Lines, none of them empty. */
export const list = ({ optional } = wanted): ClauseField<readonly string[]> => ({
  editor: { kind: 'list', each: false },
  optional,
  blank: [],
  isBlank: (lines) => lines.length === 0,
  textsOf: (lines) => lines,
});

/** The same of A and of B, apart. It is blank while both are: nobody owes an answer. */
export function each<T extends string | readonly string[]>(field: ClauseField<T>): ClauseField<Each<T>> {
  const { editor } = field;
  if (editor.kind !== 'text' && editor.kind !== 'list') throw new Error(`no ${editor.kind} for each`);
  return {
    editor: { ...editor, each: true },
    optional: field.optional,
    blank: { A: field.blank, B: field.blank },
    isBlank: (both) => sides.every((side) => field.isBlank(both[side])),
    textsOf: (both) => sides.flatMap((side) => field.textsOf(both[side])),
  };
}

const alwaysSaid = { optional: false, isBlank: () => false, textsOf: () => [] } as const;

export const minutes = (blank: number): ClauseField<number> => ({ ...alwaysSaid, editor: { kind: 'minutes' }, blank });

export const choice = <const O extends readonly [string, ...string[]]>(options: O): ClauseField<O[number]> => ({
  ...alwaysSaid,
  editor: { kind: 'choice', options },
  blank: options[0],
});

/** Null while none is chosen. What that leaves open is told where the charter is known. */
export const clauseId = (): ClauseField<string | null> => ({
  ...alwaysSaid,
  editor: { kind: 'clause' },
  blank: null,
});
