/** One line of a program. It carries no title: that of its exercise, its talk or its break stands in the language's content. */
export type ProgramItem =
  | { readonly kind: 'exercise'; readonly exercise: string; readonly minutes: number }
  | { readonly kind: 'talk'; readonly talk: string; readonly minutes: number }
  /** `break` names one that has a title of its own (lunch); null is any break. */
  | { readonly kind: 'break'; readonly break: string | null; readonly minutes: number }
  | { readonly kind: 'buffer'; readonly minutes: number };

export interface ProgramDay {
  /** Local clock time, HH:MM. */
  readonly start: string;
  readonly end: string;
  readonly items: readonly ProgramItem[];
}

/** A run sheet to start a retreat from. The minutes of each day's items fill it from start to end. */
export interface Program {
  readonly id: string;
  readonly title: string;
  /** One line that helps a facilitator choose. */
  readonly summary: string;
  readonly days: readonly ProgramDay[];
}

/** Public titles of what has no exercise and no talk behind it. */
export interface PublicTitles {
  readonly break: string;
  /** Breaks with a title of their own, by the id a program names them by. */
  readonly breaks: Readonly<Record<string, string>>;
  readonly buffer: string;
  readonly timer: string;
  readonly timeout: string;
  readonly demo: string;
}
