import type { Scope } from '../../exercise/fields';

/** How a field is asked for, and what it can hold. */
export type PracticeEditor =
  | { readonly kind: 'text'; readonly long: boolean }
  /** One of them; `open`: or none, while it is not said. */
  | { readonly kind: 'choice'; readonly options: readonly [string, ...string[]]; readonly open: boolean }
  /** Any of them, such as places on the body. */
  | { readonly kind: 'choices'; readonly options: readonly [string, ...string[]] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'count' }
  /** A number; `most`: of 0 to that, or null where its scale is another's. */
  | { readonly kind: 'score'; readonly most: number | null }
  | { readonly kind: 'date' };

/** One part of what an entry says. */
export interface PracticeField<T> {
  readonly editor: PracticeEditor;
  /** The consent it needs (S8). */
  readonly scope: Scope;
  readonly blank: T;
  readonly isBlank: (value: T) => boolean;
  /** The words somebody wrote in it. */
  readonly textsOf: (value: T) => readonly string[];
}

const noTexts = (): readonly string[] => [];
const isNull = (value: unknown): boolean => value === null;
const alwaysSaid = { scope: 'record', isBlank: () => false, textsOf: noTexts } as const;

const text = (long: boolean): PracticeField<string> => ({
  editor: { kind: 'text', long },
  scope: 'record',
  blank: '',
  isBlank: (words) => words === '',
  textsOf: (words) => (words === '' ? [] : [words]),
});

/** Some words. */
export const line = (): PracticeField<string> => text(false);

/** A sentence or more. */
export const sentence = (): PracticeField<string> => text(true);

type Options = readonly [string, ...string[]];

export const choice = <const O extends Options>(options: O): PracticeField<O[number]> => ({
  ...alwaysSaid,
  editor: { kind: 'choice', options, open: false },
  blank: options[0],
});

/** Null while none is chosen. */
export const openChoice = <const O extends Options>(options: O): PracticeField<O[number] | null> => ({
  ...alwaysSaid,
  editor: { kind: 'choice', options, open: true },
  blank: null,
  isBlank: isNull,
});

export const choices = <const O extends Options>(options: O): PracticeField<readonly O[number][]> => ({
  ...alwaysSaid,
  editor: { kind: 'choices', options },
  blank: [],
  isBlank: (chosen) => chosen.length === 0,
});

export const yesNo = (): PracticeField<boolean> => ({ ...alwaysSaid, editor: { kind: 'yes-no' }, blank: true });

export const count = (): PracticeField<number> => ({ ...alwaysSaid, editor: { kind: 'count' }, blank: 0 });

/** Whatever is scored is a measure (S8). Null while it is not. */
export const score = (most: number | null): PracticeField<number | null> => ({
  editor: { kind: 'score', most },
  scope: 'measures',
  blank: null,
  isBlank: isNull,
  textsOf: noTexts,
});

/** A calendar day, or null. */
export const date = (): PracticeField<string | null> => ({
  ...alwaysSaid,
  editor: { kind: 'date' },
  blank: null,
  isBlank: isNull,
});

/** A field that tells a measure apart, and so is part of it. */
export const ofMeasure = <T>(field: PracticeField<T>): PracticeField<T> => ({ ...field, scope: 'measures' });
