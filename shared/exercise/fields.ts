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
  | (FieldBase & { readonly kind: 'scale'; readonly low: string; readonly high: string })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly string[]; readonly several: boolean });
