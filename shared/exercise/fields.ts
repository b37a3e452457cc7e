/** What a partner consents to, each for itself: *record* (answers, charter, practice), *measures* (every 0-10 item), *export* (any file). */
export const scopes = ['record', 'measures', 'export'] as const;
export type Scope = (typeof scopes)[number];

/** Who a captured answer belongs to. `each` asks A and B the same thing, apart. */
export type Whose = 'each' | 'joint' | 'facilitator';

interface FieldBase {
  /** Unique within the exercise, kebab-case. */
  readonly id: string;
  readonly whose: Whose;
  /** Asked of the person whose field it is. */
  readonly label: string;
  /** Leaving it empty is a valid answer. */
  readonly optional: boolean;
}

/** One thing an exercise asks a couple to keep. Private until shared (S9); closed until consent (S8). */
export type CaptureField =
  | (FieldBase & { readonly kind: 'text' | 'long-text' | 'list' | 'date' | 'tally' })
  /** Asks for consent itself: what is said to it is a consent, and no answer. */
  | (FieldBase & { readonly kind: 'consent'; readonly scopes: readonly Scope[] })
  | (FieldBase & { readonly kind: 'scale'; readonly low: string; readonly high: string })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly string[]; readonly several: boolean });
